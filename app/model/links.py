"""From the text under review to the page image, and back.

A word on the image knows its place in the source's reading of its page, which no edit moves. The
caret is somewhere in the text as it reads now. What lies between the two are the corrections.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.model.document import Document, Page, Paragraph, TextLine, Word
from app.model.passage import Passage
from app.model.spans import PAGE_BREAK, Correction, PageBreak, Span
from app.model.witness import (
    before_text,
    body_witness,
    opening_breaks,
    paragraph_witness,
    passage_witness,
)


def page_witnesses(document: Document) -> tuple[str, ...]:
    """The body witness of each page, in page order: what ``Word.start`` counts in."""
    return tuple(body_witness(document).split(PAGE_BREAK))


def page_place(document: Document, at: int, offset: int) -> tuple[str, int] | None:
    """The page and the place in its witness of a place in the text of paragraph ``at``.

    A place inside a correction is as far inside its original reading; what was deleted at the place
    lies before it. None if there is no such page.
    """
    paragraph = document.paragraphs[at]
    piece, breaks = _witness_before(paragraph, offset), _breaks_before(paragraph, offset)
    length, unnamed, found = 0, 0, False
    while True:
        if not found:
            cut = piece.rfind(PAGE_BREAK)
            length, found = length + len(piece) - cut - 1, cut >= 0
        for page in reversed(breaks):
            if page is not None:
                return _counted(document, page, unnamed, length)
            unnamed += 1
        if at == 0:
            return _counted(document, document.pages[0].id, unnamed, length)
        length += not found and document.paragraphs[at].made is None
        at -= 1
        paragraph = document.paragraphs[at]
        breaks = _breaks_before(paragraph, len(paragraph.text))
        piece = "" if found else paragraph_witness(paragraph)


def place_of_word(document: Document, page: str, start: int) -> tuple[int, int] | None:
    """The paragraph and the place in its text of a place in a page's witness.

    What stands before the text of a paragraph (its label, its leading mark) is at its start, and
    what stands after it at its end. None if the page has no such place.
    """
    begun = _page_start(document, page)
    if begun is None:
        return None
    at, skipped = begun
    rest = start
    for number in range(at, len(document.paragraphs)):
        paragraph = document.paragraphs[number]
        witness = paragraph_witness(paragraph)[skipped:]
        if PAGE_BREAK in witness[:rest]:
            return None
        following = document.paragraphs[number + 1 : number + 2]
        ends = not following or following[0].made is None
        if rest < len(witness) or (ends and rest == len(witness)):
            return number, text_offset(paragraph, skipped + rest)
        rest -= len(witness) + ends
        skipped = 0
    return None


def word_at(document: Document, at: int, offset: int) -> tuple[Page, TextLine, Word] | None:
    """The word on the page image at a place in the text, the one after it where two touch; None
    where no word is known.
    """
    place = page_place(document, at, offset)
    if place is None:
        return None
    page = document.page(place[0])
    touched = None
    for line in page.lines:
        for word in line.words:
            if word.start <= place[1] < word.start + word.length:
                return page, line, word
            if word.start + word.length == place[1]:
                touched = page, line, word
    return touched


def text_offset(paragraph: Paragraph, place: int) -> int:
    """The place in the paragraph's text of a place in the paragraph's witness.

    What stands before the text is at its start, and what stands after it at its end.
    """
    breaks, text = opening_breaks(paragraph.passage)
    rest = place - len(passage_witness(breaks)) - len(before_text(paragraph))
    at = 0
    for span in text.spans:
        known = isinstance(span, Correction) or (isinstance(span, PageBreak) and span.found)
        if not known:
            continue
        if rest < span.start - at:
            break
        rest -= span.start - at
        if isinstance(span, Correction):
            if rest < len(span.original):
                return span.start + min(rest, span.end - span.start)
            rest -= len(span.original)
            at = span.end
        else:
            if rest == 0:
                return span.start
            rest -= 1
            at = span.start
    return min(at + max(0, rest), len(text.text))


def _counted(document: Document, page: str, further: int, offset: int) -> tuple[str, int] | None:
    """The page so many pages after the one named, with the offset."""
    known = next((at for at, held in enumerate(document.pages) if held.id == page), None)
    if known is None or known + further >= len(document.pages):
        return None
    return document.pages[known + further].id, offset


def _witness_before(paragraph: Paragraph, offset: int) -> str:
    """The paragraph's witness up to a place in its text."""
    breaks, text = opening_breaks(paragraph.passage)
    return passage_witness(breaks) + before_text(paragraph) + _passage_before(text, offset)


def _passage_before(passage: Passage, offset: int) -> str:
    pieces: list[str] = []
    at = 0
    for span in passage.spans:
        if span.start > offset:
            break
        if isinstance(span, Correction):
            pieces += passage.text[at : span.start], _reading_before(span, offset)
            at = span.end
        elif isinstance(span, PageBreak) and span.found:
            pieces += passage.text[at : span.start], PAGE_BREAK
            at = span.start
    pieces.append(passage.text[at:offset])
    return "".join(pieces)


def _reading_before(correction: Correction, offset: int) -> str:
    inside = correction.end > offset
    return correction.original[: offset - correction.start] if inside else correction.original


def _breaks_before(paragraph: Paragraph, offset: int) -> list[str | None]:
    """The source's page breaks in the paragraph up to a place: the page, None where a correction
    keeps the break and does not say which page it began.
    """
    opening, text = opening_breaks(paragraph.passage)
    found = list(_breaks(opening, 0))
    if paragraph.label is not None:
        found += _breaks(paragraph.label.spans, len(paragraph.label.text))
    found += _breaks(text.spans, offset)
    return found


def _breaks(spans: tuple[Span, ...], offset: int) -> Iterator[str | None]:
    for span in spans:
        if span.start > offset:
            return
        if isinstance(span, PageBreak) and span.found:
            yield span.page
        elif isinstance(span, Correction):
            yield from [None] * _reading_before(span, offset).count(PAGE_BREAK)


def _page_start(document: Document, page: str) -> tuple[int, int] | None:
    """The paragraph in which the source begins the page, and the place in its witness."""
    wanted = next((at for at, held in enumerate(document.pages) if held.id == page), None)
    if wanted is None:
        return None
    if wanted == 0:
        return 0, 0
    for at, paragraph in enumerate(document.paragraphs):
        if not paragraph.passage.spans and paragraph.label is None:
            continue
        here = len(_breaks_before(paragraph, len(paragraph.text)))
        if wanted > here:
            wanted -= here
            continue
        parts = paragraph_witness(paragraph).split(PAGE_BREAK)
        return at, len(PAGE_BREAK.join(parts[:wanted])) + 1
    return None
