"""The bytes of a source file, or one clear line that says why not."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

LIMIT = 200 * 1024 * 1024
"""Bytes a source may have: some 50,000 pages of text."""


class SourceError(Exception):
    """A source that can't be read. Its text is one line: what, where, what to do."""


def read_bytes(path: Path) -> bytes:
    """All of the file. Raises SourceError: missing, unreadable, no file, empty, too large."""
    try:
        with io.BufferedReader(io.FileIO(path, opener=_without_waiting)) as handle:
            _check(path, os.fstat(handle.fileno()))
            data = handle.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise SourceError(_reason(path, error)) from error
    if not data:
        raise SourceError(f"{path}: the file is empty; choose a file with a transcript in it")
    if len(data) > LIMIT:
        raise SourceError(_too_large(path))
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Opening a named pipe would otherwise wait for somebody to write to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(f"{path}: this is a folder; choose a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(f"{path}: this is a device or a pipe; choose an ordinary file")
    if status.st_size > LIMIT:
        raise SourceError(_too_large(path))


def _too_large(path: Path) -> str:
    size = LIMIT // (1024 * 1024)
    return f"{path}: the file is larger than {size} MB; split it into smaller files"


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"{path}: there is no such file; check the name"
    if isinstance(error, PermissionError):
        # Windows refuses to open a folder in these words too.
        if path.is_dir():
            return f"{path}: this is a folder; choose a file in it"
        return f"{path}: no permission to read the file; ask its owner"
    if isinstance(error, IsADirectoryError):
        return f"{path}: this is a folder; choose a file in it"
    if isinstance(error, OSError):
        return f"{path}: can't be read ({error.strerror}); copy it to a local disk and try again"
    return f"{str(path)!r}: this can't be the name of a file; check the name"
