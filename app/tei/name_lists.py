"""Lists of persons and places as a TEI file of their own, and as any TEI file holds them."""

from __future__ import annotations

from app.model.document import Person, PlaceEntry
from app.model.name_lists import NameList
from app.model.terms import Function
from app.tei.errors import TeiError
from app.tei.markup import lines, unwritable
from app.tei.parsing import parsed
from app.tei.shapes import Element, plain
from app.tei.vocabulary import TEI, clark

_FUNCTIONS = {function.value: function for function in Function}
_HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Names</title></titleStmt>"
    "<publicationStmt><p>Working copy</p></publicationStmt>"
    "<sourceDesc><p>Lists of Memcon Desk</p></sourceDesc></fileDesc></teiHeader>"
)


def write_names(names: NameList) -> bytes:
    """The file, UTF-8. Raises TeiError where there is no name, or one that it cannot hold."""
    if not names.people and not names.places:
        raise TeiError("there are no names yet")
    people = [_person(number, person) for number, person in enumerate(names.people, 1)]
    places = [
        f'<place xml:id="place-{number}">{_element("placeName", place.name)}</place>'
        for number, place in enumerate(names.places, 1)
    ]
    listed = _list("listPerson", people) + _list("listPlace", places)
    written = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<TEI xmlns="{TEI}">',
            _HEADER,
            "<standOff>",
            *listed,
            "</standOff>",
            "</TEI>",
            "",
        )
    )
    character = unwritable(written)
    if character is not None:
        raise TeiError(f"a name holds U+{ord(character):04X}, which XML cannot: remove it")
    return written.encode("utf-8")


def read_names(source: bytes, name: str = "") -> NameList:
    """All persons and places listed anywhere in a TEI file, each name once. Raises TeiError."""
    root = parsed(source, name)
    people = {person.name: person for person in map(_read_person, root.iter(clark("person")))}
    places = {place.name: place for place in map(_read_place, root.iter(clark("place")))}
    people.pop("", None)
    places.pop("", None)
    if not people and not places:
        raise TeiError(f"{name or 'the file'}: it lists no persons and no places")
    return NameList(tuple(people.values()), tuple(places.values()))


def _person(number: int, person: Person) -> str:
    aliases = (f'<persName type="alias">{lines(alias)}</persName>' for alias in person.aliases)
    return "".join(
        (
            f'<person xml:id="person-{number}" role="{person.function.value}">',
            _element("persName", person.name),
            *aliases,
            _element("occupation", person.office),
            _element("affiliation", person.affiliation),
            "</person>",
        )
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{lines(text)}</{name}>" if text else ""


def _list(name: str, rows: list[str]) -> list[str]:
    return [f"<{name}>", *rows, f"</{name}>"] if rows else []


def _read_person(element: Element) -> Person:
    names = element.findall(clark("persName"))
    own = [_text(one) for one in names if one.get("type") != "alias"]
    aliases = [_text(one) for one in names if one.get("type") == "alias"]
    return Person(
        "",
        own[0] if own else "",
        _FUNCTIONS.get(element.get("role", ""), Function.PARTICIPANT),
        _text(element.find(clark("occupation"))),
        _text(element.find(clark("affiliation"))),
        tuple(filter(None, aliases)),
    )


def _read_place(element: Element) -> PlaceEntry:
    return PlaceEntry("", _text(element.find(clark("placeName"))))


def _text(element: Element | None) -> str:
    """Its text, whatever is marked up in it, in one line where another program laid it out."""
    if element is None:
        return ""
    text = plain(element, "type")
    return " ".join("".join(map(str, element.itertext())).split()) if text is None else text
