"""Where each page stands, one below the other, in pixels of the screen from the top left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from app.facsimile.scans import Size

MARGIN = 12
"""Around the pages and below each."""
LEAST_SCALE, MOST_SCALE = 0.05, 4.0


class Fit(Enum):
    """How large the pages are shown: as the pane is, or at a scale of their own."""

    WIDTH = "width"
    PAGE = "page"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Viewing:
    """``scale`` is pixels of the screen for one of the page; ``turns`` are quarters, clockwise."""

    fit: Fit = Fit.WIDTH
    scale: float = 1.0
    turns: int = 0


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """``rect`` is the page as shown, turned; ``scale`` is that of its pixels."""

    rect: QRectF
    size: Size
    scale: float
    turns: int

    @property
    def upright(self) -> QSizeF:
        """The size of the page on the screen before it is turned."""
        across, down = self.size
        return QSizeF(across * self.scale, down * self.scale)

    def transform(self) -> QTransform:
        """From the upright page, its top left at 0, to where it is shown."""
        upright = self.upright
        made = QTransform()
        if not self.turns:
            return made.translate(self.rect.left(), self.rect.top())
        made.translate(self.rect.center().x(), self.rect.center().y())
        made.rotate(90 * self.turns)
        return made.translate(-upright.width() / 2, -upright.height() / 2)

    def shown(self, box: QRectF) -> QRectF:
        """A box in the page's pixels, as it stands on the screen."""
        scaled = QRectF(box.topLeft() * self.scale, box.size() * self.scale)
        return self.transform().mapRect(scaled)

    def point(self, shown: QPointF) -> QPointF:
        """A place on the screen in the page's pixels."""
        inverted, _ = self.transform().inverted()
        return inverted.map(shown) / self.scale


@dataclass(frozen=True, slots=True)
class Layout:
    """``tops`` are where the pages' captions begin."""

    pages: tuple[PlacedPage, ...]
    tops: tuple[float, ...]
    width: float
    height: float

    def page_at(self, y: float) -> int:
        """The page there, its caption included; the nearest, where there is none."""
        return max(0, bisect_right(self.tops, y) - 1)

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages of which something stands there."""
        if not self.pages:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)


def lay_out(sizes: Sequence[Size], viewing: Viewing, view: QSizeF, caption: float) -> Layout:
    """The pages, ``caption`` pixels above each, in a view of this size; narrower ones in the
    middle.
    """
    room = QSizeF(max(40, view.width() - 2 * MARGIN), max(40, view.height() - caption - MARGIN))
    scales = [_scale(_turned(size, viewing.turns), viewing, room) for size in sizes]
    shown = [
        QSizeF(*(max(1, round(side * scale)) for side in _turned(size, viewing.turns)))
        for size, scale in zip(sizes, scales, strict=True)
    ]
    width = max([view.width(), *(size.width() + 2 * MARGIN for size in shown)])
    pages: list[PlacedPage] = []
    tops: list[float] = []
    y = 0.0
    for page, scale, size in zip(shown, scales, sizes, strict=True):
        tops.append(y)
        rect = QRectF(QPointF((width - page.width()) // 2, y + caption), page)
        pages.append(PlacedPage(rect, size, scale, viewing.turns))
        y += caption + page.height() + MARGIN
    return Layout(tuple(pages), tuple(tops), width, y)


def _turned(size: Size, turns: int) -> Size:
    return size if turns % 2 == 0 else (size[1], size[0])


def _scale(size: Size, viewing: Viewing, room: QSizeF) -> float:
    across, down = size
    if viewing.fit is Fit.SCALE:
        return viewing.scale
    if viewing.fit is Fit.WIDTH:
        return room.width() / across
    return min(room.width() / across, room.height() / down)
