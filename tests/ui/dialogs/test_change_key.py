"""Choosing the keys of a command, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.ui.commands.table import COMMANDS
from app.ui.dialogs.change_key import ChangeKeyDialog
from app.ui.dialogs.shortcuts import Shortcuts
from app.ui.keys import Keys
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from tests.ui.desk import in_dialog, open_sample, press

FIND = next(one for one in COMMANDS if one.id == "edit.find")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def keys(settings_path: Path) -> Keys:
    return Keys(COMMANDS, Preferences(settings_path))


@pytest.fixture
def dialog(qtbot: QtBot, keys: Keys) -> ChangeKeyDialog:
    made = ChangeKeyDialog(FIND, keys)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def use(dialog: ChangeKeyDialog) -> None:
    QTest.mouseClick(
        dialog.buttons.button(dialog.buttons.StandardButton.Ok), Qt.MouseButton.LeftButton
    )


def test_free_keys_are_taken(dialog: ChangeKeyDialog, keys: Keys) -> None:
    QTest.keyClick(dialog.field, Qt.Key.Key_K, CTRL | ALT)
    assert dialog.warning.text() == ""
    use(dialog)
    assert keys.shortcuts(FIND) == ("Ctrl+Alt+K",)


def test_a_clash_is_told_first(dialog: ChangeKeyDialog, keys: Keys) -> None:
    QTest.keyClick(dialog.field, Qt.Key.Key_Y, CTRL)
    assert "“Redo” has these keys" in dialog.warning.text()
    use(dialog)
    assert keys.shortcuts(FIND) == ("Ctrl+Y",)


def test_keys_that_type_are_refused(dialog: ChangeKeyDialog, keys: Keys) -> None:
    QTest.keyClick(dialog.field, Qt.Key.Key_K)
    assert "types" in dialog.warning.text()
    use(dialog)
    assert keys.shortcuts(FIND) == FIND.shortcuts
    assert dialog.isVisible()


def test_none_and_reset(qtbot: QtBot, dialog: ChangeKeyDialog, keys: Keys) -> None:
    assert not dialog.reset_button.isEnabled()
    dialog.none_button.click()
    assert keys.shortcuts(FIND) == ()
    again = ChangeKeyDialog(FIND, keys)
    qtbot.addWidget(again)
    again.reset_button.click()
    assert keys.shortcuts(FIND) == FIND.shortcuts


def test_tab_leaves_the_field(dialog: ChangeKeyDialog) -> None:
    dialog.field.setFocus()
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert not dialog.field.hasFocus()
    assert dialog.field.keySequence().isEmpty()


def test_from_the_palette(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ChangeKeyDialog)
        QTest.keyClick(dialog.field, Qt.Key.Key_K, CTRL | ALT)
        use(dialog)

    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, Shortcuts)
        QTest.keyClicks(dialog.field, "find")
        in_dialog(choose)
        dialog.change_button.click()
        current = dialog.tree.currentItem()
        assert current is not None
        shown.extend(current.text(column) for column in (0, 1))
        dialog.reject()

    in_dialog(look)
    press(window, "Ctrl+Shift+P")
    assert shown == ["Find...", "Ctrl+Alt+K"]
