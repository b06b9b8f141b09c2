"""Calling paragraphs done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document, Paragraph
from app.model.edits.base import ParagraphEdit
from app.model.terms import Act


@dataclass(frozen=True)
class SetReviewed(ParagraphEdit):
    """The paragraphs ``at`` are reviewed, or, with ``reviewed`` false, not yet."""

    name: ClassVar[str] = "Set Reviewed"
    reviewed: bool = True

    def changed(self, paragraph: Paragraph, act: Act) -> Paragraph:
        if (paragraph.reviewed is not None) is self.reviewed:
            return paragraph
        return replace(paragraph, reviewed=act if self.reviewed else None)


def with_edited_unreviewed(before: Document, after: Document) -> Document:
    """``after`` with the reviewed flag cleared on each paragraph that differs from ``before``.

    A paragraph whose flag itself was set or taken back keeps it.
    """
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    flags = {p.id: p.reviewed for p in before.paragraphs[start:old_stop]}
    paragraphs = after.paragraphs
    same = set(map(id, before.paragraphs[start:old_stop]))
    for at in range(start, new_stop):
        paragraph = paragraphs[at]
        if paragraph.reviewed is None or id(paragraph) in same:
            continue
        if flags.get(paragraph.id, paragraph.reviewed) == paragraph.reviewed:
            paragraphs = paragraphs.replaced(at, at + 1, (replace(paragraph, reviewed=None),))
    if paragraphs is after.paragraphs:
        return after
    return replace(after, paragraphs=paragraphs)
