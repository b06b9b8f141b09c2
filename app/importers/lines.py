"""A line as every format gives it, and the two ways of looking into it.

A format module yields lines; all later steps work on them and know no format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile("[ \t]+")
_WIDE_GAP = re.compile(r"\s{3,}|\t+")
_LETTERS = re.compile(r"[^A-Za-z]+")
_PROSE = re.compile(r"(?:\S+\s+){6,}.*[.?!][\"'”’)]*(?:\s*\(\S{1,4}\))?$")
LONG = 70
"""Characters above which a line is running text and not a line of a form."""


@dataclass(frozen=True, slots=True)
class SourceWord:
    """A word as an engine read it: its box in pixels of the page image, its confidence from 0 to 1
    (None where the engine gives none).
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A box in pixels of the page image; ``right`` and ``bottom`` are outside it."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    ``struck``: the source lines through all of it. ``spaced``: there is space above it. ``page``:
    the page it stands on, counted from 0, where the format knows; None where pages are to be found
    out.

    The rest is known where the format has geometry. ``words`` are the words of ``text``, in order:
    the text is theirs with a blank between two, or three blanks where they stand in columns.
    ``paper`` is the size of the page, width and height, in the pixels of ``box``. ``indent`` and
    ``short`` say how many characters of usual width the line begins after the left edge of the
    text of its page and ends before the right edge.
    """

    text: str
    struck: bool = False
    spaced: bool = False
    page: int | None = None
    box: Box | None = None
    words: tuple[SourceWord, ...] = ()
    paper: tuple[int, int] | None = None
    indent: float | None = None
    short: float | None = None

    @property
    def down(self) -> float | None:
        """How far down the page its middle is: 0 at the top edge, 1 at the bottom."""
        if self.box is None or not self.paper or not self.paper[1]:
            return None
        return (self.box.top + self.box.bottom) / 2 / self.paper[1]

    @property
    def printed(self) -> str:
        """The text with single blanks, and with its tildes where it is struck."""
        plain = _single_blanks(self.text)
        return f"~~{plain}~~" if self.struck else plain

    @property
    def prose(self) -> bool:
        """Whether it is a line of running text rather than of a head or a form."""
        plain = _single_blanks(self.text)
        return len(plain) > LONG or _PROSE.match(plain) is not None


def _single_blanks(text: str) -> str:
    return _BLANKS.sub(" ", text) if "  " in text or "\t" in text else text


def storable(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def cells(text: str) -> list[str]:
    """The parts of a line that stand in columns, three blanks or a tab apart."""
    return [part for part in _WIDE_GAP.split(text) if part]


def capitals(text: str) -> str:
    """The letters of the text in upper case; "" where less than half of them are capitals."""
    letters = _LETTERS.sub("", text)
    upper = sum(map(str.isupper, letters))
    return letters.upper() if upper * 2 >= len(letters) else ""
