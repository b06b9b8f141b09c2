"""The ledger with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.decisions import Exemption
from app.model.document import Document, Reviewer
from app.model.edits import (
    AddRedaction,
    Declassify,
    SetDisposition,
    SplitParagraph,
    SubmitForSecondReview,
)
from app.model.redactions import portions
from app.model.terms import Disposition
from app.ui.main_window import MainWindow
from app.ui.tools.ledger.rows import Column
from app.ui.tools.ledger.tool import LedgerTool
from app.ui.tools.ledger.wording import HIDDEN, HIDDEN_UNTIL, NOT_REVIEWED
from tests.ui.desk import open_sample, press

HEAD = 4
"""Portions of the sample before its first paragraph."""


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


@pytest.fixture
def ledger(sample: Document, window: MainWindow) -> LedgerTool:
    press(window, "Ctrl+Shift+D")
    found = window.workplace.tools.tool("ledger")
    assert isinstance(found, LedgerTool)
    assert found.table.hasFocus()
    return found


def cell(ledger: LedgerTool, row: int, column: Column) -> str:
    return str(ledger.model.data(ledger.model.index(row, column)))


def key(ledger: LedgerTool, *pressed: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for one in pressed:
        QTest.keyClick(ledger.table, one, modifier)


def dispositions(window: MainWindow) -> list[Disposition | None]:
    held = portions(window.workplace.desk.document)
    return [one.decision.disposition if one.decision is not None else None for one in held]


def test_each_portion_has_a_row(ledger: LedgerTool, sample: Document) -> None:
    assert ledger.model.rowCount() == len(list(portions(sample))) == 37
    assert cell(ledger, 0, Column.PORTION) == "Title  MEMORANDUM OF TELEPHONE CONVERSATION"
    assert cell(ledger, 1, Column.PORTION).startswith("SUBJECT  Telephone Conversation")
    assert cell(ledger, 1, Column.MARK) == "(U)"
    assert cell(ledger, HEAD, Column.PORTION).startswith("1  ")
    assert cell(ledger, 36, Column.PAGE) == "4"
    assert {cell(ledger, row, Column.DECISION) for row in range(37)} == {NOT_REVIEWED}
    assert ledger.summary.decided.text() == "0 of 37 portions"


def test_row_and_caret_follow_each_other(
    qtbot: QtBot, window: MainWindow, ledger: LedgerTool
) -> None:
    assert ledger.table.currentIndex().row() == HEAD
    key(ledger, Qt.Key.Key_Down)
    assert window.workplace.desk.caret == (1, 0)
    assert ledger.table.hasFocus()
    window.workplace.desk.pane.setFocus()
    window.workplace.desk.pane.place_caret(7, 2)
    qtbot.waitUntil(lambda: ledger.table.currentIndex().row() == HEAD + 7)
    assert window.workplace.desk.caret == (7, 2)


def test_enter_goes_to_the_words(window: MainWindow, ledger: LedgerTool) -> None:
    key(ledger, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.workplace.desk.pane.editor.hasFocus()
    assert window.workplace.desk.caret == (1, 0)
    ledger.go_to("heading/0")
    key(ledger, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.workplace.panes.metadata.isAncestorOf(focused)


def test_escape_goes_back_to_the_text(window: MainWindow, ledger: LedgerTool) -> None:
    key(ledger, Qt.Key.Key_Escape)
    assert window.workplace.desk.pane.editor.hasFocus()


def test_letters_decide_the_row(window: MainWindow, ledger: LedgerTool) -> None:
    desk = window.workplace.desk
    desk.apply(AddRedaction(((desk.document.paragraphs[1].id, 0, 4),), (Exemption("1.4(c)"),)))
    key(ledger, Qt.Key.Key_F)
    assert cell(ledger, HEAD + 1, Column.DECISION) == "Not yet reviewed; 1.4(c)"
    key(ledger, Qt.Key.Key_P)
    assert dispositions(window)[HEAD : HEAD + 3] == [Disposition.RELEASE, Disposition.IN_PART, None]
    assert cell(ledger, HEAD + 1, Column.DECISION) == "In part: 1.4(c)"
    assert ledger.table.currentIndex().row() == HEAD + 2
    key(ledger, Qt.Key.Key_B)
    assert ledger.table.currentIndex().row() == HEAD - 1
    key(ledger, Qt.Key.Key_N)
    assert ledger.table.currentIndex().row() == HEAD + 2
    key(ledger, Qt.Key.Key_Up, Qt.Key.Key_U)
    assert dispositions(window)[HEAD + 1] is None
    assert ledger.table.currentIndex().row() == HEAD + 1


def test_other_letters_do_not_move_the_row(window: MainWindow, ledger: LedgerTool) -> None:
    key(ledger, Qt.Key.Key_T, Qt.Key.Key_S)
    assert ledger.table.currentIndex().row() == HEAD


def test_several_rows_are_one_step(window: MainWindow, ledger: LedgerTool) -> None:
    before = window.workplace.desk.document
    key(ledger, Qt.Key.Key_Down, Qt.Key.Key_Down, shift=True)
    key(ledger, Qt.Key.Key_F)
    assert dispositions(window)[HEAD : HEAD + 4] == [Disposition.RELEASE] * 3 + [None]
    assert [one.at for one in ledger.chosen] == [3]
    press(window, "Ctrl+Z")
    assert window.workplace.desk.document is before


def test_commands_of_the_menu_act_on_the_rows(window: MainWindow, ledger: LedgerTool) -> None:
    ledger.go_to("heading/title")
    press(window, "Ctrl+5")
    assert dispositions(window)[0] is Disposition.RELEASE
    assert ledger.table.hasFocus()


def test_the_chosen_rows_stay_when_others_come(
    qtbot: QtBot, window: MainWindow, ledger: LedgerTool
) -> None:
    desk = window.workplace.desk
    ledger.go_to(desk.document.paragraphs[5].id)
    desk.apply(SplitParagraph(1, 5))
    ledger.refresh()
    assert ledger.model.rowCount() == 38
    assert [one.at for one in ledger.chosen] == [6]


def test_the_foot_tells_levels_and_goes_to_who_is_responsible(
    window: MainWindow, ledger: LedgerTool
) -> None:
    desk, summary = window.workplace.desk, ledger.summary
    assert (summary.before.text(), summary.after.text()) == ("CONFIDENTIAL", "CONFIDENTIAL")
    assert summary.why_before.text() == "By Paragraph 9"
    QTest.mouseClick(summary.why_before, Qt.MouseButton.LeftButton)
    assert desk.caret == (8, 0)
    assert [one.at for one in ledger.chosen] == [8]
    desk.apply(SetDisposition((desk.document.paragraphs[8].id,), Disposition.RELEASE))
    ledger.refresh()
    assert summary.why_after.text() == "By Paragraph 10"
    assert summary.status.text() == (
        "Written CONFIDENTIAL; now UNCLASSIFIED in part, CONFIDENTIAL remains."
    )
    desk.apply(SetDisposition(tuple(p.key for p in portions(desk.document)), Disposition.RELEASE))
    desk.apply(Declassify("E.O. 13526", "", "AR", "2026-11-24"))
    ledger.refresh()
    assert summary.status.text() == "Written CONFIDENTIAL; now UNCLASSIFIED."
    assert summary.after.text() == "UNCLASSIFIED"
    assert summary.decided.text() == "37 of 37 portions"


def test_a_blind_second_reviewer_sees_nothing_of_the_first(
    window: MainWindow, ledger: LedgerTool
) -> None:
    desk = window.workplace.desk
    desk.apply(AddRedaction(((desk.document.paragraphs[1].id, 0, 4),), (Exemption("1.4(c)"),)))
    desk.apply(SetDisposition((desk.document.paragraphs[1].id,), Disposition.IN_PART))
    rest = tuple(one.key for one in portions(desk.document) if one.decision is None)
    desk.apply(SetDisposition(rest, Disposition.RELEASE))
    desk.apply(SubmitForSecondReview(blind=True))
    assert desk.review is not None
    desk.review.reviewer = Reviewer("rev-bc", "Bob Cedar", "BC")
    ledger.refresh()
    rows = range(ledger.model.rowCount())
    for column in (Column.DECISION, Column.AFTER):
        assert {cell(ledger, row, column) for row in rows} == {HIDDEN}
    said = ledger.model.data(ledger.model.index(HEAD, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "1.4(c)" not in str(said)
    assert ledger.summary.status.text() == HIDDEN_UNTIL
    assert ledger.summary.after.text() == HIDDEN
    assert ledger.summary.why_after.isHidden()
    assert ledger.summary.decided.text() == "0 of 37 portions"


def test_a_row_is_told_in_full(ledger: LedgerTool) -> None:
    said = ledger.model.data(ledger.model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith(
        "SUBJECT, page 1, marked (U). Not yet reviewed. After: U. Telephone"
    )
