"""Correcting a passage: the text changes, and what it read before is kept beside it.

The rule: the witness of the passage is the same before and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.model.covering import covering, grown
from app.model.passage import Passage, fitting
from app.model.spans import (
    PAGE_BREAK,
    PARAGRAPH_BREAK,
    Correction,
    Markup,
    PageBreak,
    Redaction,
    Span,
    after_replacement,
    moved,
    ordered,
)
from app.model.terms import Act, CorrectionKind
from app.model.words import shared_ends, widened


def corrected(
    passage: Passage,
    start: int,
    end: int,
    text: str,
    act: Act,
    kind: CorrectionKind = CorrectionKind.OCR,
) -> Passage:
    """``start:end`` replaced by ``text``; the correction that says so covers whole words.

    A correction that is touched becomes part of the new one and gives it its kind. Typing the
    original back leaves no correction behind.
    """
    if passage.text[start:end] == text:
        return passage
    low, high = _reach(passage, start, end, text)
    touched = _touching(passage, low, high)
    original = _swallowed(passage, low, high, touched)
    chosen = fitting(touched[0].kind if touched else kind, original)
    correction = Correction(low, high + len(text) - (end - start), original, chosen, act)
    before, after = _around(passage, (start, end), len(text), (low, high), touched)
    redactions = _grown(passage, (start, end, len(text)), (low, high), touched)
    whole = passage.text[:start] + text + passage.text[end:]
    settled = _settled(Passage(whole, ordered([*before, *after])), correction, len(before))
    return covering(settled, redactions, correction.start, correction.end)


def reverted(passage: Passage, correction: Correction) -> Passage:
    """The correction undone: its range reads as the source again.

    Raises ValueError where its original holds a paragraph break, or a page break that was moved
    away.
    """
    start, end = correction.start, correction.end
    breaks = correction.original.count(PAGE_BREAK)
    if PARAGRAPH_BREAK in correction.original or len(_lost_breaks(passage, start, end)) != breaks:
        raise ValueError("the original reading of this correction holds a break")
    text = correction.original.replace(PAGE_BREAK, "")
    before, after = _around(passage, (start, end), len(text), (start, end), [correction])
    whole = passage.text[:start] + text + passage.text[end:]
    return _with_breaks_found(Passage(whole, ordered([*before, *after])), correction, len(text))


def with_kind(passage: Passage, correction: Correction, kind: CorrectionKind, act: Act) -> Passage:
    """The correction called something else; ADDITION only where the source has nothing."""
    changed = replace(correction, kind=fitting(kind, correction.original), act=act)
    spans = tuple(changed if span == correction else span for span in passage.spans)
    return replace(passage, spans=spans)


def _touching(passage: Passage, low: int, high: int) -> list[Correction]:
    return [c for c in passage.corrections if low <= c.end and c.start <= high]


def _reach(passage: Passage, start: int, end: int, text: str) -> tuple[int, int]:
    """The stretch of the present text that the new correction takes the place of."""
    low, high = widened(passage.text, start, end, text)
    while True:
        touched = _touching(passage, low, high)
        reach = (
            min([low, *(c.start for c in touched)]),
            max([high, *(c.end for c in touched)]),
        )
        if reach == (low, high):
            return reach
        low, high = reach


def _swallowed(passage: Passage, low: int, high: int, touched: list[Correction]) -> str:
    """The source's reading of the stretch, with the page breaks inside it, not those at its
    edges.
    """
    breaks = _breaks_inside(passage, low, high, touched)
    pieces: list[str] = []
    at = low
    for span in passage.spans:
        if isinstance(span, Correction) and span in touched:
            pieces += passage.text[at : span.start], span.original
            at = max(at, span.end)
        elif span in breaks:
            pieces += passage.text[at : span.start], PAGE_BREAK
            at = span.start
    return "".join((*pieces, passage.text[at:high]))


def _around(
    passage: Passage,
    replaced: tuple[int, int],
    length: int,
    reach: tuple[int, int],
    touched: list[Correction],
) -> tuple[list[Span], list[Span]]:
    """All other spans carried over the replacement: those before the new correction, those
    after.
    """
    (start, end), (low, high) = replaced, reach
    before: list[Span] = []
    after: list[Span] = []
    passed = low < high
    breaks = _breaks_inside(passage, low, high, touched)
    for span in passage.spans:
        if span in touched:
            passed = True
            continue
        if isinstance(span, PageBreak) and span in breaks:
            span = replace(span, found=False)
        if isinstance(span, Redaction):
            redaction = grown(span, (start, end, length), reach, touched)
            if redaction is not None:
                before.append(redaction)
                continue
        if span.start == span.end >= high and passed:
            after.append(moved(span, length - (end - start)))
            continue
        carried = after_replacement(span, start, end, length)
        if carried is not None:
            (after if span.start > high else before).append(carried)
    return before, after


def _grown(
    passage: Passage,
    change: tuple[int, int, int],
    reach: tuple[int, int],
    touched: list[Correction],
) -> list[Redaction]:
    """The redactions that the change concerns, as they are after it."""
    held = (span for span in passage.spans if isinstance(span, Redaction))
    found = (grown(redaction, change, reach, touched) for redaction in held)
    return [redaction for redaction in found if redaction is not None]


def _breaks_inside(
    passage: Passage, low: int, high: int, touched: list[Correction]
) -> list[PageBreak]:
    """The source's page breaks with something of the stretch on both sides, be it a deletion."""
    places = [at for at, span in enumerate(passage.spans) if span in touched]
    first, last = (places[0], places[-1]) if places else (len(passage.spans), -1)
    return [
        span
        for at, span in enumerate(passage.spans)
        if isinstance(span, PageBreak)
        and span.found
        and low <= span.start <= high
        and (span.start > low or at > first)
        and (span.start < high or at < last)
    ]


def _settled(passage: Passage, correction: Correction, at: int) -> Passage:
    """With the correction added as span ``at``, cut down to the words that differ, or left out."""
    written = passage.text[correction.start : correction.end]
    if written == correction.original:
        return passage
    breaks = correction.original.count(PAGE_BREAK)
    lost = _lost_breaks(passage, correction.start, correction.end)
    if written == correction.original.replace(PAGE_BREAK, "") and len(lost) == breaks:
        return _with_breaks_found(passage, correction, len(written))
    head, tail = shared_ends(correction.original, written)
    correction = replace(
        correction,
        start=correction.start + head,
        end=correction.end - tail,
        original=correction.original[head : len(correction.original) - tail],
    )
    return _with_correction(passage, _visible(passage, correction), at)


def _lost_breaks(passage: Passage, start: int, end: int) -> list[tuple[int, PageBreak]]:
    """The page breaks there that are not where the source has them, with their places in the
    spans.
    """
    return [
        (at, span)
        for at, span in enumerate(passage.spans)
        if isinstance(span, PageBreak) and not span.found and start <= span.start <= end
    ]


def _with_breaks_found(passage: Passage, correction: Correction, length: int) -> Passage:
    """The words are as in the source again: the page breaks among them go back to their places."""
    spans = list(passage.spans)
    place = correction.start
    lost = _lost_breaks(passage, place, place + length)
    lines = correction.original.split(PAGE_BREAK)
    for (at, span), line in zip(lost, lines[:-1], strict=False):
        place += len(line)
        spans[at] = replace(span, start=place, end=place, found=True, act=None)
    return Passage(passage.text, ordered(spans))


def _visible(passage: Passage, correction: Correction) -> Correction:
    """A deletion takes in the word after it, or the one before, so that there is something to
    see.
    """
    if correction.start < correction.end:
        return correction
    place, text = correction.start, passage.text
    for low, high in _neighbours(text, place):
        clear = not any(
            isinstance(span, (Correction, PageBreak)) and low <= span.end and span.start <= high
            for span in passage.spans
        )
        if low < high and clear:
            original = text[low:place] + correction.original + text[place:high]
            return replace(correction, start=low, end=high, original=original)
    return correction


def _neighbours(text: str, place: int) -> Iterator[tuple[int, int]]:
    """The word after the place, and the word before it, with the blanks between."""
    end = place
    while end < len(text) and text[end].isspace():
        end += 1
    while end < len(text) and not text[end].isspace():
        end += 1
    yield place, end
    start = place
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    yield start, place


def _with_correction(passage: Passage, correction: Correction, at: int) -> Passage:
    """Added in its place; foreign elements that it cuts across are widened to hold it whole."""
    spans: list[Span] = []
    for span in passage.spans:
        if isinstance(span, Markup):
            if span.start < correction.start < span.end < correction.end:
                span = replace(span, end=correction.end)
            elif correction.start < span.start < correction.end < span.end:
                span = replace(span, start=correction.start)
        spans.append(span)
    return Passage(passage.text, ordered([*spans[:at], correction, *spans[at:]]))
