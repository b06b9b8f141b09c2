"""The right gutter: the portion mark of each paragraph as it should read, and as it was read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.model.document import Mark, Paragraph
from app.model.terms import Position
from app.ui.transcript import wording
from app.ui.transcript.gutter import Gutter
from app.ui.transcript.rows import Row

SHARE = 0.14
"""Of the pane that marks with caveats may take: enlarged, they must leave room for the text."""


class MarkGutter(Gutter):
    """An arrow towards the side of the paragraph where the mark stands, the mark, its reading."""

    title = "Portion marks"

    def natural_width(self) -> float:
        advance = self.scene.bold_metrics.horizontalAdvance
        around = self._arrow_width + self.scene.length(20)
        least, most = around + advance("(TS) ?"), around + advance("(TS//NF) ?")
        return max(least, min(most, self.editor.width() * SHARE))

    @property
    def _arrow_width(self) -> float:
        return self.scene.length(24)

    def content_left(self) -> float:
        return 0

    def describe(self, paragraph: Paragraph) -> str:
        return wording.of_mark(paragraph.mark)

    def paint_cell(self, painter: QPainter, row: Row, cell: QRectF) -> None:
        scene = self.scene
        line = QRectF(self._arrow_width, row.text_top, 0, scene.line)
        line.setRight(self.natural_width() - scene.length(8))
        mark = row.paragraph.mark
        if mark is None or mark.level is None:
            self._paint_missing(painter, line)
        else:
            self._paint_arrow(painter, mark.position, line)
            self._paint_mark(painter, mark, line)
        if mark is not None and mark.reading and mark.reading != mark.text:
            painter.setFont(scene.small)
            painter.setPen(QColor(scene.theme.quiet))
            under = line.translated(scene.length(6), scene.line + scene.length(1))
            under.setHeight(scene.small_line)
            text = scene.small_metrics.elidedText(
                f"read {mark.reading}", Qt.TextElideMode.ElideRight, under.width()
            )
            painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_missing(self, painter: QPainter, line: QRectF) -> None:
        """An empty slot."""
        painter.setPen(QPen(QColor(self.scene.theme.quiet), 1, Qt.PenStyle.DashLine))
        slot = QRectF(line.left(), line.top(), self.scene.length(36), line.height())
        painter.drawRoundedRect(slot.adjusted(0.5, 1.5, -0.5, -1.5), 3, 3)

    def _paint_mark(self, painter: QPainter, mark: Mark, line: QRectF) -> None:
        scene = self.scene
        colour = QColor(scene.theme.ink if mark.confirmed else scene.theme.doubt)
        space = scene.length(6)
        query = "" if mark.confirmed else " ?"
        after = scene.bold_metrics.horizontalAdvance(query)
        font, text, width = scene.fitted(mark.text, line.width() - 2 * space - after, scene.bold)
        words = line.translated(space, 0)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text + query)
        if mark.struck:
            self._strike(painter, colour, words, width)
        if not mark.confirmed:
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            box = QRectF(line.left(), line.top(), width + after + 2 * space, line.height())
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _strike(self, painter: QPainter, colour: QColor, words: QRectF, width: float) -> None:
        """The line through the mark, a little longer than it, as a pen draws it."""
        over = self.scene.length(2)
        y = words.center().y() + self.scene.length(1)
        painter.setPen(QPen(colour, max(1.5, self.scene.length(1.6))))
        painter.drawLine(QPointF(words.left() - over, y), QPointF(words.left() + width + over, y))

    def _paint_arrow(self, painter: QPainter, position: Position, line: QRectF) -> None:
        """To the beginning of the paragraph (up, with a bar) or to its end (down)."""
        scene = self.scene
        painter.setPen(QPen(QColor(scene.theme.quiet), max(1.0, scene.length(1.2))))
        way = -1 if position is Position.LEADING else 1
        size = scene.length(4)
        middle = QPointF(line.left() - scene.length(11), line.center().y())
        tip = middle + QPointF(0, way * size)
        painter.drawLine(middle - QPointF(0, way * size), tip)
        painter.drawLine(tip, tip + QPointF(size * 0.75, -way * size * 0.75))
        painter.drawLine(tip, tip + QPointF(-size * 0.75, -way * size * 0.75))
        bar = tip + QPointF(0, way * 2)
        painter.drawLine(bar - QPointF(size, 0), bar + QPointF(size, 0))
