from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.tables.look import fit_columns, fit_rows, show_as_rows
from app.ui.tables.row_table import RowTable
from app.ui.theme import LIGHT, palette_of

ROWS = (("One", "First words"), ("Two", "Other words"), ("Three", "More words"))


class Shown(QWidget):
    """A table above a field; the table has the keyboard."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self.table, self.field = table, QLineEdit()
        self.resize(480, 320)
        self.setPalette(palette_of(LIGHT))
        column = QVBoxLayout(self)
        column.addWidget(table)
        column.addWidget(self.field)


def view() -> QTableView:
    model = QStandardItemModel()
    for row in ROWS:
        model.appendRow([QStandardItem(words) for words in row])
    made = QTableView()
    model.setParent(made)
    made.setModel(model)
    show_as_rows(made, "Words")
    return made


def widget() -> QTableView:
    made = RowTable("Words", ("Number", "Words"))
    made.fill(ROWS)
    return made


@pytest.fixture(params=[view, widget])
def shown(qtbot: QtBot, request: pytest.FixtureRequest) -> Shown:
    make: Callable[[], QTableView] = request.param
    made = Shown(make())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.table.setFocus()
    made.table.selectRow(0)
    return made


def colours(table: QTableView, row: int) -> set[str]:
    """Of the pixels across the row."""
    image = table.viewport().grab().toImage()
    y = table.rowViewportPosition(row) + table.rowHeight(row) // 2
    return {image.pixelColor(x, y).name() for x in range(image.width())}


def test_the_chosen_row_is_strong_only_with_the_keyboard(shown: Shown) -> None:
    assert LIGHT.accent in colours(shown.table, 0)
    shown.field.setFocus()
    assert LIGHT.accent not in colours(shown.table, 0)
    assert LIGHT.rule in colours(shown.table, 0)
    shown.table.setFocus()
    assert LIGHT.accent in colours(shown.table, 0)


def test_words_that_are_greyed_stay_so_in_a_quiet_row(qtbot: QtBot) -> None:
    table = view()
    made = Shown(table)
    qtbot.addWidget(made)
    for column in range(2):
        index = table.model().index(0, column)
        grey = made.palette().color(QPalette.ColorRole.Mid)
        table.model().setData(index, grey, Qt.ItemDataRole.ForegroundRole)
    with qtbot.waitActive(made):
        made.show()
    table.selectRow(0)
    made.field.setFocus()
    assert colours(table, 0) == {LIGHT.rule, LIGHT.base}


def test_a_row_is_chosen_as_a_whole_and_one_at_a_time(shown: Shown) -> None:
    QTest.keyClick(shown.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [index.row() for index in shown.table.selectionModel().selectedRows()] == [1]
    assert shown.table.accessibleName() == "Words"


def test_nothing_is_edited(shown: Shown) -> None:
    QTest.keyClick(shown.table, Qt.Key.Key_F2)
    QTest.keyClicks(shown.table, "x")
    assert shown.table.viewport().findChildren(QLineEdit) == []


def test_tab_leads_out(shown: Shown) -> None:
    QTest.keyClick(shown.table, Qt.Key.Key_Tab)
    assert shown.field.hasFocus()


def test_columns_are_as_wide_as_their_widest_words(shown: Shown) -> None:
    fit_columns(shown.table, 1, {0: "Thirteen"}, padding=20)
    advance = shown.table.fontMetrics().horizontalAdvance("Thirteen")
    assert shown.table.columnWidth(0) == advance + 20
    assert shown.table.columnWidth(1) == shown.table.viewport().width() - advance - 20
    fit_columns(shown.table, 0, {1: "Eight"}, padding=20)
    header = shown.table.horizontalHeader()
    assert header.sectionResizeMode(1) is QHeaderView.ResizeMode.Interactive
    assert shown.table.columnWidth(1) == shown.table.fontMetrics().horizontalAdvance("Eight") + 20


def test_so_many_rows_fit(shown: Shown) -> None:
    for count, hidden in ((3, False), (2, True)):
        fit_rows(shown.table, count)
        QTest.qWait(0)
        bottom = shown.table.rowViewportPosition(2) + shown.table.rowHeight(2)
        assert (bottom > shown.table.viewport().height()) is hidden


@pytest.mark.parametrize("make", [view, widget])
def test_the_row_that_the_keyboard_comes_to_is_chosen(
    qtbot: QtBot, make: Callable[[], QTableView]
) -> None:
    shown = Shown(make())
    qtbot.addWidget(shown)
    shown.table.clearSelection()
    shown.field.setFocus()
    with qtbot.waitActive(shown):
        shown.show()
    assert not shown.table.selectionModel().hasSelection()
    QTest.keyClick(shown.field, Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: shown.table.selectionModel().isRowSelected(0))


def test_a_row_that_is_chosen_stays_so_when_the_keyboard_comes(qtbot: QtBot, shown: Shown) -> None:
    shown.table.selectRow(2)
    shown.field.setFocus()
    QTest.keyClick(shown.field, Qt.Key.Key_Backtab)
    qtbot.wait(10)
    assert [index.row() for index in shown.table.selectionModel().selectedRows()] == [2]
