"""The questions the desk asks, on the awkward record and small tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.model import queries
from app.model.document import Document, Mark, Page, Paragraph, Reviewer
from app.model.edits import ConfirmMarks, CorrectText, DismissHint, Edit, SplitParagraph
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.queries import Place, Tally
from app.model.spans import PageBreak
from app.model.terms import Act, Certainty, Function, Kind, Level, Position
from tests.model.records import awkward

ACT = Act("rev-ar", "2026-11-24T10:02:00Z")


# -- who -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "other"),
    [
        (0, "p1"),  # nobody before: who speaks next
        (1, "p2"),  # nobody else before: the next other one
        (2, "p2"),
        (3, "p1"),
        (4, "p1"),
        (5, "p2"),  # not known who: who spoke last
    ],
)
def test_other_speaker(at: int, other: str) -> None:
    assert queries.other_speaker(awkward(), at) == other


def test_other_speaker_of_a_monologue_is_the_other_principal() -> None:
    document = awkward()
    monologue = replace(document, paragraphs=Paragraphs(document.paragraphs[:3]))
    assert queries.other_speaker(monologue, 1) == "p2"
    third = replace(document.people[1], id="p3")
    crowd = replace(monologue, people=(*document.people, third))
    assert queries.other_speaker(crowd, 1) is None
    note_taker = replace(document.people[1], function=Function.NOTETAKER)
    alone = replace(monologue, people=(document.people[0], note_taker))
    assert queries.other_speaker(alone, 1) is None


@pytest.mark.parametrize(
    ("name", "initials", "identifier"),
    [
        ("Ada Reviewer", "AR", "rev-ar"),  # the document knows her
        ("Anna Roe", "AR", "rev-ar-2"),  # somebody else with the same initials
        ("Ada Reviewer", "AVR", "rev-avr"),
        ("Ørsted", "Ø", "rev-x"),  # no letter an XML name of ours could have
    ],
)
def test_reviewer_ids_are_unique(name: str, initials: str, identifier: str) -> None:
    document = replace(awkward(), reviewers=(Reviewer("rev-ar", "Ada Reviewer", "AR"),))
    made = queries.reviewer_for(document, name, initials)
    assert made == Reviewer(identifier, name, initials)


# -- which page ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "number"),
    [((0, 0), 1), ((2, 5), 1), ((3, 0), 2), ((3, 5), 2), ((3, 6), 3), ((4, 9), 3), ((5, 0), 4)],
)
def test_page_at(place: Place, number: int) -> None:
    assert queries.page_at(awkward(), *place).number == number


@pytest.mark.parametrize(
    ("position", "number"), [(Position.LEADING, 2), (Position.TRAILING, 3)], ids=str
)
def test_mark_stands_on_the_page_of_its_end(position: Position, number: int) -> None:
    document = awkward()
    marked = replace(document.paragraphs[3], mark=Mark(Level.U, read_at=position))
    document = document.with_paragraphs(3, 4, (marked,))
    assert queries.mark_page(document, 3).number == number


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ((0, 0), "page-2"),
        ((3, 2), "page-2"),
        ((3, 4), "page-3"),
        ((3, 3), "page-2"),
        ((4, 39), "page-4"),
    ],
)
def test_nearest_page_break(place: Place, page: str) -> None:
    assert queries.nearest_page_break(awkward(), *place) == page


def test_one_page_has_no_break() -> None:
    document = awkward()
    one = replace(document, pages=(Page("p", 1),), paragraphs=Paragraphs(document.paragraphs[:2]))
    assert queries.nearest_page_break(one, 1, 3) is None


# -- what is left to do ----------------------------------------------------------------------------


def proposed(reading: str, level: Level = Level.C) -> Mark:
    return Mark(level, reading=reading, certainty=Certainty.LOW)


def two_pages(*marks: Mark | None) -> Document:
    """A paragraph a mark; the second page begins with the last but one."""
    paragraphs = [
        Paragraph(f"para-{n}", Kind.NARRATIVE, Passage(f"Text {n}"), mark=mark)
        for n, mark in enumerate(marks)
    ]
    paragraphs[-2] = replace(paragraphs[-2], passage=Passage("Text", (PageBreak(0, 0, "page-2"),)))
    return Document(Paragraphs(paragraphs), (Page("page-1", 1), Page("page-2", 2)))


def test_same_reading_on_page() -> None:
    confirmed = Mark(Level.C, reading="(Ø)")
    document = two_pages(
        proposed("(Ø)"),
        proposed("(P)"),
        confirmed,
        None,
        proposed("(Ø)", Level.S),
        proposed("(Ø)"),
        proposed("(Ø)"),
        proposed("(Ø)"),
    )
    assert queries.same_reading_on_page(document, 0) == (0, 5)
    assert queries.same_reading_on_page(document, 2) == (0, 5)
    assert queries.same_reading_on_page(document, 7) == (6, 7)
    assert queries.same_reading_on_page(document, 3) == ()


def test_places_left_to_look_at() -> None:
    document = CorrectText(2, 3, 6, "the").apply(awkward(), ACT)
    assert list(queries.unconfirmed_marks(document)) == [
        (2, len(document.paragraphs[2].text)),
        (4, len(document.paragraphs[4].text)),
    ]
    assert list(queries.hints(document)) == [(4, 13)]
    assert list(queries.corrections(document)) == [(2, 3)]


@pytest.mark.parametrize(
    ("here", "after", "before"),
    [
        ((0, 0), (1, 2), (4, 0)),
        ((1, 2), (3, 3), (4, 0)),
        ((3, 4), (4, 0), (3, 3)),
        ((9, 9), (1, 2), (4, 0)),
    ],
)
def test_following_and_preceding_go_round(here: Place, after: Place, before: Place) -> None:
    def places() -> Iterator[Place]:
        yield from ((1, 2), (3, 3), (4, 0))

    assert queries.following(places(), here) == after
    assert queries.preceding(places(), here) == before


def test_nowhere_to_go() -> None:
    assert queries.following(iter(()), (0, 0)) is None
    assert queries.preceding(iter(()), (0, 0)) is None


@pytest.mark.parametrize(
    "edit",
    [
        ConfirmMarks((2, 4)),
        ConfirmMarks((4,)),
        DismissHint((4,)),
        SplitParagraph(2, 5),
        CorrectText(4, 0, 3, "Does"),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_tally_follows_edits(edit: Edit) -> None:
    before = awkward()
    assert queries.tally(before.paragraphs) == Tally(2, 1)
    after = edit.apply(before, ACT)
    counted = queries.tally(after.paragraphs)
    assert queries.tally_after(Tally(2, 1), before, after) == counted
    assert queries.tally_after(counted, after, before) == Tally(2, 1)
    assert queries.tally_after(counted, after, after) == counted


# -- the selection ---------------------------------------------------------------------------------


def test_stretches_of_a_selection() -> None:
    document = awkward()
    assert queries.stretches(document, (1, 3), (1, 3)) == ((1, 3, 3),)
    length = len(document.paragraphs[1].text)
    assert queries.stretches(document, (1, 3), (3, 2)) == (
        (1, 3, length),
        (2, 0, len(document.paragraphs[2].text)),
        (3, 0, 2),
    )


def test_only_stretches_with_a_correction() -> None:
    document = CorrectText(2, 3, 6, "the").apply(awkward(), ACT)
    everything = (0, 0), (5, 0)
    assert [at for at, _, _ in queries.corrected_stretches(document, *everything)] == [2]
    assert queries.corrected_stretches(document, (2, 8), (2, 8)) == ()
    assert queries.corrected_stretches(document, (2, 4), (2, 4)) == ((2, 4, 4),)
