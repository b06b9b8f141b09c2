"""How much of the document is done."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.checks.progress import Progress, Share
from app.ui.labels import PlainLabel

BAR_WIDTH = 240
EXPLAINED = (
    "A page counts when all its paragraphs are reviewed; a doubtful word when its paragraph is;"
    " a finding when it was dismissed or its paragraph is. What was put right is not counted."
)


class ProgressDialog(QDialog):
    """A bar, and the same in words, for each thing that is counted."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Progress")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for name, share in (
            ("Pages", progress.pages),
            ("Paragraphs", progress.paragraphs),
            ("Findings", progress.findings),
            ("Doubtful words", progress.words),
        ):
            self._add(name, share)
        explained = PlainLabel(EXPLAINED)
        explained.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(self._grid)
        column.addWidget(explained)
        column.addWidget(buttons)

    def _add(self, name: str, share: Share) -> None:
        bar = QProgressBar()
        bar.setAccessibleName(f"{name} reviewed")
        bar.setAccessibleDescription(_in_words(share))
        bar.setMinimumWidth(BAR_WIDTH)
        bar.setRange(0, 100)
        bar.setValue(share.percent)
        bar.setTextVisible(False)
        row = self._grid.rowCount()
        for column, widget in enumerate((PlainLabel(name), bar, PlainLabel(_in_words(share)))):
            self._grid.addWidget(widget, row, column)


def _in_words(share: Share) -> str:
    if not share.total:
        return "none"
    return f"{share.done:,} of {share.total:,} reviewed ({share.percent} %)"
