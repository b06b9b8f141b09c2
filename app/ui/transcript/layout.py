"""The room of each paragraph: page rules above it, a gap below; over lines, that of codes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from app.ui.transcript.positions import units
from app.ui.transcript.rules import rooms
from app.ui.transcript.scene import Scene
from app.ui.transcript.withheld import code_places

_EQUAL = 1 / 32
"""Qt keeps places in 64ths of a pixel."""


class TranscriptLayout(QPlainTextDocumentLayout):
    """Qt's layout of plain text, which knows no margins, with taller blocks.

    Room above is made by moving the block's lines down. Qt lays a block out whenever it likes and
    asks for the rectangle before it uses the lines, so the lines are moved there: what the first of
    them says is what has been done.
    """

    def __init__(self, document: QTextDocument, scene: Scene) -> None:
        super().__init__(document)
        self._scene = scene

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        if not block.isValid():
            return rect
        above, below = rooms(self._scene, block.blockNumber())
        codes = code_places(self._scene, block.blockNumber())
        places = tuple(units(block.text()[:place]) for place in codes)
        rect.setHeight(rect.height() + self._move_lines(block, above, places) + below)
        return rect

    def _move_lines(self, block: QTextBlock, above: float, codes: tuple[int, ...]) -> float:
        """The first line begins at ``above``, and over each line with one of the places ``codes``
        there is room; returns how far the last line went down.
        """
        text = block.layout()
        down = above - text.lineAt(0).y()
        if not codes and not down and not self._is_spread(block):
            return 0
        y = above
        for number in range(text.lineCount()):
            line = text.lineAt(number)
            first, length = line.textStart(), line.textLength()
            last = number == text.lineCount() - 1
            if any(first <= code < first + length or (last and code >= first) for code in codes):
                y += self._scene.code_room
            place = line.position()
            down = y - place.y()
            if abs(down) > _EQUAL:
                place.setY(y)
                line.setPosition(place)
            y += line.height()
        return down

    def _is_spread(self, block: QTextBlock) -> bool:
        """Whether there is room between its lines."""
        text = block.layout()
        last = text.lineAt(text.lineCount() - 1)
        heights = sum(text.lineAt(number).height() for number in range(text.lineCount() - 1))
        return abs(last.y() - text.lineAt(0).y() - heights) > _EQUAL

    def renew_rooms(self) -> None:
        """Rooms have changed where the text has not."""
        self.documentSizeChanged.emit(self.documentSize())
        self.requestUpdate()
