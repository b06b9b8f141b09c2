"""Writing the files of a release into a fresh folder: all of them or none."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

_PREFIX, _SUFFIX = ".memcon-desk-", ".tmp"


class FolderError(Exception):
    """Nothing was written: one line, what and why."""


def write(
    folder: Path, files: Mapping[str, bytes], check: Callable[[Mapping[str, bytes]], None]
) -> None:
    """Make ``folder`` with the files in one step; ``check`` is given what is on the disk first.

    The folder must not be there yet. What ``check`` raises goes through, and nothing is left.
    Folder and files are readable by their owner alone. Raises FolderError.
    """
    require_fresh(folder)
    beside = folder.parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:
        beside.mkdir(mode=0o700)
        for name, content in files.items():
            _write(beside / name, content)
        check({path.name: path.read_bytes() for path in sorted(beside.iterdir())})
        _confirm(beside)
        require_fresh(folder)
        beside.rename(folder)
        _confirm(folder.parent)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise FolderError(f"{folder}: not released: {reason}; choose another folder") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def require_fresh(folder: Path) -> None:
    """Raises FolderError where something is at the place, or no folder to put it in."""
    if folder.exists() or folder.is_symlink():
        raise FolderError(f"{folder}: not released: it is there already; name a new folder")
    if not folder.parent.is_dir():
        raise FolderError(f"{folder}: not released: there is no folder {folder.parent}")


def _write(path: Path, content: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(fd, "wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _confirm(folder: Path) -> None:
    """Make what is in the folder last through a power cut. Windows opens no folders."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
