"""The one object that changes: history, listeners, what counts as saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings

from app.model import edits
from app.model.document import Reviewer
from app.model.edits.whole import TakeDocument
from app.model.terms import Disposition, Level
from app.review import Change, Review
from tests.builders import document
from tests.model.records import awkward
from tests.model.steps import Step, edit_of, steps

REVIEWER = Reviewer("rev-ab", "A. Reviewer", "AB")


def ticking(seconds: float) -> Iterator[datetime]:
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    while True:
        yield now
        now += timedelta(seconds=seconds)


def review_of(seconds: float = 5) -> Review:
    clock = ticking(seconds)
    return Review(awkward(), REVIEWER, lambda: next(clock))


def test_an_edit_says_who_and_when_and_registers_the_person() -> None:
    review = review_of()
    review.apply(edits.CorrectText(2, 4, 5, "h"))
    (correction,) = review.document.paragraphs[2].passage.corrections
    assert (correction.act.by, correction.act.when) == ("rev-ab", "2026-11-24T10:00:00Z")
    assert review.document.reviewers == (REVIEWER,)


def test_listeners_get_one_change_with_its_origin() -> None:
    review, heard = review_of(), list[Change]()
    review.subscribe(heard.append)
    edit = edits.SetMarking((0,), Level.U)
    origin = object()
    change = review.apply(edit, origin)
    assert heard == [change]
    assert (change.edit, change.origin, change.after) == (edit, origin, review.document)
    review.undo()
    assert heard[-1].after is change.before


def test_an_edit_without_effect_is_no_step() -> None:
    review, heard = review_of(), list[Change]()
    review.subscribe(heard.append)
    review.apply(edits.CorrectText(0, 0, 3, "The"))
    review.apply(edits.ConfirmMarks((0,)))
    assert (heard, review.undo_name, review.modified) == ([], None, False)


def test_a_refused_edit_changes_nothing() -> None:
    review = review_of()
    before = review.document
    with pytest.raises(edits.EditRefused):
        review.apply(edits.JoinParagraphs(0))
    assert review.document is before
    assert review.undo_name is None


def test_steps_are_named() -> None:
    review = review_of()
    review.apply(edits.AssignSpeaker((1,), "p2"))
    assert (review.undo_name, review.redo_name) == ("Assign Speaker", None)
    review.undo()
    assert (review.undo_name, review.redo_name) == (None, "Assign Speaker")
    review.apply(edits.SetMarking((0,), Level.U))
    assert review.redo_name is None


@pytest.mark.parametrize(("seconds", "steps_left"), [(0.4, 1), (1.5, 3)])
def test_typing_without_a_pause_is_one_step(seconds: float, steps_left: int) -> None:
    review = review_of(seconds)
    for at, letter in enumerate("abc"):
        review.apply(edits.CorrectText(0, at, at, letter))
    count = 0
    while review.undo_name:
        review.undo()
        count += 1
    assert count == steps_left


def test_typing_elsewhere_is_another_step() -> None:
    review = review_of(0.1)
    review.apply(edits.CorrectText(0, 0, 0, "a"))
    review.apply(edits.CorrectText(0, 9, 9, "b"))
    review.undo()
    assert review.document.paragraphs[0].text.startswith("aThe")


def test_modified_is_exact() -> None:
    review = review_of()
    states = []
    for step in (
        lambda: review.apply(edits.SetMarking((0,), Level.U)),
        review.undo,
        review.redo,
        lambda: review.mark_saved(review.document, review.to_save()),
        review.undo,
        review.redo,
    ):
        step()
        states.append(review.modified)
    assert states == [True, False, True, False, True, False]


def test_typing_after_a_save_does_not_melt_into_what_was_saved() -> None:
    review = review_of(0.1)
    review.apply(edits.CorrectText(0, 0, 0, "a"))
    review.mark_saved(review.document, review.to_save())
    review.apply(edits.CorrectText(0, 1, 1, "b"))
    review.undo()
    assert not review.modified


def test_typing_while_a_save_is_written_does_not_melt_into_it() -> None:
    review = review_of(0.1)
    review.apply(edits.CorrectText(0, 0, 0, "a"))
    reviewed, written = review.document, review.to_save()
    review.apply(edits.CorrectText(0, 1, 1, "b"))
    review.mark_saved(reviewed, written)
    review.undo()
    assert not review.modified


def test_states_are_numbered_and_undo_comes_back_to_the_number() -> None:
    review, heard = review_of(), list[Change]()
    review.subscribe(heard.append)
    review.apply(edits.SetMarking((0,), Level.U))
    review.apply(edits.SetMarking((0,), Level.S))
    review.undo()
    review.redo()
    review.undo()
    review.apply(edits.SetMarking((0,), Level.C))
    assert [change.state for change in heard] == [1, 2, 1, 2, 1, 3]
    assert [change.act is None for change in heard] == [False, False, True, True, True, False]
    assert review.state == 3


def test_each_save_leaves_an_entry_that_undo_does_not_take_away() -> None:
    review = review_of()
    review.apply(edits.CorrectText(0, 0, 0, "a"))
    review.apply(edits.SetMarking((0,), Level.U))
    written = review.to_save()
    review.mark_saved(review.document, written)
    assert [(r.by, r.note) for r in written.revisions] == [
        ("rev-ab", "Correct Text, Set Portion Mark")
    ]
    review.undo()
    again = review.to_save()
    assert again.revisions[0] == written.revisions[0]
    assert again.revisions[1].note == "Undo"


@settings(max_examples=100, deadline=None)
@given(steps)
def test_undo_goes_back_to_the_start_and_redo_to_the_end(sequence: list[Step]) -> None:
    review = review_of(0.5)
    start = review.document
    for step in sequence:
        with suppress(edits.EditRefused):
            review.apply(edit_of(step, review.document))
    end = review.document
    while review.undo_name:
        review.undo()
    assert review.document is start
    while review.redo_name:
        review.redo()
    assert review.document is end


def test_what_is_taken_as_a_whole_keeps_its_progress_and_its_decisions() -> None:
    other = Review(document("Ann: One. (U)", "Bob: Two. (U)"), REVIEWER)
    other.apply(edits.SplitParagraph(1, 3))
    places = tuple(range(len(other.document.paragraphs)))
    other.apply(edits.SetReviewed(places))
    released = tuple(paragraph.id for paragraph in other.document.paragraphs)
    other.apply(edits.SetDisposition(released, Disposition.RELEASE))
    review = Review(document("Ann: One. (U)", "Bob: Two. (U)"), REVIEWER)
    review.apply(TakeDocument("Recover Work", other.document))
    assert review.document.paragraphs == other.document.paragraphs


def test_what_is_read_only_says_why_and_stays() -> None:
    review = review_of()
    before = review.document
    review.read_only = "Ben has it."
    with pytest.raises(edits.EditRefused, match="Ben has it"):
        review.apply(edits.CorrectText(0, 0, 0, "a"))
    assert review.document is before
    review.read_only = ""
    assert review.apply(edits.CorrectText(0, 0, 0, "a")).after is not before


def test_a_listener_that_fails_keeps_no_other_from_hearing() -> None:
    review, heard = review_of(), list[Change]()

    def fail(_: Change) -> None:
        raise KeyError

    review.subscribe(fail)
    review.subscribe(heard.append)
    with pytest.raises(KeyError):
        review.apply(edits.CorrectText(0, 0, 0, "a"))
    assert [change.after for change in heard] == [review.document]


def test_the_work_goes_on_from_what_somebody_else_saved() -> None:
    review = review_of()
    other = Review(review.document, Reviewer("rev-bs", "Ben Second", "BS"))
    other.apply(edits.SetMarking((0,), Level.S))
    theirs = other.to_save()
    review.apply(edits.CorrectText(0, 0, 0, "a"))
    review.take_as_saved(theirs, theirs.revisions)
    assert review.saved is theirs
    assert review.modified
    assert review.to_save().revisions[:-1] == theirs.revisions
    assert review.to_save().revisions[-1].note == "Correct Text"
