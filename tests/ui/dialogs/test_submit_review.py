"""Submitting for a second review."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.ui.dialogs.submit_review import BETRAYED, SubmitReview
from tests.release.papers import decided
from tests.ui.tools.second_review import stages


def warnings(qtbot: QtBot, document: Document) -> list[str]:
    dialog = SubmitReview(document)
    qtbot.addWidget(dialog)
    return [label.text() for label in dialog.warnings]


def test_a_blind_review_is_offered_first(qtbot: QtBot) -> None:
    dialog = SubmitReview(decided())
    qtbot.addWidget(dialog)
    assert dialog.blind.isChecked()
    assert dialog.submit.isDefault()
    assert "without seeing" in dialog.blind.accessibleDescription()
    assert "sees your decisions" in dialog.in_sight.accessibleDescription()


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (stages.submitted(blind=True), "The review that there is now goes"),
        (stages.void(), "The review that there is now with 10 opinions goes"),
    ],
)
def test_what_goes_is_told(qtbot: QtBot, document: Document, said: str) -> None:
    assert any(said in one for one in warnings(qtbot, document))


def test_struck_marks_would_betray_the_decisions(qtbot: QtBot) -> None:
    """Of the paper, the stamp struck all marks but that of the portion that is denied."""
    assert BETRAYED in warnings(qtbot, decided())
    assert BETRAYED not in warnings(qtbot, stages.complete())
