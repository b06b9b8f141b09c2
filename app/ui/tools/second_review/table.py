"""The look of the list of portions."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from app.ui.tables.look import fit_columns, show_as_rows
from app.ui.tools.second_review.rows import PortionsModel

_PADDING = 20
_PLACE, _WORDS = "Paragraph 9999", "Words"
_CELL = "In part (99)"
"""As wide as cells come, but for some names of the head."""


def table_of(model: PortionsModel) -> QTableView:
    """A view of the model; its columns fit whenever it has others."""
    table = QTableView()
    table.setModel(model)
    show_as_rows(table, "Portions")
    table.setMinimumHeight(96)
    model.modelReset.connect(lambda: _fit(table, model))
    return table


def _fit(table: QTableView, model: PortionsModel) -> None:
    """The words, or else the last column, have the room that the others leave."""
    names = list(model.headings.values())
    stretched = names.index(_WORDS) if _WORDS in names else len(names) - 1
    widest = {column: _CELL if column else _PLACE for column in model.headings}
    fit_columns(table, stretched, widest, _PADDING)
