"""Proofreading in the window: queue, findings, spelling, progress, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.ui.dialogs.dismissal import DismissalDialog
from app.ui.dialogs.progress import ProgressDialog
from app.ui.main_window import MainWindow
from app.ui.proofreading import Proofreading
from tests.ui.desk import find_place, in_dialog, open_sample, press, type_text


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the sample, once all is found in it."""
    open_sample(qtbot, window)
    qtbot.waitUntil(lambda: proofreading(window).watch.is_true)
    return window


def proofreading(window: MainWindow) -> Proofreading:
    return window.workplace.proofreading


def document(window: MainWindow) -> Document:
    return window.workplace.desk.document


def caret(window: MainWindow) -> tuple[int, int]:
    return window.workplace.desk.pane.selection()[0]


def put_caret(window: MainWindow, at: int, offset: int) -> None:
    window.workplace.desk.pane.place_caret(at, offset)
    window.workplace.desk.pane.setFocus()


def write(window: MainWindow, at: int, words: str) -> None:
    """Type words at the beginning of a paragraph."""
    put_caret(window, at, 0)
    type_text(words)


# -- findings --------------------------------------------------------------------------------------


def test_the_status_line_counts(qtbot: QtBot, desk: MainWindow) -> None:
    status = desk.workplace.status_line
    qtbot.waitUntil(lambda: "to look at" in status.findings.text())
    count = len([one for one in proofreading(desk).watch.rows if not one.dismissed])
    assert str(count) in status.findings.text()
    assert status.reviewed.text() == "0 % reviewed"


def test_next_finding_from_anywhere(desk: MainWindow) -> None:
    write(desk, 2, "tbe ")
    put_caret(desk, 1, 0)
    press(desk, "Alt+.")
    assert caret(desk) == (2, 0)
    assert desk.workplace.desk.pane.selection()[1] == (2, 3)
    assert "tbe" in desk.workplace.status_line.currentMessage()
    press(desk, "Alt+,")
    press(desk, "Alt+.")
    assert caret(desk) == (2, 0)


def test_the_findings_come_and_go_by_a_key(desk: MainWindow) -> None:
    press(desk, "Ctrl+I")
    assert proofreading(desk).shown
    assert proofreading(desk).pane.table.hasFocus()
    write(desk, 2, "tbe ")
    press(desk, "Alt+.")
    press(desk, "Ctrl+I")
    assert not proofreading(desk).shown
    assert desk.workplace.desk.pane.editor.hasFocus()


def test_f6_reaches_the_findings(desk: MainWindow) -> None:
    press(desk, "Ctrl+I")
    put_caret(desk, 0, 0)
    reached = set()
    for _ in range(8):
        press(desk, "F6")
        reached.add(QApplication.focusWidget())
    assert proofreading(desk).pane.table in reached


def test_a_row_shows_its_place_and_escape_goes_there(desk: MainWindow) -> None:
    write(desk, 2, "tbe ")
    proofreading(desk).watch.finish()
    press(desk, "Ctrl+I")
    table = proofreading(desk).pane.table
    rows = proofreading(desk).pane.model.rows
    row = next(n for n, one in enumerate(rows) if one.excerpt == "tbe")
    for _ in range(row):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert caret(desk) == (2, 0)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert desk.workplace.desk.pane.editor.hasFocus()


# -- the queue -------------------------------------------------------------------------------------


def test_one_hand_goes_through_the_queue(desk: MainWindow) -> None:
    write(desk, 2, "tbe ")
    put_caret(desk, 1, 0)
    press(desk, "F12")
    bar = proofreading(desk).bar
    assert bar.hasFocus()
    assert "tbe" in bar.message.text()
    assert "the" in bar.message.text()
    QTest.keyClick(bar, Qt.Key.Key_Return)
    assert document(desk).paragraphs[2].text.startswith("the ")
    assert bar.hasFocus()
    after = caret(desk)
    assert after > (2, 0)
    QTest.keyClick(bar, Qt.Key.Key_Space)
    assert caret(desk) != after
    QTest.keyClick(bar, Qt.Key.Key_Backspace)
    assert caret(desk) == after
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.workplace.desk.pane.editor.hasFocus()
    press(desk, "Ctrl+Z")
    assert document(desk).paragraphs[2].text.startswith("tbe ")


def test_a_finding_in_the_queue_is_dismissed_with_a_reason(desk: MainWindow) -> None:
    write(desk, 2, "tbe ")
    put_caret(desk, 1, 0)
    press(desk, "F12")

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, DismissalDialog)
        QTest.keyClicks(dialog.field, "so on the paper")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    in_dialog(act)
    QTest.keyClick(proofreading(desk).bar, Qt.Key.Key_Delete)
    assert document(desk).dismissed[0].reason == "so on the paper"
    assert caret(desk) > (2, 0)
    assert document(desk).paragraphs[2].text.startswith("tbe ")


def test_an_unknown_word_is_judged_good(desk: MainWindow) -> None:
    write(desk, 2, "tbe ")
    put_caret(desk, 1, 0)
    press(desk, "F12")
    QTest.keyClick(proofreading(desk).bar, Qt.Key.Key_G)
    assert document(desk).words.good == ("tbe",)
    assert caret(desk) > (2, 0)


def test_the_whole_queue_can_be_accepted(desk: MainWindow) -> None:
    """Everything that has a proposal is settled by one key; the rest is skipped."""
    put_caret(desk, 0, 0)
    press(desk, "F12")
    bar = proofreading(desk).bar
    for _ in range(80):
        accepted = bar.accept.isEnabled()
        QTest.keyClick(bar, Qt.Key.Key_Return if accepted else Qt.Key.Key_Space)
    assert all(
        paragraph.mark is None or paragraph.mark.level is None or paragraph.mark.confirmed
        for paragraph in document(desk).paragraphs
    )


def test_what_changed_meanwhile_is_not_fixed_at_its_old_place(desk: MainWindow) -> None:
    write(desk, 2, "tbe ")
    put_caret(desk, 1, 0)
    press(desk, "F12")
    put_caret(desk, 2, 0)
    type_text("So ")
    press(desk, "Ctrl+F12")
    assert document(desk).paragraphs[2].text.startswith("So tbe ")
    press(desk, "Ctrl+F12")
    assert document(desk).paragraphs[2].text.startswith("So the ")


# -- spelling --------------------------------------------------------------------------------------


def menu_texts(desk: MainWindow) -> list[str]:
    menu = desk.workplace.menus.of_parts["transcript"]
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_menu_has_suggestions_for_an_unknown_word(desk: MainWindow) -> None:
    usual = menu_texts(desk)
    write(desk, 2, "tbe ")
    put_caret(desk, 2, 1)
    offered = menu_texts(desk)
    assert offered[0] == "the"
    assert offered[-len(usual) :] == usual
    menu: QMenu = desk.workplace.menus.of_parts["transcript"]
    menu.actions()[0].trigger()
    assert document(desk).paragraphs[2].text.startswith("the ")
    assert menu_texts(desk) == usual


@pytest.mark.parametrize(("command", "bad"), [("good_here", False), ("bad_here", True)])
def test_a_word_is_judged_in_the_document(desk: MainWindow, command: str, bad: bool) -> None:
    put_caret(desk, *find_place(document(desk), "Gorbachev"))
    desk.workplace.menus.actions[f"spelling.{command}"].trigger()
    words = document(desk).words
    assert (words.bad if bad else words.good) == ("Gorbachev",)
    press(desk, "Ctrl+Z")
    assert document(desk).words.good == document(desk).words.bad == ()


def test_a_word_is_judged_for_the_person(desk: MainWindow, settings_path: Path) -> None:
    write(desk, 2, "tbe ")
    put_caret(desk, 2, 1)
    assert menu_texts(desk)[0] == "the"
    desk.workplace.menus.actions["spelling.good_for_me"].trigger()
    path = settings_path.with_name("words.txt")
    assert path.read_text(encoding="utf-8") == "tbe\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert menu_texts(desk)[0] != "the"
    assert document(desk).words.good == ()


# -- progress --------------------------------------------------------------------------------------


def test_a_paragraph_is_reviewed_and_editing_takes_it_back(qtbot: QtBot, desk: MainWindow) -> None:
    put_caret(desk, 1, 0)
    press(desk, "Alt+R")
    assert document(desk).paragraphs[1].reviewed is not None
    assert caret(desk) == (2, 0)
    status = desk.workplace.status_line
    qtbot.waitUntil(lambda: status.reviewed.text() == "3 % reviewed")
    put_caret(desk, 1, 0)
    speakers = desk.workplace.desk.pane.speakers
    speakers.announce()
    assert "Reviewed by Ada Reviewer" in speakers.accessibleName()
    assert "Reviewed by Ada Reviewer" in desk.workplace.desk.pane.editor.accessibleDescription()
    type_text("x")
    assert document(desk).paragraphs[1].reviewed is None
    assert "Reviewed" not in desk.workplace.desk.pane.editor.accessibleDescription()
    qtbot.waitUntil(lambda: status.reviewed.text() == "0 % reviewed")


def test_reviewed_twice_is_not_reviewed(desk: MainWindow) -> None:
    put_caret(desk, 1, 0)
    press(desk, "Alt+R")
    put_caret(desk, 1, 0)
    press(desk, "Alt+R")
    assert document(desk).paragraphs[1].reviewed is None
    assert caret(desk) == (1, 0)


def test_a_page_is_reviewed_and_the_progress_shows_it(desk: MainWindow) -> None:
    put_caret(desk, 1, 0)
    press(desk, "Alt+Shift+R")
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ProgressDialog)
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    in_dialog(look)
    desk.workplace.menus.actions["review.progress"].trigger()
    pages = len(document(desk).pages)
    assert f"1 of {pages} reviewed ({100 // pages} %)" in told


def test_the_check_mark_is_painted(desk: MainWindow) -> None:
    pane = desk.workplace.desk.pane
    put_caret(desk, 0, 0)
    before = pane.speakers.grab().toImage()
    press(desk, "Alt+R")
    put_caret(desk, 0, 0)
    assert pane.speakers.grab().toImage() != before


def test_closing_the_document_leaves_nothing_behind(desk: MainWindow) -> None:
    press(desk, "Ctrl+I")
    press(desk, "F12")
    press(desk, "Ctrl+W")
    assert not proofreading(desk).dock.isVisible()
    assert not proofreading(desk).bar.isVisible()
    assert proofreading(desk).watch.rows == ()


def test_unknown_words_are_dotted(desk: MainWindow) -> None:
    pane = desk.workplace.desk.pane
    write(desk, 2, "tbe ")
    assert pane.unknown_word(2, 1) is not None
    row = pane.editor.row_at(float(pane.editor.cursorRect().center().y()))
    assert row is not None
    rect = next(iter(row.rects(0, 3))).toRect()
    error = desk.appearance.theme.error
    image = pane.editor.viewport().grab(rect).toImage()
    colours = {
        image.pixelColor(QPoint(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }
    assert error in colours


def test_a_word_is_not_judged_while_it_is_typed(desk: MainWindow) -> None:
    editor = desk.workplace.desk.pane.editor
    put_caret(desk, 2, 0)
    type_text("tb")
    assert editor._unfinished == (2, 2)
    type_text(" ")
    assert editor._unfinished is None
