"""Which portions are shown to whom, and what of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model import edits
from app.model.document import Document, Reviewer
from app.model.second_review import FIELDS, is_current
from app.model.terms import Disposition
from app.ui.tools.second_review.rows import PortionsModel, columns, rows
from tests.release.papers import ANN, BOB, CYD, decided, done, paper
from tests.ui.tools.second_review import stages


def keys(document: Document, person: Reviewer) -> list[str]:
    return [row.key for row in rows(document, person, is_current(document))]


def cells(document: Document, person: Reviewer) -> dict[str, tuple[str, ...]]:
    made = rows(document, person, is_current(document))
    shown = columns(document)
    return {row.key: shown.cells(document, row) for row in made}


def test_what_is_undecided_is_shown_before_a_submission() -> None:
    document = done(paper(), ANN, edits.SetDisposition(("para-1",), Disposition.RELEASE))
    assert keys(document, ANN)[:2] == ["heading/title", "heading/0"]
    assert "para-1" not in keys(document, ANN)
    assert keys(decided(), ANN) == []


@pytest.mark.parametrize("person", [ANN, CYD])
@pytest.mark.parametrize("blind", [True, False])
def test_opinions_are_for_the_second_alone_until_all_are_given(
    person: Reviewer, blind: bool
) -> None:
    assert keys(stages.taken(blind=blind), person) == []
    assert len(keys(stages.taken(blind=blind), BOB)) == 10
    assert keys(stages.taken(blind=blind), BOB)[-1] == FIELDS


def test_in_sight_the_first_decision_stands_beside_the_own() -> None:
    document = done(stages.taken(blind=False), BOB, edits.GiveOpinion("para-1"))
    assert cells(document, BOB)["para-1"][2:] == ("In part (1)", "Agreed")
    assert cells(document, BOB)["para-4"][2:] == ("Deny", "To judge")


def test_a_blind_review_has_nothing_of_the_first() -> None:
    document = done(
        stages.taken(blind=True), BOB, edits.GiveOpinion("para-4", stages.DIFFERENT["para-4"])
    )
    assert columns(document).headings == ("Portion", "Words", "Yours")
    assert {row[2] for row in cells(document, BOB).values()} == {"In full", "To judge"}
    other = done(
        decided(), ANN, edits.SetDisposition(("para-4",), Disposition.REFER, (), "State", "Theirs")
    )
    other = done(other, ANN, edits.SubmitForSecondReview(True))
    other = done(other, BOB, edits.TakeSecondReview(BOB))
    other = done(other, BOB, edits.GiveOpinion("para-4", stages.DIFFERENT["para-4"]))
    assert cells(other, BOB) == cells(document, BOB)


def test_disagreements_alone_are_shown_afterwards() -> None:
    assert keys(stages.disputed(), CYD) == ["para-3", "para-4", FIELDS]
    assert cells(stages.disputed(), CYD)["para-4"] == (
        "Paragraph 4",
        "Deny",
        "In full",
        "To resolve",
    )
    assert cells(stages.complete(), CYD)["para-4"][3] == "Second adopted"
    assert cells(stages.complete(), CYD)[FIELDS][3] == "First adopted"


def test_a_void_review_shows_nothing() -> None:
    assert keys(stages.void(), BOB) == []


def test_the_model_is_reset_only_for_other_portions(qapp: QApplication) -> None:
    model, resets = PortionsModel(), []
    model.modelReset.connect(lambda: resets.append(1))
    document = stages.taken(blind=False)
    for one in (document, done(document, BOB, edits.GiveOpinion("para-1"))):
        model.show_rows(one, rows(one, BOB, True), columns(one))
    assert len(resets) == 1
    number = model.number_of("para-1")
    assert number is not None
    said = model.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Paragraph 1; Words: They met")
    assert said.endswith("First: In part (1); Yours: Agreed")
    ended = stages.disputed(blind=False)
    model.show_rows(ended, rows(ended, BOB, True), columns(ended))
    assert len(resets) == 2
    assert model.rowCount() == 3
