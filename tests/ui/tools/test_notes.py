"""Notes with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.noting import notes
from app.model.spans import Note
from app.model.terms import NoteKind
from app.ui.dialogs.note import NoteDialog
from app.ui.main_window import MainWindow
from app.ui.tools.notes import EMPTY, FILTERED, NotesTool
from tests.ui.desk import find_place, in_dialog, open_sample, press, press_for_dialog, type_text


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


def write(text: str, kind: NoteKind = NoteKind.EDITORIAL) -> None:
    """In the dialog that opens next."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        assert not dialog.take.isEnabled()
        dialog.kind.setCurrentIndex(list(NoteKind).index(kind))
        QTest.keyClicks(dialog.text, text)
        QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(act)


def add(window: MainWindow, words: str, text: str, kind: NoteKind = NoteKind.EDITORIAL) -> Note:
    desk = window.workplace.desk
    at, offset = find_place(desk.document, words)
    desk.pane.place_caret(at, offset, select_to=(at, offset + len(words)))
    desk.pane.setFocus()
    write(text, kind)
    press_for_dialog(window, "Ctrl+N")
    return next(note for _, note in notes(desk.document) if note.messages[0].text == text)


def held(window: MainWindow) -> list[Note]:
    return [note for _, note in notes(window.workplace.desk.document)]


def test_a_note_is_added_answered_settled_and_removed(window: MainWindow, sample: Document) -> None:
    note = add(window, "Camp David", "Which one?", NoteKind.QUESTION)
    _, offset = find_place(sample, "Camp David")
    assert (note.kind, note.start, note.end) == (NoteKind.QUESTION, offset, offset + 10)
    write("The one in Maryland.")
    press_for_dialog(window, "Ctrl+Shift+A")
    (note,) = held(window)
    assert [one.text for one in note.messages] == ["Which one?", "The one in Maryland."]
    press(window, "Ctrl+Shift+R")
    assert held(window)[0].resolved is not None
    press(window, "Ctrl+Shift+R")
    assert held(window)[0].resolved is None
    window.workplace.menus.actions["notes.remove"].trigger()
    assert held(window) == []
    window.workplace.menus.actions["notes.remove"].trigger()
    assert "no note at the caret" in window.workplace.status_line.currentMessage()


def test_a_note_given_up_is_none(window: MainWindow, sample: Document) -> None:
    in_dialog(lambda dialog: dialog.reject())
    press(window, "Ctrl+N")
    assert held(window) == []


def test_going_from_note_to_note(window: MainWindow, sample: Document) -> None:
    places = []
    for words in ("Camp David", "telephoned", "Northern Territories"):
        add(window, words, f"On {words}")
        places.append(find_place(sample, words))
    desk = window.workplace.desk
    desk.pane.place_caret(0, 0)
    seen = []
    for _ in range(4):
        press(window, "Ctrl+.")
        seen.append(desk.caret)
    assert seen == [*sorted(places), min(places)]
    press(window, "Ctrl+,")
    assert desk.caret == max(places)


def opened(qtbot: QtBot, window: MainWindow) -> NotesTool:
    press(window, "Ctrl+Shift+N")
    tool = window.workplace.tools.tool("notes")
    assert isinstance(tool, NotesTool)
    return tool


def rows(tool: NotesTool) -> list[str]:
    cells = (tool.list.item(row, 3) for row in range(tool.list.rowCount()))
    return [cell.text() if cell is not None else "" for cell in cells]


def test_the_list_filters(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    add(window, "Camp David", "One", NoteKind.QUESTION)
    press(window, "Ctrl+Shift+R")
    add(window, "telephoned", "Two")
    tool = opened(qtbot, window)
    assert rows(tool) == ["Two", "One"]
    assert tool.count.text() == "2 of 2"
    assert tool.count.accessibleName() == "Notes shown: 2 of 2"
    assert QApplication.focusWidget() is tool.list
    tool.open_only.setChecked(True)
    assert rows(tool) == ["Two"]
    tool.kind.setCurrentIndex(tool.kind.findData(NoteKind.QUESTION))
    cell = tool.list.item(0, 0)
    assert cell is not None
    assert cell.text() == FILTERED
    tool.open_only.setChecked(False)
    assert rows(tool) == ["One"]


def test_the_thread_is_answered_and_settled_from_the_list(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    add(window, "Camp David", "Which one?")
    tool = opened(qtbot, window)
    assert "On “Camp David”" in tool.messages.text()
    assert tool.messages.accessibleName() == f"Thread of the note: {tool.messages.text()}"
    press(window, "Return")
    at, offset = find_place(sample, "Camp David")
    assert window.workplace.desk.pane.selection() == ((at, offset), (at, offset + 10))
    tool.answer.setFocus()
    type_text("Maryland.")
    qtbot.mouseClick(tool.answer_button, Qt.MouseButton.LeftButton)
    assert tool.answer.toPlainText() == ""
    assert "Maryland." in tool.messages.text()
    qtbot.mouseClick(tool.resolve_button, Qt.MouseButton.LeftButton)
    assert "Resolved by Ada Reviewer" in tool.messages.text()
    assert tool.resolve_button.text() == "Open Again"
    qtbot.mouseClick(tool.remove_button, Qt.MouseButton.LeftButton)
    cell = tool.list.item(0, 0)
    assert cell is not None
    assert cell.text() == EMPTY
    assert not tool.remove_button.isEnabled()
    press(window, "Ctrl+Z")


def test_the_list_follows_the_document(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    tool = opened(qtbot, window)
    add(window, "telephoned", "Later")
    qtbot.waitUntil(lambda: rows(tool) == ["Later"])
    described = window.workplace.panes.transcript.editor.accessibleDescription()
    assert "Note: Later (Ada Reviewer" in described
