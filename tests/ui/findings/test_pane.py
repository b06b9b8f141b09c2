"""The findings pane, by keys: fix, fix all alike, dismiss, restore, filter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.checks.finding import Severity
from app.checks.registry import with_spelling
from app.model.document import Reviewer
from app.model.edits import CorrectText
from app.review import Review
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller
from app.ui.dialogs.dismissal import DismissalDialog
from app.ui.findings.model import Column
from app.ui.findings.pane import FindingsPane
from app.ui.findings.watch import Watch
from app.ui.theme import DARK
from tests.builders import document
from tests.ui.desk import in_dialog

ANN = Reviewer("rev-ab", "Ann Baker", "AB")
LINES = (
    "They met tbe others and tbe rest. (U)",
    "So tbe end of (it. (U)",
    "\fThe President: It was the the end. (U)",
)


class Desk:
    """The pane over a review, with everything found."""

    def __init__(self, qtbot: QtBot) -> None:
        self.review = Review(document(*LINES), ANN)
        self.watch = Watch()
        self.pane = FindingsPane(self.watch)
        self.refused: list[str] = []
        self.pane.refused.connect(self.refused.append)
        qtbot.addWidget(self.pane)
        self.pane.resize(1000, 300)
        with qtbot.waitExposed(self.pane):
            self.pane.show()
        self.watch.set_checks(with_spelling(Speller(english(), diplomatic())))
        self.pane.set_review(self.review)
        with qtbot.waitSignal(self.watch.found):
            self.watch.set_review(self.review)
        self.pane.activateWindow()
        self.pane.table.setFocus()

    @property
    def shown(self) -> list[str]:
        """The excerpts of the rows that are in the text."""
        return [one.excerpt for one in self.pane.model.rows if one.where.key.startswith("para-")]

    @property
    def texts(self) -> list[str]:
        return [paragraph.text for paragraph in self.review.document.paragraphs]

    def choose(self, excerpt: str) -> None:
        row = next(n for n, one in enumerate(self.pane.model.rows) if one.excerpt == excerpt)
        self.pane.table.selectRow(row)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        modifier = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            modifier |= one
        QTest.keyClick(self.pane.table, key, modifier)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def reason(words: str) -> None:
    """Give this reason in the dialog that comes."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, DismissalDialog)
        QTest.keyClicks(dialog.field, words)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    in_dialog(act)


def test_a_row_says_all(desk: Desk) -> None:
    desk.choose("the the")
    row = desk.pane.table.currentIndex().row()
    cells = [desk.pane.model.index(row, column).data() for column in Column]
    assert cells[0] in ("Error", "Warning", "Hint")
    assert cells[2] == "Page 2, paragraph 3"
    assert desk.pane.current is not None
    assert cells[1] == desk.pane.current.message
    assert cells[3] == desk.pane.current.rule.title
    spoken = desk.pane.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ", ".join(cells)


def test_enter_fixes_and_the_next_is_chosen(desk: Desk) -> None:
    desk.choose("tbe")
    desk.press(Qt.Key.Key_Return)
    assert desk.texts[0] == "They met the others and tbe rest."
    assert desk.shown.count("tbe") == 2
    assert desk.pane.current is not None
    assert desk.pane.current.excerpt == "tbe"
    desk.review.undo()
    desk.watch.finish()
    assert desk.shown.count("tbe") == 3


def test_all_alike_are_one_step(desk: Desk) -> None:
    desk.choose("tbe")
    assert "3" in desk.pane.details.all_alike.text()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "tbe" not in " ".join(desk.texts)
    desk.review.undo()
    assert " ".join(desk.texts).count("tbe") == 3


def test_a_digit_takes_that_fix(desk: Desk) -> None:
    desk.choose("tbe")
    finding = desk.pane.current
    assert finding is not None
    fixes = [fix.text for fix in finding.fixes]
    buttons = [one.text() for one in desk.pane.details.fixes if not one.isHidden()]
    assert [text.rsplit("  (", 1)[0] for text in buttons] == fixes
    if len(fixes) > 1:
        desk.press(Qt.Key.Key_2)
        assert fixes[1] in desk.texts[0]


def test_a_button_fixes(desk: Desk) -> None:
    desk.choose("the the")
    QTest.mouseClick(desk.pane.details.fixes[0], Qt.MouseButton.LeftButton)
    assert desk.texts[2] == "It was the end."


def test_a_fix_is_made_for_the_text_as_it_is(desk: Desk) -> None:
    """Not for where the words were when they were found."""
    desk.choose("the the")
    desk.review.apply(CorrectText(2, 0, 0, "So, so long ago, "))
    desk.press(Qt.Key.Key_Return)
    assert desk.texts[2] == "So, so long ago, It was the end."


def test_dismiss_and_restore(desk: Desk) -> None:
    desk.choose("the the")
    reason("The paper has it twice")
    desk.press(Qt.Key.Key_Delete)
    assert desk.review.document.dismissed[0].reason == "The paper has it twice"
    assert "the the" not in desk.shown
    desk.pane.filters.dismissed.click()
    desk.choose("the the")
    assert "Ann Baker" in desk.pane.details.dismissal.text()
    assert "The paper has it twice" in desk.pane.details.dismissal.text()
    assert not any(button.isVisible() for button in desk.pane.details.fixes)
    desk.press(Qt.Key.Key_Return)
    assert desk.texts[2] == "It was the the end."
    desk.press(Qt.Key.Key_Delete)
    assert desk.review.document.dismissed == ()


def test_no_reason_no_dismissal(desk: Desk) -> None:
    desk.choose("the the")
    in_dialog(lambda dialog: dialog.reject())
    desk.press(Qt.Key.Key_Delete)
    assert desk.review.document.dismissed == ()


def test_filters(qtbot: QtBot, desk: Desk) -> None:
    filters = desk.pane.filters
    filters.page.setCurrentText("Page 2")
    assert desk.shown == ["the the"]
    filters.page.setCurrentIndex(0)
    filters.kind.setCurrentText("Unknown word")
    assert desk.shown == ["tbe"] * 3
    filters.kind.setCurrentIndex(0)
    filters.severity.setCurrentIndex(filters.severity.findData(Severity.ERROR))
    assert all(one.rule.severity is Severity.ERROR for one in desk.pane.model.rows)
    filters.severity.setCurrentIndex(0)
    with qtbot.waitSignal(filters.changed):
        QTest.keyClicks(filters.words, "twice THE")
    assert all("the" in one.message.casefold() for one in desk.pane.model.rows)
    assert filters.count.text().startswith(f"{len(desk.pane.model.rows)} of ")


def test_a_kind_that_is_chosen_stays_when_none_is_left(desk: Desk) -> None:
    desk.pane.filters.kind.setCurrentText("Unknown word")
    desk.choose("tbe")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.pane.model.rows == ()
    assert desk.pane.filters.kind.currentText() == "Unknown word"
    assert "filter" in desk.pane.details.message.text()


def test_moving_goes_there(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("tbe")
    with qtbot.waitSignal(desk.pane.finding_chosen) as told:
        desk.press(Qt.Key.Key_Down)
    assert told.args == [desk.pane.current]
    with qtbot.waitSignal(desk.pane.left):
        desk.press(Qt.Key.Key_Escape)


def test_what_reads_alike_is_not_drawn_again(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("the the")
    with qtbot.assertNotEmitted(desk.pane.model.modelReset), qtbot.waitSignal(desk.watch.found):
        desk.review.apply(CorrectText(2, 3, 3, "then "))
    desk.press(Qt.Key.Key_Return)
    assert desk.texts[2] == "It then was the end."


def test_ten_thousand_are_shown(desk: Desk) -> None:
    many = desk.watch.rows * 2000
    desk.pane.model.show_rows(desk.review.document, many)
    desk.pane.set_theme(DARK)
    assert desk.pane.model.rowCount() >= 10_000
    desk.pane.table.scrollToBottom()
    desk.pane.table.viewport().repaint()
