"""Cutting and joining lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.correcting import corrected
from app.model.passage import Passage
from app.model.spans import Correction, Inclusion, Markup, PageBreak
from app.model.terms import Act, CorrectionKind

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def full() -> Passage:
    spans = (
        Inclusion(0, 0, "<x/>"),
        PageBreak(0, 0, "page-2"),
        Markup(2, 9, "{x}hi"),
        PageBreak(8, 8, "page-3"),
        Inclusion(8, 8, "<y/>"),
    )
    return corrected(Passage("one two three", spans), 1, 2, "m", ACT)


@given(st.integers(0, 13))
def test_the_two_sides_of_a_cut_add_up(place: int) -> None:
    left, right = full().cut(place)
    assert left.text + right.text == full().text
    assert left.witness + right.witness == full().witness
    anchors = [s for s in (*left.spans, *right.spans) if isinstance(s, (Inclusion, PageBreak))]
    assert len(anchors) == 4
    assert left.joined(right).witness == full().witness


def test_a_cut_correction_leaves_its_original_on_the_left() -> None:
    passage = Passage("abcd", (Correction(0, 4, "wxyz", CorrectionKind.OCR, ACT),))
    left, right = passage.cut(2)
    assert [c.original for c in left.corrections] == ["wxyz"]
    assert [c.original for c in right.corrections] == [""]


def test_a_page_break_at_the_cut_begins_the_right() -> None:
    left, right = full().cut(8)
    assert not [b for b in left.page_breaks if b.page == "page-3"]
    assert right.spans[:2] == (PageBreak(0, 0, "page-3"), Inclusion(0, 0, "<y/>"))
