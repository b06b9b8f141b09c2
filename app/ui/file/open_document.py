"""Opening a file off the main thread, with a way to give up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.ui.background import Task
from app.ui.labels import PlainLabel

if TYPE_CHECKING:
    from app.opening import Opened

SHOW_PROGRESS_MS = 300


class NotOpened(Exception):  # noqa: N818 - says what happened
    """Why, in one line for the person."""


class Opening(QObject):
    """Reads one file at a time; asking for another gives the one before up."""

    opened = Signal(object, object)
    """The path and the ``Opened``."""
    failed = Signal(str)
    given_up = Signal()

    def __init__(self, progress: Progress, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task[Opened] | None = None
        self._progress = progress
        self._slow = QTimer(self, singleShot=True, interval=SHOW_PROGRESS_MS)
        self._slow.timeout.connect(progress.appear)
        progress.cancelled.connect(self._cancel)

    @property
    def busy(self) -> bool:
        return self._task is not None

    def open(self, path: Path) -> None:
        """Read the file; ``opened`` or ``failed`` follows, unless the person gives up."""
        self.give_up()
        self._task = Task(
            lambda: _read(path),
            lambda opened: self.opened.emit(path, opened),
            lambda error: self.failed.emit(str(error)),
            (NotOpened,),
            self,
            ended=self._settle,
        )
        self._progress.name(path.name)
        self._slow.start()
        self._task.start()

    def give_up(self) -> None:
        """Whatever is being read is not wanted any more."""
        if self._task is not None:
            self._task.abandon()
        self._settle()

    def _cancel(self) -> None:
        self.give_up()
        self.given_up.emit()

    def _settle(self) -> None:
        self._task = None
        self._slow.stop()
        self._progress.hide()


class Progress(QWidget):
    """A strip at the top of the window while a file takes its time; Escape in it gives up."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel()
        bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        bar.setAccessibleName("Opening")
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(bar, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    def name(self, name: str) -> None:
        """Say which file it is."""
        self._label.setText(f"Opening {name}…")

    def appear(self) -> None:
        """The keyboard goes to Cancel, so that a person can give up at once."""
        self.show()
        self.cancel_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _read(path: Path) -> Opened:
    # Imported here: the readers are not needed for the window to come up.
    from app.opening import OpenError, open_file

    try:
        return open_file(path)
    except OpenError as error:
        raise NotOpened(str(error)) from error
