"""The table of findings: fixed rows, and keys that act on the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from app.ui.findings.model import Column, FindingsModel
from app.ui.tables.look import show_as_rows

_COLUMN_PADDING = 32
_WIDEST = {
    Column.SEVERITY: "Warning, dismissed",
    Column.WHERE: "Page 1,000, paragraph 1,000",
    Column.RULE: "Standard time in summer time",
}
_SHARE = 0.2
"""Of the table that each of these may take."""
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsTable(QTableView):
    """Enter fixes, a digit takes that fix, Shift+Enter fixes all alike, Delete dismisses or
    restores, Escape leaves for the text.
    """

    fix_requested = Signal(int)
    all_requested = Signal()
    dismiss_requested = Signal()
    left = Signal()

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self.setModel(model)
        show_as_rows(self, "Findings")
        self.horizontalHeader().setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns as wide as their words, but no more than leaves room for what was found."""
        super().resizeEvent(event)
        most = int(self.viewport().width() * _SHARE)
        for column, words in _WIDEST.items():
            advance = self.fontMetrics().horizontalAdvance(words) + _COLUMN_PADDING
            self.horizontalHeader().resizeSection(column, min(advance, most))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _RETURN and shift:
            self.all_requested.emit()
        elif key in _RETURN:
            self.fix_requested.emit(0)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.fix_requested.emit(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Delete:
            self.dismiss_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
