"""Splitting and joining paragraphs, and replacing text across them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.correcting import corrected
from app.model.document import Document
from app.model.edits.base import EditRefused, paragraph_at, with_paragraph
from app.model.edits.joining import fused
from app.model.edits.splitting import halves, joint_at, unjoined, with_halves
from app.model.passage import Passage
from app.model.spans import Hint
from app.model.terms import Act
from app.model.witness import opening_breaks


@dataclass(frozen=True)
class SplitParagraph:
    """The text from ``offset`` on becomes a paragraph of its own, of the same speaker and marking.

    Blanks at the place go; a split where two paragraphs were joined restores the source's own
    break.
    """

    name: ClassVar[str] = "Split Paragraph"
    at: int
    offset: int

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        if not 0 <= self.offset <= len(paragraph.text):
            raise EditRefused(f"Paragraph {self.at + 1} has no character {self.offset}.")
        joint = joint_at(paragraph.passage, self.offset)
        if joint is not None:
            return unjoined(document, self.at, joint, act)
        breaks, passage = opening_breaks(paragraph.passage)
        first, second = halves(passage, self.offset, act)
        first = Passage("", breaks).joined(_answered(first, len(first.text)))
        return with_halves(document, self.at, first, _answered(second, 0), made=act)


def _answered(passage: Passage, place: int) -> Passage:
    """Without the importer's hints at the place: a person has split the paragraph there."""
    spans = (s for s in passage.spans if not (isinstance(s, Hint) and s.start == place))
    return Passage(passage.text, tuple(spans))


@dataclass(frozen=True)
class JoinParagraphs:
    """The paragraph ``at`` is appended to the one before it, also across a page break.

    The result keeps the first's speaker and the higher of the two levels; the second's label and
    any mark that now stands inside are kept as original readings.
    """

    name: ClassVar[str] = "Join Paragraphs"
    at: int

    def apply(self, document: Document, act: Act) -> Document:
        paragraph_at(document, self.at)
        if self.at == 0:
            raise EditRefused("There is no paragraph before the first to join it to.")
        return fused(document, self.at - 1, self.at + 1, act)[0]


@dataclass(frozen=True)
class ReplaceText:
    """The text from one place to another becomes ``lines``, each after the first a new paragraph.

    ``start`` and ``end`` are (paragraph, offset). Paragraphs between them are joined first, so
    nothing printed is lost from the record.
    """

    name: ClassVar[str] = "Replace Text"
    start: tuple[int, int]
    end: tuple[int, int]
    lines: tuple[str, ...] = ("",)

    def apply(self, document: Document, act: Act) -> Document:
        (at, start), (last, end) = self.start, self.end
        paragraph_at(document, at), paragraph_at(document, last)
        if self.start > self.end or not self.lines or any("\n" in line for line in self.lines):
            raise EditRefused("The text to replace is not a stretch of this document.")
        ends_whole = end == len(document.paragraphs[last].text)
        if last > at:
            document, offset = fused(document, at, last + 1, act)
            end = offset + end
            if ends_whole:
                end = len(document.paragraphs[at].text)
        paragraph = document.paragraphs[at]
        if not 0 <= start <= end <= len(paragraph.text):
            raise EditRefused("The text to replace is not a stretch of this document.")
        breaks, text = opening_breaks(paragraph.passage)
        text = corrected(text, start, end, "".join(self.lines), act)
        passage = Passage("", breaks).joined(text)
        document = with_paragraph(document, at, replace(paragraph, passage=passage))
        return _broken(document, at, start, self.lines, act)


def _broken(document: Document, at: int, start: int, lines: tuple[str, ...], act: Act) -> Document:
    """Split after each line but the last, from the end so that the places before stay true."""
    offset = start + sum(map(len, lines))
    for line in reversed(lines[1:]):
        offset -= len(line)
        breaks, passage = opening_breaks(document.paragraphs[at].passage)
        first, second = passage.cut(offset)
        first = Passage("", breaks).joined(first)
        document = with_halves(document, at, first, second, made=act)
    return document
