"""Making one paragraph of several, with nothing printed lost from the record."""

from __future__ import annotations

from dataclasses import replace

from app.model.document import Document, Mark, Paragraph
from app.model.edits.base import settled
from app.model.edits.splitting import with_deletion
from app.model.passage import Passage
from app.model.spans import (
    PARAGRAPH_BREAK,
    Correction,
    Inclusion,
    Markup,
    PageBreak,
    Span,
    ordered,
)
from app.model.terms import Act, Certainty, CorrectionKind, Position
from app.model.witness import after_text, before_text, mark_reading, opening_breaks, passage_witness


def fused(document: Document, start: int, stop: int, act: Act) -> tuple[Document, int]:
    """Paragraphs ``start:stop`` as one, and where the text of the last of them begins in it."""
    parts = document.paragraphs[start:stop]
    result, pieces, offset, length = parts[0], [parts[0].passage], 0, len(parts[0].text)
    void = _is_void(result)
    for part in parts[1:]:
        if void and not (result.made is None and part.made is None):
            pieces = [pieces[0].joined(part.passage)]
            made = result.made and part.made
            result = replace(part, made=made, before=(*result.before, *part.before))
            length, offset, void = len(part.text), 0, _is_void(part)
            continue
        void = False
        result, pieces[-1:], offset = _appended(result, pieces[-1], part, length, act)
        length = offset + len(part.text)
    document = document.with_paragraphs(
        start, stop, (replace(result, passage=_concatenated(pieces)),)
    )
    return settled(settled(document, start), start + 1), offset


def _is_void(paragraph: Paragraph) -> bool:
    """An empty paragraph that a person made: nothing of the source is in it."""
    return (
        not paragraph.passage.witness
        and not paragraph.text
        and paragraph.label is None
        and not (paragraph.mark and paragraph.mark.reading)
    )


def _appended(
    first: Paragraph, left: Passage, second: Paragraph, length: int, act: Act
) -> tuple[Paragraph, list[Passage], int]:
    """One more paragraph on the end: what the result is now, the passages in place of the last,
    where its text begins.
    """
    breaks, text = opening_breaks(second.passage)
    mark, after, at_end = _joined_mark(first, second)
    taken = before_text(second)
    if taken:
        breaks_reading = passage_witness(breaks)
        breaks = tuple(replace(span, found=False) for span in breaks if isinstance(span, PageBreak))
    else:
        breaks_reading = ""
    left, tail = _without_deleted_end(left)
    broken = "" if second.made is not None else PARAGRAPH_BREAK
    original = tail + after + broken + breaks_reading + taken
    blank = _blank_between(left.text if left.text or length == 0 else "x", text.text)
    joint = _joint(blank, original, act)
    at_joint = (*_foreign(second.label), *breaks)
    pieces = [left, joint, Passage("", at_joint), with_deletion(text, at_end, act)]
    joined = replace(
        first,
        mark=mark,
        before=(*first.before, *second.before),
        attributes=tuple({**dict(second.attributes), **dict(first.attributes)}.items()),
    )
    return joined, pieces, length + len(blank)


def _foreign(label: Passage | None) -> tuple[Span, ...]:
    """What a label that is joined away carried for others, as anchors."""
    spans = label.spans if label is not None else ()
    return tuple(
        replace(span, start=0, end=0) for span in spans if isinstance(span, (Markup, Inclusion))
    )


def _joint(blank: str, original: str, act: Act) -> Passage:
    if original == blank:
        return Passage(blank)
    joint = Correction(0, len(blank), original, CorrectionKind.OCR, act)
    return Passage(blank, (joint,))


def _without_deleted_end(passage: Passage) -> tuple[Passage, str]:
    """Without the deletions recorded at its very end, and what they took away."""
    end, spans, taken = len(passage.text), list(passage.spans), ""
    while spans and isinstance(last := spans[-1], Correction) and last.start == end:
        taken = last.original + taken
        spans.pop()
    return Passage(passage.text, tuple(spans)), taken


def _blank_between(left: str, right: str) -> str:
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    return " "


def _joined_mark(first: Paragraph, second: Paragraph) -> tuple[Mark | None, str, str]:
    """The mark of the joined portion, the reading lost at the joint, and the one lost at the end.

    The level is the higher of the two; where they differ it is a proposal.
    """
    one, two = first.mark, second.mark
    after = after_text(first)
    if one is not None and one.reading and not after:
        kept, at_end = one, mark_reading(second, Position.TRAILING)
    elif two is not None and mark_reading(second, Position.TRAILING):
        kept, at_end = two, ""
    else:
        kept, at_end = replace(one or two or Mark(None), reading=""), ""
    levels = [mark.level for mark in (one, two) if mark is not None and mark.level is not None]
    if not levels:
        return (kept if kept.reading else None), after, at_end
    highest = max(levels, key=lambda level: level.rank)
    caveats = {c: None for mark in (one, two) if mark is not None for c in mark.caveats}
    joined = replace(kept, level=highest, caveats=tuple(caveats))
    if len(set(levels)) > 1 or joined.caveats != kept.caveats:
        joined = replace(joined, certainty=Certainty.LOW, act=None)
    return joined, after, at_end


def _concatenated(pieces: list[Passage]) -> Passage:
    """All of them in a row, in one pass."""
    text, spans, at = [], [], 0
    for piece in pieces:
        text.append(piece.text)
        spans += [replace(span, start=span.start + at, end=span.end + at) for span in piece.spans]
        at += len(piece.text)
    return Passage("".join(text), ordered(spans))
