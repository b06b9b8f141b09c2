"""What the parts of the transcript draw from: document, colours, fonts and measures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app.model.document import Document, Page, Paragraph, Person
from app.model.terms import Kind
from app.ui.theme import Theme

READING_SIZE = 1.2
"""The text to be read, in sizes of the desktop's text."""


class Scene:
    """The one thing the editor, its layout and the gutters share; only the pane changes it."""

    def __init__(self, document: Document, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self._base_font = font
        self._document = document
        self._people: tuple[Person, ...] = ()
        self._numbers: dict[str, int] = {}
        self._pages: tuple[Page, ...] = ()
        self._page_places: dict[str, int] = {}
        self.zoom = 1.0
        self._set_fonts()
        self.document = document

    @property
    def document(self) -> Document:
        return self._document

    @document.setter
    def document(self, document: Document) -> None:
        self._document = document
        if document.people is not self._people:
            self._people = document.people
            self._numbers = {person.id: at for at, person in enumerate(document.people)}
        if document.pages is not self._pages:
            self._pages = document.pages
            self._page_places = {page.id: at for at, page in enumerate(document.pages)}

    def set_zoom(self, factor: float) -> None:
        """Text ``factor`` times as large as the desktop's."""
        self.zoom = factor
        self._set_fonts()

    def _set_fonts(self) -> None:
        size = self._base_font.pointSizeF() * READING_SIZE * self.zoom
        self.font = _sized(self._base_font, size)
        self.bold = _sized(self._base_font, size)
        self.bold.setBold(True)
        self.italic = _sized(self._base_font, size)
        self.italic.setItalic(True)
        self.small = _sized(self._base_font, size * 0.8)
        self.small_bold = _sized(self.bold, size * 0.8)
        self.metrics = QFontMetricsF(self.font)
        self.bold_metrics = QFontMetricsF(self.bold)
        self.small_metrics = QFontMetricsF(self.small)
        self.line = self.metrics.height()
        self.small_line = self.small_metrics.height()
        self.padding = self.length(4)  # Between a paragraph and the edge of its ground.
        # Under each paragraph there is room for a second, small line in the gutters.
        self.gap = self.small_line + 3 * self.padding

    def length(self, pixels: float) -> float:
        """A length at normal zoom, in pixels now."""
        return round(pixels * self.zoom)

    def fitted(self, text: str, width: float) -> tuple[QFont, str, float]:
        """How to write a word in bold within a width, and how wide it is then.

        Enlarged text in a narrow window is written smaller before any of it is left out.
        """
        font, metrics = self.bold, self.bold_metrics
        if metrics.horizontalAdvance(text) > width:
            font, metrics = self.small_bold, QFontMetricsF(self.small_bold)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return font, text, metrics.horizontalAdvance(text)

    def paragraph(self, at: int) -> Paragraph | None:
        """None where the widget is ahead of the document for a moment."""
        paragraphs = self._document.paragraphs
        return paragraphs[at] if 0 <= at < len(paragraphs) else None

    def number(self, speaker: str | None) -> int | None:
        """The participant's place in the list, from 1."""
        place = self._numbers.get(speaker or "")
        return None if place is None else place + 1

    def person(self, speaker: str | None) -> Person | None:
        number = self.number(speaker)
        return None if number is None else self._people[number - 1]

    def page_place(self, identifier: str) -> int | None:
        """Which of the document's pages it is, from 0."""
        return self._page_places.get(identifier)

    def page_at(self, at: int) -> Page:
        """The page on which the paragraph ends."""
        for place in range(min(at, len(self._document.paragraphs) - 1), -1, -1):
            breaks = self._document.paragraphs[place].passage.page_breaks
            if breaks:
                return self._pages[self._page_places[breaks[-1].page]]
        return self._pages[0]

    def speaker_name(self, paragraph: Paragraph) -> str:
        """What the gutter calls the speaker; the word for narrative and for an unknown one too."""
        if paragraph.kind is Kind.NARRATIVE:
            return "narrative"
        person = self.person(paragraph.speaker)
        return person.name if person is not None else "Speaker?"

    def printed_label(self, paragraph: Paragraph) -> str:
        """The label as printed, where it says something else than the speaker's name; else ""."""
        if paragraph.label is None:
            return ""
        label = paragraph.label.text
        return "" if label.rstrip(" :.-—–") == self.speaker_name(paragraph) else label


def _sized(font: QFont, size: float) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(size)
    return sized
