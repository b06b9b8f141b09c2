"""From the lines an engine read, each in its place on the page, to lines in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median, quantiles
from typing import TypeVar

from app.importers.geometry import FARTHEST, Printed, ScannedPage, around
from app.importers.lines import Box, Line, SourceWord

_MOST_ORDERED = 2_000
"""Lines above which a page is none of these papers: the engine's order stands."""
_WIDE_GAP = 3.0
"""Usual characters between two words from which they stand in columns."""
_WIDE_BLANK = "   "
_SPACED = 1.35
"""Times the usual distance of two lines from which there is space between them."""
_FEW_STEPS = 8
"""Distances of lines below which a page does not tell what is usual on it."""
_LABEL_WORDS, _MARK_LENGTH = 5, 5
_PROSE_WORDS, _COLUMN_ROWS = 6, 4
"""A page has columns of text where in so many rows so many words stand on both sides of a gap."""

_Boxed = TypeVar("_Boxed", Box, SourceWord)


def lines_of(pages: Sequence[ScannedPage]) -> list[Line]:
    """The lines of all pages, in reading order. All boxes are cut at the edges of their page."""
    ordered = [_in_order(page) for page in pages]
    usual = _usual([step for rows in ordered for step in _steps(rows)], 0.0)
    found: list[Line] = []
    for at, (page, rows) in enumerate(zip(pages, ordered, strict=True)):
        steps = _steps(rows)
        own = usual if len(steps) < _FEW_STEPS else _usual(steps, usual)
        found += _lines(page, at, rows, own)
    return found


def _in_order(page: ScannedPage) -> list[Printed]:
    """The page's lines from top to bottom, those that stand in one row joined.

    An engine's order stands but for two things: what is above comes before what is below it, and a
    label or a mark in a column of its own goes with the text beside it.
    """
    lines = [_inside(line, page) for line in page.printed]
    if page.ordered or len(lines) > _MOST_ORDERED or any(line.box is None for line in lines):
        return lines
    return _downwards(_rows(lines))


def _inside(line: Printed, page: ScannedPage) -> Printed:
    if line.box is None:
        return line
    width, height = page.width or FARTHEST, page.height or FARTHEST
    words = tuple(_cut(word, width, height) for word in line.words)
    return Printed(words, _cut(line.box, width, height))


def _cut(held: _Boxed, width: int, height: int) -> _Boxed:
    if held.left >= 0 and held.top >= 0 and held.right <= width and held.bottom <= height:
        return held
    return replace(
        held,
        left=min(max(0, held.left), width),
        top=min(max(0, held.top), height),
        right=min(max(0, held.right), width),
        bottom=min(max(0, held.bottom), height),
    )


def _downwards(lines: Sequence[Printed]) -> list[Printed]:
    """Each line put before the first of those already placed that stand below it."""
    placed: list[Printed] = []
    for line in lines:
        before = len(placed)
        while before and not _is_above(placed[before - 1], line):
            before -= 1
        below = (at for at in range(before, len(placed)) if _is_above(line, placed[at]))
        placed.insert(next(below, len(placed)), line)
    return placed


def _is_above(one: Printed, other: Printed) -> bool:
    """Whether the one ends where the other begins, or higher, with a part of it over the other."""
    a, b = one.box, other.box
    if a is None or b is None or a.left >= b.right or b.left >= a.right:
        return False
    return a.top + a.bottom < b.top + b.bottom and a.bottom - b.top < (b.bottom - b.top) / 2


def _rows(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, each label and mark joined to the line beside it."""
    pairs = [
        (left, right)
        for left, line in enumerate(lines)
        for right, other in enumerate(lines)
        if left != right and _beside(line, other)
    ]
    prose = sum(all(len(lines[at].words) >= _PROSE_WORDS for at in pair) for pair in pairs)
    if prose >= _COLUMN_ROWS:
        return list(lines)
    joined: dict[int, int] = {}
    for left, right in pairs:
        if (
            right not in joined
            and left not in joined.values()
            and _belong(lines[left], lines[right])
        ):
            joined[right] = left
    following = {left: right for right, left in joined.items()}
    rows: list[Printed] = []
    for at in range(len(lines)):
        if at not in joined:
            rows.append(_chained(lines, at, following))
    return rows


def _chained(lines: Sequence[Printed], at: int, following: dict[int, int]) -> Printed:
    row = [lines[at]]
    while at in following:
        at = following[at]
        row.append(lines[at])
    if len(row) == 1:
        return row[0]
    words = tuple(word for line in row for word in line.words)
    return Printed(words, around([line.box for line in row if line.box]))


def _beside(left: Printed, right: Printed) -> bool:
    """Whether the second stands to the right of the first in the same row: their nearest words
    share half of the lower one's height.
    """
    if left.box is None or right.box is None or left.box.right > right.box.left:
        return False
    if left.box.left == right.box.left:  # of no width, at one place
        return False
    a, b = left.words[-1], right.words[0]
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared * 2 > min(a.bottom - a.top, b.bottom - b.top)


def _belong(left: Printed, right: Printed) -> bool:
    """Whether one is a label, or a mark, of the other, and neither a speck."""
    if not (_says(left) and _says(right)):
        return False
    return len(left.words) <= _LABEL_WORDS or (
        len(right.words) == 1 and len(right.words[0].text) <= _MARK_LENGTH
    )


def _says(line: Printed) -> bool:
    return any(sign.isalnum() for word in line.words for sign in word.text)


def _steps(rows: Sequence[Printed]) -> list[float]:
    """The distances from each line down to the next under it."""
    return [step for above, below in pairwise(rows) if (step := _step(above, below)) is not None]


def _step(above: Printed, below: Printed) -> float | None:
    """From the middle of the one to the middle of the other, None where it is not under it."""
    a, b = above.box, below.box
    if a is None or b is None or a.left >= b.right or b.left >= a.right:
        return None
    step = (b.top + b.bottom - a.top - a.bottom) / 2
    return step if step > 0 else None


def _usual(steps: Sequence[float], otherwise: float) -> float:
    """The distance of lines that follow without space: the lower quartile."""
    return quantiles(steps, n=4)[0] if len(steps) > 1 else otherwise


def _lines(page: ScannedPage, at: int, rows: Sequence[Printed], usual: float) -> list[Line]:
    across = _usual_character(rows)
    left, right = _edges(rows)
    found: list[Line] = []
    for above, row in zip((None, *rows), rows, strict=False):
        step = _step(above, row) if above else None
        spaced = (
            above is None
            or (step is None and row.box is not None)
            or bool(step and step > _SPACED * usual)
        )
        if row.box is None:
            text = " ".join(word.text for word in row.words)
            found.append(Line(text, spaced=spaced, page=at))
            continue
        found.append(
            Line(
                _text(row.words, across),
                spaced=spaced,
                page=at,
                box=row.box,
                words=row.words,
                paper=(page.width, page.height) if page.width and page.height else None,
                indent=round((row.box.left - left) / across, 1),
                short=round((right - row.box.right) / across, 1),
            )
        )
    return found


def _usual_character(rows: Sequence[Printed]) -> float:
    """The width of a character, blank to its right included, as most words have it."""
    words = [word for row in rows for word in row.words]
    # In a short word the blank that is not in its box would weigh most.
    long = [word for word in words if len(word.text) > 2] or words
    widths = [(word.right - word.left) / len(word.text) for word in long]
    return max(1.0, median(widths)) if widths else 1.0


def _edges(rows: Sequence[Printed]) -> tuple[float, float]:
    """Where the text begins and ends across the page: most of its longer lines do."""
    longest = max((len(row.words) for row in rows), default=0)
    boxes = [row.box for row in rows if row.box and len(row.words) * 2 >= longest]
    if not boxes:
        return 0.0, 0.0
    lefts, rights = sorted(box.left for box in boxes), sorted(box.right for box in boxes)
    return lefts[len(boxes) // 5], rights[len(boxes) * 9 // 10]


def _text(words: Sequence[SourceWord], across: float) -> str:
    pieces = [words[0].text]
    for before, word in pairwise(words):
        wide = word.left - before.right >= _WIDE_GAP * across
        pieces += (_WIDE_BLANK if wide else " ", word.text)
    return "".join(pieces)
