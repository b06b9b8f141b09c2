"""The table of the ledger: fixed rows, and letters that decide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from app.model.terms import Disposition
from app.ui.tables.look import show_as_rows
from app.ui.tools.ledger.rows import Column, LedgerModel
from app.ui.tools.ledger.wording import HIDDEN, NOT_REVIEWED

LETTERS: dict[Qt.Key, Disposition | None] = {
    Qt.Key.Key_F: Disposition.RELEASE,
    Qt.Key.Key_P: Disposition.IN_PART,
    Qt.Key.Key_D: Disposition.DENY,
    Qt.Key.Key_R: Disposition.REFER,
    Qt.Key.Key_U: None,
}
_COLUMN_PADDING = 16
_WIDEST = {
    Column.PAGE: "Page",
    Column.MARK: "(TS//NF)",
    Column.DECISION: NOT_REVIEWED,
    Column.AFTER: HIDDEN,
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerTable(QTableView):
    """F, P, D, R and U decide on the chosen rows, N and B go to the next undecided one and back,
    Enter goes to the text.
    """

    decided = Signal(object)
    step_requested = Signal(int)
    text_requested = Signal()

    def __init__(self, model: LedgerModel) -> None:
        super().__init__()
        self.setModel(model)
        show_as_rows(self, "Ledger")
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setMinimumHeight(96)
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(24)
        columns.setSectionResizeMode(Column.PORTION, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _: self.text_requested.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns as wide as their words; decisions, which can be long, by their share too."""
        super().resizeEvent(event)
        bold = self.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        for column, words in _WIDEST.items():
            width = metrics.horizontalAdvance(words) + _COLUMN_PADDING
            if column is Column.DECISION:
                width = max(width, self.viewport().width() // 4)
            self.horizontalHeader().resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), event.modifiers() in _PLAIN
        if plain and key in LETTERS:
            self.decided.emit(LETTERS[key])
        elif plain and key in (Qt.Key.Key_N, Qt.Key.Key_B):
            self.step_requested.emit(1 if key == Qt.Key.Key_N else -1)
        elif key in _RETURN:
            self.text_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters decide; one that does not must not move the rows that the next one is for."""
