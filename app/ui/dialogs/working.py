"""Something takes its time: what is being done now, and a way to stop it."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.ui.labels import NamedLabel


class WorkStopped(Exception):  # noqa: N818 - says what happened
    """The person stopped it."""


class Working(QDialog):
    """Stands before the window while a thread works. The thread calls ``step``."""

    _stepped = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self.setWindowTitle(title)
        self.setMinimumWidth(400)
        self.label = NamedLabel(title)
        bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        bar.setAccessibleName(title)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)
        self._stepped.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (self.label, bar, self.buttons):
            column.addWidget(widget)

    def step(self, what: str) -> None:
        """From the thread: this is done next. Raises WorkStopped once the person asked for it."""
        if self._stopped.is_set():
            raise WorkStopped
        self._stepped.emit(what)

    def reject(self) -> None:
        """Stop at the next step; the thread says when it has."""
        self._stopped.set()
        self.label.setText("Stopping…")
        self.buttons.setEnabled(False)

    def _show(self, what: str) -> None:
        if not self._stopped.is_set():
            self.label.setText(f"{what}…")
