"""The proof strip: the image of the line with the caret, above the text that is being corrected."""

from __future__ import annotations

from statistics import median

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.facsimile.caret import Spot
from app.model.document import Page, TextLine
from app.ui.facsimile import ink
from app.ui.facsimile.decoding import width_within
from app.ui.facsimile.renderer import Renderer
from app.ui.facsimile.tone import Tone
from app.ui.facsimile.workshop import Job
from app.ui.theme import LIGHT, Theme

HEIGHT = 64
_LINE_SHARE = 0.5
"""Of the height that a line may take: a bit of its neighbours is seen, so that it is recognised."""
_MARGIN = 8
NO_LINE = "The image of this line is not known."


class ProofStrip(QWidget):
    """Lines of one page keep their scale, so that the image does not jump from line to line."""

    def __init__(self, renderer: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._spot: Spot | None = None
        self._tone = Tone()
        self._theme = LIGHT
        self._left = self._width = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Proof strip")
        renderer.rendered.connect(self._take)

    def show_spot(self, spot: Spot | None) -> None:
        """The caret is there; None: nowhere on the images."""
        if spot == self._spot:
            return
        self._spot = spot
        self._describe()
        self.update()

    def set_column(self, left: int, width: int) -> None:
        """Where the text stands below the strip, in pixels; the image takes the same width."""
        self._left, self._width = left, width
        self.update()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _describe(self) -> None:
        spot = self._spot
        if spot is None or spot.line is None:
            self.setAccessibleDescription(NO_LINE)
            return
        number = spot.page.lines.index(spot.line) + 1
        self.setAccessibleDescription(f"Image of line {number} of page {spot.page.number}")

    def _take(self, reference: str) -> None:
        if self._spot is not None and self._spot.page.image == reference:
            self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._renderer.want(self, ())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), QColor(theme.gutter))
        spot = self._spot
        if spot is not None and spot.line is not None and spot.page.image and spot.page.width > 0:
            self._paint_line(painter, spot, spot.line)
        else:
            self._say(painter, NO_LINE)
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    @property
    def _column(self) -> QRectF:
        """Where the image stands."""
        wide = self._width or self.width() - 2 * _MARGIN
        return QRectF(self._left if self._width else _MARGIN, 0, wide, self.height() - 1)

    def _paint_line(self, painter: QPainter, spot: Spot, line: TextLine) -> None:
        column, page = self._column, spot.page
        left, scale = _fitted(page, column)
        middle = (line.top + line.bottom) / 2 * scale
        # Whole pixels: an image between two is blurred.
        origin = QPointF(round(column.left() - left * scale), round(column.center().y() - middle))
        size = QSizeF(page.width, page.height) * scale
        job = self._job(page, size)
        self._renderer.want(self, (job,))
        image = self._renderer.image(job) or self._renderer.stand_in(job.reference)
        if image is None:
            self._say(painter, self._renderer.problem(job.reference) or "")
            return
        painter.save()
        painter.setClipRect(column)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(origin, size), image)
        box = _placed(ink.box_of_line(line), origin, scale)
        self._veil(painter, column, box)
        if spot.word is not None:
            word = _placed(ink.box_of_word(line, spot.word), origin, scale)
            ink.paint_spot(painter, None, word, self._tone.inverted)
        painter.restore()

    def _job(self, page: Page, size: QSizeF) -> Job:
        wide = round(size.width() * self.devicePixelRatio())
        return Job(page.image or "", width_within(wide, (page.width, page.height)), self._tone)

    def _veil(self, painter: QPainter, column: QRectF, line: QRectF) -> None:
        """Over the lines above and below: they are there to find one's way, not to be read."""
        veil = QColor(self._theme.gutter)
        veil.setAlphaF(0.6)
        line = line.adjusted(0, -3, 0, 3)
        painter.fillRect(QRectF(column.topLeft(), QPointF(column.right(), line.top())), veil)
        painter.fillRect(QRectF(QPointF(column.left(), line.bottom()), column.bottomRight()), veil)

    def _say(self, painter: QPainter, text: str) -> None:
        painter.setPen(QColor(self._theme.quiet))
        area = self._column.adjusted(4, 0, -4, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)


def _fitted(page: Page, column: QRectF) -> tuple[float, float]:
    """Where the page's lines begin, in its pixels, and the scale that makes them fill the column.

    Less where the lines would be too high for the strip.
    """
    lines = [line for line in page.lines if line.words]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    high = median(max(1, line.bottom - line.top) for line in lines)
    room = column.width() - 2 * _MARGIN
    scale = min(room / max(1, right - left), _LINE_SHARE * column.height() / high)
    return left - _MARGIN / scale, scale


def _placed(box: QRectF, origin: QPointF, scale: float) -> QRectF:
    return QRectF(origin + box.topLeft() * scale, box.size() * scale)
