"""Whatever goes wrong with the disk during a save is told, and nothing is lost by it."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from app.model import edits
from app.storage import atomic
from app.storage.atomic import FileState, SaveError, save_bytes, state_on_disk
from app.storage.journal import Base, Journal
from app.storage.recovery import recover
from app.storage.versions import keep, versions
from tests.storage.test_atomic import NEW, OLD, Faulty, calls_of_a_save
from tests.storage.test_journal import START, opened, review_of, written

CODES = [
    *(errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS),
    *(errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.EINTR, errno.ENAMETOOLONG, errno.ETIMEDOUT),
]


class FaultyForGood(Faulty):
    """From the call of this number on nothing works."""

    def _call(self, name: str, *arguments: Any) -> Any:
        if self.failing >= 0 and len(self.calls) >= self.failing:
            self.calls.append(name)
            raise OSError(self.code, os.strerror(self.code))
        return super()._call(name, *arguments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "memo.xml"
    path.write_bytes(OLD)
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", [Faulty, FaultyForGood])
@pytest.mark.parametrize("longest", [1 << 30, 700], ids=["at once", "in parts"])
def test_each_call_fails(
    path: Path, tmp_path: Path, code: int, kind: type[Faulty], longest: int
) -> None:
    calls = calls_of_a_save(tmp_path / "..")
    renamed = calls.index("replace")
    for failing in range(len(calls) + 9 * (longest < 1000)):
        path.write_bytes(OLD)
        state = state_on_disk(path)
        said = ""
        written = None
        try:
            save_bytes(path, NEW, state, kind(failing, code, longest))
        except SaveError as error:
            said, written = str(error), error.written
        now = path.read_bytes()
        assert now in (OLD, NEW)
        assert "\n" not in said
        if not said:
            assert now == NEW, "success was reported"
        elif written is None:
            assert now == OLD, "it is said that nothing was saved"
        else:
            assert now == NEW
        if longest > 1000 and failing <= renamed:
            assert said
            assert now == OLD
        for left in tmp_path.glob(".*"):
            assert stat.S_IMODE(left.stat().st_mode) == 0o600
            left.unlink()
        save_bytes(path, NEW, state_on_disk(path))


def test_a_disk_that_takes_nothing_is_an_error(path: Path) -> None:
    class TakesNothing(Faulty):
        def write(self, fd: int, content: memoryview) -> int:
            self.calls.append("write")
            assert len(self.calls) < 99, "it is tried for ever"
            return 0

    with pytest.raises(SaveError, match="not saved"):
        save_bytes(path, NEW, state_on_disk(path), TakesNothing())
    assert path.read_bytes() == OLD


def test_a_share_that_vanished(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stale(_: Path) -> FileState:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))

    state = state_on_disk(path)
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "state_on_disk", stale)
        with pytest.raises(SaveError, match="not saved: stale file handle"):
            save_bytes(path, NEW, state)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]
    save_bytes(path, NEW, state)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", str(folder)]
    if getattr(os, "geteuid", lambda: 1)() != 0:
        pytest.skip("only root may mount a file system")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_is_full(small_disk: Path) -> None:
    path = small_disk / "memo.xml"
    old, new = b"o" * 600_000, b"n" * 600_000
    state = save_bytes(path, old, None)
    with pytest.raises(SaveError, match="no space left on device; nothing was changed; make room"):
        save_bytes(path, new, state)
    assert path.read_bytes() == old
    assert list(small_disk.iterdir()) == [path], "nothing half-written is left"
    assert "no version of it is kept: " in keep(path, new, "Ann", START)
    assert versions(path) == ()
    save_bytes(path, new[:400_000], state)
    assert path.read_bytes() == new[:400_000]


def test_the_journal_on_a_disk_that_is_full(small_disk: Path) -> None:
    file, filler = small_disk / "memo.xml", small_disk / "filler"
    state = written(file, opened())
    review, said = review_of(opened()), list[str]()
    journal = Journal(file, Base(state.digest), review, said.append)
    review.apply(edits.CorrectText(0, 0, 0, "a"))
    journal.flush()
    before = review.document
    with suppress(OSError), filler.open("wb", buffering=0) as filling:
        while filling.write(b"x" * 4096):
            pass
    for _ in range(200):
        review.apply(edits.CorrectText(0, 0, 0, "much more text than there is room for"))
    journal.flush()
    assert len(said) == 1
    assert "No space" in said[0] or "no space" in said[0]
    found = recover(file).document
    assert found.paragraphs[0].text.endswith(before.paragraphs[0].text)
    filler.unlink()
    review.apply(edits.CorrectText(0, 0, 0, "b"))
    journal.flush()
    assert recover(file).document == review.document
    journal.close()


def test_a_folder_that_became_read_only(small_disk: Path) -> None:
    path = small_disk / "memo.xml"
    state = save_bytes(path, OLD, None)
    remount = ["mount", "-o", "remount,{},size=1m", str(small_disk)]
    subprocess.run([word.format("ro") for word in remount], check=True)
    with pytest.raises(SaveError, match="read-only"):
        save_bytes(path, NEW, state)
    assert path.read_bytes() == OLD
    subprocess.run([word.format("rw") for word in remount], check=True)
    save_bytes(path, NEW, state)


def test_a_share_that_is_gone(small_disk: Path) -> None:
    folder = small_disk / "share"
    folder.mkdir()
    path = folder / "memo.xml"
    state = save_bytes(path, OLD, None)
    folder.rename(small_disk / "elsewhere")
    with pytest.raises(SaveError, match="choose a folder that exists"):
        save_bytes(path, NEW, state)
    (small_disk / "elsewhere").rename(folder)
    save_bytes(path, NEW, state)
