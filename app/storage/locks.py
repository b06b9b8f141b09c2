"""Who works on a file: an advisory lock beside it, for folders on this machine or on a network.

The lock is a file that only one can make (a hard link, else an exclusive open). It says who has it,
on which machine, since when, and is touched as long as they are there. One whose program is gone,
or that was not touched for ``STALE_AFTER``, is stale: another may take it over. Whoever it is taken
from finds out at the next touch, and may not save any more.
"""

from __future__ import annotations

import json
import os
import platform
import re
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

from app.storage.companions import Companion, companion

TOUCH_EVERY = 30.0
STALE_AFTER = 300.0
"""Seconds without a touch, by the clock of the folder, not by ours."""
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_OWNER_ONLY = 0o600
_MAY_READ = 0o444
_TOKEN = re.compile("[0-9a-f]{16}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a lock: name, machine, process there, since when (UTC, ISO 8601).

    ``token`` is this lock's own, ``started`` tells the process from a later one of the same number
    (0 where the machine does not say).
    """

    name: str
    machine: str
    process: int
    since: str
    token: str
    started: int = 0


_UNKNOWN = Owner("", "", 0, "", "")
_LONGEST = 4096


class LockedByOther(Exception):  # noqa: N818 - says what it is of the file
    """Somebody else has the file: open it read-only. ``stale``: they are gone, so ``take_over`` may
    be offered.
    """

    def __init__(self, path: Path, owner: Owner, stale: bool) -> None:
        super().__init__(
            f"{path}: {owner.name or 'somebody'} has it open on {owner.machine or 'a machine'} "
            f"since {owner.since}"
        )
        self.owner, self.stale = owner, stale


class LockFailed(Exception):  # noqa: N818 - says what happened
    """No lock could be made, in one line for the person: others won't see that the file is open."""


class Lock:
    """A lock that is held, and touched by a thread of its own until ``release``.

    ``lost`` is called once, from that thread, if another took it over.
    """

    def __init__(self, path: Path, owner: Owner, lost: Callable[[], None]) -> None:
        self._path, self.owner, self._lost = path, owner, lost
        self._released = Event()
        self._thread = Thread(target=self._keep, name="lock", daemon=True)
        self._thread.start()

    @property
    def held(self) -> bool:
        """Whether it is still this one; read from the folder, so ask before each save."""
        found = _owner_in(self._path)
        return found is not None and found.token == self.owner.token

    def release(self) -> None:
        """Let others have the file."""
        self._released.set()
        if self.held:
            with suppress(OSError):
                self._path.unlink()

    def _keep(self) -> None:
        while not self._released.wait(TOUCH_EVERY):
            if not self._touched():
                self._lost()
                return

    def _touched(self) -> bool:
        """False only where the lock is somebody else's: a share may be away for a while."""
        found = _owner_in(self._path)
        if found is None:
            return True
        if found.token != self.owner.token:
            return False
        with suppress(OSError):
            os.utime(self._path)
        return True


def acquire(file: Path, name: str, lost: Callable[[], None] = lambda: None) -> Lock:
    """The lock of the file for the person ``name``. Raises LockedByOther or LockFailed."""
    path, owner, mode = companion(file, Companion.LOCK), _owner(name), _mode(file)
    try:
        if _put(path, owner, mode):
            return Lock(path, owner, lost)
    except OSError as error:
        raise _failed(file, error) from error
    raise _refusal(file, path)


def take_over(file: Path, name: str, held: Owner, lost: Callable[[], None] = lambda: None) -> Lock:
    """The lock that ``held`` (of a stale ``LockedByOther``) left behind.

    Raises LockedByOther where it is not theirs any more, or they are back; or LockFailed.
    """
    path, owner, mode = companion(file, Companion.LOCK), _owner(name), _mode(file)
    # Of all who want this one lock only one can make a file with its token in the name.
    claim = path.with_name(f"{path.name}-{held.token}")
    try:
        if _stale(claim, _owner_in(claim)):
            claim.unlink(missing_ok=True)
        if not _put(claim, owner, mode):
            raise _refusal(file, path)
        try:
            found = _owner_in(path)
            if found is None:
                if not _put(path, owner, mode):
                    raise _refusal(file, path)
            elif found.token != held.token or not _stale(path, found):
                raise _refusal(file, path)
            else:
                _replace(path, owner, mode)
        finally:
            claim.unlink(missing_ok=True)
    except OSError as error:
        raise _failed(file, error) from error
    return Lock(path, owner, lost)


def _refusal(file: Path, path: Path) -> LockedByOther:
    found = _owner_in(path)
    return LockedByOther(file, found or _UNKNOWN, _stale(path, found))


def _failed(file: Path, error: OSError) -> LockFailed:
    reason = (error.strerror or type(error).__name__).lower()
    return LockFailed(f"{file}: not locked: {reason}; others will not see that you have it open")


def _owner(name: str) -> Owner:
    since = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    process = os.getpid()
    machine = platform.node()
    return Owner(name, machine, process, since, secrets.token_hex(8), _started(process))


def _put(path: Path, owner: Owner, mode: int) -> bool:
    """Make the file, whole, in one step; False where it is there already."""
    whole = path.with_name(f"{path.name}.{owner.token}")
    _write(whole, owner, mode)
    try:
        os.link(whole, path)
    except FileExistsError:
        return False
    except OSError:
        return _put_without_links(path, owner, mode)
    finally:
        whole.unlink(missing_ok=True)
    return True


def _put_without_links(path: Path, owner: Owner, mode: int) -> bool:
    try:
        _write(path, owner, mode)
    except FileExistsError:
        return False
    return True


def _replace(path: Path, owner: Owner, mode: int) -> None:
    whole = path.with_name(f"{path.name}.{owner.token}")
    _write(whole, owner, mode)
    whole.replace(path)


def _mode(file: Path) -> int:
    """Whoever may read the file may read who has it, and nobody else."""
    try:
        return _OWNER_ONLY | stat.S_IMODE(file.stat().st_mode) & _MAY_READ
    except OSError:
        return _OWNER_ONLY


def _write(path: Path, owner: Owner, mode: int) -> None:
    fd = os.open(path, _CREATE, _OWNER_ONLY)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(fd, mode)
        os.write(fd, json.dumps(asdict(owner)).encode("ascii"))
    finally:
        os.close(fd)


def _owner_in(path: Path) -> Owner | None:
    """None where there is no lock; the unknown owner where it can't be understood."""
    try:
        owner = Owner(**json.loads(path.read_bytes()[:_LONGEST]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, RecursionError):
        return _UNKNOWN
    kinds = (str, str, int, str, str, int)
    held = asdict(owner).values()
    right = all(type(value) is kind for value, kind in zip(held, kinds, strict=True))
    # The token becomes part of a name.
    return owner if right and _TOKEN.fullmatch(owner.token) else _UNKNOWN


def _stale(path: Path, owner: Owner | None) -> bool:
    if owner is None:
        return False
    if owner.machine == platform.node() and (gone := _is_gone(owner)) is not None:
        return gone
    try:
        return _now_there(path) - path.stat().st_mtime > STALE_AFTER
    except OSError:
        return False


def _is_gone(owner: Owner) -> bool | None:
    """Whether the process of this machine has ended; None where that can't be told."""
    if os.name == "nt" or owner.process <= 0:
        return None
    try:
        os.kill(owner.process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return None
    return owner.started != _started(owner.process)


def _started(process: int) -> int:
    """When the process started, in ticks since the machine did; 0 where it does not say."""
    if sys.platform != "linux":
        return 0
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
        return int(told.rpartition(")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return 0


def _now_there(path: Path) -> float:
    """The time by the clock of the folder, which may be another machine's."""
    probe = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    fd = os.open(probe, _CREATE, _OWNER_ONLY)
    os.close(fd)
    try:
        return probe.stat().st_mtime
    finally:
        probe.unlink(missing_ok=True)
