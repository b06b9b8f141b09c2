"""The portions as rows of a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from app.model.document import Document
from app.model.ledger import Entry, entries, entries_after, name_of
from app.model.standpoint import Standpoint
from app.ui.tables.rows_model import Index, RowsModel
from app.ui.tools.ledger.wording import HIDDEN, NOT_REVIEWED, decision, first_words


class Column(IntEnum):
    """The columns, in their order."""

    PAGE = 0
    PORTION = 1
    MARK = 2
    DECISION = 3
    AFTER = 4


HEADINGS = {
    Column.PAGE: "Page",
    Column.PORTION: "Portion",
    Column.MARK: "Mark",
    Column.DECISION: "Decision",
    Column.AFTER: "After",
}
NO_MARK = "—"


class LedgerModel(RowsModel[Entry, Column]):
    """``entries`` of a document as somebody sees it. Words are made for the rows in view only."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self.here = Standpoint()
        self._document: Document | None = None
        self._places: dict[str, int] = {}

    def forget(self) -> None:
        """The next document has nothing to do with this one."""
        self._document = None

    def show(self, document: Document, here: Standpoint) -> bool:
        """Show these portions; False where they are those shown before, decided otherwise maybe."""
        if document is self._document and here == self.here:
            return False
        before = self._document
        if before is None:
            held = tuple(entries(document))
        else:
            held = entries_after(self.rows, before, document)
        keys = [entry.portion.key for entry in held]
        others = keys != list(self._places)
        self.here, self._document = here, document
        self._places = {key: row for row, key in enumerate(keys)}
        self.replace_rows(held, same=not others)
        return others

    def row_of(self, key: str) -> int | None:
        """The row of the portion of this name."""
        return self._places.get(key)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry, column = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(entry, column)
            case Qt.ItemDataRole.ToolTipRole if column in (Column.PORTION, Column.DECISION):
                return self._text(entry, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(entry)
            case Qt.ItemDataRole.FontRole if column is Column.DECISION:
                font = QFont()
                font.setBold(self._text(entry, column).startswith(NOT_REVIEWED))
                return font
        return None

    def _text(self, entry: Entry, column: Column) -> str:
        document, held = self._document, entry.portion
        assert document is not None
        match column:
            case Column.PAGE:
                return str(entry.page)
            case Column.PORTION:
                name = str(held.at + 1) if held.at is not None else name_of(document, held)
                return f"{name}  {first_words(document, held)}"
            case Column.MARK:
                return (held.mark.text if held.mark is not None else "") or NO_MARK
            case Column.DECISION:
                return decision(document, self.here, held)
            case Column.AFTER if self.here.blind:
                return HIDDEN
        return NO_MARK if entry.after is None else entry.after.name

    def _sentence(self, entry: Entry) -> str:
        """A row in one, for a screen reader."""
        assert self._document is not None
        mark, decided, after = (
            self._text(entry, column) for column in (Column.MARK, Column.DECISION, Column.AFTER)
        )
        name, words = (
            name_of(self._document, entry.portion),
            first_words(self._document, entry.portion),
        )
        marked = "no mark" if mark == NO_MARK else f"marked {mark}"
        remains = "no mark" if after == NO_MARK else after
        return f"{name}, page {entry.page}, {marked}. {decided}. After: {remains}. {words}"
