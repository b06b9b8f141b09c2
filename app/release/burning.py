"""Which parts of a page image are burnt away.

Boxes are whole lines: the true width of a box lets a reader try names in it. Where it is not known
where on the page the withheld words stand, the whole page goes.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.model.document import Document, Page, TextLine
from app.model.redactions import passages, portions, redactions_in
from app.model.spans import PAGE_BREAK
from app.model.terms import Disposition
from app.model.withholding import withheld_places
from app.model.witness import body_witness

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in the pixels that ``Page.lines`` count."""
_AROUND = 0.2
"""Of the height of a line, burnt above and below it: letters reach out of their boxes."""


@dataclass(frozen=True, slots=True)
class Burnt:
    """What is burnt of a page: ``boxes``, or all of it."""

    page: Page
    boxes: tuple[Box, ...]
    whole: bool


def burnt(document: Document) -> tuple[Burnt, ...]:
    """For each page with an image that is part of the memorandum; a library's sheets are left
    out.
    """
    places = withheld_places(document)
    around = _withheld_around(document)
    found: list[Burnt] = []
    start = 0
    for page, witness in zip(document.pages, body_witness(document).split(PAGE_BREAK), strict=True):
        here = {place - start for place in places if start <= place < start + len(witness)}
        start += len(witness) + 1
        if page.image is not None and not page.sheet:
            found.append(_of_page(page, here, around=around))
    return tuple(found)


def _of_page(page: Page, places: set[int], *, around: bool) -> Burnt:
    unlinked = places - {
        at
        for line in page.lines
        for word in line.words
        for at in range(word.start, word.start + word.length)
    }
    whole = bool(unlinked) or (around and not page.lines) or not (page.width and page.height)
    lines = [line for line in page.lines if _holds(line, places) or (around and not line.words)]
    return Burnt(page, tuple(_box(page, line) for line in lines), whole)


def _holds(line: TextLine, places: set[int]) -> bool:
    return any(
        at in places for word in line.words for at in range(word.start, word.start + word.length)
    )


def _box(page: Page, line: TextLine) -> Box:
    """From edge to edge of the page, a little more than the line is high."""
    more = round((line.bottom - line.top) * _AROUND) + 1
    return 0, max(0, line.top - more), page.width, min(page.height, line.bottom + more)


def _withheld_around(document: Document) -> bool:
    """Whether anything is withheld that stands outside of the conversation, so that its place on
    the page is not known.
    """
    held = passages(document, conversation=False)
    released = (Disposition.RELEASE, Disposition.IN_PART)
    return (
        bool(document.withheld)
        or any(redactions_in(passage) for _, passage in held)
        or any(
            one.at is None and (one.decision is None or one.decision.disposition not in released)
            for one in portions(document)
        )
    )
