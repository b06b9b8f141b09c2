"""The participants: adding, describing, ordering and merging them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document, Paragraph, Person
from app.model.edits.base import EditRefused
from app.model.passage import Passage
from app.model.spans import Name
from app.model.terms import Act


def new_person_id(document: Document) -> str:
    """The id the next ``AddPerson`` will give."""
    taken = {person.id for person in document.people}
    number = document.serial
    while f"p{number}" in taken:
        number += 1
    return f"p{number}"


@dataclass(frozen=True)
class AddPerson:
    """A new participant at the end; ``person.id`` comes from ``new_person_id``."""

    name: ClassVar[str] = "Add Participant"
    person: Person

    def apply(self, document: Document, act: Act) -> Document:
        if document.person(self.person.id) is not None:
            raise EditRefused("There is a participant with this identifier already.")
        _must_have_name(self.person)
        people = (*document.people, self.person)
        return replace(document, people=people, serial=document.serial + 1)


@dataclass(frozen=True)
class RevisePerson:
    """The participant with this id is described anew."""

    name: ClassVar[str] = "Revise Participant"
    person: Person

    def apply(self, document: Document, act: Act) -> Document:
        at = _place(document, self.person.id)
        _must_have_name(self.person)
        if document.people[at] == self.person:
            return document
        people = (*document.people[:at], self.person, *document.people[at + 1 :])
        return replace(document, people=people)


@dataclass(frozen=True)
class AddAlias:
    """A speaker label that means this participant ("PM")."""

    name: ClassVar[str] = "Add Label of Participant"
    person: str
    alias: str

    def apply(self, document: Document, act: Act) -> Document:
        person = document.people[_place(document, self.person)]
        if not self.alias.strip():
            raise EditRefused("A label is at least one character.")
        if self.alias in person.aliases:
            return document
        revised = replace(person, aliases=(*person.aliases, self.alias))
        return RevisePerson(revised).apply(document, act)


@dataclass(frozen=True)
class RemovePerson:
    """The participant goes; refused while a paragraph is theirs or a name in the text is."""

    name: ClassVar[str] = "Remove Participant"
    person: str

    def apply(self, document: Document, act: Act) -> Document:
        at = _place(document, self.person)
        name, paragraphs = document.people[at].name, document.paragraphs
        turns = sum(self.person in (paragraph.speaker, paragraph.voice) for paragraph in paragraphs)
        if turns:
            raise EditRefused(
                f"{name} speaks in {turns} paragraphs; "
                "give them to someone else, or merge the two participants."
            )
        if any(_names(paragraph, self.person) for paragraph in paragraphs):
            raise EditRefused(
                f"{name} is linked to names in the text; "
                "link these to someone else, or merge the two participants."
            )
        return replace(document, people=(*document.people[:at], *document.people[at + 1 :]))


@dataclass(frozen=True)
class MovePerson:
    """The participant stands at place ``to`` (from 0) of the list."""

    name: ClassVar[str] = "Move Participant"
    person: str
    to: int

    def apply(self, document: Document, act: Act) -> Document:
        people = list(document.people)
        moving = people.pop(_place(document, self.person))
        if not 0 <= self.to <= len(people):
            raise EditRefused("The participant is at the end of the list already.")
        people.insert(self.to, moving)
        if tuple(people) == document.people:
            return document
        return replace(document, people=tuple(people))


@dataclass(frozen=True)
class MergePeople:
    """``gone`` is the same person as ``kept``: turns, name and labels go over to ``kept``."""

    name: ClassVar[str] = "Merge Participants"
    kept: str
    gone: str

    def apply(self, document: Document, act: Act) -> Document:
        kept, gone = (document.people[_place(document, one)] for one in (self.kept, self.gone))
        if kept.id == gone.id:
            raise EditRefused("Two different participants can be merged.")
        names = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
        names.pop(kept.name, None)
        merged = replace(
            kept,
            aliases=tuple(names),
            office=kept.office or gone.office,
            affiliation=kept.affiliation or gone.affiliation,
        )
        people = tuple(merged if p.id == kept.id else p for p in document.people if p.id != gone.id)
        paragraphs = document.paragraphs
        for at, paragraph in enumerate(document.paragraphs):
            theirs = _relinked(paragraph, gone.id, kept.id, act)
            if theirs is not paragraph:
                paragraphs = paragraphs.replaced(at, at + 1, (theirs,))
        return replace(document, people=people, paragraphs=paragraphs)


def _names(paragraph: Paragraph, person: str) -> bool:
    return any(isinstance(span, Name) and span.ref == person for span in paragraph.passage.spans)


def _relinked(paragraph: Paragraph, gone: str, kept: str, act: Act) -> Paragraph:
    """With everything that pointed to the one person pointing to the other."""
    passage = paragraph.passage
    spans = tuple(
        replace(span, ref=kept) if isinstance(span, Name) and span.ref == gone else span
        for span in passage.spans
    )
    if spans != passage.spans:
        paragraph = replace(paragraph, passage=Passage(passage.text, spans))
    if paragraph.speaker == gone:
        paragraph = replace(paragraph, speaker=kept, assigned=act)
    if paragraph.voice == gone:
        paragraph = replace(paragraph, voice=kept, assigned=act)
    return paragraph


def _place(document: Document, identifier: str) -> int:
    for at, person in enumerate(document.people):
        if person.id == identifier:
            return at
    raise EditRefused("This person is not among the participants.")


def _must_have_name(person: Person) -> None:
    if not person.name.strip():
        raise EditRefused("A participant needs a name.")
