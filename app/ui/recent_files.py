"""The list of recent files on the start page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate

from app.storage.companions import Companion, companion
from app.ui.background import Task
from app.ui.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """A recent file as its row shows it; ``changed`` is "" until it is known.

    ``unsaved``: work on it that was not saved is still there.
    """

    path: Path
    changed: str = ""
    missing: bool = False
    unsaved: bool = False

    @property
    def state(self) -> str:
        """What the disk says of the file, in words."""
        known = "Not there any more" if self.missing else self.changed
        return " · ".join(filter(None, ("Unsaved work left" if self.unsaved else "", known)))

    @property
    def folder(self) -> str:
        """With "~" for the person's own folder."""
        folder = self.path.parent
        home = Path.home()
        return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)


class RecentFiles(QListWidget):
    """Recent files, two lines each."""

    file_requested = Signal(object)
    file_forgotten = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._task: Task[list[Entry]] | None = None
        self.setAccessibleName("Recent files")
        self.setItemDelegate(EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._request)
        self.itemClicked.connect(self._request)

    def show_files(self, paths: Sequence[Path]) -> None:
        """List these files; what the disk says of them follows from the background."""
        self._show_entries([Entry(path) for path in paths])
        if self._task is not None:
            self._task.abandon()
        wanted = tuple(paths)
        self._task = Task(
            lambda: [looked_up(path) for path in wanted],
            self._show_entries,
            lambda error: None,
            (),
            self,
            ended=self._forget_task,
        )
        self._task.start()

    def _forget_task(self) -> None:
        self._task = None

    def _show_entries(self, entries: Sequence[Entry]) -> None:
        chosen = self.currentRow()
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.path.name)
            item.setData(_ENTRY, entry)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                ", ".join(filter(None, (entry.path.name, entry.folder, entry.state))),
            )
            item.setToolTip(plain_tip(str(entry.path)))
            self.addItem(item)
        self.setCurrentRow(max(0, chosen))
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setMaximumHeight(rows + 4)
        self.setMinimumHeight(min(rows + 4, 200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.file_forgotten.emit(item.data(_ENTRY).path)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._request(item)
        else:
            super().keyPressEvent(event)

    def _request(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(_ENTRY)
        self.file_requested.emit(entry.path)


class EntryDelegate(QStyledItemDelegate):
    """Name and date on the first line, folder on the second; a file that is gone says so."""

    def __init__(self, view: RecentFiles) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 20)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        self._paint_ground(painter, option.rect, index.row())
        self._paint_entry(painter, option.rect, index.data(_ENTRY), index.row())
        painter.restore()

    def _has_keyboard(self, row: int) -> bool:
        return row == self._view.currentRow() and self._view.hasFocus()

    def _paint_ground(self, painter: QPainter, area: QRect, row: int) -> None:
        if self._has_keyboard(row):
            painter.fillRect(area, self._view.palette().highlight())
        elif row == self._view.currentRow():
            painter.fillRect(area, self._view.palette().alternateBase())

    def _paint_entry(self, painter: QPainter, area: QRect, entry: Entry, row: int) -> None:
        palette, font = self._view.palette(), QFont(self._view.font())
        ink = palette.color(QPalette.ColorRole.Text)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        if self._has_keyboard(row):
            ink = quiet = palette.color(QPalette.ColorRole.HighlightedText)
        height = self._view.fontMetrics().height()
        first = QRect(area.left() + 12, area.top() + 8, area.width() - 24, height)
        painter.setPen(quiet)
        painter.setFont(font)
        painter.drawText(first, Qt.AlignmentFlag.AlignRight, entry.state)
        _draw_elided(painter, first.translated(0, height + 4), entry.folder)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(quiet if entry.missing else ink)
        reserved = self._view.fontMetrics().horizontalAdvance(entry.state) + 16
        _draw_elided(painter, first.adjusted(0, 0, -reserved, 0), entry.path.name)


def _draw_elided(painter: QPainter, room: QRect, text: str) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft, elided)


def looked_up(path: Path) -> Entry:
    """What the disk says of the file. Touches the disk: not for the main thread."""
    unsaved = os.path.lexists(companion(path, Companion.JOURNAL))
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return Entry(path, missing=True, unsaved=unsaved)
    return Entry(path, f"{moment.day} {moment:%b %Y %H:%M}", unsaved=unsaved)
