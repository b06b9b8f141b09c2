"""What a later release opened and what it closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.consistency.treatment import Different
from app.release.comparison import Changed
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tables.row_table import RowTable

DIFFERENT_TOLD = "Withheld now, though the earlier release has the words:"
_LINES = {"opened": "later", "closed": "earlier", "reworded": "its"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """``changes`` between two releases; ``places`` in the open document where words are withheld
    that the earlier release has, each with its place in words.
    """

    changes: tuple[Changed, ...]
    places: tuple[tuple[str, Different], ...] = ()


class CompareReleases(QDialog):
    """``place`` once the person goes to one."""

    def __init__(self, title: str, found: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place: Different | None = None
        self._places = found.places
        self.setWindowTitle(title)
        self.resize(880, 520)
        self.counts = NamedLabel("Changes")
        self.counts.setText(_counted(found.changes))
        font = self.counts.font()
        font.setBold(True)
        self.counts.setFont(font)
        self.changes = RowTable("Opened and closed", ("What", "Line", "Words"))
        self.changes.fill(
            [(one.kind, f"{one.line}, {_LINES[one.kind]}", one.words) for one in found.changes]
        )
        told = PlainLabel(DIFFERENT_TOLD)
        self.places = RowTable("Withheld now, released earlier", ("Place", "Begins"))
        self.places.fill([(place, one.excerpt) for place, one in found.places])
        self.places.chosen.connect(self._go)
        told.setVisible(bool(found.places))
        self.places.setVisible(bool(found.places))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (self.counts, self.changes, told, self.places, self._buttons()):
            column.addWidget(widget)
        (self.places if found.places else self.changes).setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        if self._places:
            go = QPushButton("&Go There")
            go.clicked.connect(lambda: self._go(self.places.currentRow()))
            buttons.addButton(go, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _go(self, row: int) -> None:
        self.place = self._places[row][1]
        self.accept()


def _counted(changes: Sequence[Changed]) -> str:
    counts = Counter[str](one.kind for one in changes)
    told = [f"{counts[kind]:,} {kind}" for kind in _LINES if counts[kind]]
    return ", ".join(told).capitalize() or "The two releases have the same words."
