"""Where two sequences of words differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


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
