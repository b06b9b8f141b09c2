"""How many pages withheld paragraphs fill."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.redactions import portions
from app.model.terms import Disposition
from app.release.build import build
from app.release.released import Omission
from app.release.sheets import Sheets
from tests.builders import document
from tests.release.papers import ANN, CODE, done

PAGE = "x" * 60 * 12
"""Twelve lines."""


def paper() -> Sheets:
    """A page of head and 24 lines, one of 24, one of 12, one of a paragraph that runs over."""
    return Sheets(document(PAGE, PAGE, f"\f{PAGE}", PAGE, f"\f{PAGE}"), 60)


@pytest.mark.parametrize(
    ("start", "stop", "pages"),
    [
        (0, 1, 0.0),
        (2, 3, 0.0),
        (2, 4, 1.0),
        (1, 4, 1.5),
        (2, 5, 2.0),
        (4, 5, 0.0),
    ],
)
def test_pages_filled(start: int, stop: int, pages: float) -> None:
    assert paper().filled(start, stop) == pages


def test_pages_are_told_in_bracket_and_gap() -> None:
    held = document(PAGE, PAGE, f"\f{PAGE}", PAGE, f"\f{PAGE}")
    chosen = tuple(one.key for one in portions(held) if one.at in (2, 3))
    held = done(held, ANN, edits.SetDisposition(chosen, Disposition.DENY, CODE))
    omissions = [
        piece
        for portion in build(held).portions
        for piece in portion.text
        if isinstance(piece, Omission) and piece.codes
    ]
    assert [one.wording for one in omissions] == ["1 page not declassified"]
    assert (omissions[0].amount.quantity, omissions[0].amount.unit) == ("1", "pages")
