"""Choosing a participant's function inside the table."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from app.model.terms import Function
from app.ui.dialogs.participant import function_name
from app.ui.tables.look import RowDelegate
from app.ui.tables.rows_model import Index


class FunctionDelegate(RowDelegate):
    """Edits a ``Function`` with a list of the four."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QComboBox:
        box = QComboBox(parent)
        box.setAccessibleName("Function")
        for function in Function:
            box.addItem(function_name(function), function)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        cast(QComboBox, editor).setCurrentIndex(list(Function).index(index.data(2)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, cast(QComboBox, editor).currentData())
