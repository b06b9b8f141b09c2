"""Cutting a paragraph in two, and undoing a joint."""

from __future__ import annotations

from dataclasses import replace

from app.model.document import Document, Mark, Paragraph
from app.model.edits.base import EditRefused
from app.model.passage import Passage
from app.model.spans import (
    PAGE_BREAK,
    PARAGRAPH_BREAK,
    Correction,
    Doubt,
    Markup,
    Note,
    Span,
    ordered,
)
from app.model.terms import Act, Certainty, CorrectionKind, Kind, Position


def with_halves(
    document: Document, at: int, first: Passage, second: Passage, made: Act | None
) -> Document:
    """The paragraph as two; ``made`` None where the source has the break."""
    paragraph = document.paragraphs[at]
    follower = Kind.NARRATIVE if paragraph.kind is Kind.NARRATIVE else Kind.CONTINUATION
    stays = paragraph.mark is not None and paragraph.mark.read_at is Position.LEADING
    proposed = _proposed(paragraph.mark)
    rest = Paragraph(
        id=f"para-{document.serial}",
        kind=follower,
        passage=second,
        speaker=paragraph.speaker,
        mark=proposed if stays else paragraph.mark,
        assigned=paragraph.assigned,
        made=made,
        decision=paragraph.decision,
    )
    kept = replace(paragraph, passage=first, mark=paragraph.mark if stays else proposed)
    document = document.with_paragraphs(at, at + 1, (kept, rest))
    return replace(document, serial=document.serial + 1)


def _proposed(mark: Mark | None) -> Mark | None:
    """The same marking for the half that bears none on the paper: a proposal, to be confirmed."""
    if mark is None or mark.level is None:
        return None
    return replace(mark, reading="", certainty=Certainty.LOW, act=None)


def halves(passage: Passage, offset: int, act: Act) -> tuple[Passage, Passage]:
    """Both sides of the place; blanks around it are recorded as taken away."""
    low = high = offset
    while low > 0 and passage.text[low - 1].isspace():
        low -= 1
    while high < len(passage.text) and passage.text[high].isspace():
        high += 1
    rest, second = passage.cut(high)
    first, blank = rest.cut(low)
    if blank.page_breaks:
        return passage.cut(offset)
    over = Passage(passage.text, tuple(s for s in passage.spans if s.start < low < s.end))
    going_on = over.cut(high)[0].cut(low)[1].spans  # They are on the left already.
    kept = [
        replace(span, start=low, end=low)
        for span in blank.spans
        if not isinstance(span, (Correction, Doubt)) and span not in going_on
    ]
    first = Passage(first.text, ordered([*first.spans, *kept]))
    return with_deletion(first, blank.witness, act), second


def with_deletion(passage: Passage, original: str, act: Act) -> Passage:
    if not original:
        return passage
    end = len(passage.text)
    return passage.with_span(Correction(end, end, original, CorrectionKind.OCR, act))


def joint_at(passage: Passage, offset: int) -> Correction | None:
    """The correction that records a joined paragraph break, if it stands there alone."""
    return next(
        (
            c
            for c in passage.corrections
            if c.start <= offset <= c.end
            and c.original.strip(" ") == PARAGRAPH_BREAK
            and not passage.text[c.start : c.end].strip()
        ),
        None,
    )


def unjoined(document: Document, at: int, correction: Correction, act: Act) -> Document:
    """The source's own paragraph break, joined away by ``correction``, is back.

    Label and mark that stood at the break come back as text, to be lifted again by a person.
    """
    paragraph = document.paragraphs[at]
    passage = paragraph.passage
    if correction.original.count(PARAGRAPH_BREAK) != 1 or PAGE_BREAK in correction.original:
        raise EditRefused(
            "The source has several breaks here; split the paragraph or use Undo instead."
        )
    before, _, after = correction.original.partition(PARAGRAPH_BREAK)
    first, second = _sides(passage, correction)
    return with_halves(
        document, at, first.joined(Passage(before)), Passage(after).joined(second), made=None
    )


def _sides(passage: Passage, correction: Correction) -> tuple[Passage, Passage]:
    """What stands before the correction and what after; its own text is gone. A note or an
    identifier stays before it, as where a passage is cut.
    """
    place, text = passage.spans.index(correction), passage.text
    start, end = correction.start, correction.end
    first: list[Span] = []
    second: list[Span] = []
    for span in passage.spans[:place]:
        first.append(replace(span, start=min(span.start, start), end=min(span.end, start)))
        if span.end > end and not isinstance(span, Note):
            rest = span.continued if isinstance(span, Markup) else span
            second.append(replace(rest, start=0, end=span.end - end))
    for span in passage.spans[place + 1 :]:
        second.append(replace(span, start=max(span.start - end, 0), end=max(span.end - end, 0)))
    return Passage(text[:start], ordered(first)), Passage(text[end:], ordered(second))
