"""Who speaks, and what a paragraph is."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.document import Document
from app.model.terms import Act, Kind
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
N, T, C = Kind.NARRATIVE, Kind.TURN, Kind.CONTINUATION


def shape(document: Document, first: int, last: int) -> list[tuple[Kind, str | None]]:
    return [(p.kind, p.speaker) for p in document.paragraphs[first : last + 1]]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (edits.AssignSpeaker((1,), "p2"), [(N, None), (T, "p2"), (C, "p2"), (T, "p2")]),
        (edits.AssignSpeaker((2,), "p2"), [(N, None), (T, "p1"), (T, "p2"), (T, "p2")]),
        (edits.AssignSpeaker((2,), "p1"), [(N, None), (T, "p1"), (C, "p1"), (T, "p2")]),
        (edits.AssignSpeaker((0,), "p1"), [(T, "p1"), (T, "p1"), (C, "p1"), (T, "p2")]),
        (edits.AssignSpeaker((1,), None), [(N, None), (T, None), (C, None), (T, "p2")]),
        (edits.AssignSpeaker((1, 2), "p2"), [(N, None), (T, "p2"), (C, "p2"), (T, "p2")]),
        (edits.SetKind((1,), N), [(N, None), (N, None), (T, "p1"), (T, "p2")]),
        (edits.SetKind((2,), T), [(N, None), (T, "p1"), (T, "p1"), (T, "p2")]),
        (edits.SetKind((3,), C), [(N, None), (T, "p1"), (C, "p1"), (C, "p1")]),
        (edits.SwapSpeakers(2, "p1", "p2"), [(N, None), (T, "p1"), (T, "p2"), (T, "p1")]),
        (edits.SwapSpeakers(0, "p1", "p2"), [(N, None), (T, "p2"), (C, "p2"), (T, "p1")]),
        (edits.SplitToSpeaker(1, 9, "p2"), [(N, None), (T, "p1"), (T, "p2"), (C, "p2")]),
        (edits.MergePeople("p1", "p2"), [(N, None), (T, "p1"), (C, "p1"), (T, "p1")]),
    ],
)
def test_speakers_after_an_edit(edit: edits.Edit, expected: list[tuple[Kind, str | None]]) -> None:
    assert shape(after(awkward(), edit), 0, 3) == expected


def test_a_label_goes_back_into_the_text_of_narrative() -> None:
    paragraph = after(awkward(), edits.SetKind((1,), N)).paragraphs[1]
    assert (paragraph.text, paragraph.label) == ("The President: Toshiki, good morning", None)


def test_and_can_be_lifted_out_again() -> None:
    document = after(awkward(), edits.SetKind((1,), N), edits.LiftLabel(1, 14))
    paragraph = document.paragraphs[1]
    assert paragraph.label is not None
    assert (paragraph.text, paragraph.label.text) == ("Toshiki, good morning", "The President:")
    assert paragraph.kind is T


def test_a_label_is_corrected_and_keeps_its_reading() -> None:
    label = after(awkward(), edits.CorrectLabel(3, "PM:")).paragraphs[3].label
    assert label is not None
    assert (label.text, label.witness) == ("PM:", "PM -")


def test_the_assignment_says_who() -> None:
    document = after(awkward(), edits.AssignSpeaker((3,), "p1"))
    assert document.paragraphs[3].assigned == ACT


@pytest.mark.parametrize(
    "edit",
    [
        edits.AssignSpeaker((0,), "nobody"),
        edits.SetKind((1,), C),
        edits.SetKind((0,), C),
        edits.SwapSpeakers(0, "p1", "p1"),
        edits.LiftLabel(1, 3),
        edits.LiftLabel(0, 0),
        edits.CorrectLabel(0, "X:"),
        edits.CorrectLabel(1, " "),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(awkward(), ACT)
