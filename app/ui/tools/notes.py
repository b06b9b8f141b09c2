"""All notes of the document, and the thread of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
)

from app.model.document import Document
from app.model.edits import AnswerNote, RemoveNote, ResolveNote
from app.model.noting import note_at, notes
from app.model.queries import page_at
from app.model.sanitise import sanitised
from app.model.spans import Note
from app.model.terms import NoteKind
from app.ui.commands.desk import Desk
from app.ui.dialogs.note import KINDS
from app.ui.labels import NamedLabel
from app.ui.tables.look import fit_columns, show_as_rows
from app.ui.tables.row_table import cell
from app.ui.tools.tool import Tool
from app.ui.transcript.wording import of_act

_COLUMNS = ("Page", "Kind", "State", "Note")
_PAGE, _KIND, _STATE, _NOTE = range(len(_COLUMNS))
SHORT_KINDS = {
    NoteKind.EDITORIAL: "Editorial",
    NoteKind.QUESTION: "Question",
    NoteKind.SOURCE: "Source",
}
EMPTY = "No notes yet. Select words and add one with Ctrl+N."
FILTERED = "No note is of this kind and state."
_EXCERPT = 80


class NotesTool(Tool):
    """Enter in the list goes to the words of a note; the field below it answers."""

    name = "notes"
    title = "Notes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: list[tuple[int, Note]] = []
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kinds of notes to show")
        self.kind.addItem("All kinds", None)
        for kind, text in KINDS.items():
            self.kind.addItem(text, kind)
        self.open_only = QCheckBox("Open only")
        self.count = NamedLabel("Notes shown")
        self.list = _table()
        self.messages = NamedLabel("Thread of the note")
        self.messages.setWordWrap(True)
        self.messages.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer = QPlainTextEdit()
        self.answer.setAccessibleName("Answer")
        self.answer.setPlaceholderText("Answer")
        self.answer.setTabChangesFocus(True)
        self.answer.setFixedHeight(self.fontMetrics().height() * 3 + 16)
        self.answer_button = QPushButton("Answer")
        self.resolve_button = QPushButton("Resolve")
        self.remove_button = QPushButton("Remove")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.kind)
        head.addWidget(self.open_only)
        head.addStretch()
        head.addWidget(self.count)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.answer_button, self.resolve_button, self.remove_button):
            foot.addWidget(button)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.messages)
        column.addWidget(self.answer)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._refresh_if_seen)
        self.open_only.toggled.connect(self._refresh_if_seen)
        self.list.itemSelectionChanged.connect(self._show_thread)
        self.list.itemActivated.connect(lambda _: self._go())
        self.list.itemClicked.connect(lambda _: self._go())
        self.answer.textChanged.connect(self._enable)
        self.answer_button.clicked.connect(self._answer)
        self.resolve_button.clicked.connect(self._resolve)
        self.remove_button.clicked.connect(self._remove)

    # -- what is shown ----------------------------------------------------------------------------

    def begin(self) -> None:
        """The note at the caret is chosen."""
        self.refresh()
        here = note_at(self.desk.document, *self.desk.caret)
        if here is not None:
            self._choose(here.id)
        self.list.setFocus()

    def forget(self) -> None:
        self.answer.clear()

    def refresh(self) -> None:
        document, chosen = self.desk.document, self._chosen()
        everything = list(notes(document))
        rows = [pair for pair in everything if self._is_shown(pair[1])]
        self.count.setText(f"{len(rows):,} of {len(everything):,}")
        if rows != self._rows or not self.list.rowCount():
            self._rows = rows
            self._fill(document, FILTERED if everything else EMPTY)
            if chosen is not None:
                self._choose(chosen.id)
        self._show_thread()

    def _is_shown(self, note: Note) -> bool:
        kind = self.kind.currentData()
        return kind in (None, note.kind) and not (
            self.open_only.isChecked() and note.resolved is not None
        )

    def _fill(self, document: Document, otherwise: str) -> None:
        self.list.blockSignals(True)
        self.list.clearSelection()
        self.list.clearSpans()
        self.list.setRowCount(len(self._rows) or 1)
        if not self._rows:
            said = cell(otherwise)
            said.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.setItem(0, 0, said)
            self.list.setSpan(0, 0, 1, len(_COLUMNS))
        for row, (at, note) in enumerate(self._rows):
            cells = (
                str(page_at(document, at, note.start).number),
                SHORT_KINDS[note.kind],
                "Resolved" if note.resolved is not None else "Open",
                note.messages[0].text.replace("\n", " ")[:_EXCERPT] if note.messages else "",
            )
            for column, text in enumerate(cells):
                self.list.setItem(row, column, cell(text))
        self.list.blockSignals(False)

    def _show_thread(self) -> None:
        note = self._chosen()
        self.messages.setVisible(note is not None)
        if note is not None:
            self.messages.setText(self._in_words(note))
        self._enable()

    def _in_words(self, note: Note) -> str:
        document = self.desk.document
        at = next(at for at, held in self._rows if held.id == note.id)
        words = document.paragraphs[at].text[note.start : note.end]
        parts = [f"On “{words}”"] if words else []
        parts += [f"{of_act(document, one.act)}:\n{one.text}" for one in note.messages]
        if note.resolved is not None:
            parts.append(f"Resolved by {of_act(document, note.resolved)}")
        return "\n\n".join(parts)

    def _enable(self) -> None:
        note = self._chosen()
        self.answer.setEnabled(note is not None)
        self.answer_button.setEnabled(note is not None and bool(self.answer.toPlainText().strip()))
        self.resolve_button.setEnabled(note is not None)
        self.remove_button.setEnabled(note is not None)
        settled = note is not None and note.resolved is not None
        self.resolve_button.setText("Open Again" if settled else "Resolve")

    # -- what is done -----------------------------------------------------------------------------

    def _chosen(self) -> Note | None:
        row = self.list.currentRow()
        chosen = bool(self.list.selectedItems()) and 0 <= row < len(self._rows)
        return self._rows[row][1] if chosen else None

    def _choose(self, identifier: str) -> None:
        for row, (_, note) in enumerate(self._rows):
            if note.id == identifier:
                self.list.selectRow(row)

    def _go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._rows):
            at, note = self._rows[row]
            self.desk.pane.place_caret(at, note.start, select_to=(at, note.end))

    def _answer(self) -> None:
        note = self._chosen()
        if note is not None and self.desk.apply(
            AnswerNote(note.id, sanitised(self.answer.toPlainText()))
        ):
            self.answer.clear()
            self.refresh()

    def _resolve(self) -> None:
        note = self._chosen()
        if note is not None:
            self.desk.apply(ResolveNote(note.id, note.resolved is None))
            self.refresh()

    def _remove(self) -> None:
        note = self._chosen()
        if note is not None:
            self.desk.apply(RemoveNote(note.id))
            self.refresh()


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setHorizontalHeaderLabels(_COLUMNS)
    show_as_rows(table, "Notes")
    widest = {_PAGE: "Page", _KIND: "Editorial", _STATE: "Resolved"}
    fit_columns(table, _NOTE, widest, padding=24)
    return table
