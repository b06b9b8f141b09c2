"""What the window shows while no document is open: recent files, Open, the sample."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.ui.recent_files import RecentFiles

COLUMN_WIDTH = 640


class StartPage(QWidget):
    """Enter or a click on a recent file opens it, Delete takes it off the list."""

    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(object)
    recent_forgotten = Signal(object)
    painted = Signal()
    """For the first time: the person sees something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = False
        self.open_button = _button("Open a Transcript…")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self.open_requested)
        self.sample_button = _button("Open the Sample")
        self.sample_button.clicked.connect(self.sample_requested)
        self._advice = _label("", quiet=True)
        self._below = QVBoxLayout()
        self._below.setSpacing(8)
        self._below.addWidget(_label("Recent files", bold=True))
        self._below.addWidget(self._advice)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch()
        panel = QWidget()
        panel.setMaximumWidth(COLUMN_WIDTH)
        column = QVBoxLayout(panel)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(_label("Memcon Desk", scale=2.2, bold=True))
        column.addSpacing(4)
        purpose = "Review transcripts of memoranda of conversation, and save them as TEI."
        column.addWidget(_label(purpose, quiet=True))
        column.addSpacing(24)
        column.addLayout(buttons)
        column.addSpacing(40)
        below = QWidget()
        below.setLayout(self._below)
        self._below.setContentsMargins(0, 0, 0, 0)
        # All that is below has its share of the room from the start: nothing moves later.
        column.addWidget(below, 3)
        self._below.addStretch()
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(panel, 8)
        row.addStretch(1)

    @cached_property
    def recent(self) -> RecentFiles:
        """The list, made when the first file is listed."""
        from app.ui.recent_files import RecentFiles

        recent = RecentFiles()
        recent.file_requested.connect(self.recent_requested)
        recent.file_forgotten.connect(self.recent_forgotten)
        self._below.insertWidget(1, recent)
        return recent

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List these files, and give the keyboard to them, else to the first button."""
        if paths:
            self._advice.setText(
                "Enter opens a file, Delete takes it off the list. "
                "You can also drop a file on this window."
            )
            self.recent.show_files(paths)
            self.recent.show()
            self.recent.setFocus()
            return
        self._advice.setText(
            "Files you open are listed here. You can also drop a file on this window."
        )
        if "recent" in self.__dict__:
            self.recent.hide()
        self.open_button.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setMinimumSize(176, 36)
    return button


def _label(text: str, *, scale: float = 1.0, bold: bool = False, quiet: bool = False) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(bold)
    label.setFont(font)
    label.setWordWrap(True)
    if quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
