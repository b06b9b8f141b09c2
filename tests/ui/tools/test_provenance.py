"""Where the word at the caret comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.model import edits
from app.ui.file.working_file import SAMPLE
from app.ui.main_window import MainWindow
from app.ui.tools.provenance import ProvenanceTool
from tests.ui.desk import find_place, open_file, open_sample, press


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
    facts = tool.word, tool.source, tool.confidence, tool.read_from, tool.reviewed
    assert [label.accessibleName() for label in facts] == [
        "Word: “The”",
        "The source reads: The same",
        "Confidence of the engine: Not known",
        f"Read from: {SAMPLE.name}, {window.workplace.desk.document.source.format}",
        "Reviewed: Not yet",
    ]
    seen = {label.text() for label in tool.findChildren(QLabel)}
    assert {label.title for label in facts} <= seen
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


def test_a_word_joined_on_import_is_nobodys(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_text(SAMPLE.read_text("utf-8").replace("telephoned", "tele-\nphoned"), "utf-8")
    open_file(qtbot, window, broken)
    press(window, "Ctrl+Shift+I")
    made = window.workplace.tools.tool("provenance")
    assert isinstance(made, ProvenanceTool)
    qtbot.waitUntil(lambda: made.changes.rowCount() == 1)
    assert cells(made, 0) == ["OCR slip", "tele-phoned", "telephoned", "joined on import"]
