"""The paragraphs in view and where their words are, in pixels of the viewport."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from app.model.document import Paragraph
from app.ui.transcript.positions import units
from app.ui.transcript.scene import Scene


class Row(NamedTuple):
    """A paragraph in view: ``top`` is where its page rules begin, ``text_top`` its words.

    ``text_bottom`` is under its last line, ``bottom`` under all that belongs to it.
    """

    at: int
    paragraph: Paragraph
    block: QTextBlock
    left: float
    top: float
    text_top: float
    text_bottom: float
    bottom: float

    def unit(self, offset: int) -> int:
        """Where an offset of the paragraph is in Qt's layout, which holds preedit text too."""
        unit = units(self.paragraph.text[:offset])
        layout = self.block.layout()
        preedit = layout.preeditAreaText()
        return unit + units(preedit) if preedit and unit > layout.preeditAreaPosition() else unit

    def rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Where the words ``start:end`` are, a rectangle for each line."""
        first, last = self.unit(start), self.unit(end)
        layout = self.block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low = max(first, line.textStart())
            high = min(last, line.textStart() + line.textLength())
            if low < high:
                ends = _x(line, low), _x(line, high)
                yield QRectF(
                    self.left + min(ends),
                    self.top + line.y(),
                    abs(ends[1] - ends[0]),
                    line.height(),
                )

    def caret_rect(self, offset: int) -> QRectF:
        """The place between two characters, as a rectangle without width."""
        unit = self.unit(offset)
        line = self.block.layout().lineForTextPosition(unit)
        if not line.isValid():
            line = self.block.layout().lineAt(0)
        return QRectF(self.left + _x(line, unit), self.top + line.y(), 0, line.height())

    def band(self, scene: Scene) -> tuple[float, float]:
        """Top and bottom of its ground, which is behind two lines in the gutters too."""
        two_lines = self.text_top + scene.line + scene.small_line
        return (
            round(self.text_top - scene.padding),
            round(max(self.text_bottom, two_lines) + scene.padding),
        )


def _x(line: QTextLine, unit: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(unit))[0]
