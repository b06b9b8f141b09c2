"""What is laid out or painted again after a change."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.decisions import Exemption
from app.model.terms import Act, Level
from app.review import Change
from app.ui.transcript.repaint import gutters_differ, rooms_differ
from tests.builders import document

ACT = Act("rev-ab", "2026-03-01T09:30:00Z")
WITHHELD = edits.AddRedaction((("para-2", 0, 5),), (Exemption("1.4(c)"),))


@pytest.mark.parametrize(
    ("edit", "rooms", "gutters"),
    [
        (edits.CorrectText(1, 0, 5, "Thanks to"), False, False),
        (WITHHELD, True, False),
        (edits.MovePageBreak("page-2", 1, 0), True, True),
        (edits.SetMarking((1,), Level.S), False, True),
        (edits.SetReviewed((1,)), False, True),
        (edits.SplitParagraph(1, 5), True, True),
    ],
)
def test_what_differs(edit: edits.Edit, rooms: bool, gutters: bool) -> None:
    before = document("The President called.", "PM: Thank you.", "\f+ Good bye.")
    change = Change(before, edit.apply(before, ACT), edit, None, 1)
    difference = before.paragraphs.difference(change.after.paragraphs)
    assert rooms_differ(change, difference) is rooms
    assert gutters_differ(change, difference) is gutters
