"""From a path to documents, whatever the file holds: the one way, with a screen or without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app import importers, tei
from app.importers.source import SourceError, read_bytes
from app.model.document import Document
from app.storage.atomic import FileState


class OpenError(Exception):
    """The file cannot be opened: which, why and what to do, in one line for a person."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds: one document for each memorandum in it.

    ``state`` is the file's own state where the file is TEI, so that it can be saved in place; None
    for an imported transcript, which is never written to.
    """

    documents: tuple[Document, ...]
    state: FileState | None = None

    @property
    def imported(self) -> bool:
        return self.state is None


def open_file(path: Path, pages: Sequence[Path] = ()) -> Opened:
    """The documents in the file. ``pages`` are the page images of a source that is not TEI.

    Raises ``OpenError``.
    """
    try:
        content = read_bytes(path)
        if not tei.looks_like_tei(content):
            return Opened(importers.read_source(path, pages))
        document = tei.read(content, str(path))
        return Opened((document,), FileState.of(content))
    except (tei.TeiError, SourceError) as error:
        line = str(error)
        named = line.startswith(str(path))
        raise OpenError(line if named else f"{path}: {line}") from error
