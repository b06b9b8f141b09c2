"""The findings as rows of a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from app.checks.finding import Finding, InParagraph
from app.checks.places import described
from app.model.document import Document
from app.ui.findings.severity import WORDS, sign
from app.ui.tables.rows_model import Index, RowsModel
from app.ui.theme import LIGHT, Theme


class Column(IntEnum):
    """The columns, in their order."""

    SEVERITY = 0
    WHAT = 1
    WHERE = 2
    RULE = 3


HEADINGS = {
    Column.SEVERITY: "Severity",
    Column.WHAT: "What",
    Column.WHERE: "Where",
    Column.RULE: "Kind",
}


class FindingsModel(RowsModel[Finding, Column]):
    """Shows ``rows``, findings of one document. Words are made for the rows in view only."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self._document: Document | None = None
        self._theme = LIGHT

    def show_rows(self, document: Document | None, rows: tuple[Finding, ...]) -> bool:
        """Show these instead; False where they read as those before, and nothing is drawn."""
        if len(rows) == len(self.rows) and all(map(_reads_alike, rows, self.rows)):
            self._document, self.rows = document, rows
            return False
        self._document = document
        self.replace_rows(rows)
        return True

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def where(self, row: int) -> str:
        """Where the finding is, as a sentence begins."""
        if self._document is None:
            return ""
        place = described(self._document, self.rows[row].where)
        return place[0].upper() + place[1:]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.SEVERITY:
            return sign(self.rows[row].rule.severity, self._theme)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._text(row, one) for one in Column)
        return None

    def _text(self, row: int, column: Column) -> str:
        finding = self.rows[row]
        match column:
            case Column.SEVERITY:
                word = WORDS[finding.rule.severity]
                return f"{word}, dismissed" if finding.dismissed else word
            case Column.WHAT:
                return finding.message
            case Column.WHERE:
                return self.where(row)
            case Column.RULE:
                return finding.rule.title


def _reads_alike(one: Finding, other: Finding) -> bool:
    """Whether the rows of both read the same: only their places within a paragraph differ."""
    if one is other:
        return True
    mine, yours = one.where, other.where
    same_place = mine == yours
    if isinstance(mine, InParagraph) and isinstance(yours, InParagraph):
        same_place = (mine.at, mine.paragraph) == (yours.at, yours.paragraph)
    return same_place and (one.key, one.message, one.dismissed) == (
        other.key,
        other.message,
        other.dismissed,
    )
