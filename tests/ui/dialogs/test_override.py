from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.edits import OverrideClassification
from app.model.terms import Act, Level
from app.ui.dialogs.override import OverrideDialog
from tests.ui.metadata.kaifu import kaifu


def test_it_needs_a_reason(qtbot: QtBot) -> None:
    dialog = OverrideDialog(kaifu())
    qtbot.addWidget(dialog)
    dialog.show()
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert dialog.level.currentData() is Level.C
    qtbot.keyClicks(dialog.reason, "   ")
    assert not ok.isEnabled()
    assert "Write the reason" in dialog.missing.text()
    qtbot.keyClicks(dialog.reason, "Compilation")
    qtbot.keyClick(dialog.level, Qt.Key.Key_Down)
    qtbot.keyClick(ok, Qt.Key.Key_Space)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.edit == OverrideClassification(Level.S, "Compilation")


def test_it_begins_with_the_present_override(qtbot: QtBot) -> None:
    act = Act("rev-ab", "2024-05-01T12:00:00Z")
    document = OverrideClassification(Level.TS, "Why").apply(kaifu(), act)
    dialog = OverrideDialog(document)
    qtbot.addWidget(dialog)
    assert dialog.edit == OverrideClassification(Level.TS, "Why")


def test_tab_leaves_the_reason(qtbot: QtBot) -> None:
    dialog = OverrideDialog(kaifu())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.reason.setFocus()
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Tab)
    assert dialog.edit.reason == ""
    assert not dialog.reason.hasFocus()
