"""A document read aloud in the order of its source, to be held against the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.document import Document, Furniture, HeadingEntry, Mark, Paragraph
from app.model.terms import Certainty, Place, Position
from app.model.witness import opening_breaks


def printed(documents: Iterable[Document]) -> str:
    """Every character that is not blank, in the order of the paper; what is struck in ~~."""
    return "".join("".join(piece for doc in documents for piece in _pieces(doc)).split())


def _pieces(document: Document) -> Iterator[str]:
    at = 0
    yield from _furniture(document, at, Place.TOP)
    yield document.heading.title.text
    for entry in document.heading.entries:
        yield from _entry(entry)
    for paragraph in document.paragraphs:
        pieces = _paragraph(paragraph)
        for piece in pieces:
            if piece == "\f":
                yield from _furniture(document, at, Place.BOTTOM)
                at += 1
                yield from _furniture(document, at, Place.TOP)
            else:
                yield piece
    if document.trailer:
        yield document.trailer.text
    yield from _furniture(document, at, Place.BOTTOM)


def _furniture(document: Document, at: int, place: Place) -> Iterator[str]:
    for piece in document.pages[at].furniture:
        if piece.place is place:
            yield _struck(piece.text.text, piece)


def _entry(entry: HeadingEntry) -> Iterator[str]:
    labels = entry.label.text.split("\n")
    texts = entry.text.text.split("\n")
    for line in range(max(len(labels), len(texts))):
        yield from labels[line : line + 1]
        yield from texts[line : line + 1]
    yield _mark(entry.mark)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    leading = paragraph.mark is not None and paragraph.mark.read_at is Position.LEADING
    breaks, passage = opening_breaks(paragraph.passage)
    yield from "\f" * len(breaks)
    yield _mark(paragraph.mark) if leading else ""
    yield paragraph.label.text if paragraph.label else ""
    for at, piece in enumerate(passage.witness.split("\f")):
        yield from "\f" if at else ""
        yield piece
    yield "" if leading else _mark(paragraph.mark)


def _mark(mark: Mark | None) -> str:
    return _struck(mark.reading, mark) if mark else ""


def _struck(text: str, piece: Mark | Furniture) -> str:
    """Low certainty means that the stroke was inferred, and that the source shows none."""
    return f"~~{text}~~" if piece.struck and piece.certainty is not Certainty.LOW else text
