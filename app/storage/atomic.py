"""Replace a file in one step: after a crash at any moment it is the old one or the new one, whole.

The way is a temporary file in the same folder, fsync, rename, fsync of the folder. A file is
created readable by its owner alone; one that is replaced keeps its permissions. The calls go
through ``System``, which is ``os`` itself, so that a test can make each of them fail.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

OWNER_ONLY = 0o600
_PREFIX, _SUFFIX = ".memcon-desk-", ".tmp"
_ABANDONED_AFTER = 600.0
"""Seconds since the last write after which a temporary file of ours belongs to nobody any more."""
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class System(Protocol):
    """The calls a save makes, with the meaning they have in ``os``."""

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int: ...
    def write(self, fd: int, content: memoryview, /) -> int: ...
    def fsync(self, fd: int) -> None: ...
    def close(self, fd: int) -> None: ...
    def chown(self, path: Path, uid: int, gid: int) -> None: ...
    def chmod(self, path: Path, mode: int) -> None: ...
    def replace(self, src: Path, dst: Path) -> None: ...
    def unlink(self, path: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class FileState:
    """What a file held when it was read or written; ``digest`` is the SHA-256 of its bytes, in hex.

    Size and time are left out: a change can keep both, and a touched file has not changed.
    ``ours`` is known of a file that holds what this program writes and nothing else, so that a
    save over it loses nothing; it is no part of being equal.
    """

    digest: str
    ours: bool = field(default=False, compare=False)

    @classmethod
    def of(cls, content: bytes) -> FileState:
        return cls(hashlib.sha256(content).hexdigest())


class SaveError(Exception):
    """Nothing was saved, in one line for a person; the file is as it was.

    ``written`` is set in the one case where the new file is in place all the same: the rename was
    done, but the disk did not confirm it.
    """

    def __init__(self, message: str, written: FileState | None = None) -> None:
        super().__init__(message)
        self.written = written


class ChangedOnDisk(SaveError):  # noqa: N818 - says what happened, as FileExistsError does
    """The file is not what it was when it was read (or is there, or gone, unexpectedly)."""


def state_on_disk(path: Path) -> FileState | None:
    """The file's state now, None where there is no file. Raises OSError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return FileState(hashlib.file_digest(file, "sha256").hexdigest())
    except FileNotFoundError:
        return None


def save_bytes(
    path: Path, content: bytes, expected: FileState | None, system: System = os
) -> FileState:
    """Put ``content`` at ``path`` in one step and return the state of the new file.

    ``expected`` is the file's state when it was last read or written, None where none was there.
    Symbolic links are followed: the file they lead to is replaced. Raises ``ChangedOnDisk`` or
    another ``SaveError``.
    """
    try:
        target = Path(os.path.realpath(path))
        old = _replaced_file(path, target)
        with _temporary(target.parent, system) as temporary:
            _write(temporary, content, system)
            if old is not None:
                _keep_permissions(temporary, old, system)
            sweep(target.parent, system)
            _require_unchanged(path, target, expected)
            system.replace(temporary, target)
    except OSError as error:
        raise SaveError(f"{path}: not saved: {_reason(error)}; {_advice(error)}") from error
    written = FileState.of(content)
    _confirm(path, target.parent, written, system)
    return written


def sweep(folder: Path, system: System = os) -> None:
    """Remove temporary files that a killed program left in the folder; errors do not matter."""
    with suppress(OSError):
        found = [(file, file.stat().st_mtime) for file in folder.glob(f"{_PREFIX}*{_SUFFIX}")]
        # Compared with each other, since the clock of a network share is not ours.
        newest = max((time for _, time in found), default=0.0)
        for file, time in found:
            if newest - time > _ABANDONED_AFTER:
                system.unlink(file)


def _replaced_file(path: Path, target: Path) -> os.stat_result | None:
    """The file that will be replaced, which must be one that may be written."""
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(old.st_mode):
        raise SaveError(f"{path}: not saved: it is not a file; choose another name")
    if not os.access(target, os.W_OK):
        raise SaveError(f"{path}: not saved: it is read-only; choose another name")
    return old


def _require_unchanged(path: Path, target: Path, expected: FileState | None) -> None:
    found = state_on_disk(target)
    if found == expected:
        return
    if expected is None:
        raise ChangedOnDisk(f"{path}: not saved: the file is already there; choose another name")
    if found is None:
        raise ChangedOnDisk(f"{path}: not saved: the file is gone; save a copy")
    raise ChangedOnDisk(
        f"{path}: not saved: another program changed the file; reload it or save a copy"
    )


@contextmanager
def _temporary(folder: Path, system: System) -> Iterator[Path]:
    """The path of a file to write in the folder; it is gone at the end, renamed or removed."""
    path = folder / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:
        yield path
    finally:
        with suppress(OSError):
            system.unlink(path)


def _write(path: Path, content: bytes, system: System) -> None:
    """A new file with all of the content, on the disk when this returns."""
    fd = system.open(path, _CREATE, OWNER_ONLY)
    try:
        rest = memoryview(content)
        while rest:
            taken = system.write(fd, rest)
            if not taken:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[taken:]
        system.fsync(fd)
    except BaseException:
        with suppress(OSError):
            system.close(fd)
        raise
    # A network file system may report a failed write only here.
    system.close(fd)


def _keep_permissions(path: Path, old: os.stat_result, system: System) -> None:
    """The owner, group and mode of the replaced file, as far as this person may give them.

    What its group was allowed is dropped where the new file cannot belong to the same group.
    """
    new = path.stat()
    mode = stat.S_IMODE(old.st_mode)
    same = (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid)
    if not same and not _given_to(path, old.st_uid, old.st_gid, system):
        mode &= ~stat.S_IRWXG
    system.chmod(path, mode)


def _given_to(path: Path, owner: int, group: int, system: System) -> bool:
    """Whether the file could be given to the group; to the owner too where that is allowed."""
    for uid in (owner, -1):
        with suppress(OSError):
            system.chown(path, uid, group)
            return True
    return False


def _confirm(path: Path, folder: Path, written: FileState, system: System) -> None:
    """Make the rename last through a power cut. Windows does so itself and opens no folders."""
    if os.name == "nt":
        return
    try:
        fd = system.open(folder, os.O_RDONLY)
        try:
            system.fsync(fd)
        finally:
            system.close(fd)
    except OSError as error:
        raise SaveError(
            f"{path}: the new file is in place, but the disk did not confirm it: "
            f"{_reason(error)}; save again",
            written,
        ) from error


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _advice(error: OSError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "choose a folder that exists"
        case PermissionError():
            return "choose a folder you may write to"
    return "nothing was changed; make room or choose another folder"
