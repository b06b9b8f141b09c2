"""A merge releases nothing that nobody saw."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.decisions import Exemption
from app.model.edits import Edit
from app.model.merging import merged, with_seen_released
from app.model.terms import Act, Disposition
from tests.model.merging.test_merging import ANN, BOB, MEMO, both, by

RELEASE = edits.SetDisposition((MEMO.paragraphs[1].id,), Disposition.RELEASE)
DENY = edits.SetDisposition((MEMO.paragraphs[1].id,), Disposition.DENY, (Exemption("1.4(c)"),))
CORRECT = edits.CorrectText(1, 0, 5, "Thanks")
ELSEWHERE = edits.CorrectText(0, 0, 4, "Fine")


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (RELEASE, CORRECT, False),
        (RELEASE, ELSEWHERE, True),
        (RELEASE, RELEASE, True),
        (DENY, CORRECT, True),
    ],
)
def test_a_release_holds_for_the_words_that_were_seen(one: Edit, other: Edit, kept: bool) -> None:
    for made in (both([one], [other]), both([other], [one])):
        assert (made.document.paragraphs[1].decision is not None) is kept


def test_a_choice_between_two_texts_takes_no_decision_along() -> None:
    """Both corrected the words, the first released them, and the second's words are taken."""
    correct = edits.CorrectText(1, 0, 5, "Thanks")
    first = by(ANN, MEMO, correct, RELEASE)
    second = by(BOB, MEMO, edits.CorrectText(1, 0, 5, "I thank"))
    made = merged(MEMO, first, second)
    (conflict,) = made.conflicts
    chosen = conflict.take_second.apply(made.document, Act(ANN.id, ""))
    assert chosen.paragraphs[1].decision is not None
    assert with_seen_released(chosen, first, second).paragraphs[1].decision is None
