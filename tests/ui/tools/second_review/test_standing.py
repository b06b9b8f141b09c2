"""How far the review has come, for each person."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.document import Document, Reviewer
from app.model.second_review import is_current
from app.model.terms import Disposition
from app.ui.tools.second_review.standing import Standing, standing, steps
from tests.release.papers import ANN, BOB, CYD, decided, done, paper
from tests.ui.tools.second_review import stages


def of(document: Document, person: Reviewer) -> Standing:
    return standing(document, person, is_current(document))


@pytest.mark.parametrize(
    ("document", "title", "short"),
    [
        (paper(), "Not submitted", ""),
        (decided(), "Not submitted", "Second review: not submitted"),
        (stages.submitted(blind=True), "Awaits a second reviewer", "Second review: awaited"),
        (stages.taken(blind=True), "Under way, 10 left", "Second review: under way, 10 left"),
        (stages.disputed(), "Disputed, 3 to resolve", "Second review: disputed, 3 to resolve"),
        (stages.complete(), "Complete", "Second review: complete"),
        (stages.void(), "Void", "Second review: void"),
    ],
)
def test_each_state_has_its_name(document: Document, title: str, short: str) -> None:
    for person in (ANN, BOB, CYD):
        assert (of(document, person).title, of(document, person).short) == (title, short)


def test_what_is_undecided_is_counted() -> None:
    document = done(paper(), ANN, edits.SetDisposition(("para-1",), Disposition.RELEASE))
    assert of(document, ANN).sentence.startswith("8 portions need a decision")
    assert "Submit" in of(decided(), ANN).sentence


def test_who_may_take_it_is_told() -> None:
    document = stages.submitted(blind=True)
    assert "Submitted by Ann Birch, 24 Nov 2026" in of(document, CYD).sentence
    assert "does not see the decisions" in of(document, CYD).sentence
    assert "You can take it" in of(document, CYD).sentence
    assert "another person must" in of(document, ANN).sentence
    assert "in sight" in of(stages.submitted(blind=False), CYD).sentence


def test_who_may_adopt_what_is_told() -> None:
    document = stages.disputed()
    assert "You can adopt what Bob Cedar would do" in of(document, ANN).sentence
    assert "You can adopt what Ann Birch decided" in of(document, BOB).sentence
    assert "You can adopt what either would do" in of(document, CYD).sentence


def test_a_complete_one_is_summed_up() -> None:
    assert of(stages.complete(), CYD).sentence.endswith("blind. 7 of 10 agreed, 3 resolved.")


def test_a_blind_reviewer_of_a_void_review_is_sent_to_the_first() -> None:
    document = done(stages.taken(blind=True), BOB, edits.ReplaceText((2, 0), (2, 3), ("Our",)))
    assert "ask Ann Birch to submit again" in of(document, BOB).sentence
    assert "submit the decisions again" in of(document, ANN).sentence


@pytest.mark.parametrize(
    ("document", "way"),
    [
        (decided(), "● To submit  ›  ○ Submitted  ›  ○ Under way  ›  ○ Complete"),
        (stages.taken(blind=True), "✓ Submitted  ›  ● Under way  ›  ○ Complete"),
        (stages.disputed(), "✓ Submitted  ›  ✓ Under way  ›  ● Disputed  ›  ○ Complete"),
        (stages.complete(), "✓ Submitted  ›  ✓ Under way  ›  ✓ Disputed  ›  ✓ Complete"),
        (stages.void(), "● Void  ›  ○ Submitted  ›  ○ Under way  ›  ○ Disputed  ›  ○ Complete"),
    ],
)
def test_the_way_through_the_states_is_shown(document: Document, way: str) -> None:
    assert steps(document.second_review, is_current(document)) == way
