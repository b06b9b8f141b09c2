"""Lists of names as TEI."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Person, PlaceEntry
from app.model.name_lists import NameList
from app.model.terms import Function
from app.tei import TeiError, read_names, write, write_names
from tests.strategies import text
from tests.tei.jing import complaints, needs_jing
from tests.tei.specimen import specimen

filled = text.filter(str.strip)
people = st.builds(
    Person,
    st.just(""),
    filled,
    st.sampled_from(Function),
    text,
    text,
    st.lists(filled, max_size=2).map(tuple),
)
places = st.builds(PlaceEntry, st.just(""), filled)


@given(
    st.lists(people, max_size=3, unique_by=lambda one: one.name),
    st.lists(places, min_size=1, max_size=3, unique_by=lambda one: one.name),
)
def test_a_list_is_read_back(persons: list[Person], listed: list[PlaceEntry]) -> None:
    names = NameList(tuple(persons), tuple(listed))
    assert read_names(write_names(names)) == names


@needs_jing
def test_a_list_is_valid_tei(tmp_path: Path) -> None:
    both = NameList((Person("", "A & B", aliases=("A",)),), (PlaceEntry("", "Seoul"),))
    lists = [both, NameList(both.people), NameList((), both.places)]
    assert complaints([write_names(one) for one in lists], tmp_path) == {}


def test_the_lists_of_a_memorandum() -> None:
    names = read_names(write(specimen()))
    assert names.people == tuple(replace(person, id="") for person in specimen().people)
    assert names.places == (PlaceEntry("", "Asia"),)


@pytest.mark.parametrize(
    ("source", "message"),
    [(b"<TEI", "is not well-formed"), (b'<TEI xmlns="x"/>', "no persons and no places")],
)
def test_what_holds_no_list_is_refused(source: bytes, message: str) -> None:
    with pytest.raises(TeiError, match=message):
        read_names(source, "names.xml")


@pytest.mark.parametrize("names", [NameList(), NameList((Person("", "a\x01"),))])
def test_what_cannot_be_written_is_refused(names: NameList) -> None:
    with pytest.raises(TeiError):
        write_names(names)
