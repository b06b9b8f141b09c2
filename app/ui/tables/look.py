"""How every table of the desk looks: whole rows are chosen, all of one height."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.ui.tables.rows_model import LEFT, Index
from app.ui.tips import show_tip

_ROW_PADDING = 8
Column = TypeVar("Column", bound=int)


class RowDelegate(QStyledItemDelegate):
    """The chosen row is strong only while the table has the keyboard, or ``always_strong``. Tool
    tips are shown as they are.
    """

    def __init__(self, view: QAbstractItemView, *, always_strong: bool = False) -> None:
        super().__init__(view)
        self._always_strong = always_strong

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        show_tip(view, event, str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        return True

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The row says it; Fusion would draw a cell of it as another colour of chosen.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if not self._always_strong and not option.widget.hasFocus():
            role, palette = QPalette.ColorRole, option.palette
            palette.setColor(role.Highlight, palette.color(role.Mid))
            palette.setColor(role.HighlightedText, palette.color(role.Text))


class _Choosing(QObject):
    """The row that is current once a table gets the keyboard is chosen, too: Qt makes one current
    and leaves it at that, so that nothing is seen of it.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._choose)
        return False

    def _choose(self) -> None:
        current = self._view.currentIndex()
        if current.isValid() and not self._view.selectionModel().hasSelection():
            self._view.selectRow(current.row())


def show_as_rows(view: QTableView, name: str) -> None:
    """Whole rows are chosen, one at a time, and none is edited; Tab leads out. ``name`` is told to
    screen readers.
    """
    _Choosing(view)
    view.setAccessibleName(name)
    view.setItemDelegate(RowDelegate(view))
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    rows, columns = view.verticalHeader(), view.horizontalHeader()
    rows.hide()
    # Rows and columns that are measured take seconds where there are thousands.
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(view.fontMetrics().height() + _ROW_PADDING)
    columns.setHighlightSections(False)
    columns.setDefaultAlignment(LEFT)


def fit_columns(
    view: QTableView, stretched: int, widest: Mapping[Column, str], padding: int
) -> None:
    """Columns as wide as their widest words and so many pixels; ``stretched`` takes the rest."""
    columns, metrics = view.horizontalHeader(), view.fontMetrics()
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    columns.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    for column, words in widest.items():
        columns.resizeSection(column, metrics.horizontalAdvance(words) + padding)


def fit_rows(view: QTableView, count: int) -> None:
    """As tall as so many rows."""
    header = view.horizontalHeader().sizeHint().height()
    height = count * view.verticalHeader().defaultSectionSize() + header
    view.setFixedHeight(height + 2 * view.frameWidth() + 2)
