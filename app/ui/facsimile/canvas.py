"""The pages, one below the other, as they are laid out and painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.facsimile.caret import Spot
from app.facsimile.scans import Size
from app.model.document import Page
from app.ui.facsimile import ink
from app.ui.facsimile.decoding import width_within
from app.ui.facsimile.layout import Layout, PlacedPage, Viewing, lay_out
from app.ui.facsimile.renderer import Renderer
from app.ui.facsimile.tone import Tone
from app.ui.facsimile.workshop import Job
from app.ui.theme import LIGHT, Theme

ARROW_STEP = 48
"""Pixels an arrow key scrolls."""
OVERLAP = 0.1
"""Share of the view that stays in it when a screenful is scrolled."""
_LETTER = (2550, 3300)
"""Pixels of a letter page at 300 dots an inch: what a page is taken for until more is known."""
_AHEAD = 4_000_000
"""Pixels of a page up to which it is rendered before it is seen."""
_LONGEST, _NARROWEST = 100_000, 20
"""Pixels of a side, and times the other side, up to which a page's size is believed."""


class PageCanvas(QAbstractScrollArea):
    """``moved`` says that another page is in the middle, ``zoomed`` that the pages are shown in
    another size.
    """

    moved = Signal()
    zoomed = Signal()

    def __init__(self, renderer: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._pages: tuple[Page, ...] = ()
        self._sizes: list[Size] = []
        self._layout = Layout((), (), 0, 0)
        self._current = 0
        self.spot: Spot | None = None
        self.viewing = Viewing()
        self.tone = Tone()
        self.theme = LIGHT
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that came and went would change the width, and with it the size of the pages.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Page images")
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        renderer.rendered.connect(self._take)

    # -- what is shown ----------------------------------------------------------------------------

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Another document's pages, from the first."""
        self.spot = None
        self._current = 0
        self._pages = pages
        self._sizes = _sizes(pages)
        self._lay_out(None)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def renew_pages(self, pages: tuple[Page, ...]) -> None:
        """The same document's pages, changed: what is in view stays."""
        self._pages = pages
        self._sizes = [
            self._own_size(page, size) for page, size in zip(pages, _sizes(pages), strict=True)
        ]
        self._lay_out(self._middle)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def set_tone(self, tone: Tone) -> None:
        self.tone = tone
        self.viewport().update()

    def view_as(self, viewing: Viewing, around: QPointF | None = None) -> None:
        """Show the pages in this size; the place ``around`` (in the view) stays, or the middle."""
        if viewing == self.viewing:
            return
        self.viewing = viewing
        self._lay_out(around or self._middle)
        self.viewport().update()
        self.zoomed.emit()

    @property
    def scale(self) -> float:
        """Pixels of the screen for a pixel of the page in the middle."""
        pages = self._layout.pages
        return pages[self._current].scale if pages else self.viewing.scale

    @property
    def current(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._current

    @property
    def sharp(self) -> bool:
        """Whether all that is in view is there in full resolution."""
        jobs = (self._job(at) for at in self._seen() if self._pages[at].image)
        return all(self._renderer.image(job) is not None for job in jobs)

    def box_in_view(self, at: int, box: QRectF) -> QRectF:
        """A box on the page, in the pixels of its lines, as it stands in the view."""
        placed = self._layout.pages[at].shown(self._to_page(at, box))
        return placed.translated(-self._origin)

    def go_to_page(self, at: int) -> None:
        """The page's top is at the top of the view."""
        if 0 <= at < len(self._pages):
            self.verticalScrollBar().setValue(round(self._layout.tops[at]))

    def _to_page(self, at: int, box: QRectF) -> QRectF:
        """From the pixels that the page's lines count to those of the page as laid out."""
        x, y = self._ratio(at)
        return QRectF(box.left() * x, box.top() * y, box.width() * x, box.height() * y)

    def _ratio(self, at: int) -> tuple[float, float]:
        page, (width, height) = self._pages[at], self._sizes[at]
        return (
            width / page.width if page.width > 0 else 1.0,
            height / page.height if page.height > 0 else 1.0,
        )

    # -- sizes ------------------------------------------------------------------------------------

    @property
    def _middle(self) -> QPointF:
        return QPointF(self.viewport().rect().center())

    @property
    def _caption(self) -> int:
        return self.fontMetrics().height() + 8

    def _own_size(self, page: Page, size: Size) -> Size:
        """What the file says, where the ratio of the sides is not as the document has it."""
        own = self._renderer.size(page.image or "")
        if own is None:
            return size
        if _stated_size(page) is None:
            return own
        return page.width, max(1, round(page.width * own[1] / own[0]))

    def _lay_out(self, around: QPointF | None) -> None:
        """Anew; what stands at ``around`` stays there."""
        held = self._hold(around) if around is not None else None
        view = self.viewport().size()
        self._layout = lay_out(self._sizes, self.viewing, QSizeF(view), self._caption)
        self._set_range()
        if held is not None and around is not None:
            at, share = held
            rect = self._layout.pages[at].rect
            x = rect.left() + share.x() * rect.width() - around.x()
            y = rect.top() + share.y() * rect.height() - around.y()
            self.horizontalScrollBar().setValue(round(x))
            self.verticalScrollBar().setValue(round(y))
        self._note_current()

    def _hold(self, around: QPointF) -> tuple[int, QPointF] | None:
        """The page there, and the place on it as shares of its sides."""
        if not self._layout.pages:
            return None
        place = around + self._origin
        at = self._layout.page_at(place.y())
        rect = self._layout.pages[at].rect
        off = place - rect.topLeft()
        return at, QPointF(off.x() / rect.width(), off.y() / rect.height())

    def _set_range(self) -> None:
        view = self.viewport().size()
        for bar, whole, part in (
            (self.verticalScrollBar(), self._layout.height, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setRange(0, max(0, round(whole) - part))
            bar.setPageStep(round(part * (1 - OVERLAP)))
            bar.setSingleStep(ARROW_STEP)

    @property
    def _origin(self) -> QPointF:
        """The place of the layout at the top left of the view."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _follow_scrolling(self) -> None:
        self._note_current()
        self.viewport().update()

    def _note_current(self) -> None:
        if not self._pages:
            return
        bar = self.verticalScrollBar()
        if bar.value() == bar.maximum() and bar.maximum():
            at = len(self._pages) - 1
        else:
            at = self._layout.page_at(bar.value() + self.viewport().height() / 2)
        if at != self._current:
            self._current = at
            self.moved.emit()

    def _take(self, reference: str) -> None:
        """An image came: the page may have another size than it was taken to have."""
        for at, page in enumerate(self._pages):
            if page.image == reference:
                size = self._own_size(page, self._sizes[at])
                if size != self._sizes[at]:
                    self._sizes[at] = size
                    self._lay_out(self._middle)
        self.viewport().update()

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.window))
        painter.translate(-self._origin)
        seen = self._seen()
        self._renderer.want(self, self._jobs(seen))
        for at in seen:
            self._paint_page(painter, at)
        painter.end()
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _seen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.pages_between(top, top + self.viewport().height())

    def _jobs(self, seen: range) -> list[Job]:
        """Those in view, then the pages before and after where they are not too large."""
        jobs = [self._job(at) for at in seen if self._pages[at].image]
        for at in (seen.stop, seen.start - 1):
            if 0 <= at < len(self._pages) and self._pages[at].image:
                upright = self._layout.pages[at].upright * self.devicePixelRatio()
                if upright.width() * upright.height() <= _AHEAD:
                    jobs.append(self._job(at))
        return jobs

    def _job(self, at: int) -> Job:
        wide = round(self._layout.pages[at].upright.width() * self.devicePixelRatio())
        return Job(self._pages[at].image or "", width_within(wide, self._sizes[at]), self.tone)

    def _paint_page(self, painter: QPainter, at: int) -> None:
        page, placed = self._pages[at], self._layout.pages[at]
        caption = QRectF(placed.rect)
        caption.setTop(self._layout.tops[at])
        caption.setHeight(self._caption)
        ink.paint_caption(painter, ink.caption_of(page, at), caption, self.theme)
        image = self._renderer.image(self._job(at)) or self._renderer.stand_in(page.image or "")
        if image is not None:
            ink.paint_image(painter, placed, image)
        else:
            ink.paint_paper(painter, placed.rect, self.tone.inverted)
            message = self._message(page)
            ink.paint_message(painter, message, placed.rect, self.tone.inverted)
        ink.paint_frame(painter, placed.rect, self.theme)
        if self.spot is not None and self.spot.page.id == page.id:
            self._paint_spot(painter, self.spot, at, placed)

    def _message(self, page: Page) -> str:
        if not page.image:
            return "This page has no image."
        return self._renderer.problem(page.image) or ""

    def _paint_spot(self, painter: QPainter, spot: Spot, at: int, placed: PlacedPage) -> None:
        if spot.line is None:
            return
        line = placed.shown(self._to_page(at, ink.box_of_line(spot.line)))
        word = None
        if spot.word is not None:
            word = placed.shown(self._to_page(at, ink.box_of_word(spot.line, spot.word)))
        ink.paint_spot(painter, line, word, self.tone.inverted)

    # -- the window -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        middle = QPointF(event.oldSize().width() / 2, event.oldSize().height() / 2)
        self._lay_out(middle if self.verticalScrollBar().value() else None)
        self.zoomed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._renderer.want(self, ())


def _sizes(pages: Sequence[Page]) -> list[Size]:
    """As far as the document says; else like the first page of which it does."""
    known = [_stated_size(page) for page in pages]
    usual = next((size for size in known if size is not None), _LETTER)
    return [size or usual for size in known]


def _stated_size(page: Page) -> Size | None:
    """As the document has it, if that can be the size of a page."""
    short, long = sorted((page.width, page.height))
    believed = short > 0 and long <= min(_LONGEST, _NARROWEST * short)
    return (page.width, page.height) if believed else None
