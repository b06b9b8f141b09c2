"""The dock with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.decisions import Opinion
from app.model.second_review import FIELDS
from app.model.terms import Disposition
from app.ui.main_window import MainWindow
from app.ui.tools.second_review.tool import SecondReviewTool
from tests.release.papers import ANN, BOB, CYD
from tests.ui.desk import press, type_text
from tests.ui.test_accessibility import controls, without_name_or_role
from tests.ui.tools.second_review import stages


def key(tool: SecondReviewTool) -> str:
    assert tool.chosen is not None
    return tool.chosen.key


def opinions(window: MainWindow) -> dict[str, Opinion]:
    review = window.workplace.desk.document.second_review
    assert review is not None
    return {given.portion: given for given in review.opinions}


def offered(tool: SecondReviewTool) -> list[str]:
    return [button.text() for button in tool.buttons.values() if not button.isHidden()]


@pytest.fixture
def sight(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> SecondReviewTool:
    return stages.open_as(qtbot, window, BOB, stages.taken(blind=False), tmp_path)


@pytest.fixture
def blind(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> SecondReviewTool:
    return stages.open_as(qtbot, window, BOB, stages.taken(blind=True), tmp_path)


def test_one_key_agrees_and_goes_on_to_the_end(window: MainWindow, sight: SecondReviewTool) -> None:
    sight.choose("para-2")
    visited = []
    for _ in range(10):
        visited.append(key(sight))
        press(window, "Ctrl+Shift+Y")
    assert visited[:4] == ["para-2", "para-3", "para-4", "para-5"]
    assert visited[4:6] == [FIELDS, "heading/title"]
    assert len(opinions(window)) == 10
    assert all(given.agrees for given in opinions(window).values())
    assert "Finish" in window.workplace.status_line.currentMessage()
    press(window, "Ctrl+Z")
    assert len(opinions(window)) == 9


def test_the_caret_goes_along_and_enter_gives_it_the_keyboard(
    window: MainWindow, sight: SecondReviewTool
) -> None:
    desk = window.workplace.desk
    sight.choose("para-2")
    press(window, "Down")
    assert desk.caret == (2, 0)
    assert QApplication.focusWidget() is sight.list
    press(window, "Return")
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor
    assert desk.caret == (2, 0)


def test_the_list_follows_the_caret(
    qtbot: QtBot, window: MainWindow, sight: SecondReviewTool
) -> None:
    window.workplace.desk.pane.setFocus()
    window.workplace.desk.pane.place_caret(3, 2)
    qtbot.waitUntil(lambda: key(sight) == "para-4")
    assert "Deny: 1.4(c)" in sight.detail.sides.first.text()
    assert sight.detail.sides.second.text() == "No opinion yet"


def test_decisions_in_the_dock_are_for_the_chosen_portion(
    window: MainWindow, blind: SecondReviewTool
) -> None:
    """Not for the paragraph with the caret."""
    blind.choose("heading/1")
    press(window, "Ctrl+5")
    assert list(opinions(window)) == ["heading/1"]
    assert opinions(window)["heading/1"].second.disposition is Disposition.RELEASE
    assert key(blind) == "heading/2"
    assert blind.has_keyboard
    blind.choose(FIELDS)
    press(window, "Ctrl+5")
    assert list(opinions(window)) == ["heading/1"]
    assert "Withhold Value" in window.workplace.status_line.currentMessage()


def test_a_note_is_kept_with_an_opinion(
    qtbot: QtBot, window: MainWindow, sight: SecondReviewTool
) -> None:
    sight.choose("para-1")
    assert sight.detail.note.isHidden()
    press(window, "Ctrl+Shift+Y")
    sight.choose("para-1")
    assert not sight.detail.note.isHidden()
    sight.detail.note.setFocus()
    QTest.keyClicks(sight.detail.note, "Well founded")
    press(window, "Return")
    assert opinions(window)["para-1"].note == "Well founded"
    assert opinions(window)["para-1"].agrees
    qtbot.waitUntil(lambda: "Note: Well founded" in sight.detail.sides.second.text())
    press(window, "Ctrl+Shift+Y")
    assert opinions(window)["para-1"].note == "Well founded"


def test_nothing_of_the_first_is_made_into_words_while_blind(blind: SecondReviewTool) -> None:
    for row in blind.model.rows:
        blind.choose(row.key)
        assert blind.detail.sides.first.text() == ""
        assert blind.detail.sides.first.isHidden()
    assert offered(blind) == ["Release in Full, Go to Next", "Finish Second Review"]


def test_another_person_at_the_desk_sees_other_things(
    qtbot: QtBot, window: MainWindow, blind: SecondReviewTool
) -> None:
    review = window.workplace.desk.review
    assert review is not None
    assert blind.model.rows
    review.reviewer = ANN
    window.workplace.follow_person()
    qtbot.waitUntil(lambda: not blind.model.rows)
    assert "Bob Cedar is reviewing, blind" in blind.sentence.text()
    assert offered(blind) == ["Withdraw from Second Review"]


def test_a_void_review_says_so_and_can_be_submitted_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    tool = stages.open_as(qtbot, window, ANN, stages.complete(), tmp_path)
    assert tool.state.text() == "Complete"
    tool.choose("para-4")
    assert "The second is adopted (Cyd Elm" in tool.detail.resolution.text()
    assert "I think so" in tool.detail.resolution.text()
    window.workplace.desk.pane.place_caret(2, 0)
    window.workplace.desk.pane.setFocus()
    type_text("A")
    qtbot.waitUntil(lambda: tool.state.text() == "Void")
    line = window.workplace.status_line
    qtbot.waitUntil(lambda: line.second_review.text() == "Second review: void")
    assert "is void" in line.currentMessage()
    assert offered(tool) == ["Submit for Second Review...", "Withdraw from Second Review"]
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: tool.state.text() == "Complete")


def test_the_mouse_judges_what_is_chosen(
    qtbot: QtBot, window: MainWindow, sight: SecondReviewTool
) -> None:
    sight.choose("heading/0")
    qtbot.mouseClick(sight.buttons["second.agree"], Qt.MouseButton.LeftButton)
    assert list(opinions(window)) == ["heading/0"]


def test_every_control_has_a_name(window: MainWindow, sight: SecondReviewTool) -> None:
    press(window, "Ctrl+Shift+Y")
    assert len(list(controls(sight))) > 4
    assert without_name_or_role(sight) == []


def test_a_dock_with_nothing_to_do_has_the_keyboard_at_what_it_says(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    tool = stages.open_as(qtbot, window, CYD, stages.taken(blind=True), tmp_path)
    assert QApplication.focusWidget() is tool.sentence
    assert tool.sentence.text() in tool.sentence.accessibleName()
    press(window, "Escape")
    assert not tool.has_keyboard
