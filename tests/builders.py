"""Documents written down as a page is read, so that tests stay short."""

from __future__ import annotations

import re

from app.model.document import Document, Furniture, Mark, Page, Paragraph, Person
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import PageBreak, Span
from app.model.terms import FurnitureKind, Kind, Level, Place

_LINE = re.compile(
    r"(?P<breaks>\f*)(?P<label>\+|[^:()]+:)? ?(?P<text>.*?)(?: ?\((?P<level>U|C|S|TS)\))?$", re.S
)


def document(*lines: str) -> Document:
    """A line a paragraph: ``"The President: Hello there. (U)"``.

    A label with a colon makes a turn, and its words without the colon a participant; "+" goes on
    with the turn; anything else is narrative. A form feed is the beginning of a page, at the start
    of a line or within it.
    """
    people: dict[str, Person] = {}
    paragraphs: list[Paragraph] = []
    for line in lines:
        breaks = sum(len(paragraph.passage.page_breaks) for paragraph in paragraphs)
        speaker = paragraphs[-1].speaker if paragraphs else None
        paragraphs.append(_paragraph(line, len(paragraphs) + 1, breaks, speaker, people))
    count = 1 + sum(len(paragraph.passage.page_breaks) for paragraph in paragraphs)
    return Document(
        paragraphs=Paragraphs(paragraphs),
        pages=tuple(page(number) for number in range(1, count + 1)),
        people=tuple(people.values()),
        serial=len(paragraphs) + 1,
    )


def page(number: int) -> Page:
    """A page with its banner, at the top and the bottom."""
    banners = tuple(
        Furniture(FurnitureKind.BANNER, place, Passage("CONFIDENTIAL"), Level.C, struck=True)
        for place in (Place.TOP, Place.BOTTOM)
    )
    return Page(f"page-{number}", number, banners)


def _paragraph(
    line: str, number: int, breaks: int, speaker: str | None, people: dict[str, Person]
) -> Paragraph:
    match = _LINE.fullmatch(line)
    assert match is not None
    text, spans = _with_breaks(match["breaks"] + match["text"], breaks)
    mark = Mark(Level[match["level"]], reading=f"({match['level']})") if match["level"] else None
    identifier, passage = f"para-{number}", Passage(text, spans)
    label = match["label"]
    if label is None:
        return Paragraph(identifier, Kind.NARRATIVE, passage, mark=mark)
    if label == "+":
        return Paragraph(identifier, Kind.CONTINUATION, passage, speaker=speaker, mark=mark)
    name = label[:-1]
    person = people.setdefault(name, Person(f"person-{len(people) + 1}", name, aliases=(name,)))
    return Paragraph(identifier, Kind.TURN, passage, Passage(label), person.id, mark)


def _with_breaks(text: str, breaks: int) -> tuple[str, tuple[Span, ...]]:
    spans: list[Span] = []
    while "\f" in text:
        place = text.index("\f")
        spans.append(PageBreak(place, place, f"page-{breaks + len(spans) + 2}"))
        text = text[:place] + text[place + 1 :]
    return text, tuple(spans)
