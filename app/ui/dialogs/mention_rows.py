"""The mentions of a term, as rows to tick."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.consistency.mentions import Likeness, Mention
from app.model.document import Document
from app.model.edits.redactions import Stretch
from app.model.passage import Passage
from app.model.redactions import fields, passage_at, portions
from app.model.surroundings import surroundings
from app.ui.dialogs.passage_places import place_in_words
from app.ui.tables.rows_model import Index, RowsModel

_BEFORE, _AFTER = 16, 64
"""Of the context so much that the mention itself is always in view."""
_LOOK_FIRST = {
    Likeness.INITIALS: "Initials: may be another's",
    Likeness.PART: "A part of the name: may be another's",
}


class Column(IntEnum):
    """The columns, in their order."""

    PLACE = 0
    READS = 1
    CONTEXT = 2
    WHY = 3


HEADINGS = {
    Column.PLACE: "Place",
    Column.READS: "Reads",
    Column.CONTEXT: "In context",
    Column.WHY: "Why",
}


@dataclass(frozen=True, slots=True)
class MentionRow:
    """``why`` is how the mention is written, or why it can't be ticked. ``field``: it is a value,
    which is withheld as a whole.
    """

    mention: Mention
    place: str
    context: str
    why: str
    may_tick: bool
    field: bool


def mention_rows(document: Document, found: tuple[Mention, ...]) -> tuple[MentionRow, ...]:
    """A row for each, and one for a value, which is withheld as a whole; what is never released
    anyway can't be ticked.
    """
    values = dict(fields(document))
    decided = frozenset(where for portion in portions(document) for where in portion.where)
    once = {(one.where if one.where in values else at): one for at, one in enumerate(found)}
    return tuple(_row(document, one, values, decided) for one in once.values())


def _row(
    document: Document, one: Mention, values: dict[str, str], decided: frozenset[str]
) -> MentionRow:
    where, _, note = one.where.partition("#")
    field = where in values
    text = values[where] if field else (passage_at(document, where) or Passage()).text
    place = place_in_words(document, where, one.start)
    if note:
        never = "Notes are never released"
        return MentionRow(one, f"{place}, note", one.text, never, False, field)
    before, after = surroundings(text, one.start, one.end, _BEFORE, _AFTER)
    context = " ".join(f"{before}{one.text}{after}".split())
    if one.withheld:
        return MentionRow(one, place, context, "Withheld already", False, field)
    if not field and where not in decided:
        never = "Lines around the pages are never released"
        return MentionRow(one, place, context, never, False, field)
    why = _LOOK_FIRST.get(one.likeness, one.likeness.value.capitalize())
    return MentionRow(one, place, context, why, True, field)


class MentionsModel(RowsModel[MentionRow, Column]):
    """Those that are surely meant are ticked, the others for a person to look at."""

    counted = Signal()

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self._ticked: set[int] = set()

    def show_rows(self, rows: tuple[MentionRow, ...]) -> None:
        self._ticked = {
            at for at, row in enumerate(rows) if row.may_tick and row.mention.likeness.sure
        }
        self.replace_rows(rows)
        self.counted.emit()

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The words that are ticked."""
        chosen = (row.mention for row in self._chosen() if not row.field)
        return tuple((one.where, one.start, one.end) for one in chosen)

    @property
    def fields(self) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(row.mention.where for row in self._chosen() if row.field)

    def _chosen(self) -> list[MentionRow]:
        return [self.rows[at] for at in sorted(self._ticked)]

    def tick(self, at: int, on: bool) -> None:
        if self.rows[at].may_tick:
            (self._ticked.add if on else self._ticked.discard)(at)
            self.tell_changed(at, at)
            self.counted.emit()

    def is_ticked(self, at: int) -> bool:
        return at in self._ticked

    # -- as Qt asks -------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        ticks = index.column() == Column.PLACE and self.rows[index.row()].may_tick
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (row.place, row.mention.text, row.context, row.why)[column]
        if role == Qt.ItemDataRole.ForegroundRole and not row.may_tick:
            return QGuiApplication.palette().placeholderText()
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.PLACE and row.may_tick:
            on = index.row() in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick(index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        return False
