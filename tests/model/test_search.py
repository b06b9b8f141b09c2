"""Finding words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import search
from app.model.document import Document
from app.model.passage import Passage
from tests.memoranda import short


def reading(*texts: str) -> Document:
    document = short()
    first = document.paragraphs[0]
    return document.with_paragraphs(
        0, 1, tuple(replace(first, id=f"p{n}", passage=Passage(t)) for n, t in enumerate(texts))
    )


@pytest.mark.parametrize(
    ("sought", "match_case", "found"),
    [
        ("", False, ()),
        ("summit", False, ((0, 4, 10), (1, 0, 6))),
        ("Summit", True, ((0, 4, 10),)),
        ("the summit", False, ((0, 0, 10),)),
        ("nothing", False, ()),
        ("mm", True, ((0, 6, 8), (1, 2, 4))),
        (".", False, ((0, 10, 11),)),
    ],
)
def test_matches(sought: str, match_case: bool, found: tuple[search.Match, ...]) -> None:
    document = reading("The\xa0Summit.", "summit")
    assert search.matches(document, sought, match_case=match_case) == found


def test_matches_do_not_overlap() -> None:
    assert search.matches(reading("aaaa"), "aa") == ((0, 0, 2), (0, 2, 4))


def test_letters_that_grow_in_lower_case_keep_offsets_true() -> None:
    text = "İİ Roh Tae Woo"
    ((at, start, end),) = search.matches(reading(text), "roh")
    assert (at, text[start:end]) == (0, "Roh")


@given(st.text(st.characters(exclude_characters="\n", codec="utf-8")), st.data())
def test_whatever_stands_in_the_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = search.matches(reading(text), text[start:end], match_case=True)
    blank = text[start:end].replace("\xa0", " ")
    assert all(text[s:e].replace("\xa0", " ") == blank for _, s, e in found)
    assert bool(found) == bool(blank)


@pytest.mark.parametrize(
    ("place", "number"), [((0, 0), 0), ((0, 4), 0), ((0, 5), 1), ((1, 0), 1), ((1, 1), 0)]
)
def test_nearest_goes_round(place: tuple[int, int], number: int) -> None:
    found = search.matches(reading("The Summit", "summit"), "summit")
    assert search.nearest(found, *place) == number


def test_nearest_of_nothing() -> None:
    assert search.nearest((), 0, 0) is None


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("the other them the", "the", [(0, 3), (15, 18)]),
        ("the_ the2 the-", "the", [(10, 13)]),
        ("a (b) c", "(b)", [(2, 5)]),
        ("a(b)c", "(b)", [(1, 4)]),
        ("aa aaa aa", "aa", [(0, 2), (7, 9)]),
    ],
)
def test_whole_words(text: str, sought: str, found: list[tuple[int, int]]) -> None:
    finder = search.words(sought, "x", whole_words=True)
    assert [(one.start, one.end) for one in finder(text)] == found
    assert {one.replacement for one in finder(text)} == {"x"}
