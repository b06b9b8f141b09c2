"""The facsimile pane: the images of the pages, at the place of the caret."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.facsimile.caret import Spot, place_at, spot_of
from app.facsimile.references import FacsimileError, name_of, resolve
from app.model.document import Page
from app.review import Change, Review
from app.ui.facsimile.bar import Bar
from app.ui.facsimile.layout import Fit
from app.ui.facsimile.notice import Notice
from app.ui.facsimile.renderer import Renderer
from app.ui.facsimile.tone import MOST_CONTRAST, Tone
from app.ui.facsimile.view import PageView
from app.ui.theme import LIGHT, Theme, palette_of

NO_IMAGES = (
    "No page images",
    "This transcript has no page images. Attach the scan, a PDF or image files, to read the text"
    " against the page.",
    "Attach Page Images…",
)
NO_WORDS = "Where the words stand on this page is not known; the page follows the page breaks."


class FacsimilePane(QWidget):
    """Follows the caret, and asks for it to be put where a page is clicked.

    ``spotted`` gives the caret's ``Spot`` on the images (None: nowhere) to the proof strip;
    ``locate_requested``: the person wants to say where the images are.
    """

    place_requested = Signal(int, int)
    noticed = Signal(str)
    locate_requested = Signal()
    spotted = Signal(object)
    tone_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Page images")
        self._review: Review | None = None
        self._folder: Path | None = None
        self._place = (0, 0)
        self._spot: Spot | None = None
        self._following = True
        self.renderer = Renderer(self)
        self.view = PageView(self.renderer)
        self.bar = Bar()
        self.notice = Notice()
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notice)
        self._stack.addWidget(pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self.bar.show_tone(self.view.tone)
        self.set_theme(LIGHT)

    def _connect(self) -> None:
        self.notice.pressed.connect(self.locate_requested)
        self.view.clicked.connect(self._request_place)
        self.view.moved.connect(self._show_page)
        self.view.zoomed.connect(self._show_viewing)
        self.bar.page_chosen.connect(self.view.go_to_page)
        self.bar.zoom_chosen.connect(self.view.zoom)
        self.bar.size_chosen.connect(self.fit)
        self.bar.turn_chosen.connect(self.turn)
        self.bar.tone_chosen.connect(self.set_tone)
        self.bar.locate_requested.connect(self.locate_requested)

    # -- what is shown ----------------------------------------------------------------------------

    def set_review(self, review: Review, folder: Path | None) -> None:
        """Show this review's pages; their images are named from the folder.

        The files are read anew. Called again with the same review where images were located.
        """
        known = review is self._review
        self._review, self._folder = review, folder
        self._spot, self._place = None, (0, 0)
        self.renderer.open(folder)
        self.view.show_pages(review.document.pages)
        self._choose_face()
        self._show_page()
        self._show_viewing()
        if not known:
            review.subscribe(lambda change: self._follow(review, change))

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette_of(theme))
        self.view.set_theme(theme)

    def show_place(self, at: int, offset: int) -> None:
        """The caret is there: outline its line and word, and bring them into view if need be."""
        self._place = at, offset
        spot = self._spot_at(at, offset)
        if spot != self._spot:
            self._spot = spot
            self.spotted.emit(spot)
        if self.isVisible():
            self.view.show_spot(spot if self._following else None)
            self._describe()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_place(*self._place)

    def _spot_at(self, at: int, offset: int) -> Spot | None:
        if self._review is None or at >= len(self._review.document.paragraphs):
            return None
        # Pages of which nothing is read begin in one empty paragraph: none of them is meant.
        if not self._review.document.paragraphs[at].text:
            return None
        return spot_of(self._review.document, at, offset)

    def _follow(self, review: Review, change: Change) -> None:
        if review is not self._review or change.before.pages is change.after.pages:
            return
        pages = change.after.pages
        if [page.image for page in change.before.pages] == [page.image for page in pages]:
            self.view.renew_pages(pages)
        else:
            self.set_review(review, self._folder)

    def _choose_face(self) -> None:
        """The pages, or why there are none to be seen."""
        problem = self._problem()
        if problem is not None:
            self.notice.say(*problem)
        self._stack.setCurrentIndex(0 if problem is not None else 1)

    def _problem(self) -> tuple[str, str, str] | None:
        """None as soon as one of the files is there."""
        pages = self._review.document.pages if self._review is not None else ()
        files = {name_of(page.image): page.image for page in pages if page.image}
        if not files:
            return NO_IMAGES
        first: tuple[str, str, str] | None = None
        for name, reference in files.items():
            try:
                if self._folder is not None:
                    resolve(reference, self._folder)
                    return None
                why = "The transcript is in no folder yet. Save it beside its page images."
            except FacsimileError as error:
                why = f"{error}."
            first = first or (f"“{name}” can't be shown", why, "Locate the Images…")
        return first

    # -- commands ---------------------------------------------------------------------------------

    def fit(self, fit: Fit, _checked: bool = False) -> None:
        """Fit the width or the whole page to the pane; with SCALE, a pixel is a pixel."""
        self.view.view_as(replace(self.view.viewing, fit=fit, scale=1 / self.devicePixelRatio()))

    def zoom(self, steps: int) -> None:
        """Larger (1) or smaller (-1)."""
        self.view.zoom(steps)

    def turn(self, quarters: int) -> None:
        """Clockwise (1) or the other way (-1)."""
        turns = (self.view.viewing.turns + quarters) % 4
        self.view.view_as(replace(self.view.viewing, turns=turns))

    @property
    def following(self) -> bool:
        return self._following

    def set_following(self, following: bool) -> None:
        """Whether the caret's word is outlined and brought into view."""
        self._following = following
        self.show_place(*self._place)

    @property
    def tone(self) -> Tone:
        return self.view.tone

    def set_tone(self, tone: Tone) -> None:
        """Contrast and inversion of all pages."""
        self.view.set_tone(tone)
        self.bar.show_tone(tone)
        self.tone_changed.emit(tone)

    def step_contrast(self) -> None:
        """More contrast; after the most, as scanned."""
        contrast = (self.tone.contrast + 1) % (MOST_CONTRAST + 1)
        self.set_tone(self.tone._replace(contrast=contrast))

    def invert(self) -> None:
        self.set_tone(self.tone._replace(inverted=not self.tone.inverted))

    # -- parts ------------------------------------------------------------------------------------

    def _request_place(self, at: int, x: float, y: float) -> None:
        if self._review is None:
            return
        document = self._review.document
        page: Page = document.pages[at]
        if not any(line.words for line in page.lines):
            self.noticed.emit(NO_WORDS)
            return
        place = place_at(document, page, x, y)
        if place is not None:
            self.place_requested.emit(*place)

    def _show_page(self) -> None:
        if self._review is not None:
            self.bar.show_page(self.view.current, len(self._review.document.pages))
            self._describe()

    def _show_viewing(self) -> None:
        percent = round(self.view.scale * self.devicePixelRatio() * 100)
        self.bar.show_viewing(self.view.viewing, percent)

    def _describe(self) -> None:
        """What a screen reader says of the pages."""
        if self._review is None:
            return
        document = self._review.document
        said = f"Page {self.view.current + 1} of {len(document.pages)}"
        if self._spot is not None and self._spot.word is not None:
            word = _word_at(document.paragraphs[self._place[0]].text, self._place[1])
            said += f"; outlined: {word}" if word else ""
        self.view.setAccessibleDescription(said)


def _word_at(text: str, offset: int) -> str:
    before, after = text[:offset].rpartition(" ")[2], text[offset:].partition(" ")[0]
    return before + after
