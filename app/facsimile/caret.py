"""From the caret to line and word on the page image, and from a point on it to the caret."""

from __future__ import annotations

from typing import NamedTuple

from app.model.document import Document, Page, TextLine, Word
from app.model.links import page_place, place_of_word

_REACH = 1.0
"""Heights of a line that a point may be away from it and still mean it."""


class Spot(NamedTuple):
    """Where on the page images the caret is: ``line`` and ``word`` as far as they are known."""

    page: Page
    line: TextLine | None = None
    word: Word | None = None


def spot_of(document: Document, at: int, offset: int) -> Spot | None:
    """The spot of a place in paragraph ``at``; None where the document has no such page.

    Between words, and in words that are not on the image, the line is that of the word before.
    """
    place = page_place(document, at, offset)
    if place is None:
        return None
    page, start = document.page(place[0]), place[1]
    best: tuple[int, TextLine, Word] | None = None
    for line in page.lines:
        for word in line.words:
            if word.start <= start and (best is None or word.start > best[0]):
                best = word.start, line, word
    if best is None:
        return Spot(page, page.lines[0] if page.lines else None)
    _, line, word = best
    return Spot(page, line, word if start <= word.start + word.length else None)


def place_at(document: Document, page: Page, x: float, y: float) -> tuple[int, int] | None:
    """The paragraph and offset of what is printed at a point, in the pixels of the page's lines.

    Between words it is the nearer one's; None far from any line.
    """
    line = _line_at(page, y)
    if line is None:
        return None
    word = min(line.words, key=lambda word: max(word.left - x, x - word.right, 0))
    width = max(1, word.right - word.left)
    share = min(1.0, max(0.0, (x - word.left) / width))
    return place_of_word(document, page.id, word.start + int(share * word.length))


def _line_at(page: Page, y: float) -> TextLine | None:
    lines = [line for line in page.lines if line.words]
    nearest = min(lines, key=lambda line: _distance(line, y), default=None)
    if nearest is None:
        return None
    height = max(1, nearest.bottom - nearest.top)
    return nearest if _distance(nearest, y) <= _REACH * height else None


def _distance(line: TextLine, y: float) -> float:
    """How far the point is above or below the line; inside it, less than 0 by its depth."""
    return max(line.top - y, y - line.bottom)
