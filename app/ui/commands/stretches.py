"""Which words a command is about: of the selection, of passages, of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.document import Document
from app.model.edits.redactions import Stretch, snapped
from app.model.queries import stretches
from app.model.redactions import passage_at
from app.ui.commands.desk import Desk

_EXCERPT = 80
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def selected_stretches(desk: Desk) -> tuple[Stretch, ...]:
    """What is selected, or the word at the caret; () where there is none."""
    document, (start, end) = desk.document, desk.pane.selection()
    if start == end:
        at, offset = start
        words = _WORD.finditer(document.paragraphs[at].text)
        word = next((one for one in words if one.start() <= offset <= one.end()), None)
        if word is None:
            return ()
        start, end = (at, word.start()), (at, word.end())
    chosen = (_words_in(document, *stretch) for stretch in stretches(document, start, end))
    return tuple(stretch for stretch in chosen if stretch[1] < stretch[2])


def _words_in(document: Document, at: int, start: int, end: int) -> Stretch:
    """The whole words in a stretch of the paragraph, without the blanks around them."""
    paragraph = document.paragraphs[at]
    words = paragraph.text[start:end]
    low, high = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    if low < high:
        low, high = snapped(paragraph.passage, low, high)
    return paragraph.id, low, high


def whole_passages(document: Document, places: tuple[str, ...]) -> tuple[Stretch, ...]:
    """All the words of these passages."""
    held = ((where, passage_at(document, where)) for where in places)
    return tuple((where, 0, len(one.text)) for where, one in held if one and one.text.strip())


def on_page(document: Document, page: str) -> Iterator[Stretch]:
    """The words of the conversation that are on the page."""
    here = page == document.pages[0].id
    for paragraph in document.paragraphs:
        low = 0
        for place in paragraph.passage.page_breaks:
            if here and low < place.start:
                yield paragraph.id, low, place.start
            here, low = place.page == page, place.start
        if here and low == 0 and paragraph.label is not None:
            yield f"{paragraph.id}/label", 0, len(paragraph.label.text)
        if here and paragraph.text[low:].strip():
            yield paragraph.id, low, len(paragraph.text)


def words_of(document: Document, stretch: Stretch) -> str:
    where, start, end = stretch
    passage = passage_at(document, where)
    return passage.text[start:end] if passage is not None else ""


def asked_about(document: Document, chosen: tuple[Stretch, ...]) -> str:
    """The words in question, as far as they fit on a line or two, and how many they are."""
    words = " … ".join(words_of(document, stretch) for stretch in chosen)
    count = len(words.split())
    shown = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"
    return f"“{shown}” ({count} word{'' if count == 1 else 's'})"
