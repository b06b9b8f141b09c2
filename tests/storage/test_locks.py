from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from threading import Event

import pytest

from app.storage import locks
from app.storage.companions import Companion, companion
from app.storage.locks import Lock, LockedByOther, LockFailed, Owner, acquire, take_over
from tests.storage.waiting import until

REPO = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "memo.xml"
    file.write_text("<TEI/>")
    return file


def lock_of(file: Path) -> Path:
    return companion(file, Companion.LOCK)


def left_by(file: Path, **changes: object) -> Owner:
    """A lock that was not released."""
    lock = acquire(file, "Ann")
    owner = replace(lock.owner, **changes)  # type: ignore[arg-type]
    lock_of(file).write_text(json.dumps(asdict(owner)))
    return owner


def refusal(file: Path) -> LockedByOther:
    with pytest.raises(LockedByOther) as caught:
        acquire(file, "Bob")
    return caught.value


def gone() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen(["true"]) as ended:
        pass
    return ended.pid


def test_the_second_is_told_who_has_it(file: Path) -> None:
    lock = acquire(file, "Ann Reviewer")
    refused = refusal(file)
    assert refused.owner == lock.owner
    assert not refused.stale
    assert str(refused).startswith(f"{file}: Ann Reviewer has it open on ")
    assert lock.owner.since in str(refused)
    lock.release()
    acquire(file, "Bob").release()
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_who_may_read_the_file_may_read_the_lock(file: Path, mode: int) -> None:
    file.chmod(mode)
    before = os.umask(0)
    try:
        lock = acquire(file, "Ann")
        assert stat.S_IMODE(lock_of(file).stat().st_mode) == mode & 0o644
        lock.release()
    finally:
        os.umask(before)


def test_a_lock_of_a_process_that_is_gone_is_stale(file: Path) -> None:
    owner = left_by(file, process=gone())
    refused = refusal(file)
    assert refused.stale
    lock = take_over(file, "Bob", refused.owner)
    assert lock.held
    assert refusal(file).owner.name == "Bob"
    lock.release()
    assert list(file.parent.iterdir()) == [file]
    assert owner.name == "Ann"


def test_another_process_of_the_same_number_does_not_hold_it(file: Path) -> None:
    owner = left_by(file, started=1)
    if owner.started == acquire(file.with_name("other"), "Bob").owner.started:
        pytest.skip("this machine does not say when a process started")
    assert refusal(file).stale


def test_a_lock_of_another_machine_is_stale_when_it_is_not_touched(file: Path) -> None:
    left_by(file, machine="elsewhere", process=gone())
    assert not refusal(file).stale
    then = lock_of(file).stat().st_mtime - locks.STALE_AFTER - 5
    os.utime(lock_of(file), (then, then))
    assert refusal(file).stale


def test_the_clock_of_the_folder_counts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share whose clock is a day behind."""
    left_by(file, machine="elsewhere")
    day_ago = lock_of(file).stat().st_mtime - 86400
    os.utime(lock_of(file), (day_ago, day_ago))
    monkeypatch.setattr(locks, "_now_there", lambda path: day_ago + 10)
    assert not refusal(file).stale


def test_a_lock_that_is_held_is_not_taken_over(file: Path) -> None:
    lock = acquire(file, "Ann")
    with pytest.raises(LockedByOther):
        take_over(file, "Bob", lock.owner)
    assert lock.held
    lock.release()


def test_a_lock_is_taken_over_once(file: Path) -> None:
    left_by(file, process=gone())
    held = refusal(file).owner
    first = take_over(file, "Bob", held)
    with pytest.raises(LockedByOther) as caught:
        take_over(file, "Cid", held)
    assert caught.value.owner.name == "Bob"
    first.release()


def test_who_lost_the_lock_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "TOUCH_EVERY", 0.01)
    told = Event()
    lock = acquire(file, "Ann", told.set)
    lock_of(file).write_text(json.dumps(asdict(replace(lock.owner, token="0" * 16))))
    assert told.wait(10)
    assert not lock.held
    lock.release()
    assert lock_of(file).exists(), "it is the other's"


def test_a_lock_that_is_held_is_touched(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "TOUCH_EVERY", 0.01)
    lock = acquire(file, "Ann")
    os.utime(lock_of(file), (1, 1))
    until(lambda: lock_of(file).stat().st_mtime > 1)
    lock.release()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"name": 1}',
        b"[" * 10_000,
        json.dumps(asdict(Owner("a", "b", 1, "c", "../../x"))).encode(),
        json.dumps(asdict(Owner("a", "b", True, "c", "0" * 16))).encode(),
        json.dumps(asdict(Owner("a", "b", 10**30, "c", "0" * 16))).encode(),
    ],
)
def test_a_lock_that_is_not_understood_is_somebodys(file: Path, content: bytes) -> None:
    lock_of(file).write_bytes(content)
    assert not refusal(file).stale
    os.utime(lock_of(file), (1, 1))
    refused = refusal(file)
    assert refused.stale
    take_over(file, "Bob", refused.owner).release()
    assert list(file.parent.iterdir()) == [file]


def test_where_there_are_no_hard_links(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr(os, "link", refuse)
    lock = acquire(file, "Ann")
    assert refusal(file).owner == lock.owner
    lock.release()
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_where_no_lock_can_be_made(tmp_path: Path) -> None:
    with pytest.raises(LockFailed, match="not locked: no such file") as caught:
        acquire(tmp_path / "gone" / "memo.xml", "Ann")
    assert "\n" not in str(caught.value)


def test_a_link_and_its_file_have_one_lock(file: Path) -> None:
    link = file.with_name("link.xml")
    link.symlink_to(file)
    lock: Lock = acquire(link, "Ann")
    assert refusal(file).owner == lock.owner
    lock.release()


def test_never_two_writers(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.races", "100"],
        cwd=REPO,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("100 races"), done.stdout
