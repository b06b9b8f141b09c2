"""What was found, in its context, and all of it replaced in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.model.comparing import pieces, text_range
from app.model.document import Document, Paragraph
from app.model.edits import Compound, CorrectText
from app.model.sanitise import sanitised
from app.model.scopes import whole
from app.model.search import Finder, Match
from app.model.surroundings import surroundings

CONTEXT = 48
"""Characters shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """``start:end`` of paragraph ``at``, which reads ``old`` (in the source, where that was looked
    through); ``new`` would take its place.
    """

    at: int
    start: int
    end: int
    old: str
    new: str

    @property
    def match(self) -> Match:
        return self.at, self.start, self.end


def hits(
    document: Document,
    finder: Finder,
    scope: Iterable[Match] | None = None,
    *,
    original: bool = False,
) -> tuple[Hit, ...]:
    """What the finder finds within the scope, all of the conversation where there is none.

    ``original`` looks through the source's readings: a hit is then where that reading stood.
    """
    look = _in_original if original else _in_text
    found: list[Hit] = []
    for at, start, end in whole(document) if scope is None else scope:
        for hit in look(document.paragraphs[at], at, finder):
            if start <= hit.start and hit.end <= end:
                found.append(hit)
    return tuple(found)


def _in_text(paragraph: Paragraph, at: int, finder: Finder) -> Iterator[Hit]:
    text = paragraph.text
    for start, end, new in finder(text):
        yield Hit(at, start, end, text[start:end], sanitised(new))


def _in_original(paragraph: Paragraph, at: int, finder: Finder) -> Iterator[Hit]:
    if not paragraph.passage.corrections:
        yield from _in_text(paragraph, at, finder)
        return
    parts = pieces(paragraph.passage)
    text = "".join(part.original for part in parts).replace("\n", " ")
    for start, end, new in finder(text):
        yield Hit(at, *text_range(parts, start, end), text[start:end], sanitised(new))


def replaced(chosen: Iterable[Hit], name: str = "Replace All") -> Compound:
    """One edit that replaces these hits; made for the document they were found in.

    From the end on, so that the places before stay true.
    """
    backwards = sorted(chosen, key=lambda hit: hit.match, reverse=True)
    return Compound(name, tuple(CorrectText(*hit.match, hit.new) for hit in backwards))


def context(document: Document, hit: Hit) -> tuple[str, str]:
    """What stands before and after it."""
    text = document.paragraphs[hit.at].text
    return surroundings(text, hit.start, hit.end, CONTEXT, CONTEXT)
