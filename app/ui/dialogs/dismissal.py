"""Asking why a finding is no error."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.model.document import Document
from app.model.sanitise import sanitised
from app.ui.labels import PlainLabel

MOST_REASONS = 9
NEEDED = "! Write the reason; without it the finding is not dismissed."


def ask_reason(message: str, document: Document, parent: QWidget) -> str:
    """The reason, "" if the person thinks better of it. Reasons given before are on offer."""
    dialog = DismissalDialog(message, reasons(document), parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    reason = dialog.reason
    dialog.deleteLater()
    return reason if accepted else ""


def reasons(document: Document) -> tuple[str, ...]:
    """The reasons given in the document, the last one first."""
    given = (held.reason for held in reversed(document.dismissed))
    return tuple(dict.fromkeys(given))[:MOST_REASONS]


class DismissalDialog(QDialog):
    """``reason`` is what was written, or chosen of the reasons given before."""

    def __init__(self, message: str, given: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dismiss Finding")
        self.setMinimumWidth(480)
        words = PlainLabel(message)
        words.setWordWrap(True)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setAccessibleName("Reason, needed")
        self.field.addItems(list(given))
        caption = PlainLabel("&Why is it no error? The file keeps the reason with your name.")
        caption.setBuddy(self.field)
        caption.setWordWrap(True)
        self.missing = PlainLabel()
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        self.buttons.button(roles.Ok).setText("&Dismiss")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (words, caption, self.field, self.missing):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)
        self.field.editTextChanged.connect(self._check)
        self._check()
        edit = self.field.lineEdit()
        if edit is not None:
            edit.selectAll()
        self.field.setFocus()

    @property
    def reason(self) -> str:
        return sanitised(self.field.currentText()).strip()

    def _check(self) -> None:
        given = bool(self.reason)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(given)
        self.missing.setText("" if given else NEEDED)
