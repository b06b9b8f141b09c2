"""Nothing was released, or verified: why, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.ui.labels import NamedLabel
from app.ui.tables.row_table import RowTable


class ReleaseRefused(QDialog):
    """``what`` happened in a sentence, and the reasons."""

    def __init__(self, what: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Refused")
        self.resize(720, 320)
        self.what = NamedLabel("What happened")
        self.what.setText(what)
        self.what.setWordWrap(True)
        font = self.what.font()
        font.setBold(True)
        self.what.setFont(font)
        self.reasons = RowTable("Reasons", ("Why",))
        self.reasons.fill([(line,) for line in lines])
        self.reasons.setWordWrap(True)
        self.reasons.resizeRowsToContents()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (self.what, self.reasons, buttons):
            column.addWidget(widget)
        self.reasons.setFocus()
