"""The order in which Tab goes through a pane: the order in which its parts stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(pane: QWidget) -> None:
    """Let Tab follow the layout; Qt itself follows the order in which the controls were made."""
    for one, next_one in pairwise(_controls(pane)):
        QWidget.setTabOrder(one, next_one)


def _controls(widget: QWidget) -> Iterator[QWidget]:
    """The controls in the widget, each whole: what a table or a choice is made of is its own."""
    layout = widget.layout()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        assert item is not None
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _controls(widget)
        elif inner is not None:
            yield from _in_layout(inner)
