from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.metadata.entry import TextEntry


@pytest.fixture
def entry(qtbot: QtBot) -> Iterator[TextEntry]:
    window = QWidget()
    qtbot.addWidget(window)
    entry = TextEntry("Place")
    entry.show_text("Oval\N{NO-BREAK SPACE}Office")
    QVBoxLayout(window).addWidget(entry)
    window.show()
    window.activateWindow()
    entry.setFocus()
    yield entry
    window.close()


def test_it_keeps_no_break_spaces(entry: TextEntry) -> None:
    assert entry.text == "Oval\N{NO-BREAK SPACE}Office"
    assert not entry.typed


def test_it_grows_with_its_text(entry: TextEntry) -> None:
    one_line = entry.height()
    entry.show_text("many words that do not fit " * 20)
    assert entry.height() > 2 * one_line


def test_undo_is_the_windows_until_something_is_typed(qtbot: QtBot, entry: TextEntry) -> None:
    asked: list[bool] = []
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), entry.window())
    undo.activated.connect(lambda: asked.append(True))
    keys = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(entry, *keys)
    assert asked == [True]
    qtbot.keyClicks(entry, "x")
    qtbot.keyClick(entry, *keys)
    assert asked == [True]
    assert not entry.typed


def test_pasted_line_breaks_become_blanks(entry: TextEntry) -> None:
    pasted = QMimeData()
    pasted.setText("a\r\nb\x00")
    entry.selectAll()
    entry.insertFromMimeData(pasted)
    assert entry.text == "a b\N{REPLACEMENT CHARACTER}"


def test_escape_goes_on_to_the_window_when_nothing_is_typed(entry: TextEntry) -> None:
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(entry, key)
    assert not key.isAccepted()
