"""Writing a note: whom it is for, and what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.sanitise import sanitised
from app.model.terms import NoteKind
from app.ui.labels import PlainLabel

KINDS = {
    NoteKind.EDITORIAL: "Editorial note",
    NoteKind.QUESTION: "Question to a colleague",
    NoteKind.SOURCE: "Source note",
}


def ask_note(parent: QWidget, about: str) -> tuple[NoteKind, str] | None:
    """Kind and text of a new note about these words; None if the person gave up."""
    dialog = NoteDialog("Add Note", about, parent)
    asked = (dialog.chosen_kind, dialog.words) if dialog.exec() else None
    dialog.deleteLater()
    return asked


def ask_answer(parent: QWidget, about: str) -> str:
    """What to answer to a note that says ``about``; "" if the person gave up."""
    dialog = NoteDialog("Answer Note", about, parent)
    dialog.kind.hide()
    dialog.kind_label.hide()
    words = dialog.words if dialog.exec() else ""
    dialog.deleteLater()
    return words


class NoteDialog(QDialog):
    """Ctrl+Enter or the button takes it; a note says something."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(480, 320)
        quoted = PlainLabel(f"“{about}”" if about else "At the caret, on no words")
        quoted.setWordWrap(True)
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kind of note")
        for kind, text in KINDS.items():
            self.kind.addItem(text, kind)
        self.kind_label = PlainLabel("Kind")
        self.kind_label.setBuddy(self.kind)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Text of the note")
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._enable)
        self.text.installEventFilter(self)
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setToolTip("Ctrl+Enter")
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow("On", quoted)
        form.addRow(self.kind_label, self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.text, 1)
        column.addWidget(self.buttons)
        self._enable()
        self.text.setFocus()

    @property
    def chosen_kind(self) -> NoteKind:
        return NoteKind(self.kind.currentData())

    @property
    def words(self) -> str:
        return sanitised(self.text.toPlainText()).strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the text presses the button."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.take.click()
                return True
        return super().eventFilter(watched, event)

    def _enable(self) -> None:
        self.take.setEnabled(bool(self.words))
