"""The page images in the window: the dock they are in, the proof strip, and how both follow."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from app.facsimile.references import FacsimileError, resolve
from app.model.document import Document
from app.review import Review
from app.ui.docks import in_front
from app.ui.facsimile.pane import FacsimilePane
from app.ui.facsimile.strip import ProofStrip
from app.ui.preferences import Preferences
from app.ui.theme import Theme
from app.ui.transcript.pane import TranscriptPane

WIDTH = 480
"""Pixels of the dock the first time: a typed page can be read at it."""
LEAST_TEXT = 600
"""Pixels that are to be left for the text and its gutters."""
_NOWHERE = Qt.DockWidgetArea.NoDockWidgetArea
FOLLOWS_AFTER_MS = 20
"""The page follows the caret a little later, so that a key is painted first."""


class PageImages(QObject):
    """Shown beside the text while the person wants them and the document has some.

    ``beside`` is the dock with the metadata, which the window has already.

    ``told``: a sentence for the person; ``files_requested``: the person wants to attach or locate
    the image files; ``toggled``: dock or strip came or went.
    """

    told = Signal(str)
    files_requested = Signal()
    toggled = Signal()

    def __init__(
        self,
        window: QMainWindow,
        transcript: TranscriptPane,
        beside: QDockWidget,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._transcript = transcript
        self._beside = beside
        self._preferences = preferences
        self._review: Review | None = None
        self._folder = Path()
        self._named: dict[Path, Path] = {}
        self.pane = FacsimilePane()
        self.strip = ProofStrip(self.pane.renderer)
        self.strip.hide()
        self._window = window
        self.dock = _Dock(window)
        self.dock.setWidget(self.pane)
        self.dock.hide()
        self._timer = QTimer(self, singleShot=True, interval=FOLLOWS_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._follow)
        # Not started anew by each key: the page follows while a key is held.
        self._transcript.caret_moved.connect(self._follow_soon)
        self._transcript.editor.viewport().installEventFilter(self)
        self.pane.place_requested.connect(self._put_caret)
        self.pane.noticed.connect(self.told)
        self.pane.locate_requested.connect(self.files_requested)
        self.pane.spotted.connect(self.strip.show_spot)
        self.pane.tone_changed.connect(self.strip.set_tone)
        self.pane.tone_changed.connect(self.toggled)
        self.dock.closed.connect(lambda: self.show(False))

    # -- what is shown ----------------------------------------------------------------------------

    def set_review(self, review: Review, folder: Path) -> None:
        """Show this review's pages; the references to their images count from the folder.

        ``arrange`` follows, once the window's layout is there.
        """
        self._review, self._folder = review, folder
        self.pane.set_review(review, self._named.get(folder, folder))

    def leave(self) -> None:
        """No document is open."""
        self._review = None
        self._timer.stop()
        self.dock.hide()

    def set_theme(self, theme: Theme) -> None:
        self.pane.set_theme(theme)
        self.strip.set_theme(theme)

    def arrange(self) -> None:
        """Dock and strip as the person wants them for this document."""
        settings = self._preferences.settings
        self._set_visible(settings.page_images and self._illustrated)
        self.strip.setVisible(settings.proof_strip and self._illustrated)
        self._follow_soon()

    @property
    def _illustrated(self) -> bool:
        return self._review is not None and has_images(self._review.document)

    @property
    def shown(self) -> bool:
        return in_front(self.dock, self._window)

    def show(self, shown: bool) -> None:
        """Show or hide the dock, for this document and those to come."""
        self._preferences.revise(replace(self._preferences.settings, page_images=shown))
        self._set_visible(shown)
        self._follow_soon()
        self.toggled.emit()

    def _set_visible(self, shown: bool) -> None:
        if shown and self._window.dockWidgetArea(self.dock) is _NOWHERE:
            self._place()
        self.dock.setVisible(shown)
        if shown:
            self.dock.raise_()

    def _place(self) -> None:
        """Left of the text; in a narrow window in the place of the metadata, as a tab."""
        window, beside = self._window, self._beside
        room = window.width() - WIDTH - beside.width()
        if beside.isVisibleTo(window) and room < LEAST_TEXT:
            window.tabifyDockWidget(beside, self.dock)
        else:
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        self.dock.show()
        window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)

    @property
    def strip_shown(self) -> bool:
        return self._preferences.settings.proof_strip

    def show_strip(self, shown: bool) -> None:
        self._preferences.revise(replace(self._preferences.settings, proof_strip=shown))
        self.strip.setVisible(shown and self._illustrated)
        if shown and not self._illustrated:
            self.told.emit("The proof strip shows page images, and this document has none.")
        self._follow_soon()
        self.toggled.emit()

    def turn_page(self, by: int) -> None:
        """Show the next page (1) or the one before (-1); the caret stays."""
        self.pane.view.go_to_page(self.pane.view.current + by)

    # -- where the images are ---------------------------------------------------------------------

    def use_folder(self, folder: Path) -> None:
        """For the session, the images are in this folder, which the person named."""
        self._named[self._folder] = folder
        if self._review is not None:
            self.pane.set_review(self._review, folder)
            self._follow_soon()

    # -- following --------------------------------------------------------------------------------

    def _follow_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _follow(self) -> None:
        if self._review is not None and (self.shown or self.strip.isVisible()):
            self.pane.show_place(*self._transcript.caret())

    def _put_caret(self, at: int, offset: int) -> None:
        self._transcript.place_caret(at, offset)
        self._transcript.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The strip is as wide as the column of text, wherever that is."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            column = self._transcript.editor.viewport()
            left = column.mapTo(self._transcript, QPoint(0, 0)).x()
            self.strip.set_column(left, column.width())
        return super().eventFilter(watched, event)


class _Dock(QDockWidget):
    closed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__("Page Images", window)
        self.setObjectName("facsimile-dock")

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def has_images(document: Document) -> bool:
    """Whether an image is known of any page, there or not."""
    return any(page.image for page in document.pages)


def found_in(document: Document, folder: Path) -> bool:
    """Whether the image of any page is in the folder."""
    return any(_is_in(page.image, folder) for page in document.pages if page.image)


def _is_in(reference: str, folder: Path) -> bool:
    try:
        resolve(reference, folder)
    except FacsimileError:
        return False
    return True
