"""The shape of an edit, and the rules several edits share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from app.model.correcting import corrected
from app.model.document import Document, Paragraph
from app.model.passage import Passage
from app.model.terms import Act, Kind


class EditRefused(ValueError):  # noqa: N818 - a refusal, as people are told it
    """The edit can't be done; the message is a sentence for the person who asked for it."""


class Edit(Protocol):
    """A thing a person can do. ``name`` is what "Undo ..." says."""

    @property
    def name(self) -> str: ...

    def apply(self, document: Document, act: Act) -> Document:
        """The document after it. Raises EditRefused."""
        ...


@dataclass(frozen=True)
class Compound:
    """Several edits that are one to the person; each sees the document the one before it made."""

    name: str
    edits: tuple[Edit, ...]

    def apply(self, document: Document, act: Act) -> Document:
        for edit in self.edits:
            document = edit.apply(document, act)
        return document


@dataclass(frozen=True)
class ParagraphEdit:
    """An edit that changes each of the paragraphs ``at`` by itself."""

    name: ClassVar[str]
    at: tuple[int, ...]

    def changed(self, paragraph: Paragraph, act: Act) -> Paragraph:
        raise NotImplementedError

    def apply(self, document: Document, act: Act) -> Document:
        paragraphs = document.paragraphs
        for place in self.at:
            before = paragraph_at(document, place)
            after = self.changed(before, act)
            if after is not before:
                paragraphs = paragraphs.replaced(place, place + 1, (after,))
        if paragraphs is document.paragraphs:
            return document
        return replace(document, paragraphs=paragraphs)


def paragraph_at(document: Document, at: int) -> Paragraph:
    """The paragraph. Raises EditRefused where there is none."""
    if not 0 <= at < len(document.paragraphs):
        raise EditRefused(f"There is no paragraph {at + 1} in this document.")
    return document.paragraphs[at]


def with_paragraph(document: Document, at: int, paragraph: Paragraph) -> Document:
    return document.with_paragraphs(at, at + 1, (paragraph,))


def continuing(document: Document, at: int) -> Iterable[int]:
    """The places of the continuations that follow the paragraph without a break."""
    for place in range(at + 1, len(document.paragraphs)):
        if document.paragraphs[place].kind is not Kind.CONTINUATION:
            return
        yield place


def settled(document: Document, at: int) -> Document:
    """A continuation that no longer follows its own turn becomes a turn: no attribution changes by
    itself.
    """
    if not 0 <= at < len(document.paragraphs):
        return document
    paragraph = document.paragraphs[at]
    if paragraph.kind is not Kind.CONTINUATION:
        return document
    previous = document.paragraphs[at - 1] if at else None
    if (
        previous is not None
        and previous.kind is not Kind.NARRATIVE
        and previous.speaker == paragraph.speaker
    ):
        return document
    return with_paragraph(document, at, replace(paragraph, kind=Kind.TURN))


def corrected_to(passage: Passage, text: str, act: Act) -> Passage:
    """The passage corrected by the smallest stretch that makes it read ``text``."""
    old, new = passage.text, text
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return corrected(passage, start, len(old) - tail, new[start : len(new) - tail], act)
