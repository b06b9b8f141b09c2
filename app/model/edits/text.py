"""Correcting the words of one paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.correcting import corrected, reverted, with_kind
from app.model.document import Document, Paragraph
from app.model.edits.base import EditRefused, ParagraphEdit, paragraph_at, with_paragraph
from app.model.edits.splitting import unjoined
from app.model.passage import Passage
from app.model.spans import Correction, Hint
from app.model.terms import Act, CorrectionKind
from app.model.witness import opening_breaks


@dataclass(frozen=True)
class CorrectText:
    """Characters ``start:end`` of a paragraph now read ``text``; what they read before is kept."""

    name: ClassVar[str] = "Correct Text"
    at: int
    start: int
    end: int
    text: str
    kind: CorrectionKind = CorrectionKind.OCR

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        if not 0 <= self.start <= self.end <= len(paragraph.text):
            raise EditRefused(f"Paragraph {self.at + 1} has no characters {self.start}-{self.end}.")
        if "\n" in self.text:
            raise EditRefused("A line break makes a new paragraph; split the paragraph instead.")
        breaks, text = opening_breaks(paragraph.passage)
        text = corrected(text, self.start, self.end, self.text, act, self.kind)
        passage = Passage("", breaks).joined(text)
        if passage == paragraph.passage:
            return document
        return with_paragraph(document, self.at, replace(paragraph, passage=passage))

    def follows(self, previous: object) -> bool:
        """Whether a person would call this and the edit before it one: same paragraph, touching
        places.
        """
        return (
            isinstance(previous, CorrectText)
            and previous.at == self.at
            and previous.kind is self.kind
            and self.start <= previous.start + len(previous.text)
            and self.end >= previous.start
        )


@dataclass(frozen=True)
class RevertCorrection:
    """Every correction in ``start:end`` of the paragraph is undone; the text reads as in the source
    there.
    """

    name: ClassVar[str] = "Revert Correction"
    at: int
    start: int
    end: int

    def apply(self, document: Document, act: Act) -> Document:
        found = corrections_in(document, self.at, self.start, self.end)
        for correction in reversed(found):
            paragraph = document.paragraphs[self.at]
            if "\n" in correction.original:
                document = unjoined(document, self.at, correction, act)
                continue
            try:
                passage = reverted(paragraph.passage, correction)
            except ValueError as error:
                raise EditRefused(
                    "The source breaks the page here; move the page break back instead."
                ) from error
            document = with_paragraph(document, self.at, replace(paragraph, passage=passage))
        return document


@dataclass(frozen=True)
class SetCorrectionKind:
    """The corrections in ``start:end`` are of this kind: OCR slip, silent typo, bracketed
    correction or addition.
    """

    name: ClassVar[str] = "Set Kind of Correction"
    at: int
    start: int
    end: int
    kind: CorrectionKind

    def apply(self, document: Document, act: Act) -> Document:
        passage = paragraph_at(document, self.at).passage
        for correction in corrections_in(document, self.at, self.start, self.end):
            passage = with_kind(passage, correction, self.kind, act)
        return with_paragraph(
            document, self.at, replace(document.paragraphs[self.at], passage=passage)
        )


@dataclass(frozen=True)
class DismissHint(ParagraphEdit):
    """The importer's hints on these paragraphs have been looked at."""

    name: ClassVar[str] = "Dismiss Hint"

    def changed(self, paragraph: Paragraph, act: Act) -> Paragraph:
        spans = tuple(s for s in paragraph.passage.spans if not isinstance(s, Hint))
        if spans == paragraph.passage.spans:
            return paragraph
        return replace(paragraph, passage=replace(paragraph.passage, spans=spans))


def corrections_in(document: Document, at: int, start: int, end: int) -> tuple[Correction, ...]:
    """The corrections there. Raises EditRefused where there is none."""
    _, text = opening_breaks(paragraph_at(document, at).passage)
    found = text.corrections_in(start, end)
    if not found:
        raise EditRefused("There is no correction here.")
    return found
