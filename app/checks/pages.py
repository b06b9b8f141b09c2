"""Pages: their numbers, and what of their heads and feet got into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.checks.finding import Finding, Fix, InParagraph, OnPage, Rule, Severity
from app.model.document import Document, Page, Paragraph
from app.model.edits import CorrectFurniture, CorrectText
from app.model.terms import FurnitureKind

SEQUENCE = Rule(
    "page-sequence",
    "Page number out of sequence",
    Severity.WARNING,
    "A page is lacking, in the wrong place, or its number is misread",
)
RUNNING_HEAD = Rule(
    "running-head",
    "Head or foot of a page inside the text",
    Severity.WARNING,
    "Banners and running heads are no part of what was said",
)

_NUMBER = re.compile(r"\d+", re.ASCII)
_CAPITALS = re.compile(r"(?P<line>\b[A-Z][A-Z0-9 ,.'’&/-]*[A-Z]\b) ?")
_LEAST = 6
"""Letters of a line in capitals that can't be an acronym."""
_RUNNING = frozenset({FurnitureKind.BANNER, FurnitureKind.LETTERHEAD, FurnitureKind.OTHER})


def page_numbers(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """Each printed number is as far from the one before as the pages are."""
    last: tuple[int, int] | None = None
    for at, page in enumerate(page for page in document.pages if not page.sheet):
        numbered = _numbered(page)
        if numbered is None:
            continue
        piece, number = numbered
        if last and number - last[1] != at - last[0]:
            yield _out_of_sequence(page, piece, number, last[1] + at - last[0])
        last = at, number


def _numbered(page: Page) -> tuple[int, int] | None:
    """The piece that is the page's number, and the number; None where no digits are read."""
    for index, piece in enumerate(page.furniture):
        found = _NUMBER.search(piece.text.text)
        if piece.kind is FurnitureKind.PAGE_NUMBER and found:
            return index, int(found[0])
    return None


def _out_of_sequence(page: Page, piece: int, number: int, wanted: int) -> Finding:
    printed = page.furniture[piece].text.text
    text = _NUMBER.sub(str(wanted), printed, count=1)
    return Finding(
        SEQUENCE,
        OnPage(page.id, piece),
        f"The page is numbered {number}, where {wanted} is due.",
        printed,
        (Fix(f"It reads {text}", CorrectFurniture(page.id, piece, text)),),
    )


class Capitals(NamedTuple):
    """A stretch in capitals, ``start:end`` of a paragraph; a blank after it ends at ``stop``."""

    start: int
    end: int
    stop: int
    text: str


def capitals(paragraph: Paragraph) -> tuple[Capitals, ...]:
    """The stretches that are too long for an acronym."""
    return tuple(
        Capitals(*found.span("line"), found.end(), found["line"])
        for found in _CAPITALS.finditer(paragraph.text)
        if len(_letters(found["line"])) >= _LEAST
    )


def running_heads(document: Document, facts: Sequence[tuple[Capitals, ...]]) -> Iterator[Finding]:
    """A stretch in capitals that reads as a head or foot of one of the pages does."""
    heads = {
        _letters(line)
        for page in document.pages
        for piece in page.furniture
        if piece.kind in _RUNNING
        for line in piece.text.text.splitlines()
    }
    for at, stretches in enumerate(facts):
        for stretch in stretches:
            if _letters(stretch.text) in heads:
                yield _inside(document.paragraphs[at].id, at, stretch)


def _inside(identifier: str, at: int, stretch: Capitals) -> Finding:
    return Finding(
        RUNNING_HEAD,
        InParagraph(at, identifier, stretch.start, stretch.end),
        f"“{stretch.text}” stands on the pages around the text too.",
        stretch.text,
        (Fix("Take it out", CorrectText(at, stretch.start, stretch.stop, "")),),
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
