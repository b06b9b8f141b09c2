"""The table of the ledger: fixed rows, and letters that decide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from app.model.terms import Disposition
from app.ui.tools.ledger.rows import Column, LedgerRows
from app.ui.tools.ledger.wording import HIDDEN, NOT_REVIEWED

LETTERS: dict[Qt.Key, Disposition | None] = {
    Qt.Key.Key_F: Disposition.RELEASE,
    Qt.Key.Key_P: Disposition.IN_PART,
    Qt.Key.Key_D: Disposition.DENY,
    Qt.Key.Key_R: Disposition.REFER,
    Qt.Key.Key_U: None,
}
_ROW_PADDING = 8
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

    def __init__(self, rows: LedgerRows) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName("Ledger")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(96)
        header, columns = self.verticalHeader(), self.horizontalHeader()
        header.hide()
        # Rows and columns that are measured take seconds where there are thousands.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(24)
        columns.setSectionResizeMode(Column.PORTION, QHeaderView.ResizeMode.Stretch)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
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

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """The chosen row is strong only while the table has the keyboard."""
        super().initViewItemOption(option)
        if not self.hasFocus():
            option.state &= ~QStyle.StateFlag.State_Active
