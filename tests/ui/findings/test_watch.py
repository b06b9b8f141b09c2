"""The findings are true a moment after the last change, and at once where they are needed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.checks.check import DocumentCheck
from app.checks.consistency import MENTIONED, READS, TreatedAlike
from app.checks.findings import findings
from app.checks.places import described
from app.checks.registry import CHECKS
from app.consistency.parts import parts_of
from app.model.document import Reviewer
from app.model.edits import (
    CorrectText,
    DismissFinding,
    ReplaceText,
    SetDisposition,
    SubmitForSecondReview,
    TakeSecondReview,
)
from app.model.terms import Disposition
from app.review import Review
from app.ui.findings.watch import Watch
from tests.builders import document
from tests.release.papers import ANN as ANN_BIRCH
from tests.release.papers import BOB, decided, done

ANN = Reviewer("rev-ab", "Ann Baker", "AB")


@pytest.fixture
def review() -> Review:
    return Review(document(*(f"They met (again {n}. (U)" for n in range(200))), ANN)


@pytest.fixture
def watch(qtbot: QtBot, review: Review) -> Watch:
    made = Watch()
    made.set_checks(CHECKS)
    with qtbot.waitSignal(made.found):
        made.set_review(review)
    return made


def test_all_is_found(watch: Watch, review: Review) -> None:
    assert watch.is_true
    assert watch.rows == tuple(findings(review.document, CHECKS))
    assert len(watch.rows) >= 200


def test_nothing_is_found_before_it_was_looked(review: Review) -> None:
    watch = Watch()
    watch.set_checks(CHECKS)
    watch.set_review(review)
    assert not watch.finish()
    assert watch.rows == ()


def test_an_edit_is_followed_later(qtbot: QtBot, watch: Watch, review: Review) -> None:
    count = len(watch.rows)
    with qtbot.waitSignal(watch.found):
        review.apply(CorrectText(3, 9, 10, ""))
        assert watch.document is not review.document
        assert len(watch.rows) == count
    assert watch.document is review.document
    assert len(watch.rows) == count - 1


def test_while_a_person_types_no_rule_is_run(qtbot: QtBot, watch: Watch, review: Review) -> None:
    before = watch.rows
    for n in range(4):
        review.apply(CorrectText(3, 9 + n, 9 + n, "x"))
        qtbot.wait(120)
        assert watch.rows is before
    with qtbot.waitSignal(watch.found):
        pass


def test_while_a_save_runs_no_rule_is_run(qtbot: QtBot, watch: Watch, review: Review) -> None:
    before = watch.rows
    watch.pause()
    review.apply(CorrectText(3, 9, 9, "x"))
    qtbot.wait(400)
    assert watch.rows is before
    with qtbot.waitSignal(watch.found):
        watch.resume()


def test_what_is_needed_now_is_made_now(watch: Watch, review: Review) -> None:
    review.apply(CorrectText(3, 9, 10, ""))
    assert watch.finish()
    assert watch.rows == tuple(findings(review.document, CHECKS))


def test_another_document(qtbot: QtBot, watch: Watch, review: Review) -> None:
    other = Review(document("They met ) again. (U)"), ANN)
    with qtbot.waitSignal(watch.found):
        watch.set_review(other)
        assert watch.rows == ()
    held = watch.rows
    review.apply(CorrectText(3, 9, 10, ""))
    assert watch.rows is held
    assert watch.is_true


def test_a_dismissal_is_seen(watch: Watch, review: Review) -> None:
    first = watch.rows[-1]
    review.apply(DismissFinding(*first.key, "as printed"))
    watch.finish()
    assert watch.rows[-1].dismissed


def test_a_blind_second_reviewer_sees_nothing_that_tells(qtbot: QtBot) -> None:
    """Whoever comes to the desk sees what they may see."""
    paper = done(decided(), ANN_BIRCH, CorrectText(2, 0, 0, "Manuel Torrijano: "))
    paper = done(paper, ANN_BIRCH, SetDisposition(("para-3",), Disposition.RELEASE))
    paper = done(paper, ANN_BIRCH, SubmitForSecondReview(True))
    watch, review = Watch(), Review(paper, ANN_BIRCH)
    watch.set_checks((DocumentCheck(TreatedAlike(), READS, parts_of),))
    with qtbot.waitSignal(watch.found):
        watch.set_review(review)
    assert [one.rule for one in watch.rows] == [MENTIONED]
    review.reviewer = BOB
    with qtbot.waitSignal(watch.found):
        watch.follow_person()
    assert watch.rows == ()
    with qtbot.waitSignal(watch.found):
        review.apply(TakeSecondReview(BOB))
    assert watch.rows == ()


def test_the_rows_are_always_of_its_document(
    watch: Watch, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where something is edited while the rules run."""
    monkeypatch.setattr("app.ui.findings.watch.SLICE", 0.0001)
    review.apply(ReplaceText((0, 0), (150, 0), ("",)))
    watch._run_slice()
    review.apply(CorrectText(0, 0, 0, "x"))
    watch._start()
    while not watch.is_true:
        watch._run_slice()
        held = watch.document
        assert held is not None
        assert all(described(held, row.where) for row in watch.rows)
