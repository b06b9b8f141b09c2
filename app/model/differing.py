"""Where two sequences of words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

_PIECE = re.compile(r"\s+|\S+")


class Stretch(NamedTuple):
    """``start:stop`` of the one sequence stands where ``low:high`` of the other does."""

    same: bool
    start: int
    stop: int
    low: int
    high: int


def stretches(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    """The two from end to end: stretches that are the same by turns with stretches that are not."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, *edges in matcher.get_opcodes():
        yield Stretch(kind == "equal", *edges)


def words_and_blanks(text: str) -> list[str]:
    """The words of the text, and the blanks between them."""
    return _PIECE.findall(text)


def differing(before: str, after: str) -> Iterator[tuple[int, int]]:
    """From where to where in ``after`` the words stand that ``before`` has not."""
    old, new = words_and_blanks(before), words_and_blanks(after)
    ends = [0, *accumulate(map(len, new))]
    for same, _, _, low, high in stretches(old, new):
        if not same and low < high:
            yield ends[low], ends[high]
