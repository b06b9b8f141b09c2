"""Who saved the file, when, and what they did; and whether anybody meddled with that record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tables.row_table import RowTable

_COLUMNS = ("When", "Who", "What Was Done")


@dataclass(frozen=True, slots=True)
class Save:
    """A save as its row shows it."""

    when: str
    who: str
    what: str


class History(QDialog):
    """The saves, newest first; what the chain says; its head, to be noted."""

    def __init__(
        self,
        name: str,
        saves: Sequence[Save],
        verdict: str,
        head: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"History of {name}")
        self.resize(760, 480)
        self.verdict = NamedLabel("The record")
        self.verdict.setText(verdict)
        self.verdict.setWordWrap(True)
        font = self.verdict.font()
        font.setBold(True)
        self.verdict.setFont(font)
        self.saves = _table(saves)
        self.head = QLineEdit(head, readOnly=True)
        self.head.setAccessibleName("Head of the record")
        self.head.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.head.setCursorPosition(0)
        self.copy_button = QPushButton("&Copy")
        self.copy_button.setEnabled(bool(head))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(head))
        self._lay_out()
        self.saves.setFocus()

    def _lay_out(self) -> None:
        label = PlainLabel("&Head of the record")
        label.setBuddy(self.head)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (label, self.head, self.copy_button):
            row.addWidget(widget)
        note = PlainLabel(
            "Note or print the head. Whoever cuts the end of the record off, or writes it anew, "
            "gets another head: “verify-history FILE --head HEAD” tells."
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.verdict)
        column.addWidget(self.saves, 1)
        column.addLayout(row)
        column.addWidget(note)
        column.addWidget(buttons)


def _table(saves: Sequence[Save]) -> RowTable:
    table = RowTable("Saves, newest first", _COLUMNS)
    table.fill([(save.when, save.who, save.what) for save in saves])
    table.setColumnWidth(0, 176)
    table.setColumnWidth(1, 176)
    table.setWordWrap(True)
    table.resizeRowsToContents()
    return table
