"""Where the same words stand: which of them are to be marked alike?"""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document
from app.model.replacing import Hit
from app.ui.labels import PlainLabel
from app.ui.tools.hit_list import Column, HitList, HitsModel


def choose_same(
    parent: QWidget, meaning: str, document: Document, hits: tuple[Hit, ...]
) -> tuple[Hit, ...]:
    """The hits to mark as ``meaning``; none if the person gave up."""
    dialog = SameNames(meaning, document, hits, parent)
    chosen = dialog.model.chosen() if dialog.exec() else ()
    dialog.deleteLater()
    return chosen


class SameNames(QDialog):
    """A line for each place, all ticked."""

    def __init__(
        self, meaning: str, document: Document, hits: tuple[Hit, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mark All the Same")
        self.resize(880, 440)
        explanation = PlainLabel(f"The ticked places are marked as: {meaning}.")
        explanation.setWordWrap(True)
        self.model = HitsModel()
        self.model.headings[Column.NEW] = "Marked now as"
        self.list = HitList("Places with the same words", self.model)
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton("Mark", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for text, ticked in (("Tick All", True), ("Tick None", False)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, ticked=ticked: self.model.tick_all(ticked))
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(explanation)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.model.ticked.connect(self._count)
        self.model.show_hits(document, hits)
        self.list.selectRow(0)
        self.list.setFocus()

    def _count(self) -> None:
        count = len(self.model.chosen())
        self.take.setText(f"Mark {count:,}" if count else "Mark")
        self.take.setEnabled(bool(count))
