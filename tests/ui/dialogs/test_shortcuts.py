"""Looking for a command by word or key, and running it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.terms import Kind
from app.ui.commands.command import Command
from app.ui.commands.table import COMMANDS
from app.ui.dialogs.shortcuts import Shortcuts
from app.ui.keys import Keys
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from tests.ui.desk import in_dialog, open_sample, press


@pytest.fixture
def dialog(qtbot: QtBot, settings_path: Path) -> Shortcuts:
    keys = Keys(COMMANDS, Preferences(settings_path))
    made = Shortcuts(COMMANDS, keys, lambda command: command.text, always_able)
    qtbot.addWidget(made)
    made.show()
    return made


def always_able(command: Command) -> bool:
    return True


def shown(dialog: Shortcuts) -> list[str]:
    """The commands that can be seen, in order."""
    names = []
    row = dialog.tree.topLevelItem(0)
    row = dialog.tree.itemBelow(row) if row is not None else None
    while row is not None:
        if row.parent() is not None:
            names.append(row.text(0))
        row = dialog.tree.itemBelow(row)
    return names


def test_all_commands_are_listed_with_their_keys(dialog: Shortcuts) -> None:
    assert shown(dialog) == [command.text for command in COMMANDS]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("swap", ["Swap Speakers from Here On"]),
        ("speakers swap", ["Swap Speakers from Here On"]),
        ("ctrl+shift+b", ["Move Page Break Here"]),
        ("backspace start", ["Join to Paragraph Before"]),
        ("no such thing", []),
    ],
)
def test_filter(dialog: Shortcuts, typed: str, found: list[str]) -> None:
    QTest.keyClicks(dialog.field, typed)
    assert shown(dialog) == found


def test_arrows_choose_and_enter_runs(dialog: Shortcuts) -> None:
    QTest.keyClicks(dialog.field, "next hint")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    assert dialog.chosen.id == "corrections.next_hint"


def test_nothing_found_runs_nothing(dialog: Shortcuts) -> None:
    QTest.keyClicks(dialog.field, "next hint")
    QTest.keyClicks(dialog.field, "zzz")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen is None
    assert dialog.isVisible()


def test_from_the_window(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.workplace.panes.transcript.place_caret(1, 0)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, Shortcuts)
        QTest.keyClicks(dialog.field, "narrative")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    in_dialog(choose)
    press(window, "F1")
    assert window.workplace.desk.document.paragraphs[1].kind is Kind.NARRATIVE


def test_the_likeliest_is_chosen(dialog: Shortcuts) -> None:
    QTest.keyClicks(dialog.field, "undo")
    current = dialog.tree.currentItem()
    assert current is not None
    assert current.text(0) == "Undo"


def test_what_cannot_be_done_now_says_so_and_does_not_run(qtbot: QtBot, window: MainWindow) -> None:
    window.show_start_page()
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, Shortcuts)
        QTest.keyClicks(dialog.field, "find next")
        current = dialog.tree.currentItem()
        assert current is not None
        told.append(current.text(2))
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.isVisible()
        dialog.reject()

    in_dialog(look)
    press(window, "Ctrl+Shift+P")
    assert told[0].endswith("(not now)")
