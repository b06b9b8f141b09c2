"""Paints a page with its caption, and the line and word at the caret."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.model.document import Page, TextLine, Word
from app.ui.facsimile.layout import PlacedPage
from app.ui.theme import Theme

_SAME = 2
"""Pixels by which an image may miss the page's size and is still painted unscaled."""
_PAPER, _DARK_PAPER = "#fbfaf7", "#0b0c0d"
_SPOT_ON_LIGHT, _SPOT_ON_DARK = "#1f5fa8", "#7db3f0"
"""The outlines stand on paper, which is light whatever the theme is, unless it is inverted."""


def box_of_line(line: TextLine) -> QRectF:
    """In the pixels of the page."""
    return QRectF(line.left, line.top, line.right - line.left, line.bottom - line.top)


def box_of_word(line: TextLine, word: Word) -> QRectF:
    return QRectF(word.left, line.top, word.right - word.left, line.bottom - line.top)


def caption_of(page: Page, at: int) -> str:
    """What stands above the page, the document's ``at``-th from 0."""
    of_source = " of the source" if page.number != at + 1 else ""
    sheet = " · Library sheet, not part of the memorandum" if page.sheet else ""
    return f"Page {page.number}{of_source}{sheet}"


def paint_caption(painter: QPainter, text: str, area: QRectF, theme: Theme) -> None:
    painter.setPen(QColor(theme.quiet))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)


def paint_image(painter: QPainter, placed: PlacedPage, image: QImage) -> None:
    """The image, pixel for pixel where it has the size of the page on the screen."""
    ratio = painter.device().devicePixelRatio()
    own, target = QSizeF(image.size()) / ratio, placed.upright
    differs = max(abs(own.width() - target.width()), abs(own.height() - target.height()))
    exact = differs <= _SAME
    painter.save()
    painter.setTransform(placed.transform(), True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
    painter.drawImage(QRectF(QPointF(0, 0), own if exact else target), image)
    painter.restore()


def paint_paper(painter: QPainter, area: QRectF, inverted: bool) -> None:
    """An empty page, until there is an image."""
    painter.fillRect(area, QColor(_DARK_PAPER if inverted else _PAPER))


def paint_frame(painter: QPainter, area: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.rule), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_message(painter: QPainter, text: str, area: QRectF, inverted: bool) -> None:
    """Why there is no image, on the empty page."""
    painter.setPen(QColor("#c9c7c1" if inverted else "#4c4e52"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area.adjusted(24, 24, -24, -24), flags, text)


def paint_spot(painter: QPainter, line: QRectF | None, word: QRectF | None, inverted: bool) -> None:
    """A thin outline around the line and a heavy one around the word: they differ in weight, not
    only in colour.
    """
    ink = QColor(_SPOT_ON_DARK if inverted else _SPOT_ON_LIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line is not None:
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(line.adjusted(-4, -3, 4, 3), 3, 3)
    if word is not None:
        painter.setPen(QPen(ink, 2.5))
        painter.drawRoundedRect(word.adjusted(-2, -2, 2, 2), 2, 2)
    painter.restore()
