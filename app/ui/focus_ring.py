"""A ring round the button, box or list that has the keyboard.

Fusion hardly changes them when they are reached by Tab (WCAG 2.1, 2.4.7); fields and tables show it
by themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFocusFrame,
    QPushButton,
    QRadioButton,
    QWidget,
)
from shiboken6 import Shiboken

WIDTH = 2
_RINGED = (QPushButton, QComboBox, QCheckBox, QRadioButton)


class FocusRing(QFocusFrame):
    """Follows its widget about, also where that is scrolled."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlight().color(), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)


class FocusRings(QObject):
    """One ring, wherever the keyboard is in the application."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: FocusRing | None = None
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The ring is a child of the window that it was in, and goes with it.
        if self._ring is not None and Shiboken.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        # A link in the metadata has a frame of its own.
        if isinstance(new, _RINGED) and new.property("part") != "link":
            self._ring = FocusRing(new)
            self._ring.setWidget(new)
