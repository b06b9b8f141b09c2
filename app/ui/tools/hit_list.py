"""What was found, each in its context, with a box to tick: the preview of what would be done."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView

from app.model.document import Document
from app.model.queries import page_at
from app.model.replacing import Hit, context
from app.model.search import Match
from app.ui.tables.look import RowDelegate, show_as_rows
from app.ui.tables.rows_model import Index, RowsModel

_Words = tuple[Match, str]
"""Of a hit, whatever it would become."""
_VISIBLE_BLANKS = str.maketrans({"\xa0": "⍽"})


class Column(IntEnum):
    """The columns, in their order."""

    PAGE = 0
    BEFORE = 1
    FOUND = 2
    AFTER = 3
    NEW = 4


HEADINGS = {
    Column.PAGE: "Page",
    Column.BEFORE: "Before",
    Column.FOUND: "Found",
    Column.AFTER: "After",
    Column.NEW: "Becomes",
}


class HitsModel(RowsModel[Hit, Column]):
    """Hits of a document; all are ticked but those that were unticked.

    ``ticked``: what is ticked is something else now.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self._document: Document | None = None
        self._left_out: set[_Words] = set()

    def show_hits(self, document: Document | None, hits: tuple[Hit, ...]) -> None:
        """Show these; a hit that is the same as one that was unticked stays so."""
        self._document = document
        self._left_out &= set(map(_words, hits))
        self.replace_rows(hits)
        self.ticked.emit()

    def chosen(self) -> tuple[Hit, ...]:
        """Those that are ticked."""
        return tuple(hit for hit in self.rows if _words(hit) not in self._left_out)

    def tick_all(self, ticked: bool) -> None:
        self._left_out = set() if ticked else set(map(_words, self.rows))
        self._tell(0, len(self.rows) - 1)

    def toggle(self, row: int) -> None:
        self._left_out ^= {_words(self.rows[row])}
        self._tell(row, row)

    def _tell(self, first: int, last: int) -> None:
        if self.rows:
            self.tell_changed(first, last)
        self.ticked.emit()

    def alignment(self, column: Column) -> Qt.AlignmentFlag:
        """What stands before is next to what was found."""
        if column is Column.BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().alignment(column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.PAGE:
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        if wanted == (_words(self.rows[index.row()]) in self._left_out):
            self.toggle(index.row())
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit, column = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(hit, column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.PAGE:
                left_out = _words(hit) in self._left_out
                return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case Qt.ItemDataRole.FontRole if column in (Column.FOUND, Column.NEW):
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(hit)
        return None

    def _text(self, hit: Hit, column: Column) -> str:
        assert self._document is not None
        if column is Column.PAGE:
            return str(page_at(self._document, hit.at, hit.start).number)
        if column is Column.FOUND:
            return hit.old.translate(_VISIBLE_BLANKS)
        if column is Column.NEW:
            return hit.new
        before, after = context(self._document, hit)
        return before if column is Column.BEFORE else after

    def _sentence(self, hit: Hit) -> str:
        """A row in one, for a screen reader and on hover."""
        assert self._document is not None
        before, after = context(self._document, hit)
        ticked = "not ticked" if _words(hit) in self._left_out else "ticked"
        page = self._text(hit, Column.PAGE)
        becomes = f"; {self.headings[Column.NEW].lower()} “{hit.new}”" if hit.new else ""
        return f"Page {page}, {ticked}: {before}«{hit.old}»{after}{becomes}"


class HitList(QTableView):
    """Space ticks, Enter goes to the words and keeps the keyboard here."""

    shown = Signal(int)
    """Go to this hit."""

    def __init__(self, name: str, model: HitsModel) -> None:
        super().__init__()
        self.hits_model = model
        self.setModel(model)
        show_as_rows(self, name)
        self.setItemDelegate(_Delegate(self))
        self.setMinimumHeight(96)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(Column.PAGE, QHeaderView.ResizeMode.Fixed)
        columns.resizeSection(Column.PAGE, self.fontMetrics().horizontalAdvance("00000") + 40)
        for column in (Column.FOUND, Column.NEW):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(column, self.fontMetrics().horizontalAdvance("n" * 18))
        self.clicked.connect(lambda index: self.shown.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self.hits_model.toggle(row)
        elif row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shown.emit(row)
        else:
            super().keyPressEvent(event)


class _Delegate(RowDelegate):
    """What stands before is cut off on its left."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == Column.BEFORE:
            option.textElideMode = Qt.TextElideMode.ElideLeft


def _words(hit: Hit) -> _Words:
    return hit.match, hit.old
