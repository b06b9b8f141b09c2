"""Taking over a list of names."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.document import Person, PlaceEntry
from app.model.terms import Act, Function
from tests.invariants import assert_sound
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def test_new_names_are_added_and_known_ones_completed() -> None:
    before = awkward()
    listed = (
        Person("person-1", "TOSHIKI KAIFU", office="Mayor", affiliation="Japan", aliases=("PM",)),
        Person("person-2", "Roh Tae Woo"),
    )
    places = (PlaceEntry("place-1", "Seoul"), PlaceEntry("place-2", "seoul"))
    after = edits.TakeNames(listed, places).apply(before, ACT)
    assert_sound(after)
    assert after.people[1] == Person(
        "p2", "Toshiki Kaifu", Function.PRINCIPAL, "Prime Minister of Japan", "Japan", ("PM",)
    )
    assert [person.name for person in after.people[2:]] == ["Roh Tae Woo"]
    assert [place.name for place in after.places] == ["Seoul"]
    ids = [*(one.id for one in after.people), *(one.id for one in after.places)]
    assert len(set(ids)) == len(ids)
    with pytest.raises(edits.EditRefused, match="in the lists already"):
        edits.TakeNames(listed, places).apply(after, ACT)
