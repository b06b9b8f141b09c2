"""Words that the engine was not sure of: how many are left, and where.

A word without a doubt is one that nothing was said against, not one that is right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from app.model.document import Document, Paragraph
from app.model.queries import Place
from app.model.spans import Doubt

ALL = math.inf
"""The threshold under which every doubt is."""


def threshold_of(percent: int) -> float:
    """The threshold that a person chose; 100 stands for every doubt."""
    return ALL if percent >= 100 else percent / 100


def doubts(document: Document, threshold: float = ALL) -> Iterator[Place]:
    """Where the words of a certainty under the threshold begin, in order."""
    for at, paragraph in enumerate(document.paragraphs):
        for doubt in doubts_in(paragraph, threshold):
            yield at, doubt.start


def doubts_in(paragraph: Paragraph, threshold: float = ALL) -> tuple[Doubt, ...]:
    """The doubts on the paragraph's words of a certainty under the threshold, in order."""
    return tuple(
        span
        for span in paragraph.passage.spans
        if isinstance(span, Doubt) and not span.certainty >= threshold
    )


def remaining(paragraphs: Iterable[Paragraph], threshold: float = ALL) -> int:
    """How many words of these paragraphs are still under the threshold."""
    return sum(
        len(doubts_in(paragraph, threshold)) for paragraph in paragraphs if paragraph.passage.spans
    )


def remaining_after(old: int, before: Document, after: Document, threshold: float = ALL) -> int:
    """What remains in ``after``, given what did in ``before``: only what differs is counted."""
    if before.paragraphs is after.paragraphs:
        return old
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    gone = remaining((before.paragraphs[at] for at in range(start, old_stop)), threshold)
    come = remaining((after.paragraphs[at] for at in range(start, new_stop)), threshold)
    return old - gone + come
