from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.ui.tables.row_table import RowTable, cell

ROWS = (("Page 1", "a mark"), ("Page 2", "a decision"), ("Page 12", "a Mark of its own"))


class Reader(QDialog):
    """A table above a button that Enter presses."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RowTable("Missing", ("Place", "What"))
        self.table.fill(ROWS)
        button = QPushButton("Close")
        button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(button)
        self.table.setFocus()


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(table: RowTable) -> list[int]:
    return [row for row in range(table.rowCount()) if not table.isRowHidden(row)]


def test_words_are_read_in_full_on_hover(reader: Reader) -> None:
    item = reader.table.item(1, 1)
    assert item is not None
    assert (item.text(), item.toolTip()) == ("a decision", "a decision")
    assert cell("Words").toolTip() == "Words"
    assert reader.table.current == 0


def test_typing_narrows_to_the_rows_with_all_words(reader: Reader) -> None:
    reader.table.narrow("MARK page")
    assert shown(reader.table) == [0, 2]
    reader.table.narrow("own")
    assert shown(reader.table) == [2]
    assert reader.table.current == 2
    reader.table.narrow("")
    assert shown(reader.table) == [0, 1, 2]


def test_no_row_is_current_where_none_is_shown(reader: Reader) -> None:
    reader.table.narrow("nobody")
    assert shown(reader.table) == []
    assert reader.table.current is None


def test_steps_leave_hidden_rows_out(reader: Reader) -> None:
    reader.table.narrow("mark")
    for by, wanted in ((1, 2), (1, 2), (-1, 0), (-1, 0)):
        reader.table.step(by)
        assert reader.table.current == wanted


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_chooses_for_whoever_listens(qtbot: QtBot, reader: Reader, key: Qt.Key) -> None:
    chosen: list[int] = []
    reader.table.chosen.connect(chosen.append)
    QTest.keyClick(reader.table, Qt.Key.Key_Down)
    QTest.keyClick(reader.table, key)
    assert chosen == [1]
    assert reader.isVisible()


def test_enter_is_the_dialogs_where_nobody_listens(reader: Reader) -> None:
    QTest.keyClick(reader.table, Qt.Key.Key_Return)
    assert not reader.isVisible()


def test_two_clicks_choose(qtbot: QtBot, reader: Reader) -> None:
    place = reader.table.visualRect(reader.table.model().index(2, 0)).center()
    QTest.mouseClick(reader.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(reader.table.chosen) as told:
        QTest.mouseDClick(reader.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [2]
