"""What the parts of the transcript draw from: document, colours, fonts and measures."""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app.model.decisions import Judgement, WithheldRange
from app.model.document import Document, Page, Paragraph, Person, Reviewer
from app.model.doubts import ALL
from app.model.queries import unsure_speaker
from app.model.redactions import paragraph_portion
from app.model.spans import Doubt
from app.model.standpoint import Standpoint, standpoint
from app.model.terms import Kind
from app.ui.theme import Theme

READING_SIZE = 1.2
"""The text to be read, in sizes of the desktop's text."""

SMALL = 0.8
"""What stands in second place, in sizes of the text to be read."""

TINY = 0.66
"""The codes over withheld words, in sizes of the text to be read."""


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
        self._reviewer: Reviewer | None = None
        self._standpoint = Standpoint()
        self._seen_from: tuple[object, ...] = (object(),) * 3
        self.zoom = 1.0
        self.doubts_under = ALL
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
        self.small = _sized(self._base_font, size * SMALL)
        self.tiny = _sized(self._base_font, size * TINY)
        self.tiny.setBold(True)
        self.metrics = QFontMetricsF(self.font)
        self.bold_metrics = QFontMetricsF(self.bold)
        self.small_metrics = QFontMetricsF(self.small)
        self.tiny_metrics = QFontMetricsF(self.tiny)
        self.line = self.metrics.height()
        self.small_line = self.small_metrics.height()
        self.padding = self.length(4)  # Between a paragraph and the edge of its ground.
        # Over a line in which withheld words begin there is room for their codes.
        self.code_room = round(self.tiny_metrics.height()) + 2
        # Under each paragraph there is room for a second, small line in the gutters.
        self.gap = self.small_line + 3 * self.padding

    def length(self, pixels: float) -> float:
        """A length at normal zoom, in pixels now."""
        return round(pixels * self.zoom)

    def fitted(self, text: str, width: float, style: QFont) -> tuple[QFont, str, float]:
        """How to write words within a width in the style of a font; the font, they, their width.

        Enlarged text in a narrow window is written smaller before any of it is left out.
        """
        font = self.fitting((text,), width, style)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return font, text, metrics.horizontalAdvance(text)

    def fitting(self, texts: Iterable[str], width: float, style: QFont) -> QFont:
        """The largest font in which all of the texts fit; what fits in none is left out."""
        words = tuple(texts)
        if _all_fit(words, width, style):
            return QFont(style)
        smaller = style.pointSizeF() * SMALL, self._base_font.pointSizeF()
        fonts = [_sized(style, size) for size in smaller]
        least = QFontMetricsF(fonts[-1])
        words = tuple(text for text in words if least.horizontalAdvance(text) <= width)
        return next((font for font in fonts if words and _all_fit(words, width, font)), fonts[-1])

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

    def is_marked(self, doubt: Doubt) -> bool:
        """Whether the word is so doubtful that it is marked."""
        return not doubt.certainty >= self.doubts_under

    def set_reviewer(self, reviewer: Reviewer) -> None:
        """Whose decisions are shown: a blind second reviewer sees only their own."""
        self._reviewer = reviewer

    @property
    def standpoint(self) -> Standpoint:
        """That of the person who reviews."""
        document = self._document
        seen_from = document.second_review, document.reviewers, self._reviewer
        if not all(map(is_, seen_from, self._seen_from)):
            self._seen_from = seen_from
            person = self._reviewer
            self._standpoint = standpoint(document, person) if person else Standpoint()
        return self._standpoint

    def withheld(self, at: int, paragraph: Paragraph) -> tuple[WithheldRange, ...]:
        """The words of the paragraph that are shown as withheld."""
        here = self.standpoint
        if not paragraph.passage.spans and not here.second:
            return ()
        return here.ranges(paragraph_portion(at, paragraph), paragraph.id, paragraph.passage)

    def wholly_withheld(self, at: int, paragraph: Paragraph) -> Judgement | None:
        """The denial or referral that is shown of the paragraph as a whole."""
        here = self.standpoint
        if paragraph.decision is None and not here.second:
            return None
        return here.whole(paragraph_portion(at, paragraph))

    def speaker_name(self, paragraph: Paragraph) -> str:
        """What the gutter calls the speaker; the word for narrative and for an unknown one too."""
        if paragraph.kind is Kind.NARRATIVE:
            return "narrative"
        person = self.person(paragraph.speaker)
        return _proposed(person.name, paragraph) if person is not None else "Speaker?"

    def voice(self, paragraph: Paragraph) -> str:
        """Whose words narrative reports; "" where nobody's."""
        person = self.person(paragraph.voice)
        return _proposed(person.name, paragraph) if person is not None else ""

    def printed_label(self, paragraph: Paragraph) -> str:
        """The label as printed, where it says something else than the speaker's name; else ""."""
        if paragraph.label is None:
            return ""
        label, person = paragraph.label.text, self.person(paragraph.speaker)
        named = person is not None and label.rstrip(" :.-—–") == person.name
        return "" if named else label


def _proposed(name: str, paragraph: Paragraph) -> str:
    """With a question mark while nobody has confirmed what the importer proposes."""
    return f"{name}?" if unsure_speaker(paragraph) else name


def _sized(font: QFont, size: float) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(size)
    return sized


def _all_fit(texts: tuple[str, ...], width: float, font: QFont) -> bool:
    metrics = QFontMetricsF(font)
    return all(metrics.horizontalAdvance(text) <= width for text in texts)
