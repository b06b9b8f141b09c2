"""Rows of one kind as the model of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
Column = TypeVar("Column", bound=int)

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[Row, Column]):
    """``rows`` under ``headings``, which have the columns in their order, from 0.

    What a cell says is for the subclass, in ``data``.
    """

    def __init__(self, headings: Mapping[Column, str]) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.headings = dict(headings)

    def cell(self, index: Index) -> tuple[Row, Column]:
        """The row and the column of a cell."""
        return self.rows[index.row()], list(self.headings)[index.column()]

    def alignment(self, column: Column) -> Qt.AlignmentFlag:
        """Where the words of the heading stand, and those below it."""
        return LEFT

    def replace_rows(self, rows: tuple[Row, ...], *, same: bool = False) -> None:
        """Show these. ``same``: the rows stay those they were, and so what is chosen, but may say
        something else.
        """
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.tell_changed(0, len(rows) - 1)

    def tell_changed(self, first: int, last: int) -> None:
        """The rows from ``first`` to ``last`` may say something else."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.headings) - 1))

    # -- as Qt asks -------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = list(self.headings)[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[column]
        return self.alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None
