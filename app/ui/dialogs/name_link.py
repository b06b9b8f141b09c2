"""Whom or what a name in the text names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.labels import PlainLabel

NEW = "new"
"""The place is not in the list yet: it is added under the words of the text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``ref`` is an id of the list, "" for nobody in particular, NEW for a new entry."""

    ref: str
    text: str


def choose_entry(parent: QWidget, title: str, words: str, entries: Sequence[Entry]) -> str | None:
    """The ``ref`` of the entry that the words are linked to; None if the person gave up."""
    dialog = NameLink(title, words, entries, parent)
    chosen = dialog.chosen if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class NameLink(QDialog):
    """Typing narrows the list, Up and Down choose in it, Enter takes."""

    def __init__(
        self, title: str, words: str, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(440, 400)
        about = PlainLabel(f"“{words}” names")
        about.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setAccessibleName("Filter the list")
        self.field.setPlaceholderText("Filter the list")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("List to link to")
        for entry in entries:
            row = QListWidgetItem(entry.text)
            row.setData(Qt.ItemDataRole.UserRole, entry.ref)
            self.list.addItem(row)
        self.list.setCurrentRow(_likely(words, entries))
        buttons = QDialogButtonBox()
        buttons.addButton("Mark", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._filter)
        self.list.itemActivated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (about, self.field, self.list, buttons):
            column.addWidget(widget)
        self.field.setFocus()

    @property
    def chosen(self) -> str | None:
        row = self.list.currentItem()
        return None if row is None or row.isHidden() else str(row.data(Qt.ItemDataRole.UserRole))

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in self._rows():
            row.setHidden(not all(word in row.text().casefold() for word in words))
        self._move(0)

    def _move(self, step: int) -> None:
        shown = [row for row in self._rows() if not row.isHidden()]
        if shown:
            current = self.list.currentItem()
            at = shown.index(current) + step if current in shown else 0
            self.list.setCurrentItem(shown[max(0, min(at, len(shown) - 1))])

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.key() in steps:
                self._move(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)


def _likely(words: str, entries: Sequence[Entry]) -> int:
    """The entry whose text shares most words with the words; the first if none does."""
    sought = set(words.casefold().split())
    shared = [
        len(sought & set(entry.text.casefold().replace(",", " ").split())) for entry in entries
    ]
    return shared.index(max(shared)) if shared else 0
