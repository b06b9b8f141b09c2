from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.edits import DismissFinding
from app.ui.dialogs.dismissal import DismissalDialog, reasons
from tests.builders import document
from tests.checks.finds import ACT


def test_it_needs_a_reason(qtbot: QtBot) -> None:
    dialog = DismissalDialog("“tbe” is not known.", ())
    qtbot.addWidget(dialog)
    dialog.show()
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    assert "Write the reason" in dialog.missing.text()
    QTest.keyClicks(dialog.field, "  so on the paper ")
    assert ok.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.reason == "so on the paper"


def test_reasons_given_before_are_on_offer(qtbot: QtBot) -> None:
    held = document("They met. (U)")
    for number, why in enumerate(("first", "second", "first")):
        held = DismissFinding("rule", f"para-{number}", "x", why).apply(held, ACT)
    assert reasons(held) == ("first", "second")
    dialog = DismissalDialog("…", reasons(held))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.reason == "first"
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.reason == "second"
