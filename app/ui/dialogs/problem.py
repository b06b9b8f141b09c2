"""The program made a mistake: what happened, what is safe, and details for a report."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.labels import PlainLabel

SAFE = (
    "What you did last may not have been done, or is done and not shown everywhere. Everything "
    "before it is still here, and up to the last second in the journal beside the file, from which "
    "it comes back should the program end now. Look at the text, then save it, under another name "
    "if you are in doubt."
)


class Problem(QDialog):
    """What happened, what is safe, details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something Went Wrong")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 400)
        what = PlainLabel("Memcon Desk made a mistake and could not finish what you asked for.")
        font = what.font()
        font.setBold(True)
        what.setFont(font)
        safe = PlainLabel(SAFE)
        note = PlainLabel("Details for a report; they hold no text of your document:")
        for label in (what, safe, note):
            label.setWordWrap(True)
        self.details = QPlainTextEdit(details, readOnly=True)
        self.details.setAccessibleName("Details")
        self.details.setTabChangesFocus(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy Details", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (what, safe, note, self.details, buttons):
            column.addWidget(widget)
