"""Words that are not known, dotted under."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.checks.spelling import UnknownWords
from app.model.document import Document
from app.spelling.speller import Speller
from app.ui.transcript.rows import Row
from app.ui.transcript.scene import Scene

Range = tuple[int, int]
_REMEMBERED = 512
"""Texts whose unknown words are kept: some screens full."""


class Spelling:
    """Which words of a text are not known. Each text is looked at once, until what is known has
    changed: a key costs one paragraph.
    """

    def __init__(self) -> None:
        self._unknown: UnknownWords | None = None
        self._speller: Speller | None = None
        self._remembered: dict[str, tuple[Range, ...]] = {}

    def set_speller(self, speller: Speller | None) -> None:
        """A person's speller; None: nothing is marked."""
        self._unknown = UnknownWords(speller) if speller is not None else None

    def speller_of(self, document: Document) -> Speller | None:
        """The speller that knows the document's names and word list, too."""
        return self._unknown.speller_of(document) if self._unknown is not None else None

    def unknown_words(self, document: Document, text: str) -> tuple[Range, ...]:
        """Where the words stand in a paragraph's text that are worth a look."""
        speller = self.speller_of(document)
        if speller is None:
            return ()
        if speller is not self._speller or len(self._remembered) > _REMEMBERED:
            self._speller, self._remembered = speller, {}
        known = self._remembered.get(text)
        if known is None:
            known = self._remembered[text] = speller.unknown_words(text)
        return known

    def unknown_at(self, document: Document, text: str, offset: int) -> Range | None:
        """The unknown word that the offset is in or at the edge of."""
        words = self.unknown_words(document, text)
        return next((word for word in words if word[0] <= offset <= word[1]), None)


def paint_unknown(painter: QPainter, scene: Scene, row: Row, word: Range) -> None:
    """Dots under the word, above the line of a correction; a doubtful reading has a wave there."""
    size = max(2.0, scene.length(2))
    painter.setPen(QPen(QColor(scene.theme.error), size, Qt.PenStyle.DotLine, _ROUND))
    for rect in row.rects(*word):
        y = rect.bottom() - 1.5 * size
        painter.drawLine(QPointF(rect.left() + size / 2, y), QPointF(rect.right(), y))


_ROUND = Qt.PenCapStyle.RoundCap
