"""Portion marks."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.document import Mark
from app.model.terms import Act, Level, Position
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def mark_after(at: int, *done: edits.Edit) -> Mark | None:
    return after(awkward(), *done).paragraphs[at].mark


@pytest.mark.parametrize(
    ("edit", "text", "struck", "position"),
    [
        (edits.SetMarking((2,), Level.S), "(S)", True, Position.TRAILING),
        (edits.SetMarking((2,), struck=False), "(C)", False, Position.TRAILING),
        (edits.SetMarking((2,), caveats=("NF", "OC")), "(C//NF//OC)", True, Position.TRAILING),
        (edits.SetMarking((2,), position=Position.LEADING), "(C)", True, Position.LEADING),
    ],
)
def test_a_part_of_a_mark_is_set_and_the_reading_stays(
    edit: edits.Edit, text: str, struck: bool, position: Position
) -> None:
    mark = mark_after(2, edit)
    assert mark is not None
    assert (mark.text, mark.struck, mark.position) == (text, struck, position)
    assert (mark.reading, mark.read_at) == ("(\u00d8)", Position.TRAILING)
    assert (mark.confirmed, mark.act) == (True, ACT)


def test_a_portion_without_a_mark_gets_one() -> None:
    assert mark_after(0, edits.SetMarking((0,), Level.U)) == Mark(Level.U, act=ACT)


def test_confirming_touches_only_proposals() -> None:
    assert mark_after(2, edits.ConfirmMarks((0, 2, 3))) == mark_after(
        2, edits.SetMarking((2,), Level.C)
    )
    assert mark_after(3, edits.ConfirmMarks((3,))) == awkward().paragraphs[3].mark


def test_clearing_keeps_what_the_paper_bears() -> None:
    cleared = mark_after(2, edits.ClearMarking((2,)))
    assert cleared is not None
    assert (cleared.level, cleared.text, cleared.reading) == (None, "", "(\u00d8)")
    assert mark_after(0, edits.SetMarking((0,), Level.U), edits.ClearMarking((0,))) is None


def test_a_mark_needs_a_level() -> None:
    with pytest.raises(edits.EditRefused, match="level"):
        edits.SetMarking((0,), struck=True).apply(awkward(), ACT)
