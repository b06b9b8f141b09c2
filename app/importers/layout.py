"""How a text sets its paragraphs off: by blank lines, by short last lines, by indents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.importers.labels import speaker_label
from app.importers.lines import Line

ENDED = re.compile(r"""[.?!:]["'”’)\]]*$""")
"""A text that ends in a sentence's end."""
_WRAPPED = 120
"""Characters of a line above which a text is not wrapped: each of its lines is a paragraph."""
_FULL = 0.8
"""Share of the usual width that a line fills when its paragraph goes on."""
_ROOM = 4
"""Characters to spare on a line that could have taken the next word."""
_MUCH_ROOM = 15
_INDENT = 2.5
"""Characters by which the first line of a paragraph is set in, at least."""
_HAPPENS_FULL = 0.15
"""Share of paragraphs whose last line is full: as long as a word and some room are, of a line."""
_SET_OFF = 0.04
"""Share of lines with space above from which a text tells its paragraphs by blank lines."""
_NOT_RARE = 0.15
"""Share of lines with an indent that is no accident."""
_FEW = 12
"""Lines of a text too short to say."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``width`` is the usual length of a full line, ``left`` its usual indent; ``set_off``:
    paragraphs have blank lines between; ``stray``: blank lines stand within paragraphs too.
    """

    width: int
    set_off: bool = True
    stray: bool = False
    left: float = 0.0

    @property
    def wrapped(self) -> bool:
        return self.width <= _WRAPPED

    def full(self, line: Line) -> bool:
        """Whether the line is as long as one is whose paragraph goes on."""
        return self.wrapped and len(line.printed) >= _FULL * self.width

    def ended_early(self, line: Line, following: Line, room: int = _ROOM) -> bool:
        """Whether the next line's first word, and ``room`` more, would have fitted on the line."""
        left = line.short if line.short is not None else self.width - len(line.printed)
        return left >= len(following.text.split(maxsplit=1)[0]) + 1 + room

    def divides(self, line: Line, following: Line) -> bool:
        """Whether a paragraph ends with a line that ends a sentence; ``following`` has no space
        above.
        """
        if following.indent is not None and line.indent is not None:
            if following.indent - line.indent >= _INDENT:
                return True
            if following.indent - self.left >= _INDENT and self.ended_early(line, following):
                return True
        if self.set_off:
            return False
        return self.ended_early(line, following, _MUCH_ROOM) and not following.text[0].islower()


def layout_of(pages: Sequence[Sequence[Line]], *, stray: bool | None = None) -> Layout:
    """The layout of the text on these pages; ``stray`` where that is known of the source."""
    lengths = sorted(len(line.printed) for lines in pages for line in lines)
    if not lengths:
        return Layout(0)
    width = lengths[len(lengths) * 9 // 10]
    pairs = [pair for lines in pages for pair in pairwise(lines)]
    spaced = sum(following.spaced for _, following in pairs)
    set_off = len(lengths) < _FEW or spaced >= _SET_OFF * len(pairs)
    if stray is None:
        stray = _has_stray_blanks(pairs, Layout(width))
    return Layout(width, set_off, stray, _left([line for lines in pages for line in lines]))


def _left(lines: Sequence[Line]) -> float:
    """The least indent that is not rare."""
    indents = Counter(line.indent for line in lines if line.indent is not None)
    usual = [indent for indent, count in indents.items() if count >= _NOT_RARE * len(lines)]
    return min(usual, default=0.0)


def _has_stray_blanks(pairs: Sequence[tuple[Line, Line]], layout: Layout) -> bool:
    """Whether a blank line after a full line that ends a sentence is one too many.

    It is if more such are to be expected within paragraphs than between two: as often as a blank
    line is found in the midst of a sentence, against as often as a last line happens to be full.
    """
    tally: Counter[tuple[bool, bool, bool]] = Counter()
    for line, following in pairs:
        if speaker_label(following.printed) is None:
            ended = ENDED.search(line.text) is not None
            early = layout.ended_early(line, following)
            if ended or (following.text[0].islower() and layout.full(line)):
                tally[following.spaced, ended, early] += 1
    within = tally[True, False, False] + tally[True, False, True]
    running = tally[False, False, False] + tally[False, False, True]
    share = within / (within + running) if within else 0.0
    return share * tally[False, True, False] > _HAPPENS_FULL * tally[True, True, True]
