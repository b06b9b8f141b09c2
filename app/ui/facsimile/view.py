"""What people do with the pages: move about, zoom, turn, click; and how they follow the caret."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.facsimile.caret import Spot
from app.ui.facsimile import ink
from app.ui.facsimile.canvas import ARROW_STEP, PageCanvas
from app.ui.facsimile.layout import LEAST_SCALE, MOST_SCALE, Fit
from app.ui.facsimile.renderer import Renderer

ZOOM_STEP = 1.25
BAND = (0.25, 0.75)
"""The comfortable middle of the view: while the word is in it, the page stays where it is."""
ACROSS = (0.08, 0.92)


class PageView(PageCanvas):
    """``clicked`` gives the page (from 0) and the place in the pixels of its lines."""

    clicked = Signal(int, float, float)

    def __init__(self, renderer: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(renderer, parent)
        self._pressed: QPoint | None = None
        self._dragged: QPoint | None = None

    def zoom(self, steps: int, around: QPointF | None = None) -> None:
        """Larger (1) or smaller (-1) by a step."""
        scale = self.scale * ZOOM_STEP**steps
        scale = min(MOST_SCALE, max(LEAST_SCALE, scale))
        self.view_as(replace(self.viewing, fit=Fit.SCALE, scale=scale), around)

    # -- moving about -----------------------------------------------------------------------------

    def show_spot(self, spot: Spot | None) -> None:
        """Outline it, and scroll only as far as it is out of the middle of the view."""
        if spot == self.spot:
            return
        before, self.spot = self.spot, spot
        self.viewport().update()
        if spot is None:
            return
        place = self._place_of(spot)
        if place is not None:
            self._follow(*place)
            return
        at = self._number_of(spot)
        if at is not None and (before is None or before.page.id != spot.page.id):
            self.go_to_page(at)

    def _number_of(self, spot: Spot) -> int | None:
        return next((n for n, page in enumerate(self._pages) if page.id == spot.page.id), None)

    def _place_of(self, spot: Spot) -> tuple[int, QRectF] | None:
        """The page and the box on it of the word, or of its line; None where it has none."""
        at = self._number_of(spot)
        if at is None or spot.line is None:
            return None
        whole = ink.box_of_line(spot.line)
        return at, ink.box_of_word(spot.line, spot.word) if spot.word else whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is outlined stays in view."""
        place = self._place_of(self.spot) if self.spot is not None else None
        was_in_view = place is not None and self.box_in_view(*place).intersects(
            QRectF(QPointF(), QSizeF(event.oldSize()))
        )
        super().resizeEvent(event)
        if place is not None and was_in_view:
            self._follow(*place)

    def _follow(self, at: int, box: QRectF) -> None:
        shown, view = self.box_in_view(at, box), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(down.value() + _way(shown.top(), shown.bottom(), view.height(), BAND))
        across.setValue(across.value() + _way(shown.left(), shown.right(), view.width(), ACROSS))

    # -- what people do ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        match event.key() if plain else None:
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self._turn(1)
            case Qt.Key.Key_PageUp:
                self._turn(-1)
            case Qt.Key.Key_Home:
                down.setValue(0)
            case Qt.Key.Key_End:
                down.setValue(down.maximum())
            case Qt.Key.Key_Down:
                down.setValue(down.value() + ARROW_STEP)
            case Qt.Key.Key_Up:
                down.setValue(down.value() - ARROW_STEP)
            case Qt.Key.Key_Right:
                across.setValue(across.value() + ARROW_STEP)
            case Qt.Key.Key_Left:
                across.setValue(across.value() - ARROW_STEP)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case _:
                super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        """A screenful on or back; where whole pages are shown, a page."""
        if self.viewing.fit is Fit.PAGE:
            self.go_to_page(self._current + by)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._dragged = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The page is drawn along once the pointer has left the place where it was pressed."""
        if self._dragged is None:
            return
        here = event.position().toPoint()
        if self._pressed is not None:
            if (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._pressed = None
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        by = here - self._dragged
        self._dragged = here
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._dragged = self._pressed, None, None
        self.viewport().unsetCursor()
        if pressed is not None:
            self._click(QPointF(pressed) + self._origin)

    def _click(self, place: QPointF) -> None:
        if not self._pages:
            return
        at = self._layout.page_at(place.y())
        placed = self._layout.pages[at]
        if placed.rect.contains(place):
            point, (x, y) = placed.point(place), self._ratio(at)
            self.clicked.emit(at, point.x() / x, point.y() / y)


def _way(start: float, end: float, room: int, band: tuple[float, float]) -> int:
    """How far to scroll so that ``start`` to ``end`` comes into the band.

    No further than needed; what is out of view altogether comes to the middle.
    """
    first, last = band[0] * room, band[1] * room
    if end < 0 or start > room:
        return round((start + end - room) / 2)
    if start < first:
        return round(start - first)
    return round(max(0, min(end - last, start - first)))
