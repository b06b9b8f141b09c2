"""The signs of the severities: each has a shape, so that none is told by its colour alone."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from app.checks.finding import Severity
from app.ui.theme import Theme

WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.HINT: "Hint"}
_SIDE = 14
_SHARPER = 2
"""Dots a pixel, for screens that have more than one."""


@cache
def sign(severity: Severity, theme: Theme) -> QIcon:
    """A square with a bar for an error, a triangle for a warning, a ring for a hint."""
    pixmap = QPixmap(_SIDE * _SHARPER, _SIDE * _SHARPER)
    pixmap.setDevicePixelRatio(_SHARPER)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _DRAW[severity](painter, theme)
    painter.end()
    icon = QIcon()
    # The same sign on a chosen row: there it stands on the accent.
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(pixmap, mode)
    return icon


def _draw_error(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.base), 1))
    painter.setBrush(QColor(theme.error))
    painter.drawRect(QRectF(1, 1, 12, 12))
    painter.fillRect(QRectF(4, 6, 6, 2), QColor(theme.base))


def _draw_warning(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.base), 1))
    painter.setBrush(QColor(theme.doubt))
    painter.drawPolygon(QPolygonF([QPointF(7, 0.5), QPointF(13.5, 13), QPointF(0.5, 13)]))
    painter.fillRect(QRectF(6.25, 5, 1.5, 4), QColor(theme.base))
    painter.fillRect(QRectF(6.25, 10, 1.5, 1.5), QColor(theme.base))


def _draw_hint(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.base), 1))
    painter.setBrush(QColor(theme.base))
    painter.drawEllipse(QRectF(0.5, 0.5, 13, 13))
    painter.setPen(QPen(QColor(theme.hint), 2))
    painter.drawEllipse(QRectF(3, 3, 8, 8))


_DRAW = {
    Severity.ERROR: _draw_error,
    Severity.WARNING: _draw_warning,
    Severity.HINT: _draw_hint,
}
