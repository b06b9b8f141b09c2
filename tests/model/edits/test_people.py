"""Participants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import Person
from app.model.edits.people import new_person_id
from app.model.spans import Name
from app.model.terms import Act, NameKind
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def test_a_new_participant_gets_an_id_of_their_own() -> None:
    document = awkward()
    for _ in range(3):
        person = Person(new_person_id(document), "Someone")
        document = after(document, edits.AddPerson(person))
    assert len({person.id for person in document.people}) == 5


def test_merging_keeps_names_as_labels_and_fills_what_is_missing() -> None:
    document = after(awkward(), edits.AddAlias("p2", "PM"), edits.MergePeople("p1", "p2"))
    (person,) = document.people
    assert person.aliases == ("Toshiki Kaifu", "PM")
    assert person.office == "Prime Minister of Japan"


def test_order_and_description() -> None:
    document = after(awkward(), edits.MovePerson("p2", 0))
    assert [person.id for person in document.people] == ["p2", "p1"]
    revised = replace(document.people[0], affiliation="Japan")
    assert after(document, edits.RevisePerson(revised)).people[0] == revised


def test_one_who_does_not_speak_can_go() -> None:
    document = after(awkward(), edits.AssignSpeaker((1,), "p2"), edits.RemovePerson("p1"))
    assert [person.id for person in document.people] == ["p2"]


@pytest.mark.parametrize(
    "edit",
    [
        edits.AddPerson(Person("p1", "Twin")),
        edits.AddPerson(Person("p9", "  ")),
        edits.RemovePerson("p1"),
        edits.RemovePerson("p9"),
        edits.MovePerson("p1", 2),
        edits.MergePeople("p1", "p1"),
        edits.AddAlias("p1", ""),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(awkward(), ACT)


def test_names_and_voices_go_over_with_a_merge_and_hold_a_person() -> None:
    named = edits.MarkName(0, 0, 13, NameKind.PERSON, "p1").apply(awkward(), ACT)
    with pytest.raises(edits.EditRefused, match="speaks in"):
        edits.RemovePerson("p1").apply(named, ACT)
    first = replace(named.paragraphs[0], voice="p1")
    merged = edits.MergePeople("p2", "p1").apply(named.with_paragraphs(0, 1, (first,)), ACT)
    told = merged.paragraphs[0]
    assert (told.voice, told.assigned) == ("p2", ACT)
    assert [span.ref for span in told.passage.spans if isinstance(span, Name)] == ["p2"]


def test_a_person_who_is_named_in_the_text_stays() -> None:
    added = edits.AddPerson(Person("p9", "Roh")).apply(awkward(), ACT)
    named = edits.MarkName(0, 0, 13, NameKind.PERSON, "p9").apply(added, ACT)
    with pytest.raises(edits.EditRefused, match="linked to names in the text"):
        edits.RemovePerson("p9").apply(named, ACT)
