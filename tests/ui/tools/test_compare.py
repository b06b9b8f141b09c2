"""The source beside the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model import edits
from app.ui.main_window import MainWindow
from app.ui.tools.compare import CompareTool
from tests.ui.desk import find_place, open_sample, press


@pytest.fixture
def tool(qtbot: QtBot, window: MainWindow) -> CompareTool:
    """Two words changed on page 1, one on a later page; the caret at the beginning."""
    document = open_sample(qtbot, window)
    desk = window.workplace.desk
    for words, new in (("Camp David", "Camp Davis"), ("telephoned", ""), ("NATO", "N.A.T.O.")):
        at, offset = find_place(document, words)
        desk.apply(edits.CorrectText(at, offset, offset + len(words), new))
    desk.pane.place_caret(0, 0)
    press(window, "Ctrl+Shift+E")
    made = window.workplace.tools.tool("compare")
    assert isinstance(made, CompareTool)
    qtbot.waitUntil(lambda: bool(made.count.text()))
    return made


def test_in_place_the_source_stands_before_the_text(tool: CompareTool) -> None:
    shown = " ".join(tool.view.toPlainText().split())
    assert "at Camp David. Davis. The" in shown
    assert "telephoned" in shown
    assert tool.count.text() == "Page 1: 2 differences"
    assert tool.count.accessibleName() == "Differences: Page 1: 2 differences"


def test_side_by_side(qtbot: QtBot, tool: CompareTool) -> None:
    tool.side_by_side.setChecked(True)
    qtbot.waitUntil(lambda: "The source reads" in tool.view.toPlainText())
    shown = tool.view.toPlainText()
    assert shown.count("good morning") == 2
    assert shown.count("telephoned") == 1


def test_going_from_difference_to_difference(
    qtbot: QtBot, window: MainWindow, tool: CompareTool
) -> None:
    desk = window.workplace.desk
    seen = []
    for _ in range(3):
        press(window, "Ctrl+F7")
        seen.append(desk.caret[0])
    assert seen == sorted(seen)
    assert len(set(seen)) == 3
    press(window, "Ctrl+Shift+F7")
    assert desk.caret[0] == seen[1]
    tool.next.click()
    (at, start), (last, end) = desk.pane.selection()
    assert (at, last) == (seen[2], seen[2])
    assert desk.document.paragraphs[at].text[start:end].startswith("N.A.T.O.")
    page = next(page.number for page in desk.document.pages if page.number > 1)
    qtbot.waitUntil(lambda: not tool.count.text().startswith("Page 1"))
    assert page > 1
    tool.previous.click()
    assert desk.pane.selection()[0][0] == seen[1]


def test_a_click_goes_to_the_words(window: MainWindow, tool: CompareTool) -> None:
    desk = window.workplace.desk
    at, offset = find_place(desk.document, "Davis")
    tool.view.anchorClicked.emit(QUrl(f"place:{at}-{offset}"))
    assert desk.pane.selection()[0] == (at, offset)


def test_an_edit_is_followed_and_the_same_key_hides_it(
    qtbot: QtBot, window: MainWindow, tool: CompareTool
) -> None:
    press(window, "Ctrl+Shift+E")
    assert not window.workplace.tools.is_open("compare")
    press(window, "Ctrl+Shift+E")
    assert window.workplace.tools.is_open("compare")
    window.workplace.desk.review.undo()  # type: ignore[union-attr]
    window.workplace.desk.review.undo()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: tool.count.text() == "Page 1: 1 difference")


def test_without_differences_the_buttons_say_so(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.workplace.tools.open("compare")
    made = window.workplace.tools.tool("compare")
    assert isinstance(made, CompareTool)
    made.next.click()
    assert "reads as the source does" in window.workplace.status_line.currentMessage()
    press(window, "Escape")
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor
