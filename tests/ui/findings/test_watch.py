"""The findings are true a moment after the last change, and at once where they are needed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.checks.findings import findings
from app.checks.registry import CHECKS
from app.model.document import Reviewer
from app.model.edits import CorrectText, DismissFinding
from app.review import Review
from app.ui.findings.watch import Watch
from tests.builders import document

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
