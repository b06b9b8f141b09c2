"""A save with all that goes with it: the chain of evidence, the journal, the versions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import tei
from app.model.document import Document
from app.storage.atomic import FileState, SaveError
from app.storage.history_chain import sealed
from app.storage.journal import Journal
from app.storage.versions import DEFAULT_KEPT, find, keep
from app.storage.working_file import save_written


@dataclass(frozen=True, slots=True)
class Recorded:
    """``state`` is what is on disk now, ``document`` what was written, with its chain: it is what
    ``Review.mark_saved`` wants. ``complaint`` is a line for the person, "" where all went well.
    """

    state: FileState
    document: Document
    complaint: str


def save_recorded(
    document: Document,
    path: Path,
    expected: FileState | None,
    *,
    by: str,
    number: int,
    journal: Journal | None = None,
    kept: int = DEFAULT_KEPT,
) -> Recorded:
    """Save ``document`` (from ``Review.to_save``) as the working file ``path``.

    ``expected`` is as in ``save_bytes``; ``by`` is the reviewer's name; ``number`` is what
    ``Review.state`` was when the document was taken; ``kept`` is how many versions to keep. Nothing
    here needs the window: it can run in any thread, one save at a time. Raises ``SaveError``.
    """
    try:
        document, content = sealed(document)
    except tei.TeiError as error:
        raise SaveError(f"{path}: not saved: {error}") from error
    state = FileState.of(content)
    if kept and expected is not None:
        _keep_replaced(path, expected, kept)
    if journal is not None:
        journal.announce(number, state.digest)
    state = save_written(document, content, path, expected)
    if journal is not None:
        journal.go_on(path, state.digest, number)
    return Recorded(state, document, keep(path, content, by, datetime.now(UTC), kept))


def _keep_replaced(path: Path, expected: FileState, kept: int) -> None:
    """The file that goes, if it is no version yet: somebody else may have written it."""
    if find(path, expected.digest) is not None:
        return
    with suppress(OSError):
        content = path.read_bytes()
        if FileState.of(content) == expected:
            saved = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            keep(path, content, "", saved, kept)
