from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.storage.companions import Companion, companion, companions, purge
from app.storage.versions import DEFAULT_KEPT, find, keep, versions

START = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "memo.xml"


def kept(file: Path, count: int, most: int = DEFAULT_KEPT) -> None:
    for number in range(count):
        when = START + timedelta(minutes=number)
        assert keep(file, f"save {number}".encode(), "Zo\u00eb / ~A.", when, most) == ""


def test_the_last_saves_are_listed_with_who_and_when(file: Path) -> None:
    kept(file, 3)
    found = versions(file)
    assert [version.content() for version in found] == [b"save 2", b"save 1", b"save 0"]
    assert [version.when for version in found] == [START + timedelta(minutes=m) for m in (2, 1, 0)]
    assert {version.by for version in found} == {"Zo\u00eb / ~A."}


def test_only_so_many_are_kept(file: Path) -> None:
    kept(file, 14)
    assert len(versions(file)) == 10
    assert versions(file)[0].content() == b"save 13"
    kept(file, 1, most=3)
    assert len(versions(file)) == 3
    kept(file, 1, most=0)
    assert versions(file) == ()


def test_the_same_save_is_not_kept_twice_in_a_row(file: Path) -> None:
    for content in (b"a", b"a", b"b", b"a"):
        keep(file, content, "", datetime.now(UTC))
    assert [version.content() for version in versions(file)] == [b"a", b"b", b"a"]


def test_they_are_readable_by_their_owner_alone(file: Path) -> None:
    before = os.umask(0)
    try:
        kept(file, 2)
    finally:
        os.umask(before)
    folder = companion(file, Companion.VERSIONS)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert list(file.parent.iterdir()) == [folder]
    assert folder.name.startswith(".")


def test_one_is_found_by_its_digest_and_damage_is_seen(file: Path) -> None:
    kept(file, 2)
    newest, oldest = versions(file)
    assert find(file, oldest.digest) == b"save 0"
    oldest.path.write_bytes(b"save O")
    assert find(file, oldest.digest) is None
    with pytest.raises(ValueError, match="damaged"):
        oldest.content()
    assert find(file, newest.digest) == b"save 1"


def test_what_cannot_be_kept_is_one_line(tmp_path: Path) -> None:
    said = keep(tmp_path / "gone" / "memo.xml", b"a", "Ann", START)
    assert "saved, but no version of it is kept" in said
    assert "\n" not in said


def test_other_files_in_the_folder_are_left_alone(file: Path) -> None:
    kept(file, 1)
    folder = companion(file, Companion.VERSIONS)
    for name in (
        "notes.txt",
        "20261124T100000000000Z~x~A.xml",
        f"20269924T100000000000Z~{'0' * 64}~A.xml",
    ):
        (folder / name).touch()
    kept(file, 12)
    assert len(versions(file)) == 10
    assert len(list(folder.iterdir())) == 13


def test_a_long_name_of_the_reviewer(file: Path) -> None:
    assert keep(file, b"a", "\u00e9" * 300, START) == ""
    assert versions(file)[0].by.startswith("\u00e9\u00e9")


def test_all_that_is_private_is_listed_and_goes(file: Path) -> None:
    kept(file, 2)
    journal = companion(file, Companion.JOURNAL)
    journal.touch()
    assert set(companions(file)) == {journal, companion(file, Companion.VERSIONS)}
    purge(file)
    purge(file)
    assert companions(file) == ()
