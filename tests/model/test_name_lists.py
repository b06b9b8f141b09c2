"""Lists of names as tables."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Person, PlaceEntry
from app.model.name_lists import NameList, NameListError, as_csv, from_csv
from app.model.terms import Function

cells = st.text(st.sampled_from("=+-@'\";, aé\u202e"), max_size=6)
filled = cells.filter(str.strip)
people = st.builds(
    Person,
    st.just(""),
    filled,
    st.sampled_from(Function),
    cells,
    cells,
    st.lists(filled, max_size=2).map(tuple),
)


def numbered(people: list[Person], places: list[str]) -> NameList:
    return NameList(
        tuple(
            Person(f"person-{n}", p.name, p.function, p.office, p.affiliation, p.aliases)
            for n, p in enumerate(people, 1)
        ),
        tuple(PlaceEntry(f"place-{n}", name) for n, name in enumerate(places, 1)),
    )


@given(st.lists(people, max_size=3), st.lists(filled, max_size=3))
def test_a_table_is_read_back_and_holds_no_formula(
    persons: list[Person], places: list[str]
) -> None:
    names = numbered(persons, places)
    text = as_csv(names)
    assert from_csv(text) == names
    for row in csv.reader(StringIO(text, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_a_table_of_another_program() -> None:
    text = '\ufeffName,kind,name,extra\r\nx,person,"Roh, Tae Woo",y\r\nx,place,\'s-Gravenhage\r\n'
    assert from_csv(text) == NameList(
        (Person("person-1", "Roh, Tae Woo"),), (PlaceEntry("place-1", "'s-Gravenhage"),)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'line 1: the columns "kind" and "name" must be there'),
        ("name\r\na\r\n", 'line 1: the columns "kind" and "name" must be there'),
        ("kind,name\r\nperson,a\r\nperson, \r\n", "line 3: the name is empty"),
        ("kind,name\r\nthing,a\r\n", 'line 2: "thing" is neither person nor place'),
        ("kind,name,function\r\nperson,a,boss\r\n", 'line 2: "boss" is neither'),
        ('kind,name\r\nperson,"a\r\n', "line 2: unexpected end of data"),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, message: str) -> None:
    with pytest.raises(NameListError) as raised:
        from_csv(text)
    assert str(raised.value).startswith(message)
