"""A memorandum to be read: plain text, with boxes round what stands in place of withheld words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.theme import LIGHT, Theme
from app.ui.transcript.positions import units


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line; ``boxed`` where they stand in place of others."""

    text: str
    boxed: bool = False


Line = tuple[Run, ...]


class ReadingView(QPlainTextEdit):
    """Shows ``lines`` and nothing else: it has no history that could bring other words back."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._theme = LIGHT
        self._copyable = True
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(12)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these; those that are the same stay where they are on the screen."""
        old, self.lines = self.lines, lines
        start, old_stop, new_stop = _difference(old, lines)
        new = "\n".join(map(_text, lines[start:new_stop]))
        if (start, old_stop) == (0, len(old)):
            self.setPlainText(new)
        elif start < old_stop:
            document = self.document()
            last = document.findBlockByNumber(old_stop - 1)
            cursor = QTextCursor(document)
            cursor.setPosition(document.findBlockByNumber(start).position())
            end = last.position() + last.length() - 1
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new)
        self.allow_copying()
        self.viewport().update()

    # -- copying ----------------------------------------------------------------------------------

    def forbid_copying(self) -> None:
        """What is shown is no longer so: nothing of it can be copied or dragged away."""
        self._copyable = False

    def allow_copying(self) -> None:
        """What is shown is so again."""
        self._copyable = True

    def createMimeDataFromSelection(self) -> QMimeData:
        """Through here goes all that leaves the view."""
        return super().createMimeDataFromSelection() if self._copyable else QMimeData()

    # -- boxes ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds under the words, outlines over them: a box is told by its shape, too."""
        boxes = list(self._boxes())
        painter = QPainter(self.viewport())
        for box in boxes:
            painter.fillRect(box, QColor(self._theme.withheld_ground))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.withheld))
        for box in boxes:
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()

    def _boxes(self) -> Iterator[QRectF]:
        """Where the boxed runs in view are."""
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid() and block.blockNumber() < len(self.lines):
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > bottom:
                return
            at = 0
            for run in self.lines[block.blockNumber()]:
                end = at + units(run.text)
                if run.boxed:
                    yield from _rects(block, area, at, end)
                at = end
            block = block.next()


def _rects(block: QTextBlock, area: QRectF, first: int, last: int) -> Iterator[QRectF]:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low = max(first, line.textStart())
        high = min(last, line.textStart() + line.textLength())
        if low < high:
            left = cast("tuple[float, int]", line.cursorToX(low))[0]
            right = cast("tuple[float, int]", line.cursorToX(high))[0]
            top = area.top() + line.y()
            yield QRectF(area.left() + left - 2, top, right - left + 4, line.height())


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


def _difference(old: tuple[Line, ...], new: tuple[Line, ...]) -> tuple[int, int, int]:
    """``old[start:old_stop]`` became ``new[start:new_stop]``; neither is empty unless the two are
    alike or one of them is: with what came or went goes a line beside it.
    """
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    most -= start
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    old_stop, new_stop = len(old) - end, len(new) - end
    if start in (old_stop, new_stop) and old_stop != new_stop:
        if start:
            return start - 1, old_stop, new_stop
        return start, min(old_stop + 1, len(old)), min(new_stop + 1, len(new))
    return start, old_stop, new_stop
