"""Moving page breaks keeps where the source breaks."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.edits.pages import place_of
from app.model.terms import Act
from app.model.witness import body_witness
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def test_a_moved_break_and_the_place_it_was_found() -> None:
    document = after(awkward(), edits.MovePageBreak("page-2", 2, 3))
    found = place_of(document, "page-2")
    assert found is not None
    at, anchor = found
    assert (at, anchor.start, anchor.found, anchor.act) == (2, 3, False, ACT)
    assert body_witness(document) == body_witness(awkward())


def test_moving_it_back_leaves_no_trace() -> None:
    there = edits.MovePageBreak("page-2", 2, 3)
    assert after(awkward(), there, edits.MovePageBreak("page-2", 3, 0)) == awkward()


def test_the_end_of_a_paragraph_is_the_beginning_of_the_next() -> None:
    document = after(awkward(), edits.MovePageBreak("page-2", 0, 32))
    found = place_of(document, "page-2")
    assert found is not None
    assert (found[0], found[1].start) == (1, 0)


@pytest.mark.parametrize(
    ("page", "at", "offset"),
    [("page-1", 1, 0), ("page-2", 4, 0), ("page-3", 2, 0), ("page-2", 3, 99)],
)
def test_pages_stay_in_order(page: str, at: int, offset: int) -> None:
    with pytest.raises(edits.EditRefused):
        edits.MovePageBreak(page, at, offset).apply(awkward(), ACT)
