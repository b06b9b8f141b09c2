"""What the leak check found in released files."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.release.leaks import Verdict
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tables.row_table import RowTable

CLEAN = "Nothing leaks."
SHARED_TOLD = "No leaks: common words that are withheld at one place and released at another."


class Verified(QDialog):
    """Each leak with its file, where in it, and where the words are withheld; then the common words
    that are none, with where they are released. The words are not told.
    """

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Verify Released Files")
        self.resize(760, 440)
        count = len(verdict.leaks)
        self.verdict = NamedLabel("Verdict")
        self.verdict.setText(CLEAN if verdict.clean else f"{count:,} leak{'s' * (count != 1)}.")
        font = self.verdict.font()
        font.setBold(True)
        self.verdict.setFont(font)
        self.leaks = RowTable("Leaks", ("File", "In Its", "Withheld In", "Why"))
        self.leaks.fill([(one.file, one.kind, one.place, one.why) for one in verdict.leaks])
        self.leaks.setVisible(bool(verdict.leaks))
        told = PlainLabel(SHARED_TOLD)
        told.setWordWrap(True)
        told.setVisible(bool(verdict.shared))
        self.shared = RowTable("Common words that are no leaks", ("Withheld In", "Released In"))
        self.shared.fill([(one.place, one.released) for one in verdict.shared])
        self.shared.setVisible(bool(verdict.shared))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (self.verdict, self.leaks, told, self.shared):
            column.addWidget(widget)
        if verdict.clean and not verdict.shared:
            column.addStretch(1)
            self.resize(420, 120)
        column.addWidget(buttons)
        (self.leaks if verdict.leaks else self.shared if verdict.shared else buttons).setFocus()
