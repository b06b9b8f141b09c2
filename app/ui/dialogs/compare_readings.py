"""Where a new reading of the pages has other words: which of them to take?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document
from app.model.rereading import Reading
from app.model.surroundings import surroundings
from app.ui.labels import PlainLabel
from app.ui.tables.look import show_as_rows
from app.ui.tables.row_table import cell

CONTEXT = 24
"""Characters shown on each side of the words."""
_COLUMNS = ("Page", "Text Now", "New Reading", "Your Work")
_PAGE, _NOW, _NEW, _YOURS = range(len(_COLUMNS))


class PlaceCaret(Protocol):
    """Brings words into view and selects them."""

    def __call__(self, at: int, offset: int, *, select_to: tuple[int, int]) -> None: ...


def choose_readings(
    parent: QWidget,
    name: str,
    document: Document,
    found: Sequence[Reading],
    place_caret: PlaceCaret,
) -> tuple[Reading, ...]:
    """Those that the person takes; none if they gave up.

    ``place_caret`` shows the words of a difference in the transcript, and so on the page.
    """
    dialog = CompareReadings(name, document, found, place_caret, parent)
    dialog.finished.connect(dialog.deleteLater)
    return dialog.chosen() if dialog.exec() else ()


class CompareReadings(QDialog):
    """A line for each difference, in text order.

    Those that would undo what a person did are left unless they are ticked by hand.
    """

    def __init__(
        self,
        name: str,
        document: Document,
        found: Sequence[Reading],
        place_caret: PlaceCaret,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._place_caret = place_caret
        self._ticks: list[QTableWidgetItem] = []
        self.setWindowTitle("Compare with New Reading")
        self.resize(880, 480)
        places = "1 place" if len(found) == 1 else f"{len(found)} places"
        explanation = PlainLabel(
            f"“{name}” reads other words in {places}. Tick those to take; what you changed yourself"
            " is not ticked. Speakers, marks and paragraphs stay as they are."
        )
        explanation.setWordWrap(True)
        self.differences = self._table(document)
        self.buttons = QDialogButtonBox()
        self.take_button = self.buttons.addButton("Take", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(explanation)
        column.addWidget(self.differences)
        column.addLayout(self._foot())
        self.differences.itemChanged.connect(self._count)
        self.differences.currentCellChanged.connect(self._show_place)
        self._count()
        self.differences.setFocus()
        self.differences.setCurrentCell(0, _PAGE)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, tip, ticked in (
            ("Tick All but Mine", "Tick what you did not change yourself", _not_edited),
            ("Tick None", "Leave all as it is", lambda reading: False),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(lambda _, ticked=ticked: self._tick(ticked))
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.buttons)
        return row

    def _table(self, document: Document) -> QTableWidget:
        table = _Table(len(self._found), len(_COLUMNS))
        table.toggled.connect(self._toggle)
        table.setHorizontalHeaderLabels(_COLUMNS)
        show_as_rows(table, "Differences")
        table.horizontalHeader().setSectionResizeMode(_NOW, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_PAGE, 96), (_NEW, 220), (_YOURS, 136)):
            table.setColumnWidth(column, width)
        for row, reading in enumerate(self._found):
            self._fill(table, row, reading, document)
        return table

    def _fill(self, table: QTableWidget, row: int, reading: Reading, document: Document) -> None:
        text = document.paragraphs[reading.at].text
        cells = (
            f"Page {reading.page}",
            _in_context(text, reading.start, reading.end),
            reading.new or "(nothing)",
            "Changed by you" if reading.edited else "",
        )
        for column, said in enumerate(cells):
            made = cell(said)
            table.setItem(row, column, made)
            if column == _PAGE:
                made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                made.setCheckState(_state(_not_edited(reading)))
                self._ticks.append(made)

    def chosen(self) -> tuple[Reading, ...]:
        """The differences that are ticked."""
        pairs = zip(self._found, self._ticks, strict=True)
        return tuple(reading for reading, tick in pairs if _is_ticked(tick))

    def _tick(self, ticked: Callable[[Reading], bool]) -> None:
        for reading, tick in zip(self._found, self._ticks, strict=True):
            tick.setCheckState(_state(ticked(reading)))

    def _toggle(self, row: int) -> None:
        tick = self._ticks[row]
        tick.setCheckState(_state(not _is_ticked(tick)))

    def _count(self) -> None:
        count = len(self.chosen())
        self.take_button.setText("Take 1 Reading" if count == 1 else f"Take {count} Readings")
        self.take_button.setEnabled(bool(count))

    def _show_place(self, row: int) -> None:
        if row >= 0:
            reading = self._found[row]
            self._place_caret(reading.at, reading.start, select_to=(reading.at, reading.end))


class _Table(QTableWidget):
    """The space bar ticks the line, in whatever column the keyboard is."""

    toggled = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.toggled.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


def _in_context(text: str, start: int, end: int) -> str:
    """The words between the two places, in quotation marks, and some of what is around them."""
    before, after = surroundings(text, start, end, CONTEXT, CONTEXT)
    return f"{before}«{text[start:end]}»{after}"


def _not_edited(reading: Reading) -> bool:
    return not reading.edited


def _is_ticked(tick: QTableWidgetItem) -> bool:
    return tick.checkState() is Qt.CheckState.Checked


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
