"""How much of the pages of the paper withheld paragraphs fill."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.model.document import Document, Paragraph
from app.release.amounts import lines_of

_FULL = 20
"""Lines of the conversation that make a page: one with fewer is the end of a memorandum."""


class Sheets:
    """The lines of the conversation by the page they stand on; ``line`` is what one holds."""

    def __init__(self, document: Document, line: int) -> None:
        self._line = line
        self._lines: list[Counter[str]] = []
        page = document.pages[0].id
        for paragraph in document.paragraphs:
            lines: Counter[str] = Counter()
            for here, text in _pieces(paragraph, page):
                page = here
                if text.strip():
                    lines[page] += lines_of(text, line)
            self._lines.append(lines)
        self._totals = sum(self._lines, Counter[str]())
        entries = [passage for one in document.heading.entries for passage in (one.label, one.text)]
        for passage in (document.heading.title, *entries):
            for text in filter(None, passage.text.split("\n")):
                self._totals[document.pages[0].id] += lines_of(text, line)

    def filled(self, start: int, stop: int) -> float:
        """How many pages the paragraphs ``start:stop`` fill, 0 where not even one as a whole."""
        lines = sum(self._lines[start:stop], Counter[str]())
        whole = any(count == self._totals[page] and count >= _FULL for page, count in lines.items())
        return sum(count / self._totals[page] for page, count in lines.items()) if whole else 0


def _pieces(paragraph: Paragraph, page: str) -> Iterator[tuple[str, str]]:
    """The text page by page; it begins on ``page``."""
    at = 0
    for anchor in paragraph.passage.page_breaks:
        yield page, paragraph.text[at : anchor.start]
        page, at = anchor.page, anchor.start
    yield page, paragraph.text[at:]
