"""The room of each paragraph: page rules above it, a gap below."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from app.ui.transcript.rules import rooms
from app.ui.transcript.scene import Scene


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
        rect.setHeight(rect.height() + self._move_lines(block, above) + below)
        return rect

    def _move_lines(self, block: QTextBlock, above: float) -> float:
        """The first line begins at ``above``; returns how far the lines went down."""
        text = block.layout()
        down = above - text.lineAt(0).y()
        if down:
            for number in range(text.lineCount()):
                line = text.lineAt(number)
                place = line.position()
                place.setY(place.y() + down)
                line.setPosition(place)
        return down

    def renew_rooms(self) -> None:
        """Rooms have changed where the text has not."""
        self.documentSizeChanged.emit(self.documentSize())
        self.requestUpdate()
