"""What the source says: the document with every original reading put back.

``body_witness`` is the same before and after every edit, whatever was typed, split, joined, moved
or reassigned. That is the witness law, the project's headline property.
"""

from __future__ import annotations

from app.model.document import Document, Paragraph
from app.model.passage import Passage
from app.model.spans import PAGE_BREAK, PARAGRAPH_BREAK, Correction, PageBreak, Span
from app.model.terms import Position


def body_witness(document: Document) -> str:
    """The conversation as in the source: one line a paragraph, PAGE_BREAK where a page begins."""
    pieces: list[str] = []
    for paragraph in document.paragraphs:
        if pieces and paragraph.made is None:
            pieces.append(PARAGRAPH_BREAK)
        pieces.append(paragraph_witness(paragraph))
    return "".join(pieces)


def paragraph_witness(paragraph: Paragraph) -> str:
    """Page breaks before it, leading mark, label, text, trailing mark, with one blank between."""
    breaks, text = opening_breaks(paragraph.passage)
    return passage_witness(breaks) + before_text(paragraph) + text.witness + after_text(paragraph)


def before_text(paragraph: Paragraph) -> str:
    """The source's reading of what stands between the page break and the text, blank included."""
    label = paragraph.label.witness if paragraph.label is not None else ""
    return mark_reading(paragraph, Position.LEADING) + (f"{label} " if label else "")


def after_text(paragraph: Paragraph) -> str:
    """The source's reading of what stands after the text, blank included."""
    return mark_reading(paragraph, Position.TRAILING)


def mark_reading(paragraph: Paragraph, position: Position) -> str:
    """The mark as read, if it stands there on the paper, with the blank towards the text."""
    mark = paragraph.mark
    if mark is None or not mark.reading or mark.read_at is not position:
        return ""
    return f"{mark.reading} " if position is Position.LEADING else f" {mark.reading}"


def passage_witness(spans: tuple[Span, ...]) -> str:
    """The reading of anchors that stand at one place."""
    return Passage("", spans).witness


def opening_breaks(passage: Passage) -> tuple[tuple[Span, ...], Passage]:
    """The page breaks, and the places where one was found, that stand before the paragraph and its
    label.
    """
    count = 0
    for span in passage.spans:
        if not (span.start == span.end == 0 and _is_break(span)):
            break
        count += 1
    return passage.spans[:count], Passage(passage.text, passage.spans[count:])


def _is_break(span: Span) -> bool:
    return isinstance(span, PageBreak) or (
        isinstance(span, Correction) and set(span.original) == {PAGE_BREAK}
    )
