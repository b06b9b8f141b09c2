"""What is wrong with a file that was saved: it is not valid TEI for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.tei import Problem
from app.ui.labels import PlainLabel

_PARAGRAPH = Qt.ItemDataRole.UserRole


class FileProblems(QDialog):
    """Stays open beside the window; a problem that is chosen brings its paragraph into view."""

    paragraph_requested = Signal(str)
    """The paragraph's ``xml:id``."""

    def __init__(
        self, name: str, problems: Sequence[Problem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Problems in the Saved File")
        self.resize(640, 320)
        explanation = PlainLabel(
            f"“{name}” was saved, and nothing is lost. Other programs may stumble over it, though: "
            "it is not valid in these places."
        )
        explanation.setWordWrap(True)
        self.problems = QListWidget()
        self.problems.setAccessibleName("Problems")
        self.problems.setWordWrap(True)
        for problem in problems:
            row = QListWidgetItem(str(problem))
            row.setData(_PARAGRAPH, problem.paragraph)
            self.problems.addItem(row)
        self.problems.itemClicked.connect(self._request)
        self.problems.itemActivated.connect(self._request)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (explanation, self.problems, buttons):
            column.addWidget(widget)

    def _request(self, row: QListWidgetItem) -> None:
        if row.data(_PARAGRAPH):
            self.paragraph_requested.emit(row.data(_PARAGRAPH))
