"""Confirming doubtful words."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.doubts import doubts
from app.model.witness import body_witness
from tests.model.test_doubts import ACT, doubtful


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (5, 5, [0, 8]),  # the caret in a word
        (7, 7, [0, 8]),  # at its end
        (5, 6, [0, 8]),
        (2, 9, []),
        (3, 8, [0, 8]),  # a selection that only touches the words beside it
    ],
)
def test_the_words_there_are_confirmed(start: int, end: int, left: list[int]) -> None:
    before = doubtful()
    after = edits.ConfirmWord(0, start, end).apply(before, ACT)
    assert list(doubts(after)) == [*((0, place) for place in left), (2, 0), (2, 4), (2, 8)]
    assert after.paragraphs[0].text == before.paragraphs[0].text
    assert body_witness(after) == body_witness(before)
    assert after.paragraphs[2] is before.paragraphs[2]


def test_the_same_word_is_confirmed_everywhere() -> None:
    before = doubtful()
    after = edits.ConfirmWordEverywhere("two").apply(before, ACT)
    assert list(doubts(after)) == [(0, 0), (0, 8), (2, 0), (2, 8)]
    assert body_witness(after) == body_witness(before)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (edits.ConfirmWord(1, 3, 3), "There is no doubtful word here."),
        (edits.ConfirmWord(0, 13, 13 + 1), "There is no doubtful word here."),
        (edits.ConfirmWord(9, 0, 0), "There is no paragraph 10"),
        (edits.ConfirmWordEverywhere("Two"), "No doubtful word reads “Two”."),
    ],
)
def test_what_is_not_doubtful_cannot_be_confirmed(edit: edits.Edit, reason: str) -> None:
    with pytest.raises(edits.EditRefused, match=reason):
        edit.apply(doubtful(), ACT)
