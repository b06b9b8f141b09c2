"""The look of the list of portions."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.tools.second_review.rows import RowsModel

_PADDING = 20
_PLACE, _WORDS = "Paragraph 9999", "Words"
_CELL = "In part (99)"
"""As wide as cells come, but for some names of the head."""


def table_of(model: RowsModel) -> QTableView:
    """A view of the model; its columns fit whenever it has others."""
    table = QTableView()
    table.setModel(model)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setMinimumHeight(96)
    rows = table.verticalHeader()
    rows.hide()
    rows.setDefaultSectionSize(table.fontMetrics().height() + 8)
    table.horizontalHeader().setHighlightSections(False)
    model.modelReset.connect(lambda: _fit(table, model))
    return table


def _fit(table: QTableView, model: RowsModel) -> None:
    """The words, or else the last column, have the room that the others leave."""
    header, metrics = table.horizontalHeader(), table.fontMetrics()
    names = model.headings
    stretched = names.index(_WORDS) if _WORDS in names else len(names) - 1
    for column in range(len(names)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        widest = _PLACE if column == 0 else _CELL
        header.resizeSection(column, metrics.horizontalAdvance(widest) + _PADDING)
    if names:
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
