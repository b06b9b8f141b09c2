"""Save the TEI file a reviewer works on. (``app.opening`` reads it, as it does any other file.)"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app import tei
from app.model.document import Document
from app.model.spans import Inclusion, Markup
from app.storage.atomic import FileState, SaveError, save_bytes
from app.tei.foreign import passages


def save_written(
    document: Document, content: bytes, path: Path, expected: FileState | None
) -> FileState:
    """Put ``content``, which is the document written, at ``path`` in one step; the state of the new
    file.

    ``expected`` is as in ``save_bytes``. Raises ``SaveError``: also where the file to be replaced
    has TEI of somebody else that the document would not bring back.
    """
    if expected is not None and not expected.ours:
        # What is wrong with the file itself, save_bytes says.
        with suppress(OSError):
            try:
                require_no_loss(path, path.read_bytes(), document)
            except tei.TeiError as error:
                raise SaveError(f"{path}: not saved: {error}") from error
    return replace(save_bytes(path, content, expected), ours=not _holds_foreign(document))


def identified(state: FileState, document: Document) -> FileState:
    """The state of the file that ``document`` was read from, with whether the file is ours.

    That is found by writing the document again, which spares each save a reading of the whole file.
    Raises ``TeiError`` where the document cannot be written.
    """
    ours = not _holds_foreign(document) and FileState.of(tei.write(document)) == state
    return replace(state, ours=ours)


def require_no_loss(path: Path, source: bytes, document: Document) -> None:
    """Raise ``SaveError`` if the document lacks something foreign of the TEI in ``source``.

    ``path`` is the file that is spoken of.
    """
    if not tei.looks_like_tei(source):
        return
    if lost := tei.losses(source, document):
        more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        raise SaveError(f"{path}: not saved: it would lose {lost[0]}{more}; save a copy elsewhere")


def _holds_foreign(document: Document) -> bool:
    """Whether it carries anything that another program wrote."""
    return (
        bool(document.carried)
        or any(paragraph.attributes or paragraph.before for paragraph in document.paragraphs)
        or any(
            isinstance(span, Markup | Inclusion)
            for passage in passages(document)
            for span in passage.spans
        )
    )
