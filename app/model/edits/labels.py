"""Speaker labels as printed: correcting them, lifting them out of the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document, Paragraph
from app.model.edits.base import EditRefused, corrected_to, paragraph_at, with_paragraph
from app.model.passage import Passage
from app.model.spans import PageBreak, moved
from app.model.terms import Act, Kind
from app.model.witness import opening_breaks


@dataclass(frozen=True)
class CorrectLabel:
    """The label of a turn now reads ``text``; what the OCR read is kept."""

    name: ClassVar[str] = "Correct Speaker Label"
    at: int
    text: str

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        if paragraph.kind is not Kind.TURN:
            raise EditRefused("Only a turn has a speaker label.")
        if not self.text.strip() or "\n" in self.text:
            raise EditRefused("A speaker label is one line of text.")
        label = corrected_to(paragraph.label or Passage(), self.text, act)
        return with_paragraph(document, self.at, replace(paragraph, label=label))


@dataclass(frozen=True)
class LiftLabel:
    """The text before ``offset`` becomes the speaker label of the paragraph, which becomes a turn.

    A blank must follow the label, and the place must not cut through a correction or a page break.
    """

    name: ClassVar[str] = "Take as Speaker Label"
    at: int
    offset: int

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        if paragraph.label is not None:
            raise EditRefused("This turn has a speaker label already.")
        breaks, passage = opening_breaks(paragraph.passage)
        place = len(passage.text[: self.offset].rstrip())
        if not place or passage.text[place : place + 1] != " ":
            raise EditRefused("Put the caret behind the label, with a blank after it.")
        for span in passage.spans:
            cuts = span.start < place + 1 and span.end > place
            if cuts or (isinstance(span, PageBreak) and span.start <= place + 1):
                raise EditRefused("A correction or a page break stands in the way of the label.")
        label, rest = passage.cut(place)
        if not label.witness:
            raise EditRefused("These words are not in the source; type them as the label instead.")
        blank, text = rest.cut(1)
        text = Passage("", tuple(moved(span, -span.start) for span in blank.spans)).joined(text)
        if opening_breaks(text)[0]:
            raise EditRefused("A page break stands in the way of the label.")
        return with_paragraph(
            document,
            self.at,
            replace(
                paragraph,
                kind=Kind.TURN,
                label=label,
                passage=Passage("", breaks).joined(text),
            ),
        )


def label_in_text(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its label put back in front of the text, where it stands on the paper.

    A label that is not on the paper goes.
    """
    if paragraph.label is None or not paragraph.label.witness:
        return replace(paragraph, label=None)
    breaks, text = opening_breaks(paragraph.passage)
    passage = Passage("", breaks).joined(paragraph.label).joined(Passage(" ")).joined(text)
    return replace(paragraph, label=None, passage=passage)
