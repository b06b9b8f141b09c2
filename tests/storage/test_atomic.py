from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.storage.atomic import (
    ChangedOnDisk,
    SaveError,
    save_bytes,
    state_on_disk,
    sweep,
)

OLD, NEW = b"<old/>", b"<new/>" * 1000


class Faulty:
    """``os``, but for the call at this number, which fails; it remembers which calls were made."""

    def __init__(self, failing: int = -1, code: int = errno.EIO, longest: int = 1 << 30) -> None:
        self.failing, self.code, self.longest = failing, code, longest
        self.calls: list[str] = []

    def _call(self, name: str, *arguments: Any) -> Any:
        self.calls.append(name)
        if len(self.calls) - 1 == self.failing:
            raise OSError(self.code, os.strerror(self.code))
        return getattr(os, name)(*arguments)

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        fd: int = self._call("open", path, flags, mode)
        return fd

    def write(self, fd: int, content: memoryview) -> int:
        written: int = self._call("write", fd, content[: self.longest])
        return written

    def fsync(self, fd: int) -> None:
        self._call("fsync", fd)

    def close(self, fd: int) -> None:
        self._call("close", fd)

    def chown(self, path: Path, uid: int, gid: int) -> None:
        self._call("chown", path, uid, gid)

    def chmod(self, path: Path, mode: int) -> None:
        self._call("chmod", path, mode)

    def replace(self, src: Path, dst: Path) -> None:
        self._call("replace", src, dst)

    def unlink(self, path: Path) -> None:
        self._call("unlink", path)


def calls_of_a_save(tmp_path: Path) -> list[str]:
    path = tmp_path / "recorded.xml"
    path.write_bytes(OLD)
    system = Faulty()
    save_bytes(path, NEW, state_on_disk(path), system)
    path.unlink()
    return system.calls


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "memo.xml"
    path.write_bytes(OLD)
    return path


def test_a_new_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "memo.xml"
    before = os.umask(0)
    try:
        state = save_bytes(path, NEW, None)
    finally:
        os.umask(before)
    assert path.read_bytes() == NEW
    assert mode_of(path) == 0o600
    assert state == state_on_disk(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_replaced_file_keeps_its_permissions(path: Path, mode: int) -> None:
    path.chmod(mode)
    save_bytes(path, NEW, state_on_disk(path))
    assert path.read_bytes() == NEW
    assert mode_of(path) == mode


needs_root = pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may give files away"
)


@needs_root
def test_a_replaced_file_keeps_its_owner(path: Path) -> None:
    os.chown(path, 12, 34)
    save_bytes(path, NEW, state_on_disk(path))
    assert (path.stat().st_uid, path.stat().st_gid) == (12, 34)


@needs_root
def test_another_group_gets_no_permissions_it_did_not_have(path: Path) -> None:
    class MayNotGiveAway(Faulty):
        def chown(self, path: Path, uid: int, gid: int) -> None:
            raise PermissionError(errno.EPERM, "not permitted")

    path.chmod(0o664)
    os.chown(path, 12, 34)
    save_bytes(path, NEW, state_on_disk(path), MayNotGiveAway())
    assert mode_of(path) == 0o604


def test_each_call_fails_in_turn_and_leaves_the_old_file(tmp_path: Path) -> None:
    calls = calls_of_a_save(tmp_path)
    written = ["open", "write", "fsync", "close", "chmod"]
    assert calls == [*written, "replace", "unlink", "open", "fsync", "close"]
    renamed = calls.index("replace")
    for failing in range(renamed + 1):
        path = tmp_path / "memo.xml"
        path.write_bytes(OLD)
        state = state_on_disk(path)
        with pytest.raises(SaveError, match="not saved") as caught:
            save_bytes(path, NEW, state, Faulty(failing))
        assert caught.value.written is None
        assert "\n" not in str(caught.value)
        assert path.read_bytes() == OLD, calls[failing]
        assert list(tmp_path.iterdir()) == [path], calls[failing]
        save_bytes(path, NEW, state)


def test_an_error_after_the_rename_says_that_the_new_file_is_there(tmp_path: Path) -> None:
    calls = calls_of_a_save(tmp_path)
    # The first call after it removes a temporary file that is no longer there: it may fail.
    after = range(calls.index("replace") + 2, len(calls))
    assert [calls[failing] for failing in after] == ["open", "fsync", "close"]
    for failing in after:
        path = tmp_path / "memo.xml"
        path.write_bytes(OLD)
        with pytest.raises(SaveError, match="the new file is in place") as caught:
            save_bytes(path, NEW, state_on_disk(path), Faulty(failing))
        assert caught.value.written == state_on_disk(path)
        assert path.read_bytes() == NEW


def test_a_write_that_takes_a_part_is_continued(path: Path) -> None:
    system = Faulty(longest=700)
    save_bytes(path, NEW, state_on_disk(path), system)
    assert path.read_bytes() == NEW
    assert system.calls.count("write") == -(-len(NEW) // 700)


def test_a_full_disk_in_the_middle_of_a_write(path: Path) -> None:
    with pytest.raises(SaveError, match="no space left on device; nothing was changed"):
        save_bytes(path, NEW, state_on_disk(path), Faulty(3, errno.ENOSPC, longest=700))
    assert path.read_bytes() == OLD


def changed(path: Path) -> None:
    path.write_bytes(b"<theirs/>")


def changed_unseen(path: Path) -> None:
    """Same size, same time."""
    found = path.stat()
    path.write_bytes(OLD.swapcase())
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed, "another program changed the file"),
        (changed_unseen, "another program changed the file"),
        (Path.unlink, "the file is gone"),
    ],
)
def test_what_another_program_did_is_not_undone(
    path: Path, change: Callable[[Path], None], said: str
) -> None:
    state = state_on_disk(path)
    change(path)
    theirs = path.read_bytes() if path.exists() else None
    with pytest.raises(ChangedOnDisk, match=said):
        save_bytes(path, NEW, state)
    assert (path.read_bytes() if path.exists() else None) == theirs
    assert list(path.parent.glob(".*")) == []


def test_a_file_nobody_expected_is_kept(path: Path) -> None:
    with pytest.raises(ChangedOnDisk, match="already there"):
        save_bytes(path, NEW, None)
    assert path.read_bytes() == OLD


def test_a_touched_file_is_not_a_changed_one(path: Path) -> None:
    state = state_on_disk(path)
    os.utime(path, (1, 1))
    save_bytes(path, NEW, state)
    assert path.read_bytes() == NEW


def test_a_link_leads_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "memo.xml"
    target.parent.mkdir()
    target.write_bytes(OLD)
    link = tmp_path / "link.xml"
    link.symlink_to(target)
    save_bytes(link, NEW, state_on_disk(link))
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_circle_of_links_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(SaveError):
        save_bytes(tmp_path / "a", NEW, None)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("missing/memo.xml", "no such file or directory; choose a folder that exists"),
        ("memo.xml/memo.xml", "not a directory; choose a folder that exists"),
        (".", "it is not a file; choose another name"),
    ],
)
def test_a_place_where_no_file_can_be(path: Path, place: str, said: str) -> None:
    with pytest.raises(SaveError, match=said):
        save_bytes(path.parent / place, NEW, None)


def test_a_read_only_file_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write everywhere, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SaveError, match="read-only"):
        save_bytes(path, NEW, state_on_disk(path))
    assert path.read_bytes() == OLD


def test_only_old_leftovers_of_ours_are_swept(tmp_path: Path) -> None:
    old, recent, others = (
        tmp_path / name
        for name in (".memcon-desk-1.tmp", ".memcon-desk-2.tmp", ".somebody-else.tmp")
    )
    for file in (old, recent, others):
        file.write_bytes(OLD)
    an_hour_ago = time.time() - 3600
    os.utime(old, (an_hour_ago, an_hour_ago))
    os.utime(others, (an_hour_ago, an_hour_ago))
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == [recent, others]


def test_a_save_sweeps(path: Path) -> None:
    left = path.with_name(".memcon-desk-1.tmp")
    left.write_bytes(OLD)
    os.utime(left, (1, 1))
    save_bytes(path, NEW, state_on_disk(path))
    assert list(path.parent.iterdir()) == [path]
