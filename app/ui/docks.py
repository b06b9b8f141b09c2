"""Docks that share a place as tabs: which is in front, and bringing one there."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


def in_front(dock: QDockWidget, window: QMainWindow) -> bool:
    """Whether the dock is shown, and not behind the tab of another."""
    behind = window.tabifiedDockWidgets(dock) and dock.visibleRegion().isEmpty()
    return dock.isVisibleTo(window) and not behind


def bring_to_front(widget: QWidget) -> None:
    """Have the dock in which the widget is, if it is in one, before those of other tabs."""
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, QDockWidget):
        parent = parent.parentWidget()
    if parent is not None:
        parent.raise_()
