"""The edges of a page: the lines above and below its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from app.importers.labels import speaker_label
from app.importers.lines import Line

_TOP, _BOTTOM = 5, 12
"""Lines at the top and the bottom of a page that may stand around its text."""
_SHORT = 0.4
"""Share of the width of the text under which a line that ends no sentence carries nothing on."""
_ENDS = (".", "?", "!", ":", '"', ")", "]", "”", "-", "—")


def edges(lines: Sequence[Line], stands_around: Callable[[int], bool]) -> frozenset[int]:
    """The lines at the edges of their pages, of the whole where pages are not known.

    From the top and from the bottom of each page inwards, as long as ``stands_around`` says of the
    line that it is no text. At the bottom a short line that ends no sentence is none either: text
    that goes on fills its lines.
    """
    found: set[int] = set()
    width = _width(lines)
    for page, group in groupby(range(len(lines)), key=lambda at: lines[at].page):
        held = list(group)
        found |= set(_while(held[:_TOP], stands_around))
        ends = stands_around if page is None else _foot(lines, stands_around, width)
        found |= set(_while(held[:-_BOTTOM:-1], ends))
    return frozenset(found)


def _foot(
    lines: Sequence[Line], stands_around: Callable[[int], bool], width: int
) -> Callable[[int], bool]:
    return lambda at: stands_around(at) or _breaks_off(lines[at], width)


def _while(places: Sequence[int], holds: Callable[[int], bool]) -> Iterator[int]:
    for at in places:
        if not holds(at):
            return
        yield at


def _breaks_off(line: Line, width: int) -> bool:
    text = line.text
    return (
        line.spaced
        and len(text) < _SHORT * width
        and not text.endswith(_ENDS)
        and speaker_label(text) is None
    )


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0
