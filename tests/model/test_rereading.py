"""A second reading is compared, and taken only where a person says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import Document
from app.model.rereading import readings, take
from app.model.spans import PageBreak
from app.model.terms import Act, Kind
from app.model.witness import body_witness
from tests.model.records import narrative

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def pairs(document: Document, other: Document) -> list[tuple[str, str, bool]]:
    return [(r.now, r.new, r.edited) for r in readings(document, other)]


def test_the_same_reading_has_no_differences() -> None:
    document = narrative("On the Asian issues", "Roh is meeting")
    assert readings(document, document) == ()


def test_words_that_differ_are_named_with_their_place() -> None:
    document = narrative("On tbe Asian issues", "Roh is rneeting him")
    other = narrative("On the Asian issues", "Roh is meeting him")
    first, second = readings(document, other)
    assert (first.at, first.start, first.end, first.now, first.new) == (0, 3, 6, "tbe", "the")
    assert (second.at, second.now, second.new) == (1, "rneeting", "meeting")


def test_paragraphs_cut_elsewhere_do_not_matter() -> None:
    assert pairs(narrative("one two tbree four"), narrative("one two", "three four")) == [
        ("tbree", "three", False)
    ]


@pytest.mark.parametrize(
    ("read", "better"),
    [
        (("I was cal1ed.", "Tbank you"), ("I was called.", "Thank you")),
        (("I was cal1ed.", "Tbank you"), ("I was really called.", "Thank you")),
        (("he cal1ed", "Tbe", "Presidenl"), ("he called", "The", "President")),
        (("one lwo", "x"), ("one two", "")),
    ],
)
def test_no_word_changes_its_paragraph(read: tuple[str, ...], better: tuple[str, ...]) -> None:
    """Words that differ on both sides of a paragraph break are shared out."""
    document, other = narrative(*read), narrative(*better)
    after = take(readings(document, other)).apply(document, ACT)
    assert [p.text for p in after.paragraphs] == list(better)


def test_a_person_s_work_is_pointed_out_and_left() -> None:
    document = edits.CorrectText(0, 3, 6, "their").apply(narrative("On tbe Asian issues"), ACT)
    assert pairs(document, narrative("On the Asian issues")) == [("their", "the", True)]


def test_what_is_taken_is_a_correction_in_one_step() -> None:
    document = narrative("On tbe Asian issues we", "Roh Roh meeting")
    other = narrative("On the Asian issues we agree", "Roh is meeting")
    after = take(readings(document, other)).apply(document, ACT)
    assert [p.text for p in after.paragraphs] == [p.text for p in other.paragraphs]
    assert body_witness(after) == body_witness(document)


def test_words_put_in_and_left_out() -> None:
    document, other = narrative("b c d"), narrative("a b d")
    after = take(readings(document, other)).apply(document, ACT)
    assert after.paragraphs[0].text == "a b d"


def test_pages_are_compared_with_their_like() -> None:
    document = narrative("alpha beta", "gamma delta")
    pages = (document.pages[0], replace(document.pages[0], id="page-2", number=2))
    second = replace(
        document.paragraphs[1],
        kind=Kind.NARRATIVE,
        passage=replace(document.paragraphs[1].passage, spans=(PageBreak(0, 0, "page-2"),)),
    )
    paged = replace(document, pages=pages).with_paragraphs(1, 2, (second,))
    other = paged.with_paragraphs(0, 1, (narrative("alpha zeta").paragraphs[0],))
    assert [(r.page, r.now, r.new) for r in readings(paged, other)] == [(1, "beta", "zeta")]
