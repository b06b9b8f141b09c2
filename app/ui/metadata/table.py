"""A table of the pane: whole rows are chosen, and one column takes the room that is left."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView

_ROW_PADDING = 8
Column = TypeVar("Column", bound=int)


class Table(QTableView):
    """Rows of one height. The chosen row is strong only while the table has the keyboard."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_widths(self, stretched: int, widest: dict[Column, str], padding: int) -> None:
        """Columns as wide as their widest words; ``stretched`` takes the rest."""
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for column, words in widest.items():
            advance = self.fontMetrics().horizontalAdvance(words)
            columns.resizeSection(column, advance + padding)

    def fit_rows(self, count: int) -> None:
        """As tall as so many rows."""
        header = self.horizontalHeader().sizeHint().height()
        height = count * self.verticalHeader().defaultSectionSize() + header
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        super().initViewItemOption(option)
        if not self.hasFocus():
            role, palette = QPalette.ColorRole, option.palette
            palette.setColor(role.Highlight, palette.color(role.Mid))
            palette.setColor(role.HighlightedText, palette.color(role.Text))
