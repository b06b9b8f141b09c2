"""The one table: every row is whole, and no two rows or editing keys want the same keys."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.ui.commands.command import Command
from app.ui.commands.menu import Menu
from app.ui.commands.table import COMMANDS, TOOLBAR
from app.ui.main_window import MainWindow
from tests.ui.desk import open_sample

EDITING = [
    key
    for key in QKeySequence.StandardKey
    if key.name.startswith(("MoveTo", "Select", "Delete", "Insert", "Backspace"))
    and key is not QKeySequence.StandardKey.SelectAll
]
# Where Qt runs on X11 or macOS these edit text too; offscreen it does not say so.
EDITING_ELSEWHERE = (
    "Ctrl+K",
    "Ctrl+U",
    "Ctrl+E",
    "Ctrl+D",
    "Ctrl+Backspace",
    "Return",
    "Backspace",
)


def by_id(command: Command) -> str:
    return command.id


def test_every_id_is_unique() -> None:
    assert [name for name, times in Counter(map(by_id, COMMANDS)).items() if times > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=by_id)
def test_every_row_is_whole(command: Command) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z0-9_]+", command.id)
    assert command.text
    assert command.text == command.text.strip()
    assert command.tip
    assert not command.tip.endswith(".")
    assert isinstance(command.menu, Menu)
    assert "&" not in command.text


def test_every_menu_has_commands_and_groups_are_together() -> None:
    for menu in Menu:
        groups = [command.group for command in COMMANDS if command.menu is menu]
        assert groups
        assert groups == sorted(groups)


def test_no_two_commands_want_the_same_keys(qapp: QApplication) -> None:
    keys = Counter(_normal(key) for command in COMMANDS for key in command.shortcuts)
    assert [key for key, times in keys.items() if times > 1] == []
    assert "" not in keys


def test_no_command_takes_a_key_that_edits_text(qapp: QApplication) -> None:
    taken = {_normal(key) for command in COMMANDS for key in command.shortcuts}
    bound = {keys.toString() for key in EDITING for keys in QKeySequence.keyBindings(key)}
    assert len(bound) > 30
    assert taken & (bound | {*map(_normal, EDITING_ELSEWHERE)}) == set()


def test_no_command_takes_the_letter_of_a_menu_or_of_a_field(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_sample(qtbot, window)
    taken = {_normal(key) for command in COMMANDS for key in command.shortcuts}
    letters = {_letter(menu.value) for menu in Menu}
    assert len(letters) == len(Menu)
    for label in window.findChildren(QLabel):
        if label.buddy() is not None and "&" in label.text():
            letters.add(_letter(label.text()))
    for widget in window.findChildren(QWidget):
        text = widget.property("text")
        if isinstance(text, str) and re.search(r"&\w", text) and not isinstance(widget, QLabel):
            letters.add(_letter(text))
    assert taken & letters == set()


def test_menus_and_toolbar_show_the_table(qtbot: QtBot, window: MainWindow) -> None:
    menus = [one for one in window.menuBar().findChildren(QMenu) if one.title()]
    names = [a.objectName() for menu in menus for a in menu.actions() if not a.isSeparator()]
    assert names == [command.id for command in COMMANDS]
    buttons = [
        a.objectName() for a in window.workplace.menus.toolbar.actions() if not a.isSeparator()
    ]
    assert buttons == [command.id for command in TOOLBAR]


def test_without_a_document_only_what_needs_none_is_enabled(window: MainWindow) -> None:
    enabled = {
        name for name, action in window.workplace.menus.actions.items() if action.isEnabled()
    }
    assert enabled == {
        "file.open",
        "file.sample",
        "file.reviewer",
        "file.quit",
        "view.theme_system",
        "view.theme_light",
        "view.theme_dark",
        "help.shortcuts",
        "help.about",
        "release.compare_two",
    }


def test_undo_is_named_after_the_edit(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    assert window.workplace.menus.actions["edit.undo"].text() == "Undo"
    window.workplace.menus.actions["speakers.assign_2"].trigger()
    assert window.workplace.menus.actions["edit.undo"].text() == "Undo Assign Speaker"
    window.workplace.menus.actions["edit.undo"].trigger()
    assert window.workplace.menus.actions["edit.redo"].text() == "Redo Assign Speaker"


def test_participants_are_named_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    document = open_sample(qtbot, window)
    actions = window.workplace.menus.actions
    assert actions["speakers.assign_2"].text() == f"Speaker 2: {document.people[1].name}"
    assert not actions[f"speakers.assign_{len(document.people) + 1}"].isEnabled()


def _normal(keys: str) -> str:
    return QKeySequence(keys).toString()


def _letter(text: str) -> str:
    found = re.search(r"&(\w)", text)
    assert found
    return f"Alt+{found[1].upper()}"
