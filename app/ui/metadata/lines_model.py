"""All lines outside the running text as rows of a table, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont

from app.model.document import Furniture, Page
from app.model.terms import Certainty, FurnitureKind, Place
from app.ui.tables.rows_model import Index, RowsModel

KIND_NAMES = {
    FurnitureKind.BANNER: "Banner",
    FurnitureKind.PAGE_NUMBER: "Page number",
    FurnitureKind.LETTERHEAD: "Letterhead",
    FurnitureKind.LOG_NUMBER: "Log number",
    FurnitureKind.DECLASSIFY_ON: "Declassify on",
    FurnitureKind.STAMP: "Stamp",
    FurnitureKind.OTHER: "Other",
}
PLACE_NAMES = {Place.TOP: "Top", Place.BOTTOM: "Bottom"}


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a page; ``index`` and ``piece`` are None for a page that has none."""

    page: Page
    index: int | None
    piece: Furniture | None


class Column(IntEnum):
    """The columns, in their order."""

    PAGE = 0
    PLACE = 1
    KIND = 2
    TEXT = 3


HEADINGS = {
    Column.PAGE: "Page",
    Column.PLACE: "Place",
    Column.KIND: "Kind",
    Column.TEXT: "Text",
}


class LinesModel(RowsModel[LineRow, Column]):
    """Shows the pages' lines. Of a change it touches the rows that differ, no others."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        new = tuple(row for page in pages for row in _rows_of(page))
        old = self.rows
        start = _shared(old, new, len(old), len(new), 1)
        tail = _shared(old, new, len(old) - start, len(new) - start, -1)
        changed_old, changed_new = len(old) - start - tail, len(new) - start - tail
        both = min(changed_old, changed_new)
        if changed_old > both:
            self.beginRemoveRows(QModelIndex(), start + both, start + changed_old - 1)
            self.rows = new
            self.endRemoveRows()
        elif changed_new > both:
            self.beginInsertRows(QModelIndex(), start + both, start + changed_new - 1)
            self.rows = new
            self.endInsertRows()
        self.rows = new
        if both:
            self.tell_changed(start, start + both - 1)

    def row_of(self, page: str, index: int | None) -> int | None:
        """The row of a line, None where it is gone."""
        for at, row in enumerate(self.rows):
            if row.page.id == page and row.index == index:
                return at
        return None

    def alignment(self, column: Column) -> Qt.AlignmentFlag:
        short = column is Column.PAGE
        return Qt.AlignmentFlag.AlignCenter if short else super().alignment(column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(row, column)
        if role == Qt.ItemDataRole.FontRole and column is Column.TEXT:
            font = QFont()
            font.setStrikeOut(row.piece is not None and row.piece.struck)
            return font
        return self.alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


def unconfirmed(piece: Furniture) -> bool:
    """Whether nobody has looked at what a program made of the line."""
    return piece.certainty is not Certainty.HIGH


def _rows_of(page: Page) -> list[LineRow]:
    if not page.furniture:
        return [LineRow(page, None, None)]
    return [LineRow(page, index, piece) for index, piece in enumerate(page.furniture)]


def _shared(
    old: tuple[LineRow, ...],
    new: tuple[LineRow, ...],
    old_length: int,
    new_length: int,
    step: int,
) -> int:
    """How many rows both begin (step 1) or end (step -1) with."""
    count, most = 0, min(old_length, new_length)
    while count < most:
        place = count if step > 0 else -1 - count
        one, other = old[place], new[place]
        if one.piece is not other.piece or one.index != other.index or one.page.id != other.page.id:
            break
        count += 1
    return count


def _text(row: LineRow, column: Column) -> str:
    if column is Column.PAGE:
        return str(row.page.number)
    if row.piece is None:
        return "No lines" if column is Column.TEXT else ""
    if column is Column.PLACE:
        return PLACE_NAMES[row.piece.place]
    if column is Column.KIND:
        return KIND_NAMES[row.piece.kind]
    doubt = "? " if unconfirmed(row.piece) else ""
    return doubt + " / ".join(row.piece.text.text.split("\n"))


def _words(row: LineRow, column: Column) -> str:
    """The cell for a screen reader and on hover, with what the font only shows."""
    text = _text(row, column).removeprefix("? ")
    if row.piece is None or column is not Column.TEXT:
        return text
    signs = (
        f"level {row.piece.level.value}" if row.piece.level is not None else "",
        "struck through" if row.piece.struck else "",
        "not confirmed" if unconfirmed(row.piece) else "",
    )
    return "; ".join(filter(None, (text, *signs)))
