"""The participants: a table, the rest of the chosen one below it, and what can be done to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QTableView, QWidget

from app.model.document import Document, Person
from app.model.edits import Edit, MovePerson, RemovePerson, RevisePerson
from app.model.printed import entries_about
from app.ui.dialogs.participant import describe_participant, labels_in
from app.ui.metadata.function_delegate import FunctionDelegate
from app.ui.metadata.heading_text import HeadingText
from app.ui.metadata.merging import choose_merge
from app.ui.metadata.people_model import Column, PeopleModel
from app.ui.metadata.portions import turns
from app.ui.metadata.rows import Apply, Field, Note, add_row, form
from app.ui.metadata.section import Section
from app.ui.tables.look import fit_columns, fit_rows, show_as_rows

_MOST_ROWS = 8


class ParticipantsSection(Section):
    """Adds, describes, orders, merges and removes participants."""

    def __init__(self, apply: Apply) -> None:
        super().__init__("Participants")
        self._apply = apply
        self._document: Document | None = None
        self.model = PeopleModel()
        self.model.revised.connect(self._revise)
        self.table = self._make_table()
        self.empty = Note()
        self.office, self.affiliation, self.labels = (
            Field("Office of the participant"),
            Field("Affiliation of the participant"),
            Field("Speaker labels of the participant, with commas between"),
        )
        self.details = QWidget()
        rows = form()
        self.details.setLayout(rows)
        for caption, field in (
            ("Office", self.office),
            ("Affiliation", self.affiliation),
            ("Labels", self.labels),
        ):
            add_row(rows, caption, field, field.entry)
            field.committed.connect(self._keep_details)
        self.printed: HeadingText | None = None
        self.content.addWidget(self.table)
        self.content.addWidget(self.empty)
        self.content.addLayout(self._make_buttons())
        self.content.addWidget(self.details)

    def concerns(self, before: Document, after: Document) -> bool:
        return before.people is not after.people or before.heading is not after.heading

    def show_document(self, document: Document) -> None:
        chosen, first = self._chosen_ids(), self._document is None
        self._document = document
        self.model.show_people(document.people)
        self._choose(chosen)
        if first:
            self.show_turns(document)
        self.empty.show_text("" if document.people else "Nobody is listed yet. Add a participant.")
        self._fit_table()
        self._show_details()
        self._show_printed(document)

    def show_turns(self, document: Document) -> None:
        """Count the turns anew."""
        self.model.show_turns(turns(document))

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        show_as_rows(table, "Participants")
        table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        table.setItemDelegateForColumn(Column.FUNCTION, FunctionDelegate(table))
        table.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked | QTableView.EditTrigger.EditKeyPressed
        )
        widest = {Column.KEY: "Key", Column.FUNCTION: "Interpreter", Column.TURNS: "Turns"}
        fit_columns(table, Column.NAME, widest, padding=20)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_details())
        self._shortcut(table, "Return", self._edit_cell)
        self._shortcut(table, "Enter", self._edit_cell)
        self._shortcut(table, "Ins", self._add)
        self._shortcut(table, "Del", self._remove)
        self._shortcut(table, "Alt+Up", lambda: self._move(-1))
        self._shortcut(table, "Alt+Down", lambda: self._move(1))
        return table

    def _shortcut(self, table: QTableView, keys: str, run: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(run)

    def _make_buttons(self) -> QGridLayout:
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(4)
        for at, (text, tip, run) in enumerate((
            ("Add…", "Add a participant (Insert)", self._add),
            ("Edit…", "Edit all of the participant", self._edit),
            ("Remove", "Remove the participant (Delete)", self._remove),
            ("Up", "Move up (Alt+Up)", lambda: self._move(-1)),
            ("Down", "Move down (Alt+Down)", lambda: self._move(1)),
            ("Merge…", "Merge the two chosen participants", self._merge),
        )):  # fmt: skip
            button = QPushButton(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip.split(" (")[0])
            button.clicked.connect(run)
            self.buttons[text.rstrip("…")] = button
            grid.addWidget(button, at // 3, at % 3)
        return grid

    # -- what is chosen ---------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[Person, ...]:
        """The participants whose rows are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[row] for row in rows)

    def _chosen_ids(self) -> set[str]:
        return {person.id for person in self.chosen}

    def _choose(self, identifiers: set[str]) -> None:
        """Select these again after the rows were replaced, or the first where they are gone."""
        if identifiers == self._chosen_ids() and identifiers:
            return
        rows = [at for at, one in enumerate(self.model.rows) if one.id in identifiers]
        flag = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        for row in rows or ([0] if self.model.rows else []):
            index = self.model.index(row, Column.NAME)
            selection.setCurrentIndex(index, flag.Select | flag.Rows)

    def _show_details(self) -> None:
        person = self.chosen[0] if len(self.chosen) == 1 else None
        self.details.setVisible(person is not None)
        for name in ("Edit", "Remove", "Up", "Down"):
            self.buttons[name].setEnabled(person is not None)
        self.buttons["Merge"].setEnabled(len(self.chosen) == 2)
        if person is not None:
            self._shown = person
            self.office.show_text(person.office)
            self.affiliation.show_text(person.affiliation)
            self.labels.show_text(", ".join(person.aliases))

    def _fit_table(self) -> None:
        fit_rows(self.table, min(max(2, len(self.model.rows)), _MOST_ROWS))

    def _show_printed(self, document: Document) -> None:
        entries = entries_about(document.heading, "participants")
        if self.printed is not None and self.printed.entry not in entries[:1]:
            self.printed.hide()
            self.printed.deleteLater()
            self.printed = None
        if self.printed is None and entries:
            self.printed = HeadingText(entries[0], self._apply)
            self.content.addWidget(self.printed)
        if self.printed is not None:
            self.printed.show_document(document)

    # -- what can be done -------------------------------------------------------------------------

    def _revise(self, person: Person) -> None:
        self._apply(RevisePerson(person))

    def _keep_details(self) -> None:
        revised = replace(
            self._shown,
            office=self.office.entry.text.strip(),
            affiliation=self.affiliation.entry.text.strip(),
            aliases=labels_in(self.labels.entry.text),
        )
        self._apply(RevisePerson(revised))
        for field in (self.office, self.affiliation, self.labels):
            field.entry.restore()

    def _edit_cell(self) -> None:
        self.table.edit(self.table.currentIndex())

    def _add(self) -> None:
        if self._document is not None:
            self._ask(describe_participant(self._document, None, self))

    def _edit(self) -> None:
        if self._document is not None and len(self.chosen) == 1:
            self._ask(describe_participant(self._document, self.chosen[0].id, self))

    def _remove(self) -> None:
        if len(self.chosen) == 1:
            self._ask(RemovePerson(self.chosen[0].id))

    def _move(self, by: int) -> None:
        if len(self.chosen) != 1:
            return
        person = self.chosen[0]
        to = self.model.rows.index(person) + by
        if 0 <= to < len(self.model.rows):
            self._ask(MovePerson(person.id, to))

    def _merge(self) -> None:
        if len(self.chosen) == 2:
            self._ask(choose_merge(self.chosen[0], self.chosen[1], self))

    def _ask(self, edit: Edit | None) -> None:
        if edit is not None:
            self._apply(edit)
