"""Who speaks, and what a paragraph is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import Document
from app.model.queries import unsure_speakers
from app.model.terms import Act, Certainty, Kind
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


def proposed() -> Document:
    """A turn, what continues it, and narrative that reports somebody, all of them guessed."""
    document = awkward()
    for at, voice in ((0, "p2"), (1, None), (2, None)):
        guessed = replace(document.paragraphs[at], voice=voice, certainty=Certainty.MEDIUM)
        document = document.with_paragraphs(at, at + 1, (guessed,))
    return document


def test_a_confirmed_speaker_is_confirmed_with_what_continues_the_turn() -> None:
    document = after(proposed(), edits.ConfirmSpeaker((1,)))
    assert list(unsure_speakers(proposed())) == [(0, 0), (1, 0)]
    assert list(unsure_speakers(document)) == [(0, 0)]
    assert [(p.speaker, p.certainty, p.assigned) for p in document.paragraphs[1:3]] == [
        ("p1", Certainty.HIGH, ACT)
    ] * 2


def test_a_confirmed_voice_stays_narrative() -> None:
    paragraph = after(proposed(), edits.ConfirmSpeaker((0,))).paragraphs[0]
    assert (paragraph.kind, paragraph.voice, paragraph.certainty) == (N, "p2", Certainty.HIGH)


def test_who_is_sure_is_not_confirmed_again() -> None:
    document = awkward()
    assert edits.ConfirmSpeaker((0, 1, 2, 3)).apply(document, ACT) is document


@pytest.mark.parametrize(
    "edit", [edits.AssignSpeaker((1,), "p1"), edits.SwapSpeakers(1, "p1", "p2")]
)
def test_whoever_is_chosen_is_sure(edit: edits.Edit) -> None:
    document = after(proposed(), edit)
    assert [p.certainty for p in document.paragraphs[1:3]] == [Certainty.HIGH] * 2
