"""The window: its start page at once, all else a moment later."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import Appearance
from app.ui.commands.menu import Menu
from app.ui.preferences import Preferences
from app.ui.start_page import StartPage

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


SHARE_OF_SCREEN = 0.9
LARGEST = QSize(1600, 1000)
"""Of a window nobody has sized yet: lines need no more, and other windows need room, too."""


class MainWindow(QMainWindow):
    """One window, one document.

    ``workplace`` is made when it is first asked for, which is after the start page was painted at
    the latest: importing what reviews documents takes longer than everything before it.
    """

    def __init__(self, preferences: Preferences, appearance: Appearance) -> None:
        super().__init__()
        self.preferences = preferences
        self.appearance = appearance
        self.may_close = False
        self.menus: dict[Menu, QMenu] = {menu: self.menuBar().addMenu(menu.value) for menu in Menu}
        self.start_page = StartPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self._empty = QWidget()
        self.stack.addWidget(self._empty)
        central = QWidget()
        self.column = QVBoxLayout(central)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.stack, 1)
        self.setCentralWidget(central)
        self.setWindowTitle("Memcon Desk")
        self.setAcceptDrops(True)
        self._connect()
        if not self.restoreGeometry(QByteArray(preferences.settings.geometry)):
            self.setGeometry(first_geometry(self.screen().availableGeometry()))

    def _connect(self) -> None:
        self.start_page.painted.connect(lambda: QTimer.singleShot(0, self, self._furnish))
        self.start_page.open_requested.connect(lambda: self.workplace.session.ask_and_open())
        self.start_page.sample_requested.connect(lambda: self.workplace.session.open_sample())
        self.start_page.recent_requested.connect(self.open)
        self.start_page.recent_forgotten.connect(self._forget_recent)

    @cached_property
    def workplace(self) -> Workplace:
        """Where documents are reviewed, and what commands do."""
        from app.ui.workplace import Workplace

        self.appearance.ring_the_focus()
        return Workplace(self)

    def _furnish(self) -> None:
        if self.stack.currentWidget() is self.start_page:
            self.start_page.show_recent(self.preferences.settings.recent)
        self.workplace.tell_complaints()
        self.workplace.prepare()

    def open(self, path: Path) -> None:
        """Open the file, in the background."""
        self.workplace.session.open(path)

    def open_at_start(self, path: Path) -> None:
        """Open the file; until it is there the window is empty."""
        self.stack.setCurrentWidget(self._empty)
        self.open(path)
        self.workplace.prepare()

    def show_start_page_if_empty(self) -> None:
        """The file asked for at the start was not opened."""
        if self.stack.currentWidget() is self._empty:
            self.show_start_page()

    def show_start_page(self) -> None:
        """No document is open."""
        self.stack.setCurrentWidget(self.start_page)
        self.start_page.show_recent(self.preferences.settings.recent)
        self.setWindowTitle("Memcon Desk")
        self.setWindowModified(False)

    def _forget_recent(self, path: Path) -> None:
        self.preferences.revise(self.preferences.settings.forgotten(path))
        self.start_page.show_recent(self.preferences.settings.recent)

    # -- Qt ---------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closes once nothing would be lost; a save that is under way is waited for."""
        if not self.may_close:
            self.workplace.session.leave_after_save(self._allow_close)
        event.setAccepted(self.may_close)
        if self.may_close:
            self.workplace.save_layout()
            self.workplace.session.abandon()

    def _allow_close(self) -> None:
        """At once, while ``closeEvent`` waits for it, or later, once a save is done."""
        self.may_close = True
        QTimer.singleShot(0, self, self.close)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open(path)


def first_geometry(screen: QRect) -> QRect:
    """Where the window comes up the first time: in the middle of the screen's free part."""
    # QStyle.alignedRect would do; importing it and Qt takes a tenth of the time to the start page.
    window = QRect(QPoint(), (screen.size() * SHARE_OF_SCREEN).boundedTo(LARGEST))
    window.moveCenter(screen.center())
    return window


def _dropped_file(dropped: QMimeData) -> Path | None:
    """The one file that is dragged, None where it is something else."""
    urls = dropped.urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
