"""What share is done, and that counting on after an edit is as good as counting anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from app.checks.findings import findings
from app.checks.progress import (
    Share,
    paragraphs_on,
    progress,
    reviewed_after,
    reviewed_count,
)
from app.checks.registry import CHECKS
from app.model.document import Document
from app.model.edits import DismissFinding, EditRefused, SetReviewed
from app.model.passage import Passage
from app.model.spans import Doubt
from tests.builders import document
from tests.checks.finds import ACT
from tests.model.steps import Step, edit_of, steps

PAGES = document(
    "They met. (U)", "Kaifu: A long an\fswer. (U)", "+ More. (U)", "\fThe President: Yes. (U)"
)


@pytest.mark.parametrize(
    ("reviewed", "pages"),
    [((), 0), ((0,), 0), ((0, 1), 1), ((1, 2), 1), ((0, 1, 2), 2), ((3,), 1), ((0, 1, 2, 3), 3)],
)
def test_a_page_is_done_when_all_on_it_is(reviewed: tuple[int, ...], pages: int) -> None:
    after = SetReviewed(reviewed).apply(PAGES, ACT)
    shares = progress(after, ())
    assert shares.pages == Share(pages, 3)
    assert shares.paragraphs == Share(len(reviewed), 4)


@pytest.mark.parametrize(("page", "at"), [("page-1", (0, 1)), ("page-2", (1, 2)), ("page-3", (3,))])
def test_paragraphs_on_a_page(page: str, at: tuple[int, ...]) -> None:
    assert paragraphs_on(PAGES, page) == at


def test_findings_and_words_count_with_their_paragraph() -> None:
    before = document("They met (again. (U)", "They met ) too. (U)")
    doubted = replace(
        before.paragraphs[0],
        passage=Passage(before.paragraphs[0].text, (Doubt(0, 4, 0.3), Doubt(5, 8, 0.9))),
    )
    before = before.with_paragraphs(0, 1, (doubted,))
    in_text = [one for one in findings(before, CHECKS) if one.rule.id == "unbalanced"]
    assert len(in_text) == 2
    assert progress(before, in_text).findings == Share(0, 2)
    assert progress(before, in_text).words == Share(0, 2)
    after = SetReviewed((0,)).apply(before, ACT)
    assert progress(after, in_text).findings == Share(1, 2)
    assert progress(after, in_text).words == Share(2, 2)
    assert progress(after, in_text, 0.5).words == Share(1, 1)
    dismissed = DismissFinding(*in_text[1].key, "as printed").apply(before, ACT)
    again = [one for one in findings(dismissed, CHECKS) if one.rule.id == "unbalanced"]
    assert progress(dismissed, again).findings == Share(1, 2)


@pytest.mark.parametrize(
    ("share", "percent"), [(Share(0, 0), 100), (Share(199, 200), 99), (Share(1, 3), 33)]
)
def test_all_is_all(share: Share, percent: int) -> None:
    assert share.percent == percent


@given(steps)
def test_counting_on_is_as_good_as_counting(walked: list[Step]) -> None:
    held: Document = SetReviewed((0, 2)).apply(PAGES, ACT)
    count = reviewed_count(held.paragraphs)
    for step in walked[:10]:
        try:
            after = edit_of(step, held).apply(held, ACT)
        except EditRefused:
            continue
        count = reviewed_after(count, held, after)
        held = after
        assert count == reviewed_count(held.paragraphs)
