"""Keys that a person chose: kept, told apart, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.ui.commands.command import Command
from app.ui.commands.table import COMMANDS
from app.ui.keys import Keys, normal, refusal
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from tests.ui.desk import open_sample, press


def command(identifier: str) -> Command:
    return next(one for one in COMMANDS if one.id == identifier)


FIND, REDO, SAVE = command("edit.find"), command("edit.redo"), command("file.save")


@pytest.fixture
def keys(qapp: QApplication, settings_path: Path) -> Keys:
    return Keys(COMMANDS, Preferences(settings_path))


def test_at_first_they_are_those_of_the_table(keys: Keys) -> None:
    assert all(keys.shortcuts(one) == one.shortcuts for one in COMMANDS)
    assert not keys.is_chosen(FIND)
    assert keys.all_keys(command("queue.accept"))[-1] == "Enter in the queue"


def test_what_is_chosen_is_kept(keys: Keys, settings_path: Path) -> None:
    keys.choose(FIND, "Ctrl+Alt+F")
    assert keys.shortcuts(FIND) == ("Ctrl+Alt+F",)
    assert keys.is_chosen(FIND)
    again = Keys(COMMANDS, Preferences(settings_path))
    assert again.shortcuts(FIND) == ("Ctrl+Alt+F",)
    assert settings_path.stat().st_mode & 0o777 == 0o600


def test_the_other_command_loses_the_keys(keys: Keys) -> None:
    assert keys.holder("Ctrl+Y", FIND) is REDO
    keys.choose(FIND, "Ctrl+Y")
    assert keys.shortcuts(REDO) == ("Ctrl+Shift+Z",)
    assert keys.holder("Ctrl+Y", REDO) is FIND
    keys.reset(REDO)
    assert keys.shortcuts(REDO) == REDO.shortcuts
    assert keys.shortcuts(FIND) == ()


def test_none_and_all_back(keys: Keys) -> None:
    keys.choose(FIND, "")
    keys.choose(SAVE, "Ctrl+Alt+S")
    assert keys.shortcuts(FIND) == ()
    keys.reset(FIND)
    assert keys.shortcuts(FIND) == FIND.shortcuts
    keys.reset_all()
    assert keys.shortcuts(SAVE) == SAVE.shortcuts


@pytest.mark.parametrize(
    ("pressed", "refused"),
    [
        ("A", True),
        ("Shift+A", True),
        ("+", True),
        ("Return", True),
        ("Del", True),
        ("Ctrl+Right", True),
        ("Alt+F", True),
        ("F5", False),
        ("Shift+F5", False),
        ("Ctrl+A", False),
        ("Ctrl+Alt+K", False),
        ("Ctrl++", False),
    ],
)
def test_keys_that_no_command_can_have(qapp: QApplication, pressed: str, refused: bool) -> None:
    assert bool(refusal(normal(pressed))) is refused


def test_no_command_has_keys_that_would_be_refused(qapp: QApplication) -> None:
    taken = [keys for one in COMMANDS for keys in one.shortcuts]
    assert [keys for keys in taken if refusal(normal(keys))] == []


def test_the_window_follows(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    action = window.workplace.menus.actions["edit.find"]
    window.workplace.keys.choose(FIND, "Ctrl+Alt+F")
    assert action.shortcuts() == [QKeySequence("Ctrl+Alt+F")]
    assert "Ctrl+Alt+F" in action.toolTip()
    press(window, "Ctrl+F")
    assert not window.workplace.panes.find_bar.isVisible()
    press(window, "Ctrl+Alt+F")
    assert window.workplace.panes.find_bar.isVisible()


def test_settings_of_before_have_none(settings_path: Path) -> None:
    text = settings_path.read_text(encoding="utf-8")
    start = text.index('  "keys"')
    cut = text[:start].rstrip().rstrip(",") + "\n}\n"
    settings_path.write_text(cut, encoding="utf-8")
    held, complaint = settings.load(settings_path)
    assert (held.keys, complaint) == ((), "")


@pytest.mark.parametrize("value", ["[]", '{"edit.find": [1]}', '{"edit.find": 1}'])
def test_keys_that_cannot_be_read(settings_path: Path, value: str) -> None:
    text = settings_path.read_text(encoding="utf-8").replace('"keys": {}', f'"keys": {value}')
    settings_path.write_text(text, encoding="utf-8")
    held, complaint = settings.load(settings_path)
    assert held.keys == ()
    assert "not understood" in complaint
