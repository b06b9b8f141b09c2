"""Notes on a range: asking, answering, settling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document
from app.model.edits.base import EditRefused, paragraph_at, with_paragraph
from app.model.passage import Passage
from app.model.spans import Message, Note
from app.model.terms import Act, NoteKind


@dataclass(frozen=True)
class AddNote:
    """A new note on ``start:end`` of a paragraph; on a place where the range is empty."""

    name: ClassVar[str] = "Add Note"
    at: int
    start: int
    end: int
    kind: NoteKind
    text: str

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        if not 0 <= self.start <= self.end <= len(paragraph.text):
            raise EditRefused(f"Paragraph {self.at + 1} has no characters {self.start}-{self.end}.")
        message = Message(_words(self.text), act)
        note = Note(self.start, self.end, f"note-{document.serial}", self.kind, (message,))
        noted = replace(paragraph, passage=paragraph.passage.with_span(note))
        document = with_paragraph(document, self.at, noted)
        return replace(document, serial=document.serial + 1)


@dataclass(frozen=True)
class AnswerNote:
    """One more message in the thread; an answer opens a settled note again."""

    name: ClassVar[str] = "Answer Note"
    note: str
    text: str

    def apply(self, document: Document, act: Act) -> Document:
        message = Message(_words(self.text), act)
        return _revised(
            document,
            self.note,
            lambda note: replace(note, messages=(*note.messages, message), resolved=None),
        )


@dataclass(frozen=True)
class ResolveNote:
    """The note is settled, or, with ``resolved`` false, open again."""

    name: ClassVar[str] = "Resolve Note"
    note: str
    resolved: bool = True

    def apply(self, document: Document, act: Act) -> Document:
        settled = act if self.resolved else None
        return _revised(document, self.note, lambda note: replace(note, resolved=settled))


@dataclass(frozen=True)
class RemoveNote:
    """The note goes, with all its messages."""

    name: ClassVar[str] = "Remove Note"
    note: str

    def apply(self, document: Document, act: Act) -> Document:
        return _revised(document, self.note, lambda note: None)


def _revised(
    document: Document, identifier: str, revise: Callable[[Note], Note | None]
) -> Document:
    for at, paragraph in enumerate(document.paragraphs):
        for span in paragraph.passage.spans:
            if isinstance(span, Note) and span.id == identifier:
                passage = _with_note(paragraph.passage, span, revise(span))
                return with_paragraph(document, at, replace(paragraph, passage=passage))
    raise EditRefused("There is no such note.")


def _with_note(passage: Passage, old: Note, new: Note | None) -> Passage:
    spans = (new if span == old else span for span in passage.spans)
    return Passage(passage.text, tuple(span for span in spans if span is not None))


def _words(text: str) -> str:
    if not text.strip():
        raise EditRefused("A note says something.")
    return text.strip()
