"""The original reading beside the current text, word by word.

What differs is known from the corrections; only within one that covers several words is looked for
the words that it changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.differing import stretches, words_and_blanks
from app.model.document import Document
from app.model.passage import Passage
from app.model.queries import Place
from app.model.spans import PAGE_BREAK, Correction


@dataclass(frozen=True, slots=True)
class Piece:
    """``start:end`` of the text reads ``original`` in the source.

    ``correction`` is who says otherwise; None where the two are the same.
    """

    start: int
    end: int
    original: str
    correction: Correction | None = None


def pieces(passage: Passage) -> tuple[Piece, ...]:
    """The passage from end to end.

    The originals add up to the witness without its page breaks, which are no words.
    """
    found: list[Piece] = []
    at = 0
    for correction in passage.corrections:
        found += _unchanged(passage.text, at, correction.start)
        found += _within(passage.text, correction)
        at = correction.end
    return (*found, *_unchanged(passage.text, at, len(passage.text)))


def differences(passage: Passage) -> tuple[Piece, ...]:
    """The words that differ."""
    if not passage.spans:
        return ()
    return tuple(piece for piece in pieces(passage) if piece.correction is not None)


def places(document: Document) -> Iterator[Place]:
    """Where the words that differ begin, in order."""
    for at, paragraph in enumerate(document.paragraphs):
        for piece in differences(paragraph.passage):
            yield at, piece.start


def text_range(found: tuple[Piece, ...], start: int, end: int) -> tuple[int, int]:
    """The characters of the text for ``start:end`` of the original that the pieces add up to.

    A changed word is taken whole, and a word that was deleted is where it stood.
    """
    edges: list[tuple[int, int]] = []
    at = 0
    for piece in found:
        low, high = max(start, at), min(end, at + len(piece.original))
        if low < high or (start == end == low == high):
            if piece.correction is None:
                edges.append((piece.start + low - at, piece.start + high - at))
            else:
                edges.append((piece.start, piece.end))
        at += len(piece.original)
    if not edges:
        last = found[-1].end if found else 0
        return last, last
    return edges[0][0], edges[-1][1]


def _unchanged(text: str, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(start, end, text[start:end])


def _within(text: str, correction: Correction) -> Iterator[Piece]:
    """The words of a correction: those it changed, and those that only stand between them."""
    now = words_and_blanks(text[correction.start : correction.end])
    original = words_and_blanks(correction.original.replace(PAGE_BREAK, ""))
    if now == original:
        # It differs by a page break alone.
        yield from _unchanged(text, correction.start, correction.end)
        return
    if len(now) == len(original) == 1:
        yield Piece(correction.start, correction.end, original[0], correction)
        return
    at = correction.start
    for same, start, stop, low, high in stretches(now, original):
        end = at + sum(map(len, now[start:stop]))
        yield Piece(at, end, "".join(original[low:high]), None if same else correction)
        at = end
