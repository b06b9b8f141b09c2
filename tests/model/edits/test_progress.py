"""Reviewed is said by a person and taken back by any edit."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.document import Reviewer
from app.model.terms import Level
from app.review import Review
from tests.model.records import awkward


def reviewed(review: Review) -> list[int]:
    return [at for at, p in enumerate(review.document.paragraphs) if p.reviewed is not None]


@pytest.fixture
def review() -> Review:
    made = Review(awkward(), Reviewer("rev-ab", "A. Reviewer", "AB"))
    made.apply(edits.SetReviewed((0, 1, 3)))
    return made


def test_it_is_set_and_taken_back(review: Review) -> None:
    assert reviewed(review) == [0, 1, 3]
    review.apply(edits.SetReviewed((1,), reviewed=False))
    assert reviewed(review) == [0, 3]


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        (edits.CorrectText(1, 0, 1, "t"), [0, 3]),
        (edits.SetMarking((0, 3), Level.U), [1]),
        (edits.AssignSpeaker((3,), "p1"), [0, 1]),
        (edits.SplitParagraph(0, 5), [2, 4]),
        (edits.JoinParagraphs(1), [2]),
        (edits.SetReviewed((2,)), [0, 1, 2, 3]),
    ],
)
def test_any_edit_of_the_paragraph_clears_it(
    review: Review, edit: edits.Edit, left: list[int]
) -> None:
    review.apply(edit)
    assert reviewed(review) == left
    review.undo()
    assert reviewed(review) == [0, 1, 3]
