"""Overriding the overall classification: a level and its written reason."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.classification import computed, overall
from app.model.document import Document
from app.model.edits import Edit, OverrideClassification
from app.model.sanitise import sanitised
from app.model.terms import Level
from app.ui.labels import PlainLabel


def override_classification(document: Document, parent: QWidget) -> Edit | None:
    """The edit that overrides the overall level, None if the person thinks better of it."""
    dialog = OverrideDialog(document, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.edit if accepted else None


class OverrideDialog(QDialog):
    """Asks for the level and the reason, which 32 CFR 2001.21(b) and 2001.24(g) require."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Override Classification")
        self.setMinimumWidth(440)
        portions = computed(document).level
        stated = portions.value if portions is not None else "no level"
        words = PlainLabel(
            f"The portions say {stated}. A compilation may need another level than its highest "
            "portion; the record keeps why."
        )
        words.setWordWrap(True)
        self.level = QComboBox()
        self.level.setAccessibleName("Overall level")
        for level in Level:
            self.level.addItem(level.value, level)
        present = overall(document)
        self.level.setCurrentIndex(present.rank if present is not None else 0)
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName("Reason for the override, needed")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        override = document.metadata.override
        self.reason.setPlainText(override.reason if override is not None else "")
        self._lay_out(words)
        self.reason.textChanged.connect(self._check)
        self._check()
        self.level.setFocus()

    @property
    def edit(self) -> OverrideClassification:
        """What was asked for."""
        return OverrideClassification(self.level.currentData(), self._reason)

    @property
    def _reason(self) -> str:
        return sanitised(self.reason.toPlainText()).strip()

    def _lay_out(self, words: PlainLabel) -> None:
        level_caption, reason_caption = PlainLabel("&Level"), PlainLabel("&Reason")
        level_caption.setBuddy(self.level)
        reason_caption.setBuddy(self.reason)
        self.missing = PlainLabel("! Write the reason; without it the override is not kept.")
        self.missing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        self.buttons.button(roles.Ok).setText("&Override")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(4)
        layout.addWidget(words)
        for caption, field in ((level_caption, self.level), (reason_caption, self.reason)):
            layout.addSpacing(8)
            layout.addWidget(caption)
            layout.addWidget(field)
        layout.addWidget(self.missing)
        layout.addSpacing(12)
        layout.addWidget(self.buttons)

    def _check(self) -> None:
        given = bool(self._reason)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(given)
        self.missing.setText(
            "" if given else "! Write the reason; without it the override is not kept."
        )
