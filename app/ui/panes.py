"""The parts of the window that show a document: transcript, page images, metadata, find bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from app.review import Review
from app.ui.commands.desk import Desk
from app.ui.find_bar import FindBar
from app.ui.metadata.pane import MetadataPane
from app.ui.page_images import PageImages
from app.ui.preferences import Preferences
from app.ui.proofreading import Proofreading
from app.ui.theme import Theme
from app.ui.tools.docks import Tools
from app.ui.transcript.pane import TranscriptPane
from app.ui.word_lists import WordLists

METADATA_WIDTH = 380


class Panes(QWidget):
    """The transcript with find bar and proof strip above it; page images and metadata in docks.

    What a pane asks for goes on from here; no pane knows another.
    """

    told = Signal(str)
    caret_moved = Signal()
    paragraph_requested = Signal(int)
    page_requested = Signal(str)
    speaker_requested = Signal(int)
    mark_requested = Signal(int)
    zoom_requested = Signal(int)
    menu_requested = Signal(str, QPoint)

    def __init__(self, window: QMainWindow, desk: Desk, preferences: Preferences) -> None:
        super().__init__()
        self._window = window
        self.transcript = TranscriptPane()
        self.metadata = MetadataPane()
        words = WordLists(preferences.words_path, self)
        self.proofreading = Proofreading(window, desk, self.transcript, words)
        self.find_bar = FindBar(desk)
        self.find_bar.hide()
        self.dock = QDockWidget("Metadata", window)
        self.dock.setObjectName("metadata-dock")
        self.dock.setWidget(self.metadata)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.page_images = PageImages(window, self.transcript, self.dock, preferences)
        self.tools = Tools(window, desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.page_images.strip)
        column.addWidget(self.proofreading.bar)
        column.addWidget(self.transcript, 1)
        self._connect()

    def _connect(self) -> None:
        self.find_bar.closed.connect(self.transcript.setFocus)
        self.page_images.told.connect(self.told)
        self.proofreading.told.connect(self.told)
        self.transcript.caret_moved.connect(self.caret_moved)
        self.transcript.caret_moved.connect(self.tools.follow_caret)
        self.transcript.refused.connect(self.told)
        self.transcript.page_requested.connect(self.page_requested)
        self.transcript.speaker_requested.connect(self.speaker_requested)
        self.transcript.mark_requested.connect(self.mark_requested)
        self.transcript.zoom_requested.connect(self.zoom_requested)
        self.transcript.menu_requested.connect(self.menu_requested)
        self.metadata.refused.connect(self.told)
        self.metadata.page_requested.connect(self.page_requested)
        self.metadata.paragraph_requested.connect(self.paragraph_requested)

    def set_review(self, review: Review, folder: Path) -> None:
        """Show this review's document from now on; its page images are named from the folder."""
        self.find_bar.forget()
        self.transcript.set_review(review)
        self.metadata.set_review(review)
        self.page_images.set_review(review, folder)
        self.proofreading.set_review(review)
        self.tools.set_review(review)

    def set_theme(self, theme: Theme) -> None:
        self.transcript.set_theme(theme)
        self.metadata.set_theme(theme)
        self.page_images.set_theme(theme)
        self.proofreading.set_theme(theme)
        self.tools.set_theme(theme)

    def restore_layout(self, layout: bytes) -> None:
        """Docks as the person left them; the metadata beside the text the first time."""
        self.dock.show()
        if not self._window.restoreState(QByteArray(layout)):
            self._window.resizeDocks([self.dock], [METADATA_WIDTH], Qt.Orientation.Horizontal)
