"""Words of a document that look like markup are shown as they are, everywhere.

Qt would read the pictures that they name: from a device that never ends, for instance.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.commands.command import Command
from app.ui.commands.table import COMMANDS
from app.ui.main_window import MainWindow
from app.ui.tools.docks import TOOLS
from tests.ui.desk import look_in_dialogs, open_file, press
from tests.ui.test_accessibility import OF_THE_SYSTEM

HOSTILE = "<img src='/dev/zero'>"
MEMO = f"""MEMORANDUM OF CONVERSATION

SUBJECT: {HOSTILE} and its friends (U)
PARTICIPANTS: The President
{HOSTILE} Gale, Envoy
DATE: June 4, 1990

The President: Good morning, {HOSTILE} my freind. (Ø)

{HOSTILE} Gale: It is it {HOSTILE}, he said. (C)
"""


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with such a document, its findings and its queue."""
    path = tmp_path / f"{HOSTILE.replace('/', '_')}.txt"
    path.write_text(MEMO, encoding="utf-8")
    open_file(qtbot, window, path)
    qtbot.waitUntil(lambda: window.workplace.proofreading.watch.is_true)
    press(window, "Ctrl+I")
    press(window, "F12")
    return window


def taken_for_markup(parent: QWidget) -> Iterator[str]:
    """Labels and tool tips that hold the words and would show something else."""
    for widget in (parent, *parent.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield from _rich(widget.text())
        yield from _rich(widget.toolTip())
        if isinstance(widget, QListWidget):
            for row in range(widget.count()):
                yield from _rich(widget.item(row).toolTip())


def _rich(text: str) -> Iterator[str]:
    if "<img" in text and RichText.mightBeRichText(text):
        yield text


def test_labels_and_tips_of_the_window(qtbot: QtBot, desk: MainWindow) -> None:
    assert any(HOSTILE in person.name for person in desk.workplace.desk.document.people)
    for tool in TOOLS:
        desk.workplace.tools.open(tool.name)
        QApplication.processEvents()
    assert any(HOSTILE in label.text() for label in desk.findChildren(QLabel))
    assert list(taken_for_markup(desk)) == []


@pytest.mark.parametrize(
    "command", [one for one in COMMANDS if one.text.endswith("...")], ids=lambda one: one.id
)
def test_labels_and_tips_of_dialogs(qtbot: QtBot, desk: MainWindow, command: Command) -> None:
    if command.id in OF_THE_SYSTEM or not command.enabled(desk.workplace.desk):
        pytest.skip("not to be done with this document, or a dialog of the system")
    found: list[str] = []
    look_in_dialogs(qtbot, desk, command.id, lambda dialog: found.extend(taken_for_markup(dialog)))
    assert found == []
