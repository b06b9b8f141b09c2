"""What every tool is: a pane that shows the desk's document while it can be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.commands.desk import Desk
from app.ui.theme import LIGHT, Theme

FOLLOWS_AFTER_MS = 150
"""A tool follows a little later, so that keys are painted first."""


class Tool(QWidget):
    """Made when it is first seen, which is while a document is open."""

    name = ""
    title = ""
    area = Qt.DockWidgetArea.RightDockWidgetArea
    breadth = 380
    """Pixels that its dock has across the text the first time."""
    follows_caret = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.theme = LIGHT
        self._timer = QTimer(self, singleShot=True, interval=FOLLOWS_AFTER_MS)
        self._timer.timeout.connect(self._refresh_if_seen)

    def refresh(self) -> None:
        """Show the document as it is now."""
        raise NotImplementedError

    def begin(self) -> None:
        """The person asked for the tool: take over the selection, give it the keyboard."""
        self.setFocus()

    def forget(self) -> None:
        """Another document is open."""

    def refresh_soon(self) -> None:
        """The document changed, or the caret moved."""
        if self.isVisible():
            self._timer.start()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.refresh_soon()

    def _refresh_if_seen(self) -> None:
        if self.isVisible() and self.desk.review is not None:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the keyboard back to the text."""
        if event.key() == Qt.Key.Key_Escape and self.desk.transcript is not None:
            self.desk.pane.setFocus()
        else:
            super().keyPressEvent(event)
