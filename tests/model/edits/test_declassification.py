"""The stamp, and what it strikes."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.terms import Level
from tests.release.papers import ANN, act, decided, done, paper


def test_what_is_released_is_struck_and_what_the_paper_bore_is_kept() -> None:
    document = decided()
    struck = [p.mark.struck for p in document.paragraphs if p.mark is not None]
    assert struck == [True, True, False, False, False], "denied and unclassified marks stay"
    assert all(piece.struck for page in document.pages for piece in page.furniture)
    assert document.metadata.original_level is Level.S
    assert document.metadata.stamp.case == "MR-2026-17"


def test_the_stamp_again_keeps_the_original_classification() -> None:
    again = done(decided(), ANN, edits.Declassify("E.O. 14000", "", "", "2026-11-25"))
    assert again.metadata.original_level is Level.S
    assert again.metadata.stamp.authority == "E.O. 14000"


@pytest.mark.parametrize(
    "edit",
    [
        edits.Declassify(" ", "", "AB", "2026-11-24"),
        edits.Declassify("E.O. 13526", "", "AB", ""),
        edits.Declassify("E.O. 13526", "", "AB", "2026-02-30"),
        edits.Declassify("E.O. 13526", "", "AB", "1989-01-01"),
    ],
)
def test_an_incomplete_stamp_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(paper(), act(ANN))
