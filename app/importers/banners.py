"""Classification banners: the level a line stands for, however the strike-through was misread."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.importers.lines import Line, capitals
from app.model.terms import Certainty, Level

_PRINTED = re.compile(r"(TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)(?:\s*//?\s*[A-Z][A-Z ,/-]*)?")
_LIKENESS = {
    "UNCLASSIFIED": Level.U,
    "CONFIDENTIAL": Level.C,
    "SECRET": Level.S,
    "TOPSECRET": Level.TS,
}
_LONGEST = 45
"""Characters of a line that may be a banner."""
_CLOSE, _FAR, _FAR_SHORT = 82.0, 55.0, 70.0
"""Likeness in per cent asked of any line, and where banners stand of long and of short words."""


@dataclass(frozen=True, slots=True)
class Banner:
    """The level a banner shows, and how sure that is."""

    level: Level
    struck: bool
    certainty: Certainty


def banner(line: Line, edge: bool) -> Banner | None:
    """What banner the line is, None if it is none.

    A word in capitals that is like a level is a banner. Where banners stand (``edge``: among the
    first or last lines of a page) and for struck lines, less likeness is enough, and other signs
    may follow the word. Only a line that reads exactly is certain: a misread one was struck
    through, for that is what makes OCR misread it.
    """
    if len(line.text) > _LONGEST:
        return None
    printed = _PRINTED.fullmatch(line.text)
    if printed:
        return Banner(Level(printed[1]), line.struck, Certainty.HIGH)
    expected = edge or line.struck
    level = _like(line.text, expected) or (_like(line.text.split()[0], True) if expected else None)
    if level is None:
        return None
    certainty = Certainty.MEDIUM if line.struck else Certainty.LOW
    return Banner(level, True, certainty)


def _like(text: str, expected: bool) -> Level | None:
    """The level whose name the text is like; ``expected``: in a place where banners stand."""
    letters = capitals(text)
    if len(letters) < 4:
        return None
    likeness, word = max((fuzz.ratio(letters, word), word) for word in _LIKENESS)
    if fuzz.ratio(letters, "DECLASSIFIED") >= likeness:
        return None
    return _LIKENESS[word] if likeness >= _wanted(letters, word, expected) else None


def _wanted(letters: str, word: str, expected: bool) -> float:
    """The likeness to ask of these letters. A much longer or shorter line is no damaged banner."""
    if not expected or not 0.6 <= len(letters) / len(word) <= 1.4:
        return _CLOSE
    return _FAR_SHORT if len(word) < 8 else _FAR
