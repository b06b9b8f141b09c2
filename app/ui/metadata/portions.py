"""What the pane shows of the paragraphs: it follows only when it has to, not at every key."""

from __future__ import annotations

from collections import Counter

from app.model.document import Document, Paragraph
from app.model.terms import Kind


def portions_differ(before: Document, after: Document) -> bool:
    """Whether marks, speakers, pages or the number of paragraphs differ; typing changes none of
    them.
    """
    if before.paragraphs is after.paragraphs:
        return False
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    if old_stop != new_stop:
        return True
    return any(
        _facts(one) != _facts(other)
        for one, other in zip(
            before.paragraphs[start:old_stop], after.paragraphs[start:new_stop], strict=True
        )
    )


def turns(document: Document) -> Counter[str]:
    """How many turns each speaker has, by ``Person.id``; a continuation belongs to its turn."""
    return Counter(
        paragraph.speaker
        for paragraph in document.paragraphs
        if paragraph.speaker is not None and paragraph.kind is Kind.TURN
    )


def _facts(paragraph: Paragraph) -> tuple[object, ...]:
    pages = tuple(anchor.page for anchor in paragraph.passage.page_breaks)
    opening = sum(anchor.start == 0 for anchor in paragraph.passage.page_breaks)
    return paragraph.mark, paragraph.speaker, paragraph.kind, pages, opening
