"""The notes of a document: all of them, where they are, which one is at a place."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.document import Document
from app.model.queries import Place
from app.model.spans import Note


def notes(document: Document) -> Iterator[tuple[int, Note]]:
    """Each note with its paragraph, in text order."""
    for at, paragraph in enumerate(document.paragraphs):
        for span in paragraph.passage.spans:
            if isinstance(span, Note):
                yield at, span


def note_places(document: Document) -> Iterator[Place]:
    """Where the notes begin, in order."""
    for at, note in notes(document):
        yield at, note.start


def note_at(document: Document, at: int, offset: int) -> Note | None:
    """The shortest note that covers or touches the place."""
    found = [
        span
        for span in document.paragraphs[at].passage.spans
        if isinstance(span, Note) and span.start <= offset <= span.end
    ]
    return min(found, key=lambda note: note.end - note.start, default=None)


def find_note(document: Document, identifier: str) -> tuple[int, Note] | None:
    """The note of this id, with its paragraph."""
    return next((found for found in notes(document) if found[1].id == identifier), None)
