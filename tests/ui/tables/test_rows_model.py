from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.ui.tables.rows_model import LEFT, Index, RowsModel


class Column(IntEnum):
    NUMBER = 0
    WORDS = 1


CENTRE = Qt.AlignmentFlag.AlignCenter


class WordsModel(RowsModel[str, Column]):
    """Words with their number."""

    def __init__(self) -> None:
        super().__init__({Column.NUMBER: "No.", Column.WORDS: "Words"})

    def alignment(self, column: Column) -> Qt.AlignmentFlag:
        return CENTRE if column is Column.NUMBER else super().alignment(column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words, column = self.cell(index)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return words if column is Column.WORDS else str(index.row() + 1)


def shown(model: WordsModel) -> list[tuple[str, str]]:
    rows = range(model.rowCount())
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in rows]


def test_it_is_a_model_as_qt_wants_it(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    model = WordsModel()
    model.replace_rows(("one", "two"))
    qtmodeltester.check(model)
    assert shown(model) == [("1", "one"), ("2", "two")]


def test_a_cell_has_nothing_below_it(qapp: QApplication) -> None:
    model = WordsModel()
    model.replace_rows(("one",))
    cell = model.index(0, 0)
    for parent in (cell, QPersistentModelIndex(cell)):
        assert (model.rowCount(parent), model.columnCount(parent)) == (0, 0)
    assert (model.rowCount(QModelIndex()), model.columnCount(QModelIndex())) == (1, 2)


def test_headings_stand_as_the_words_below_them(qapp: QApplication) -> None:
    model, across = WordsModel(), Qt.Orientation.Horizontal
    assert [model.headerData(column, across) for column in Column] == ["No.", "Words"]
    side = Qt.ItemDataRole.TextAlignmentRole
    assert [model.headerData(column, across, side) for column in Column] == [CENTRE, LEFT]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None


def test_others_reset_the_model_and_the_same_do_not(qtbot: QtBot) -> None:
    model = WordsModel()
    with qtbot.waitSignal(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.replace_rows(("one", "two"))
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged) as changed,
    ):
        model.replace_rows(("One", "two"), same=True)
    first, last, _ = changed.args
    assert (first.row(), first.column(), last.row(), last.column()) == (0, 0, 1, 1)
    assert shown(model) == [("1", "One"), ("2", "two")]


def test_no_rows_are_the_same_as_none(qtbot: QtBot) -> None:
    model = WordsModel()
    with qtbot.assertNotEmitted(model.dataChanged):
        model.replace_rows((), same=True)
