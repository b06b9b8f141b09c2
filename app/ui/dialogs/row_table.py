"""Rows of words to be read, and gone to, with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

_WIDEST = 320


class RowTable(QTableWidget):
    """A table that is only read; its last column has the rest of the room.

    ``chosen`` has the row on which Enter was pressed, or that was clicked twice.
    """

    chosen = Signal(int)

    def __init__(self, title: str, headings: Sequence[str]) -> None:
        super().__init__(0, len(headings))
        self.setAccessibleName(title)
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(self.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(lambda row, _: self.chosen.emit(row))

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these; the first is current."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.setItem(number, column, cell)
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
        return [cell.text() for cell in cells if cell is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)
