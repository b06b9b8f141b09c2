"""How many doubtful words are left, and where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.model import edits
from app.model.document import Document
from app.model.doubts import ALL, doubts, remaining, remaining_after
from app.model.queries import following, preceding
from app.model.spans import Doubt
from app.model.terms import Act
from tests import builders
from tests.model.steps import Step, steps
from tests.model.test_links import edited

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
CERTAINTIES = (0.2, 0.5, 0.8)


def doubtful() -> Document:
    """Of "one two three" each word is doubted in one of two paragraphs, the surest last."""
    document = builders.document("one two three", "no doubt here", "one two three")
    for at in (0, 2):
        passage = document.paragraphs[at].passage
        for (start, end), certainty in zip(((0, 3), (4, 7), (8, 13)), CERTAINTIES, strict=True):
            passage = passage.with_span(Doubt(start, end, certainty))
        held = replace(document.paragraphs[at], passage=passage)
        document = document.with_paragraphs(at, at + 1, (held,))
    return document


@pytest.mark.parametrize(
    ("threshold", "count"), [(0.2, 0), (0.3, 2), (0.8, 4), (0.81, 6), (ALL, 6)]
)
def test_those_under_the_threshold_remain(threshold: float, count: int) -> None:
    document = doubtful()
    assert remaining(document.paragraphs, threshold) == count
    assert len(list(doubts(document, threshold))) == count


def test_a_certainty_that_is_no_number_is_a_doubt() -> None:
    document = builders.document("odd")
    passage = document.paragraphs[0].passage.with_span(Doubt(0, 3, float("nan")))
    held = replace(document.paragraphs[0], passage=passage)
    assert remaining((held,), 0.5) == 1


def test_from_one_to_the_next_and_back() -> None:
    places = tuple(doubts(doubtful(), 0.6))
    assert places == ((0, 0), (0, 4), (2, 0), (2, 4))
    assert following(places, (0, 4)) == (2, 0)
    assert following(places, (2, 4)) == (0, 0)
    assert preceding(places, (2, 0)) == (0, 4)


@settings(deadline=None)
@given(steps)
def test_counting_what_differs_counts_them_all(taken: list[Step]) -> None:
    before = doubtful()
    after = edited(before, taken)
    for threshold in (0.6, ALL):
        old = remaining(before.paragraphs, threshold)
        counted = remaining_after(old, before, after, threshold)
        assert counted == remaining(after.paragraphs, threshold)


def test_a_word_that_is_changed_is_doubtful_no_more() -> None:
    after = edits.CorrectText(0, 4, 7, "too").apply(doubtful(), ACT)
    assert tuple(doubts(after)) == ((0, 0), (0, 8), (2, 0), (2, 4), (2, 8))
