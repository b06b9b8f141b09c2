"""Other states of the open document that are on disk: another copy, a version that was kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.document import Document
from app.storage.atomic import FileState

if TYPE_CHECKING:
    from app.storage.versions import Version


class NotRead(Exception):  # noqa: N818 - says what happened
    """Why, in one line for the person."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a file holds, and its state; ``intact``: it is as the last save it names left it."""

    document: Document
    state: FileState
    intact: bool


def read_copy(path: Path, folder: Path) -> Copy:
    """Its page images are named from ``folder``, as those of the open document. Raises NotRead."""
    from app.storage.history_chain import verified

    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise NotRead(f"{path}: not read: {reason}; check the name") from error
    document = _document(content, path, path.parent, folder)
    return Copy(document, FileState.of(content), verified(content, str(path)).intact)


def read_version(version: Version, file: Path, folder: Path) -> Document:
    """A kept save of ``file``. Raises NotRead."""
    try:
        content = version.content()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise NotRead(f"{version.path}: not read: {reason}; choose another") from error
    except ValueError as error:
        raise NotRead(str(error)) from error
    return _document(content, version.path, file.parent, folder)


def _document(content: bytes, path: Path, before: Path, after: Path) -> Document:
    from app import tei
    from app.importers import images_from

    try:
        document = tei.read(content, str(path))
    except tei.TeiError as error:
        line = str(error)
        raise NotRead(line if line.startswith(str(path)) else f"{path}: {line}") from error
    return images_from(document, before, after)
