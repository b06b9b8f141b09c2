"""Documents of any size for the benchmarks."""

from __future__ import annotations

from random import Random

from app.model.document import Document, Furniture, Mark, Page, Paragraph, Person
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import Correction, Doubt, PageBreak, Span
from app.model.terms import Act, Certainty, CorrectionKind, FurnitureKind, Kind, Level, Place

A_PAGE = 9
"""Paragraphs on a page."""
LENGTH = 200
"""Characters of a paragraph, about."""

_WORDS = """
the of and to in a is that for it as was with be by on not he this are at from his but an they
which you one we all her had would there their will when who him been has more if no out so said
what up its about into than them can only other time new some could these two President Minister
meeting question agreement trade security progress support position
"""
_ACT = Act("rev-ab", "2026-03-01T09:30:00Z")


def transcript(pages: int) -> Document:
    """Two speakers in turn, marks, page breaks, and what importers and people leave: a correction
    in every third paragraph, a doubtful word in every fifth.
    """
    random = Random(1)
    people = (
        Person("person-1", "The President"),
        Person("person-2", "Toshiki Kaifu", aliases=("Prime Minister Kaifu",)),
    )
    return Document(
        paragraphs=Paragraphs(
            _paragraph(number, people[number % 2], random) for number in range(pages * A_PAGE)
        ),
        pages=tuple(_page(number) for number in range(1, pages + 1)),
        people=people,
        serial=pages * A_PAGE + 1,
    )


def _paragraph(number: int, person: Person, random: Random) -> Paragraph:
    vocabulary, words = _WORDS.split(), list[str]()
    while sum(map(len, words)) + len(words) < LENGTH:
        words.append(random.choice(vocabulary))
    text = " ".join(words) + "."
    mark = Mark(Level.C, struck=True, reading="(Ø)", certainty=Certainty.LOW)
    return Paragraph(
        id=f"para-{number + 1}",
        kind=Kind.TURN,
        passage=Passage(text, _spans(number, text)),
        label=Passage(f"{(*person.aliases, person.name)[0]}:"),
        speaker=person.id,
        mark=mark if number % 4 == 0 else Mark(Level.U, reading="(U)"),
    )


def _spans(number: int, text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    if number and number % A_PAGE == 0:
        spans.append(PageBreak(0, 0, f"page-{number // A_PAGE + 1}"))
    if number % 3 == 0:
        end = text.index(" ")
        spans.append(Correction(0, end, "tbe", CorrectionKind.OCR, _ACT))
    if number % 5 == 0:
        start = text.index(" ", 60) + 1
        spans.append(Doubt(start, text.index(" ", start), 0.4))
    return tuple(spans)


def _page(number: int) -> Page:
    banner = Passage("CONFIDENTIAL")
    kinds = FurnitureKind
    return Page(
        f"page-{number}",
        number,
        (
            Furniture(kinds.BANNER, Place.TOP, banner, Level.C, struck=True),
            Furniture(kinds.PAGE_NUMBER, Place.TOP, Passage(str(number))),
            Furniture(kinds.BANNER, Place.BOTTOM, banner, Level.C, struck=True),
        ),
    )
