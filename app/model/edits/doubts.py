"""A person looked at a doubtful word and found it right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document, Paragraph
from app.model.edits.base import EditRefused, paragraph_at, with_paragraph
from app.model.passage import Passage
from app.model.spans import Doubt, Span
from app.model.terms import Act


@dataclass(frozen=True)
class ConfirmWord:
    """The doubtful words that ``start:end`` of paragraph ``at`` reaches into, or touches where it
    is empty, are as they should be.
    """

    name: ClassVar[str] = "Confirm Word"
    at: int
    start: int
    end: int

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        confirmed = [span for span in paragraph.passage.spans if self._reaches(span)]
        if not confirmed:
            raise EditRefused("There is no doubtful word here.")
        return with_paragraph(document, self.at, _without(paragraph, confirmed))

    def _reaches(self, span: Span) -> bool:
        if not isinstance(span, Doubt):
            return False
        if self.start == self.end:
            return span.start <= self.start <= span.end
        return span.start < self.end and self.start < span.end


@dataclass(frozen=True)
class ConfirmWordEverywhere:
    """Wherever a doubtful word reads ``text``, letter for letter, it is as it should be."""

    name: ClassVar[str] = "Confirm Word Everywhere"
    text: str

    def apply(self, document: Document, act: Act) -> Document:
        after = document
        for at, paragraph in enumerate(document.paragraphs):
            confirmed = [
                span
                for span in paragraph.passage.spans
                if isinstance(span, Doubt) and paragraph.text[span.start : span.end] == self.text
            ]
            if confirmed:
                after = with_paragraph(after, at, _without(paragraph, confirmed))
        if after is document:
            raise EditRefused(f"No doubtful word reads “{self.text}”.")
        return after


def _without(paragraph: Paragraph, confirmed: Sequence[Span]) -> Paragraph:
    kept = tuple(span for span in paragraph.passage.spans if span not in confirmed)
    return replace(paragraph, passage=Passage(paragraph.text, kept))
