"""The participants as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt, Signal

from app.model.document import Person
from app.model.terms import Function
from app.ui.dialogs.participant import function_name
from app.ui.tables.rows_model import Index, RowsModel


class Column(IntEnum):
    """The columns, in their order."""

    KEY = 0
    NAME = 1
    FUNCTION = 2
    TURNS = 3


HEADINGS = {
    Column.KEY: "Key",
    Column.NAME: "Name",
    Column.FUNCTION: "Function",
    Column.TURNS: "Turns",
}
_KEYS = 9


class PeopleModel(RowsModel[Person, Column]):
    """Shows people; an edited cell is asked for with ``revised`` and shown when it is so."""

    revised = Signal(object)

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self._turns: Mapping[str, int] = {}

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show these. The rows stay the same rows while the same people stand in the same order."""
        same = [person.id for person in self.rows] == [person.id for person in people]
        self.replace_rows(people, same=same)

    def show_turns(self, turns: Mapping[str, int]) -> None:
        """How many turns each has, by ``Person.id``."""
        self._turns = turns
        if self.rows:
            self.tell_changed(0, len(self.rows) - 1)

    def alignment(self, column: Column) -> Qt.AlignmentFlag:
        short = column in (Column.KEY, Column.TURNS)
        return Qt.AlignmentFlag.AlignCenter if short else super().alignment(column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() in (Column.NAME, Column.FUNCTION):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person, column = self.cell(index)
        if role == Qt.ItemDataRole.EditRole and column is Column.FUNCTION:
            return person.function
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index.row(), person, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return ", ".join(filter(None, (person.name, person.office, person.affiliation)))
        return self.alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        person = self.rows[index.row()]
        if index.column() == Column.NAME:
            self.revised.emit(replace(person, name=str(value).strip()))
        elif isinstance(value, Function):
            self.revised.emit(replace(person, function=value))
        return True

    def _text(self, row: int, person: Person, column: Column) -> str:
        if column is Column.KEY:
            return str(row + 1) if row < _KEYS else ""
        if column is Column.NAME:
            return person.name
        if column is Column.FUNCTION:
            return function_name(person.function)
        return str(self._turns.get(person.id, 0))
