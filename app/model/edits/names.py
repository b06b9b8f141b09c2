"""Names of persons and places in the text, and the list of places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document, PlaceEntry
from app.model.edits.base import EditRefused, paragraph_at, with_paragraph
from app.model.passage import Passage
from app.model.spans import Name
from app.model.terms import Act, NameKind


def new_place_id(document: Document) -> str:
    """The id the next ``AddPlace`` will give."""
    taken = {place.id for place in document.places}
    number = document.serial
    while f"place-{number}" in taken:
        number += 1
    return f"place-{number}"


@dataclass(frozen=True)
class AddPlace:
    """A new place in the list; ``place.id`` comes from ``new_place_id``."""

    name: ClassVar[str] = "Add Place"
    place: PlaceEntry

    def apply(self, document: Document, act: Act) -> Document:
        if not self.place.name.strip():
            raise EditRefused("A place needs a name.")
        if any(place.id == self.place.id for place in document.places):
            raise EditRefused("There is a place with this identifier already.")
        places = (*document.places, self.place)
        return replace(document, places=places, serial=document.serial + 1)


@dataclass(frozen=True)
class MarkName:
    """``start:end`` of the paragraph names this person or place; other names there give way."""

    name: ClassVar[str] = "Mark Name"
    at: int
    start: int
    end: int
    kind: NameKind
    ref: str = ""

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        if not 0 <= self.start < self.end <= len(paragraph.text):
            raise EditRefused("Select the words of the name first.")
        listed = document.people if self.kind is NameKind.PERSON else document.places
        if self.ref and not any(entry.id == self.ref for entry in listed):
            raise EditRefused("The list has no such entry.")
        passage = _without_names(paragraph.passage, self.start, self.end)
        name = Name(self.start, self.end, self.kind, self.ref)
        named = replace(paragraph, passage=passage.with_span(name))
        return with_paragraph(document, self.at, named)


@dataclass(frozen=True)
class UnmarkName:
    """The words in ``start:end`` of the paragraph name nobody."""

    name: ClassVar[str] = "Unmark Name"
    at: int
    start: int
    end: int

    def apply(self, document: Document, act: Act) -> Document:
        paragraph = paragraph_at(document, self.at)
        passage = _without_names(paragraph.passage, self.start, self.end)
        if passage == paragraph.passage:
            raise EditRefused("There is no marked name here.")
        return with_paragraph(document, self.at, replace(paragraph, passage=passage))


def _without_names(passage: Passage, start: int, end: int) -> Passage:
    """Without the names that share a character with the range, or touch it where it is empty."""
    kept = tuple(
        span
        for span in passage.spans
        if not isinstance(span, Name)
        or (span.end < start or span.start > end)
        or (start < end and (span.end == start or span.start == end))
    )
    return Passage(passage.text, kept)
