"""What a redaction does when the words it withholds are corrected.

The rule: a redaction that shares a character with what a correction replaces covers the correction
whole, since its original reading can't be divided. So withheld words stay withheld, also those of
the source that only an original reading still holds, and what is typed into a withheld word is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.model.passage import Passage
from app.model.spans import Correction, PageBreak, Redaction, after_replacement, ordered

Change = tuple[int, int, int]
"""Characters ``start:end`` become ``length`` characters."""
Reach = tuple[int, int]
"""The stretch of the text before that the correction takes the place of."""


def concerned(redaction: Redaction, low: int, high: int, touched: Sequence[Correction]) -> bool:
    """Whether replacing ``low:high`` and the corrections ``touched`` replaces withheld words."""
    if redaction.start == redaction.end:
        return low <= redaction.start <= high
    emptied = (c for c in touched if c.start == c.end)
    return (redaction.start < high and low < redaction.end) or any(
        redaction.start <= c.start <= redaction.end for c in emptied
    )


def grown(
    redaction: Redaction, change: Change, reach: Reach, touched: Sequence[Correction]
) -> Redaction | None:
    """The redaction after the change where it is concerned: over the whole reach; else None."""
    if not concerned(redaction, *reach, touched):
        return None
    start, end, length = change
    carried = after_replacement(redaction, start, end, length) or redaction
    low, high = reach[0], reach[1] + length - (end - start)
    return replace(redaction, start=min(carried.start, low), end=max(carried.end, high))


def covering(passage: Passage, redactions: Sequence[Redaction], low: int, high: int) -> Passage:
    """The passage with these redactions of it reaching over the correction made in ``low:high``."""
    made = [c for c in passage.corrections if c.start <= high and low <= c.end]
    if not redactions or not made:
        return passage
    first, last = made[0].start, made[-1].end
    spans = [
        replace(span, start=min(span.start, first), end=max(span.end, last))
        if isinstance(span, Redaction) and span in redactions
        else span
        for span in passage.spans
    ]
    return Passage(passage.text, ordered(spans))


def withheld_source(passage: Passage) -> Iterable[int]:
    """Which characters of the passage's witness are withheld; blanks don't count."""
    redactions = [span for span in passage.spans if isinstance(span, Redaction)]
    at = place = 0
    for span in passage.spans if redactions else ():
        if isinstance(span, Correction):
            yield from _of_text(passage.text, at, span.start, place, redactions)
            place += span.start - at
            if any(_withholds_correction(redaction, span) for redaction in redactions):
                yield from (
                    place + n for n, letter in enumerate(span.original) if not letter.isspace()
                )
            place, at = place + len(span.original), span.end
        elif isinstance(span, PageBreak) and span.found:
            yield from _of_text(passage.text, at, span.start, place, redactions)
            place, at = place + span.start - at + 1, span.start
    yield from _of_text(passage.text, at, len(passage.text), place, redactions)


def _of_text(
    text: str, start: int, end: int, place: int, redactions: list[Redaction]
) -> Iterable[int]:
    for at in range(start, end):
        if not text[at].isspace() and any(r.start <= at < r.end for r in redactions):
            yield place + at - start


def _withholds_correction(redaction: Redaction, correction: Correction) -> bool:
    """It can't be divided, so sharing one character is enough; where one of the two is empty,
    touching it.
    """
    if redaction.start == redaction.end or correction.start == correction.end:
        return redaction.start <= correction.end and correction.start <= redaction.end
    return redaction.start < correction.end and correction.start < redaction.end
