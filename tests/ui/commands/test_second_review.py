"""The steps of a second review, as commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.model import edits
from app.model.document import Document, Reviewer
from app.model.second_review import FIELDS
from app.model.terms import Disposition, ReviewState
from app.ui.commands import second_review as commands
from app.ui.dialogs.submit_review import SubmitReview
from app.ui.main_window import MainWindow
from app.ui.tools.second_review.tool import SecondReviewTool
from tests.release.papers import ANN, BOB, CYD, decided, done, paper
from tests.ui.desk import in_dialog, press, press_button, press_for_dialog
from tests.ui.tools.second_review import stages


def run(window: MainWindow, command: str) -> None:
    window.workplace.menus.actions[command].trigger()


def told(window: MainWindow) -> str:
    return window.workplace.status_line.currentMessage()


def document(window: MainWindow) -> Document:
    return window.workplace.desk.document


def key(tool: SecondReviewTool) -> str:
    assert tool.chosen is not None
    return tool.chosen.key


def test_what_is_undecided_is_shown_instead_of_a_submission(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    rest = ("heading/title", "heading/0", "heading/1", "heading/2", "para-1")
    held = done(paper(), ANN, edits.SetDisposition(rest, Disposition.RELEASE))
    tool = stages.open_as(qtbot, window, ANN, held, tmp_path)
    window.workplace.desk.pane.setFocus()
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(f"{dialog.text()} {dialog.informativeText()}")
        press_button("Go There")(dialog)

    in_dialog(look)
    run(window, "second.submit")
    assert said[0].startswith("4 portions need a decision")
    assert "Paragraph 2: The President: We need seventeen" in said[0]
    assert window.workplace.desk.caret == (1, 0)
    assert key(tool) == "para-2"
    assert document(window).second_review is None


@pytest.mark.parametrize("blind", [True, False])
def test_submitting_asks_how(qtbot: QtBot, window: MainWindow, tmp_path: Path, blind: bool) -> None:
    stages.open_as(qtbot, window, ANN, decided(), tmp_path)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, SubmitReview)
        (dialog.blind if blind else dialog.in_sight).click()
        dialog.submit.click()

    in_dialog(choose)
    run(window, "second.submit")
    review = document(window).second_review
    assert review is not None
    assert review.blind is blind
    assert "Save the file" in told(window)


def test_steps_between_portions_without_an_opinion(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    held = done(
        stages.taken(blind=False),
        BOB,
        *(edits.GiveOpinion(one) for one in ("heading/title", "para-2", "para-3")),
    )
    tool = stages.open_as(qtbot, window, BOB, held, tmp_path)
    desk = window.workplace.desk
    desk.pane.place_caret(0, 0)
    desk.pane.setFocus()
    press(window, "Ctrl+F10")
    assert desk.caret == (3, 0)
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor
    press(window, "Ctrl+Shift+F10")
    assert desk.caret == (0, 0)
    press(window, "Ctrl+Shift+F10")
    assert key(tool) == "heading/2"
    assert tool.has_keyboard
    press(window, "Ctrl+Shift+F10")
    press(window, "Ctrl+Shift+F10")
    press(window, "Ctrl+Shift+F10")
    assert key(tool) == FIELDS


def test_a_review_is_finished_when_nothing_is_left(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    tool = stages.open_as(qtbot, window, BOB, stages.taken(blind=True), tmp_path)
    for _ in range(9):
        press(window, "Ctrl+Shift+U")
    left = key(tool)
    tool.choose("para-1")
    run(window, "second.finish")
    assert "still need an opinion" in told(window)
    assert key(tool) == left
    press(window, "Ctrl+Shift+U")
    run(window, "second.finish")
    review = document(window).second_review
    assert review is not None
    assert review.state is ReviewState.DISPUTED
    assert "you disagree on 3 portions" in told(window)


@pytest.mark.parametrize("command", ["second.submit", "second.withdraw"])
@pytest.mark.parametrize("held", [stages.submitted(blind=True), stages.taken(blind=True)])
def test_who_does_not_see_the_decisions_cannot_take_them_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, command: str, held: Document
) -> None:
    stages.open_as(qtbot, window, BOB, held, tmp_path)
    before = document(window)
    run(window, command)
    assert told(window) == commands.BLIND
    assert document(window) is before


def test_withdrawing_asks_where_opinions_would_go(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    stages.open_as(qtbot, window, ANN, stages.disputed(), tmp_path)
    in_dialog(press_button("Cancel"))
    run(window, "second.withdraw")
    assert document(window).second_review is not None
    in_dialog(press_button("Withdraw"))
    run(window, "second.withdraw")
    assert document(window).second_review is None


def test_a_resolution_goes_on_to_the_next_disagreement(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    from app.ui.dialogs.resolve import Resolve

    tool = stages.open_as(qtbot, window, CYD, stages.disputed(), tmp_path)
    tool.choose("para-4")

    def adopt(dialog: QDialog) -> None:
        assert isinstance(dialog, Resolve)
        dialog.second.click()
        dialog.reason.setText("So it is")
        dialog.adopt.click()

    for left in ("para-3", FIELDS, None):
        in_dialog(adopt)
        press_for_dialog(window, "Ctrl+Shift+V")
        assert left is None or key(tool) == left
    assert told(window) == commands.COMPLETE
    review = document(window).second_review
    assert review is not None
    assert [one.adopted for one in review.resolutions] == ["second"] * 3


@pytest.mark.parametrize(
    ("held", "person", "enabled"),
    [
        (decided(), ANN, {"submit"}),
        (stages.submitted(blind=True), BOB, {"submit", "take", "withdraw"}),
        (
            stages.taken(blind=True),
            BOB,
            {"submit", "release", "next", "previous", "finish", "withdraw"},
        ),
        (
            stages.taken(blind=False),
            BOB,
            {"submit", "agree", "release", "next", "previous", "finish", "withdraw"},
        ),
        (stages.taken(blind=False), CYD, {"submit", "withdraw"}),
        (stages.disputed(), CYD, {"submit", "resolve", "withdraw"}),
        (stages.complete(), CYD, {"submit", "withdraw"}),
    ],
)
def test_each_state_has_its_commands(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    held: Document,
    person: Reviewer,
    enabled: set[str],
) -> None:
    stages.open_as(qtbot, window, person, held, tmp_path)
    actions = window.workplace.menus.actions
    found = {command.id for command in commands.COMMANDS if actions[command.id].isEnabled()}
    assert found == {"second.show", *(f"second.{one}" for one in enabled)}
