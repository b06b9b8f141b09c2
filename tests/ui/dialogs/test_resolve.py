"""Nobody adopts their own judgement, nor without a reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.document import Reviewer
from app.model.second_review import disagreements
from app.ui.dialogs.resolve import Resolve
from tests.release.papers import ANN, BOB, CYD
from tests.ui.tools.second_review import stages


def shown(qtbot: QtBot, person: Reviewer, portion: str = "para-3") -> Resolve:
    document = stages.disputed()
    assert document.second_review is not None
    found = disagreements(document.second_review)
    opinion = next(one for one in found if one.portion == portion)
    dialog = Resolve(document, person, opinion)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


@pytest.mark.parametrize(
    ("person", "may"), [(ANN, (False, True)), (BOB, (True, False)), (CYD, (True, True))]
)
def test_the_own_judgement_is_not_offered(
    qtbot: QtBot, person: Reviewer, may: tuple[bool, bool]
) -> None:
    dialog = shown(qtbot, person)
    assert (dialog.first.isEnabled(), dialog.second.isEnabled()) == may
    own = [one.text() for one in (dialog.first, dialog.second) if not one.isEnabled()]
    assert all("your own" in text for text in own)
    only = len(own) == 1
    assert dialog.reason.hasFocus() is only
    assert (dialog.first.isChecked() or dialog.second.isChecked()) is only


def test_both_judgements_are_shown_with_their_people(qtbot: QtBot) -> None:
    dialog = shown(qtbot, CYD)
    assert "Ann Birch" in dialog.first.text()
    assert "Release in full" in dialog.sides.first.text()
    assert "Ann Birch, 24 Nov 2026" in dialog.sides.first.text()
    second = dialog.sides.second.text()
    assert "Withhold “weather”: 1.4(c)" in second
    assert f"Note: {stages.NOTE}" in second
    assert "Bob Cedar, 24 Nov 2026" in second
    assert dialog.about.text().startswith("Paragraph 3: Mr. Gale: The weather was fine")


def test_a_reason_is_needed_and_enter_adopts(qtbot: QtBot) -> None:
    dialog = shown(qtbot, CYD)
    assert "Choose whose" in dialog.missing.text()
    QTest.keyClick(dialog.first, Qt.Key.Key_Down)
    QTest.keyClick(dialog.second, Qt.Key.Key_Space)
    assert dialog.second.isChecked()
    assert "few words why" in dialog.missing.text()
    dialog.reason.setFocus()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.reason, "  So it is ")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert (dialog.side, dialog.note) == ("second", "So it is")
