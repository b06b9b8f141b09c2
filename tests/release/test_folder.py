"""A release is there whole, or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.release import folder

FILES = {"a.txt": b"one", "b.txt": b"two"}


def nothing(found: Mapping[str, bytes]) -> None:
    assert dict(found) == FILES


def test_all_files_for_the_owner_alone(tmp_path: Path) -> None:
    folder.write(tmp_path / "new", FILES, nothing)
    assert {p.name: p.read_bytes() for p in (tmp_path / "new").iterdir()} == FILES
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
        assert stat.S_IMODE((tmp_path / "new" / "a.txt").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_what_the_check_says_stops_it_and_nothing_is_left(tmp_path: Path) -> None:
    def refuse(found: Mapping[str, bytes]) -> None:
        raise RuntimeError("leak")

    with pytest.raises(RuntimeError):
        folder.write(tmp_path / "new", FILES, refuse)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["there", "file", "nowhere/new", "link"])
def test_only_a_fresh_folder(tmp_path: Path, place: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(folder.FolderError, match="not released"):
        folder.write(tmp_path / place, FILES, nothing)
    assert sorted(tmp_path.iterdir()) == before


def test_a_failing_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(folder.FolderError, match="no space"):
        folder.write(tmp_path / "new", FILES, nothing)
    assert list(tmp_path.iterdir()) == []
