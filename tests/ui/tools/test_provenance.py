"""Where the word at the caret comes from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model import edits
from app.ui.main_window import MainWindow
from app.ui.tools.provenance import ProvenanceTool
from tests.ui.desk import find_place, open_sample, press


@pytest.fixture
def tool(qtbot: QtBot, window: MainWindow) -> ProvenanceTool:
    open_sample(qtbot, window)
    press(window, "Ctrl+Shift+I")
    made = window.workplace.tools.tool("provenance")
    assert isinstance(made, ProvenanceTool)
    qtbot.waitUntil(lambda: bool(made.word.text()))
    return made


def cells(tool: ProvenanceTool, row: int) -> list[str]:
    found = (tool.changes.item(row, column) for column in range(4))
    return [cell.text() if cell is not None else "" for cell in found]


def test_an_unchanged_word(window: MainWindow, tool: ProvenanceTool) -> None:
    assert tool.word.text() == "“The”"
    assert tool.source.text() == "The same"
    assert tool.confidence.text() == "Not known"
    assert tool.reviewed.text() == "Not yet"
    assert cells(tool, 0)[0] == "Nothing: it reads as imported"
    assert not tool.revert_word.isEnabled()
    assert not tool.revert_change.isEnabled()


def test_a_changed_word_is_reverted(qtbot: QtBot, window: MainWindow, tool: ProvenanceTool) -> None:
    desk = window.workplace.desk
    before = desk.document.paragraphs[0].text
    at, offset = find_place(desk.document, "telephoned")
    desk.apply(edits.CorrectText(at, offset, offset + 10, "called"))
    desk.pane.place_caret(at, offset + 2)
    qtbot.waitUntil(lambda: tool.word.text() == "“called”")
    assert tool.source.text() == "“telephoned”"
    row = cells(tool, 0)
    assert row[:3] == ["OCR slip", "telephoned", "called"]
    assert row[3].startswith("Ada Reviewer, ")
    qtbot.mouseClick(tool.revert_word, Qt.MouseButton.LeftButton)
    assert desk.document.paragraphs[0].text == before
    assert tool.source.text() == "The same"
    assert not tool.revert_word.isEnabled()


def test_other_acts_are_listed_and_corrections_reverted_one_by_one(
    qtbot: QtBot, window: MainWindow, tool: ProvenanceTool
) -> None:
    desk = window.workplace.desk
    desk.apply(edits.AssignSpeaker((1,), desk.document.people[1].id))
    desk.apply(edits.CorrectText(1, 0, 7, "Toshiky"))
    desk.apply(edits.SetReviewed((1,)))
    desk.pane.place_caret(1, 20)
    qtbot.waitUntil(lambda: tool.changes.rowCount() == 2)
    assert cells(tool, 0)[:3] == ["Speaker", "—", "Toshiki Kaifu"]
    assert tool.reviewed.text().startswith("Ada Reviewer")
    tool.changes.selectRow(0)
    assert not tool.revert_change.isEnabled()
    tool.changes.selectRow(1)
    tool.changes.itemActivated.emit(tool.changes.item(1, 0))
    assert desk.pane.selection()[0] == (1, 0)
    qtbot.mouseClick(tool.revert_change, Qt.MouseButton.LeftButton)
    assert desk.document.paragraphs[1].text.startswith("Toshiki")
    assert tool.changes.rowCount() == 1
