"""Two releases of one document: what the later one opened, and what it closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_OMISSION = re.compile(r"\[[^\[\]]*\b(?:not declassified|not released|referred to)[^\[\]]*\]")
_SAME = 4
"""Words running that are no chance agreement of two different sentences."""
_PART = re.compile(rf"{_OMISSION.pattern}|\S+")


@dataclass(frozen=True, slots=True)
class Changed:
    """``words`` that the later release has and the earlier withheld ("opened"), or the other way
    round ("closed"); "reworded" where neither withholds anything there. ``line`` counts from 1 in
    the release that has the words.
    """

    kind: Literal["opened", "closed", "reworded"]
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words of a release with their lines; ``before[n]`` is how many omissions stand before
    word ``n``, its last how many there are.
    """

    words: tuple[str, ...]
    lines: tuple[int, ...]
    before: tuple[int, ...]

    def omits(self, start: int, stop: int) -> bool:
        """Whether anything is omitted beside or between these words."""
        return self.before[stop] > (self.before[start - 1] if start else 0)


def compared(earlier: str, later: str) -> tuple[Changed, ...]:
    """The differences between two releases in plain text (``release.txt``), in text order."""
    old, new = _reading(earlier), _reading(later)
    found: list[Changed] = []
    for a, b, c, d in _gaps(old.words, new.words):
        if c < d:
            told: Literal["opened", "reworded"] = "opened" if old.omits(a, b) else "reworded"
            found.append(Changed(told, " ".join(new.words[c:d]), new.lines[c]))
        if a < b:
            lost: Literal["closed", "reworded"] = "closed" if new.omits(c, d) else "reworded"
            found.append(Changed(lost, " ".join(old.words[a:b]), old.lines[a]))
    return tuple(found)


def _gaps(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that differ, between stretches of at least ``_SAME`` words that do not."""
    a = c = 0
    for at, there, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if size >= _SAME or size == 0:
            if a < at or c < there:
                yield a, at, c, there
            a, c = at + size, there + size


def _reading(text: str) -> _Reading:
    words: list[str] = []
    lines: list[int] = []
    before = [0]
    for match in _PART.finditer(text):
        if _OMISSION.fullmatch(match.group()):
            before[-1] += 1
        else:
            words.append(match.group())
            lines.append(text.count("\n", 0, match.start()) + 1)
            before.append(before[-1])
    return _Reading(tuple(words), tuple(lines), tuple(before))
