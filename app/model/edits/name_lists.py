"""Taking over a list of persons and places from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document, Person, PlaceEntry
from app.model.edits.base import EditRefused
from app.model.edits.names import AddPlace, new_place_id
from app.model.edits.people import AddPerson, RevisePerson, new_person_id
from app.model.terms import Act


@dataclass(frozen=True)
class TakeNames:
    """Persons and places with a name that is not in the lists yet are added, with ids of their own.

    Of a person who is there already only what was not known is taken: nothing is overwritten.
    """

    name: ClassVar[str] = "Take Names"
    people: tuple[Person, ...]
    places: tuple[PlaceEntry, ...]

    def apply(self, document: Document, act: Act) -> Document:
        before = document
        for person in self.people:
            document = _with_person(document, person, act)
        for place in self.places:
            known = {held.name.casefold() for held in document.places}
            if place.name.casefold() not in known:
                own = PlaceEntry(new_place_id(document), place.name)
                document = AddPlace(own).apply(document, act)
        if document is before:
            raise EditRefused("All of these names are in the lists already.")
        return document


def _with_person(document: Document, person: Person, act: Act) -> Document:
    for held in document.people:
        if held.name.casefold() == person.name.casefold():
            return RevisePerson(_completed(held, person)).apply(document, act)
    own = replace(person, id=new_person_id(document))
    return AddPerson(own).apply(document, act)


def _completed(held: Person, person: Person) -> Person:
    return replace(
        held,
        office=held.office or person.office,
        affiliation=held.affiliation or person.affiliation,
        aliases=tuple(dict.fromkeys((*held.aliases, *person.aliases))),
    )
