"""The lists of persons and places as a table for other programs (CSV, RFC 4180).

A spreadsheet takes a cell that begins with "=", "+", "-" or "@" for a formula and would run it, so
such a cell gets an apostrophe in front, which is taken off again when the table is read.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO

from app.model.document import Person, PlaceEntry
from app.model.sanitise import sanitised
from app.model.terms import Function

_COLUMNS = ("kind", "name", "function", "office", "affiliation", "labels")
_PERSON, _PLACE = "person", "place"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_FUNCTIONS = {function.value: function for function in Function}


class NameListError(ValueError):
    """The table can't be read; the message says what is wrong and in which line."""


@dataclass(frozen=True, slots=True)
class NameList:
    """Persons and places, as lists to take over. Their ids are those of the list alone."""

    people: tuple[Person, ...] = ()
    places: tuple[PlaceEntry, ...] = ()


def as_csv(names: NameList) -> str:
    """A line an entry, under a line that names the columns; labels with line breaks between."""
    out = StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for person in names.people:
        labels = "\n".join(person.aliases)
        cells = (person.name, person.function.value, person.office, person.affiliation, labels)
        table.writerow((_PERSON, *map(_harmless, cells)))
    for place in names.places:
        table.writerow((_PLACE, _harmless(place.name), "", "", "", ""))
    return out.getvalue()


def from_csv(text: str) -> NameList:
    """What ``as_csv`` wrote, or another program. Only kind and name are asked for.

    Raises NameListError.
    """
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    people: list[Person] = []
    places: list[PlaceEntry] = []
    try:
        if not {"kind", "name"} <= set(table.fieldnames or ()):
            raise NameListError('line 1: the columns "kind" and "name" must be there')
        for row in table:
            _take(row, table.line_num, people, places)
    except csv.Error as error:
        raise NameListError(f"line {table.reader.line_num}: {error}") from None
    return NameList(tuple(people), tuple(places))


def _take(row: dict[str, str], line: int, people: list[Person], places: list[PlaceEntry]) -> None:
    cells = {column: _plain(row.get(column)) for column in _COLUMNS}
    if not cells["name"].strip():
        raise NameListError(f"line {line}: the name is empty")
    if cells["kind"] == _PLACE:
        places.append(PlaceEntry(f"place-{len(places) + 1}", cells["name"]))
        return
    function = _FUNCTIONS.get(cells["function"] or Function.PARTICIPANT.value)
    if cells["kind"] != _PERSON or function is None:
        wrong = cells["function"] if cells["kind"] == _PERSON else cells["kind"]
        raise NameListError(f'line {line}: "{wrong}" is neither person nor place, nor a function')
    aliases = tuple(label for label in cells["labels"].split("\n") if label)
    people.append(
        Person(
            f"person-{len(people) + 1}",
            cells["name"],
            function,
            cells["office"],
            cells["affiliation"],
            aliases,
        )
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: object) -> str:
    """Short lines have no cell there; what is too much in a long one is left out."""
    text = cell if isinstance(cell, str) else ""
    if text.startswith("'") and text[1:].startswith(_FORMULA):
        text = text[1:]
    return sanitised(text)
