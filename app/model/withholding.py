"""Whether an edit would bring withheld words out of their redactions: then it may not be done."""

from __future__ import annotations

from collections.abc import Iterable

from app.model.covering import withheld_source
from app.model.document import Document, Paragraph
from app.model.passage import Passage
from app.model.redactions import passages
from app.model.spans import Redaction
from app.model.terms import Disposition
from app.model.witness import before_text, opening_breaks, paragraph_witness, passage_witness

_WHOLLY = (Disposition.DENY, Disposition.REFER)


def opens(before: Document, after: Document) -> bool:
    """Whether a character of the source that was withheld no longer is."""
    if not {field.field for field in before.withheld} <= {field.field for field in after.withheld}:
        return True
    if _around_opens(before, after):
        return True
    if before.paragraphs is after.paragraphs:
        return False
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    old = before.paragraphs[start:old_stop]
    if not any(map(_withholds, old)):
        return False
    return not _withheld(old) <= _withheld(after.paragraphs[start:new_stop])


def _around_opens(before: Document, after: Document) -> bool:
    """The same for what is not the conversation: heading, lines of the pages, end mark."""
    same = before.heading is after.heading and before.pages is after.pages
    if same and before.trailer is after.trailer:
        return False
    now = dict(passages(after, conversation=False))
    return any(
        not set(withheld_source(passage)) <= set(withheld_source(now.get(where, Passage())))
        for where, passage in passages(before, conversation=False)
        if any(isinstance(span, Redaction) for span in passage.spans)
    )


def _withholds(paragraph: Paragraph) -> bool:
    held = (paragraph.passage, *([paragraph.label] if paragraph.label else []))
    return wholly_withheld(paragraph) or any(
        isinstance(span, Redaction) for passage in held for span in passage.spans
    )


def wholly_withheld(paragraph: Paragraph) -> bool:
    """Whether nothing of the portion is released."""
    return paragraph.decision is not None and paragraph.decision.disposition in _WHOLLY


def withheld_places(document: Document) -> set[int]:
    """Which characters of the body witness are withheld; blanks don't count."""
    first = document.paragraphs[0].made is None
    return {place - first for place in _withheld(document.paragraphs)}


def _withheld(paragraphs: Iterable[Paragraph]) -> set[int]:
    """Which characters of their source's reading are withheld, counted from its start."""
    found: set[int] = set()
    at = 0
    for paragraph in paragraphs:
        at += paragraph.made is None
        witness = paragraph_witness(paragraph)
        if wholly_withheld(paragraph):
            found.update(at + n for n, character in enumerate(witness) if not character.isspace())
        else:
            found.update(at + n for n in _withheld_in(paragraph))
        at += len(witness)
    return found


def _withheld_in(paragraph: Paragraph) -> Iterable[int]:
    breaks, text = opening_breaks(paragraph.passage)
    at = len(passage_witness(breaks))
    printed = len(before_text(paragraph))
    if paragraph.label is not None:
        label = at + printed - len(paragraph.label.witness) - bool(paragraph.label.witness)
        yield from (label + n for n in withheld_source(paragraph.label))
    yield from (at + printed + n for n in withheld_source(text))
