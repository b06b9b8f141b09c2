"""The participants as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.model.document import Person
from app.model.terms import Function
from app.ui.dialogs.participant import function_name

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in their order."""

    KEY = 0
    NAME = 1
    FUNCTION = 2
    TURNS = 3


_HEADINGS = {Column.KEY: "Key", Column.NAME: "Name", Column.FUNCTION: "Function"}
_KEYS = 9


class PeopleModel(QAbstractTableModel):
    """Shows people; an edited cell is asked for with ``revised`` and shown when it is so."""

    revised = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Person, ...] = ()
        self._turns: Mapping[str, int] = {}

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show these. The rows stay the same rows while the same people stand in the same order."""
        same = [person.id for person in self.people] == [person.id for person in people]
        if not same:
            self.beginResetModel()
        self.people = people
        if not same:
            self.endResetModel()
        elif people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, Column.TURNS))

    def show_turns(self, turns: Mapping[str, int]) -> None:
        """How many turns each has, by ``Person.id``."""
        self._turns = turns
        if self.people:
            last = self.index(len(self.people) - 1, Column.TURNS)
            self.dataChanged.emit(self.index(0, Column.TURNS), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS.get(Column(section), "Turns")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() in (Column.NAME, Column.FUNCTION):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person, column = self.people[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.EditRole and column is Column.FUNCTION:
            return person.function
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index.row(), person, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return ", ".join(filter(None, (person.name, person.office, person.affiliation)))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (Column.KEY, Column.TURNS):
            return Qt.AlignmentFlag.AlignCenter
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        person = self.people[index.row()]
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
