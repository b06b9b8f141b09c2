"""Find and replace with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model import edits
from app.model.document import Document
from app.model.replacing import hits
from app.model.search import words
from app.ui.main_window import MainWindow
from app.ui.tools.replace import ReplaceTool
from tests.ui.desk import find_place, open_sample, press, type_text


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


def opened(window: MainWindow) -> ReplaceTool:
    press(window, "Ctrl+H")
    tool = window.workplace.tools.tool("replace")
    assert isinstance(tool, ReplaceTool)
    return tool


def wait_for(qtbot: QtBot, tool: ReplaceTool, words: str) -> None:
    qtbot.waitUntil(lambda: tool.status.text() == words)


def text_of(window: MainWindow) -> str:
    return "\n".join(one.text for one in window.workplace.desk.document.paragraphs)


def test_replace_all_is_one_step(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    count = len(hits(sample, words("meeting")))
    before = text_of(window)
    tool = opened(window)
    type_text("meeting")
    press(window, "Tab")
    type_text("gathering")
    wait_for(qtbot, tool, f"{count} found, {count} ticked")
    heard = tool.status.accessibleName()
    assert heard == f"Outcome of the search: {count} found, {count} ticked"
    qtbot.waitUntil(lambda: tool.model.rows[0].new == "gathering")
    qtbot.mouseClick(tool.replace_button, Qt.MouseButton.LeftButton)
    assert text_of(window).lower() == before.lower().replace("meeting", "gathering")
    wait_for(qtbot, tool, "Not found")
    window.workplace.panes.transcript.setFocus()
    press(window, "Ctrl+Z")
    assert text_of(window) == before


def test_an_unticked_place_is_left(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    tool = opened(window)
    type_text("Gorbachev")
    qtbot.waitUntil(lambda: len(tool.model.rows) > 2)
    count = len(tool.model.rows)
    first = tool.model.rows[0]
    press(window, "Return")
    assert QApplication.focusWidget() is tool.preview
    assert window.workplace.panes.transcript.selection() == (
        (first.at, first.start),
        (first.at, first.end),
    )
    press(window, "Space")
    assert tool.status.text() == f"{count} found, {count - 1} ticked"
    press(window, "Down")
    press(window, "Return")
    assert window.workplace.desk.caret[0] == tool.model.rows[1].at
    tool.replacement.setFocus()
    type_text("G.")
    qtbot.waitUntil(lambda: bool(tool.model.rows) and tool.model.rows[0].new == "G.")
    tool.replace_button.click()
    wait_for(qtbot, tool, "1 found, 0 ticked")
    assert text_of(window).count("Gorbachev") == 1
    assert not tool.replace_button.isEnabled()
    qtbot.mouseClick(tool.all_button, Qt.MouseButton.LeftButton)
    assert tool.status.text() == "1 found, 1 ticked"
    qtbot.mouseClick(tool.none_button, Qt.MouseButton.LeftButton)
    assert tool.model.chosen() == ()


def test_a_place_stays_unticked_while_others_change(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    tool = opened(window)
    type_text("Gorbachev")
    qtbot.waitUntil(lambda: len(tool.model.rows) > 2)
    last = len(tool.model.rows) - 1
    tool.model.toggle(last)
    transcript = window.workplace.panes.transcript
    transcript.setFocus()
    transcript.place_caret(0, 0)
    type_text("Now ")
    qtbot.waitUntil(lambda: tool.model.rows[0].start > 60)
    assert tool.model.rows[last] not in tool.model.chosen()
    assert len(tool.model.chosen()) == last


def test_expressions_have_groups_and_bad_ones_are_explained(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    tool = opened(window)
    tool.expression.setChecked(True)
    type_text("(Prime) (Minister")
    wait_for(qtbot, tool, "This is no regular expression: missing ).")
    assert not tool.replace_button.isEnabled()
    type_text(")")
    tool.replacement.setFocus()
    type_text(r"\2 \1")
    qtbot.waitUntil(lambda: bool(tool.model.rows) and tool.model.rows[0].new == "Minister Prime")


def test_the_source_is_looked_through_and_not_replaced(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    at, offset = find_place(sample, "telephoned")
    transcript = window.workplace.panes.transcript
    transcript.place_caret(at, offset, select_to=(at, offset + 10))
    transcript.setFocus()
    type_text("called")
    tool = opened(window)
    type_text("telephoned")
    wait_for(qtbot, tool, "Not found")
    tool.original.setChecked(True)
    wait_for(qtbot, tool, "1 found, 1 ticked")
    assert not tool.replace_button.isEnabled()
    tool.sought.setFocus()
    press(window, "Return")
    assert transcript.selection() == ((at, offset), (at, offset + 6))


def test_scopes(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    tool = opened(window)
    type_text("the")
    total = len(hits(sample, words("the")))
    wait_for(qtbot, tool, f"{total} found, {total} ticked")
    counts = []
    for row in range(tool.scope.count()):
        if tool.scope.itemText(row).startswith("Page "):
            tool.scope.setCurrentIndex(row)
            qtbot.waitUntil(lambda: not tool.status.text().startswith("Looking"))
            counts.append(len(tool.model.rows))
    assert len(counts) == len(sample.pages)
    assert sum(counts) == total
    people = [tool.scope.itemText(row) for row in range(tool.scope.count())]
    tool.scope.setCurrentIndex(people.index("Speaker: Toshiki Kaifu"))
    qtbot.waitUntil(lambda: not tool.status.text().startswith("Looking"))
    speakers = {sample.paragraphs[hit.at].speaker for hit in tool.model.rows}
    assert speakers == {sample.people[1].id}


def test_a_long_selection_is_where_to_look(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    window.workplace.panes.transcript.place_caret(1, 0, select_to=(3, 10))
    tool = opened(window)
    assert tool.scope.currentText() == "Selection"
    type_text("e")
    tool.replacement.setText("EE")
    qtbot.waitUntil(lambda: bool(tool.model.rows) and tool.model.rows[0].new == "EE")
    places = {(hit.at, hit.end) for hit in tool.model.rows}
    assert {at for at, _ in places} == {1, 2, 3}
    assert max(end for at, end in places if at == 3) <= 10
    count = sum(at == 3 for at, _ in places)
    tool.replace_button.click()
    wait_for(qtbot, tool, f"{len(places) * 2} found, {len(places) * 2} ticked")
    assert sum(hit.at == 3 for hit in tool.model.rows) == count * 2


def test_selected_words_are_looked_for(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    at, offset = find_place(sample, "Camp David")
    window.workplace.panes.transcript.place_caret(at, offset, select_to=(at, offset + 10))
    tool = opened(window)
    assert tool.sought.text() == "Camp David"
    press(window, "Escape")
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor


def test_an_endless_expression_is_given_up(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    window.workplace.desk.apply(edits.CorrectText(0, 0, 0, "x" * 2000))
    tool = opened(window)
    tool.expression.setChecked(True)
    type_text(r"(x+)\1+(x+)\2+y")
    qtbot.waitUntil(lambda: tool.status.text().startswith("Looking"))
    tool.replacement.setFocus()
    type_text("z")  # The window goes on.
    assert tool.replacement.text() == "z"
    qtbot.waitUntil(lambda: "takes too long" in tool.status.text(), timeout=8000)


def test_another_document_starts_anew(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    tool = opened(window)
    type_text("the")
    qtbot.waitUntil(lambda: bool(tool.model.rows))
    open_sample(qtbot, window)
    qtbot.waitUntil(lambda: bool(tool.model.rows))
    assert tool.scope.currentText() == "Whole document"


def test_a_row_is_read_out_in_one(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    tool = opened(window)
    type_text("Camp David")
    tool.replacement.setText("C. D.")
    tool.refresh()
    qtbot.waitUntil(lambda: bool(tool.model.rows) and tool.model.rows[0].new == "C. D.")
    index = tool.model.index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Page 1, ticked: …")
    assert "«Camp David»" in said
    assert said.endswith("; becomes “C. D.”")
