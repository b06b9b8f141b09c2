"""Whether the review holds, looked at when nobody types."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model import edits
from app.model.document import Document
from app.review import Review
from app.ui.tools.second_review import watch as module
from app.ui.tools.second_review.watch import LOST, SecondReviewWatch
from tests.release.papers import ANN, BOB
from tests.ui.tools.second_review import stages


@pytest.fixture
def watch(qtbot: QtBot) -> SecondReviewWatch:
    return SecondReviewWatch()


def test_a_loss_is_told_once_and_undo_mends_it(qtbot: QtBot, watch: SecondReviewWatch) -> None:
    told: list[str] = []
    watch.lost.connect(told.append)
    review = Review(stages.complete(), ANN)
    watch.set_review(review)
    assert watch.text == "Second review: complete"
    for letter in "abc":
        review.apply(edits.ReplaceText((2, 0), (2, 0), (letter,)))
        # The dock may ask before the watch looks.
        assert watch.holds(review.document) is (letter == "a")
        watch.look()
        assert not watch.holds(review.document)
    assert told == [LOST]
    assert watch.text == "Second review: void"
    while review.undo_name is not None:
        review.undo()
    with qtbot.waitSignal(watch.changed):
        pass
    assert watch.text == "Second review: complete"


def test_a_withdrawn_review_is_not_lost(qtbot: QtBot, watch: SecondReviewWatch) -> None:
    told: list[str] = []
    watch.lost.connect(told.append)
    review = Review(stages.complete(), ANN)
    watch.set_review(review)
    review.apply(edits.WithdrawSecondReview())
    watch.look()
    assert told == []
    assert watch.text == "Second review: not submitted"
    watch.set_review(None)
    assert watch.text == ""


def test_opinions_do_not_have_the_digest_made_again(
    watch: SecondReviewWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Document] = []

    def digest(document: Document) -> bool:
        made.append(document)
        return True

    monkeypatch.setattr(module, "is_current", digest)
    review = Review(stages.taken(blind=False), BOB)
    watch.set_review(review)
    for key in ("para-1", "para-2"):
        review.apply(edits.GiveOpinion(key))
        assert watch.holds(review.document)
    assert len(made) == 1
    review.apply(edits.ReplaceText((2, 0), (2, 0), ("a",)))
    watch.look()
    assert len(made) == 2
