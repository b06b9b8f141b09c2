from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import edits
from app.model.document import Dismissal, Document, Person, PlaceEntry, Reviewer, WordList
from app.model.edits.whole import TakeDocument
from app.model.passage import Passage
from app.model.spans import Message, Name, Note
from app.model.terms import Act, FurnitureKind, NameKind, NoteKind, Place
from app.storage.value_codec import (
    NotStorable,
    Unreadable,
    document_from_json,
    document_to_json,
    edit_from_json,
    edit_to_json,
    reviewer_from_json,
    reviewer_to_json,
)
from tests import strategies
from tests.model.records import awkward
from tests.model.steps import Step, edit_of, steps

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def through_json(value: object) -> Any:
    return json.loads(json.dumps(value))


@settings(max_examples=200, deadline=None)
@given(steps)
def test_an_edit_comes_back_as_it_was(sequence: list[Step]) -> None:
    document = awkward()
    for step in sequence:
        edit = edit_of(step, document)
        assert edit_from_json(through_json(edit_to_json(edit))) == edit
        with suppress(edits.EditRefused):
            document = edit.apply(document, ACT)


@pytest.mark.parametrize(
    "edit",
    [
        edits.Compound("Both", (edits.JoinParagraphs(1), edits.Compound("One", ()))),
        edits.AddPerson(Person("p9", "N\u00e9e \ud800", aliases=("a", ""))),
        edits.AddFurniture("page-1", FurnitureKind.OTHER, Place.TOP, "a\nb"),
        edits.CorrectHeading(None, "text", "x"),
        edits.ReplaceText((0, 1), (2, 3), ("a", "b")),
        edits.OverrideClassification(None),
        edits.JudgeWord("word", "good"),
        edits.MarkName(0, 0, 3, NameKind.PERSON, "p1"),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_awkward_edits_come_back(edit: edits.Edit) -> None:
    assert edit_from_json(through_json(edit_to_json(edit))) == edit


@settings(max_examples=30, deadline=None)
@given(strategies.documents())
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert document_from_json(through_json(document_to_json(document))) == document


def test_what_people_add_to_a_document_comes_back() -> None:
    (first, *_) = awkward().paragraphs
    note = Note(0, 3, "note-1", NoteKind.QUESTION, (Message("Why?", ACT),), ACT)
    spans = (note, Name(4, 9, NameKind.PLACE, "place-1"))
    document = replace(
        awkward().with_paragraphs(0, 1, (replace(first, passage=Passage(first.text, spans)),)),
        dismissed=(Dismissal("r", "para-1", "x", "because", ACT),),
        places=(PlaceEntry("place-1", "Tokyo"),),
        words=WordList(("a",), ("b",)),
    )
    assert document_from_json(through_json(document_to_json(document))) == document


def test_a_reviewer_comes_back() -> None:
    reviewer = Reviewer("rev-ab", "Ann B.", "AB")
    assert reviewer_from_json(through_json(reviewer_to_json(reviewer))) == reviewer


def test_an_edit_of_no_known_class_is_not_stored() -> None:
    with pytest.raises(NotStorable):
        edit_to_json(TakeDocument("Recover Work", awkward()))


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        {},
        {"is": "Unknown"},
        {"is": ["CorrectText"]},
        {"is": "EditRefused"},
        {"is": "CorrectText"},
        {"is": "CorrectText", "at": "0", "start": 0, "end": 0, "text": ""},
        {"is": "CorrectText", "at": True, "start": 0, "end": 0, "text": ""},
        {"is": "CorrectText", "at": 0, "start": 0, "end": 0, "text": 5},
        {"is": "CorrectText", "at": 0, "start": 0, "end": 0, "text": "", "kind": "none"},
        {"is": "CorrectText", "at": 0, "start": 0, "end": 0, "text": "", "more": 1},
        {"is": "AssignSpeaker", "at": {"0": 1}, "speaker": None},
        {"is": "ReplaceText", "start": [0], "end": [0, 0]},
        {"is": "CorrectHeading", "entry": None, "part": "apply", "text": ""},
        {"is": "Compound", "name": "x", "edits": [{"is": "Nothing"}]},
        {"is": "AddPerson", "person": {"id": "p"}},
    ],
    ids=str,
)
def test_anything_else_is_refused(stored: object) -> None:
    with pytest.raises(Unreadable):
        edit_from_json(stored)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_edit_is_refused_or_is_an_edit(drawn: st.DataObject) -> None:
    whole = json.dumps(edit_to_json(edits.ReplaceText((0, 1), (2, 3), ("a", "b"))))
    at = drawn.draw(st.integers(0, len(whole)))
    damaged = whole[:at] + drawn.draw(st.text('"{}[]:,0a', max_size=3)) + whole[at + 1 :]
    with suppress(ValueError):
        assert edit_from_json(json.loads(damaged)).name
