"""Rows of words to be read, and gone to, with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMetaMethod, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.tables.look import show_as_rows

_WIDEST = 320


class RowTable(QTableWidget):
    """A table that is only read; its last column has the rest of the room.

    ``chosen`` has the row on which Enter was pressed, or that was clicked twice. Where nobody
    listens to it, Enter is the dialog's.
    """

    chosen = Signal(int)

    def __init__(self, title: str, headings: Sequence[str]) -> None:
        super().__init__(0, len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        show_as_rows(self, title)
        last, header = len(headings) - 1, self.horizontalHeader()
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(lambda row, _: self.chosen.emit(row))

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these; the first is current."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                self.setItem(number, column, cell(words))
        self._size_columns()
        if rows:
            self.setCurrentCell(0, 0)

    def _size_columns(self) -> None:
        self.resizeColumnsToContents()
        for column in range(self.columnCount() - 1):
            self.setColumnWidth(column, min(_WIDEST, self.columnWidth(column) + 12))

    def narrow(self, typed: str) -> None:
        """Show the rows that have all of the typed words; the first of them is current."""
        sought = typed.casefold().split()
        shown = []
        for row in range(self.rowCount()):
            words = " ".join(self._words(row)).casefold()
            fits = all(word in words for word in sought)
            self.setRowHidden(row, not fits)
            shown += [row] if fits else []
        if shown and self.currentRow() not in shown:
            self.setCurrentCell(shown[0], 0)

    @property
    def current(self) -> int | None:
        """The current row, None where no row is shown."""
        row = self.currentRow()
        return row if row >= 0 and not self.isRowHidden(row) else None

    def step(self, by: int) -> None:
        """To the next row that is shown, or the one before."""
        shown = [row for row in range(self.rowCount()) if not self.isRowHidden(row)]
        if self.currentRow() in shown:
            at = shown.index(self.currentRow()) + by
            self.setCurrentCell(shown[max(0, min(at, len(shown) - 1))], 0)

    def _words(self, row: int) -> list[str]:
        cells = (self.item(row, column) for column in range(self.columnCount()))
        return [one.text() for one in cells if one is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self.isSignalConnected(QMetaMethod.fromSignal(self.chosen))
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and wanted and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)


def cell(words: str) -> QTableWidgetItem:
    """The words, which can be read in full where they are cut off."""
    made = QTableWidgetItem(words)
    made.setToolTip(words)
    return made
