"""Parts of the conversation that a search can be kept to, as (paragraph, start, end).

The selection is one too: ``app.model.queries.stretches``.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.model.document import Document
from app.model.search import Match


def whole(document: Document) -> Iterator[Match]:
    """All of it."""
    for at, paragraph in enumerate(document.paragraphs):
        yield at, 0, len(paragraph.text)


def of_speaker(document: Document, speaker: str | None) -> Iterator[Match]:
    """The paragraphs of a speaker (``Person.id``); None for the narrative and unknown ones."""
    for at, paragraph in enumerate(document.paragraphs):
        if paragraph.speaker == speaker:
            yield at, 0, len(paragraph.text)


def of_page(document: Document, page: str) -> Iterator[Match]:
    """What stands on a page (``Page.id``)."""
    current = document.pages[0].id
    for at, paragraph in enumerate(document.paragraphs):
        start = 0
        for anchor in paragraph.passage.page_breaks:
            if current == page and start < anchor.start:
                yield at, start, anchor.start
            current, start = anchor.page, anchor.start
        if current == page:
            yield at, start, len(paragraph.text)
