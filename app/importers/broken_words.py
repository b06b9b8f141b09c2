"""Words broken at the end of a line: whether their hyphen belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT = re.compile(r"([^\W\d_]+)-$")
_RIGHT = re.compile(r"[^\W\d_]+")
_LEAST_PART = 3
"""Letters that each part of a compound has that is not known as a whole."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a memorandum in small letters, compounds as a whole and in their parts."""

    words: frozenset[str]

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether the hyphen between the end of one line and the start of the next is the word's.

        It is where the word goes on with a capital or was read with its hyphen elsewhere; it is not
        where it was read in one. Failing both it is if each part is a word of the memorandum, or
        the first, if that is a name or a title.
        """
        if right[0].isupper():
            return True
        first, second = left.lower(), right.lower()
        if f"{first}-{second}" in self.words or first + second in self.words:
            return f"{first}-{second}" in self.words
        parts = (first,) if left[0].isupper() else (first, second)
        return all(len(part) >= _LEAST_PART and part in self.words for part in parts)


def vocabulary(lines: Iterable[str]) -> Vocabulary:
    """The words of the lines, those broken over a line end left out."""
    found: set[str] = set()
    begun = False
    for line in lines:
        words = _WORD.findall(line.lower())
        if begun and words:
            words = words[1:]
        begun = broken(line) is not None
        found.update(words[:-1] if begun else words)
    found.update([part for word in found if "-" in word for part in word.split("-")])
    return Vocabulary(frozenset(found))


def broken(line: str) -> str | None:
    """What stands before the hyphen of a word broken at the end of the line, None if none is."""
    if not line.endswith("-"):
        return None
    found = _LEFT.search(line)
    return found[1] if found else None


def rest(line: str) -> str | None:
    """The letters that a line begins with, None if it begins otherwise."""
    found = _RIGHT.match(line)
    return found[0] if found else None
