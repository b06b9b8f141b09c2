"""Finding words with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model import search
from app.model.document import Document
from app.ui.main_window import MainWindow
from tests.ui.desk import open_sample, press, type_text


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


def selected(window: MainWindow) -> search.Match:
    (at, start), (last, end) = window.workplace.panes.transcript.selection()
    assert at == last
    return at, start, end


def test_find_as_one_types_and_go_round(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    found = search.matches(sample, "summit")
    press(window, "Ctrl+F")
    type_text("summit")
    qtbot.waitUntil(lambda: window.workplace.panes.find_bar.count.text() == f"1 of {len(found)}")
    assert selected(window) == found[0]
    for number in (*range(1, len(found)), 0):
        press(window, "Return")
        assert selected(window) == found[number]
    press(window, "Shift+Return")
    assert selected(window) == found[-1]
    press(window, "Shift+F3")
    assert selected(window) == found[-2]
    press(window, "Ctrl+G")
    assert selected(window) == found[-1]


def test_matches_are_painted_until_escape(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    press(window, "Ctrl+F")
    type_text("Gorbachev")
    qtbot.waitUntil(lambda: bool(window.workplace.panes.transcript.editor.found))
    press(window, "Escape")
    assert window.workplace.panes.transcript.editor.found == {}
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor
    assert not window.workplace.panes.find_bar.isVisible()


def test_case(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    press(window, "Ctrl+F")
    type_text("summit")
    window.workplace.panes.find_bar.match_case.setChecked(True)
    count = len(search.matches(sample, "summit", match_case=True))
    assert 0 < count < len(search.matches(sample, "summit"))
    assert window.workplace.panes.find_bar.count.text() == f"1 of {count}"


def test_nothing_found(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    press(window, "Ctrl+F")
    type_text("zebra")
    qtbot.waitUntil(lambda: window.workplace.panes.find_bar.count.text() == "Not found")
    press(window, "Return")
    assert window.workplace.panes.find_bar.count.text() == "Not found"


def test_selected_words_are_looked_for(window: MainWindow, sample: Document) -> None:
    at, start, end = search.matches(sample, "Gorbachev")[2]
    window.workplace.panes.transcript.place_caret(at, start, select_to=(at, end))
    press(window, "Ctrl+F")
    assert window.workplace.panes.find_bar.field.text() == "Gorbachev"
    assert selected(window) == (at, start, end)


def test_an_edit_looks_again(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    press(window, "Ctrl+F")
    type_text("Ambassador")
    qtbot.waitUntil(lambda: window.workplace.panes.find_bar.count.text() == "1 of 1")
    window.workplace.panes.transcript.setFocus()
    window.workplace.panes.transcript.place_caret(1, 0)
    type_text("Ambassador ")
    qtbot.waitUntil(lambda: window.workplace.panes.find_bar.count.text() == "2 found")
