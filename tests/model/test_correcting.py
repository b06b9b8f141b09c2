"""What a correction records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.correcting import corrected, reverted, with_kind
from app.model.passage import Passage
from app.model.spans import Correction, Doubt, Inclusion, Markup, PageBreak
from app.model.terms import Act, CorrectionKind
from tests.invariants import assert_spans_fit

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
LATER = Act("rev-cd", "2026-11-24T11:00:00Z")


def readings(passage: Passage) -> list[tuple[str, str]]:
    """(what it read, what it reads) of each correction."""
    return [(c.original, passage.text[c.start : c.end]) for c in passage.corrections]


@pytest.mark.parametrize(
    ("text", "start", "end", "new", "expected"),
    [
        ("tbe cat", 1, 2, "h", [("tbe", "the")]),
        ("That it is it for", 7, 13, "", [("it is it", "it")]),
        ("a quick fox", 2, 8, "", [("quick fox", "fox")]),
        ("a fox quick", 5, 11, "", [("fox quick", "fox")]),
        ("a fox", 2, 2, "red ", [("", "red ")]),
        ("a fox", 5, 5, " ran", [("", " ran")]),
        ("any one", 3, 4, "", [("any one", "anyone")]),
        ("anyone", 3, 3, " ", [("anyone", "any one")]),
        ("same", 0, 4, "same", []),
        ("gone", 0, 4, "", [("gone", "")]),
        ("one two three", 4, 7, "2", [("two", "2")]),
    ],
)
def test_a_correction_covers_the_words_that_changed(
    text: str, start: int, end: int, new: str, expected: list[tuple[str, str]]
) -> None:
    passage = corrected(Passage(text), start, end, new, ACT)
    assert passage.text == text[:start] + new + text[end:]
    assert readings(passage) == expected
    assert passage.witness == text


def test_typing_a_word_letter_by_letter_is_one_correction() -> None:
    passage = Passage("a fox")
    for at, letter in enumerate("red "):
        passage = corrected(passage, 2 + at, 2 + at, letter, ACT)
    assert readings(passage) == [("", "red ")]


def test_typing_the_original_back_leaves_no_correction() -> None:
    passage = corrected(Passage("tbe cat"), 1, 2, "h", ACT)
    assert corrected(passage, 1, 2, "b", LATER) == Passage("tbe cat")


def test_the_later_person_answers_for_the_merged_correction_and_keeps_its_kind() -> None:
    passage = corrected(Passage("tbe cat"), 1, 2, "h", ACT, CorrectionKind.TYPO)
    (correction,) = corrected(passage, 0, 1, "T", LATER).corrections
    assert (correction.kind, correction.act) == (CorrectionKind.TYPO, LATER)


def test_a_page_break_in_replaced_words_is_kept_in_the_original() -> None:
    passage = Passage("ab cd ef", (PageBreak(4, 4, "page-2"),))
    changed = corrected(passage, 3, 5, "X", ACT)
    assert readings(changed) == [("c\fd", "X")]
    assert changed.witness == passage.witness == "ab c\fd ef"
    assert changed.page_breaks[0].found is False
    assert corrected(changed, 3, 4, "cd", ACT) == passage
    assert reverted(changed, changed.corrections[0]) == passage


def test_a_page_break_at_the_edge_of_replaced_words_stays_a_page_break() -> None:
    passage = Passage("ab cd", (PageBreak(3, 3, "page-2"),))
    changed = corrected(passage, 3, 5, "", ACT)
    assert changed.page_breaks == passage.page_breaks
    assert changed.witness == "ab \fcd"


def test_foreign_elements_survive_and_doubt_goes_with_the_words() -> None:
    spans = (Markup(0, 2, "{x}hi"), Inclusion(1, 1, "<x/>"), Doubt(0, 2, 0.3), Doubt(6, 8, 0.3))
    changed = corrected(Passage("ab cd ef", spans), 0, 5, "", ACT)
    assert [type(span).__name__ for span in changed.spans] == [
        "Markup",
        "Inclusion",
        "Correction",
        "Doubt",
    ]


def test_an_addition_that_meets_the_source_becomes_a_correction() -> None:
    added = corrected(Passage("a fox"), 2, 2, "red ", ACT, CorrectionKind.ADDITION)
    assert added.corrections[0].kind is CorrectionKind.ADDITION
    wider = corrected(added, 2, 9, "dog", ACT)
    assert wider.corrections[0].kind is CorrectionKind.CORRECTION
    only = corrected(Passage("tbe"), 1, 2, "h", ACT)
    called = with_kind(only, only.corrections[0], CorrectionKind.ADDITION, ACT)
    assert called.corrections[0].kind is CorrectionKind.CORRECTION


def test_a_joined_paragraph_break_is_not_reverted_as_text() -> None:
    passage = Passage("a b", (Correction(1, 2, "\n", CorrectionKind.OCR, ACT),))
    with pytest.raises(ValueError, match="break"):
        reverted(passage, passage.corrections[0])


@given(
    st.text("ab ", max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.text("ab ", max_size=4))),
)
def test_reverting_everything_gives_the_source(
    text: str, changes: list[tuple[int, int, str]]
) -> None:
    passage = Passage(text)
    for one, other, new in changes:
        start, end = sorted((min(one, len(passage.text)), min(other, len(passage.text))))
        passage = corrected(passage, start, end, new, ACT)
        assert passage.witness == text
        assert_spans_fit(passage.text, passage.spans)
    while passage.corrections:
        passage = reverted(passage, passage.corrections[0])
    assert passage == Passage(text)
