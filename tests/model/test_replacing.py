"""Finding with context, and replacing all in one step."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import edits, scopes
from app.model.replacing import CONTEXT, Hit, context, hits, replaced
from app.model.search import words
from app.model.terms import Act
from app.model.witness import body_witness
from app.patterns import pattern
from app.review import Review
from tests.builders import document
from tests.invariants import assert_sound
from tests.model.records import awkward, narrative
from tests.strategies import REVIEWERS

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
letters = st.text("ab .İ", max_size=20)


@given(st.lists(letters, min_size=1, max_size=3), st.text("ab", min_size=1, max_size=2), letters)
def test_all_at_once_is_one_after_the_other(texts: list[str], sought: str, new: str) -> None:
    document = narrative(*texts)
    found = hits(document, words(sought, new, match_case=True))
    after = replaced(found).apply(document, ACT)
    assert [p.text for p in after.paragraphs] == [text.replace(sought, new) for text in texts]
    one_by_one = document
    for hit in reversed(found):
        one_by_one = edits.CorrectText(*hit.match, hit.new).apply(one_by_one, ACT)
    assert one_by_one == after
    assert body_witness(after) == body_witness(document)


@given(letters, st.sampled_from(["a+", "(a)(b)?", r"\b\w", "b|a."]), st.sampled_from(["", r"<\1>"]))
def test_an_expression_replaces_as_in_python(text: str, expression: str, new: str) -> None:
    if "(" not in expression:
        new = new.replace(r"\1", "x")
    found = hits(narrative(text), pattern(expression, new, match_case=True))
    after = replaced(found).apply(narrative(text), ACT)
    assert after.paragraphs[0].text == re.sub(expression, new, text)


@given(st.sets(st.integers(0, 10)))
def test_only_the_chosen_are_replaced(left_out: set[int]) -> None:
    before = awkward()
    found = hits(before, words("o", "0"))
    chosen = [hit for n, hit in enumerate(found) if n not in left_out]
    after = replaced(chosen).apply(before, ACT)
    assert_sound(after)
    count = sum(p.text.count("0") for p in after.paragraphs)
    assert count == len(chosen)
    assert body_witness(after) == body_witness(before)


def test_replacing_all_is_one_undo() -> None:
    review = Review(narrative("tbe one", "and tbe two"), REVIEWERS[0])
    review.apply(replaced(hits(review.document, words("tbe", "the"))))
    assert [p.text for p in review.document.paragraphs] == ["the one", "and the two"]
    assert review.undo_name == "Replace All"
    review.undo()
    assert [p.text for p in review.document.paragraphs] == ["tbe one", "and tbe two"]


def test_the_scope_holds_whole_hits_only() -> None:
    made = document("A: one one one", "B: one", "\fA: one")
    assert len(hits(made, words("one"))) == 5
    assert [h.match for h in hits(made, words("one"), [(0, 1, 10)])] == [(0, 4, 7)]
    speaker = hits(made, words("one"), scopes.of_speaker(made, "person-2"))
    assert [h.at for h in speaker] == [1]
    page = hits(made, words("one"), scopes.of_page(made, "page-2"))
    assert [h.at for h in page] == [2]


@pytest.mark.parametrize(
    ("sought", "place"),
    [
        ("tbe", (3, 6)),
        ("On tbe Asian", (0, 12)),
        ("is ues", (13, 19)),
        ("the", None),
        ("gone", (25, 25)),
    ],
)
def test_the_source_can_be_looked_through(sought: str, place: tuple[int, int] | None) -> None:
    before = narrative("On tbe Asian is ues of it gone")
    corrections = ((25, 30, ""), (13, 19, "issues"), (3, 6, "the"))
    for start, end, new in corrections:
        before = edits.CorrectText(0, start, end, new).apply(before, ACT)
    assert before.paragraphs[0].text.startswith("On the Asian issues")
    found = hits(before, words(sought), original=True)
    if place is None:
        assert found == ()
        return
    (hit,) = found
    assert hit.old == sought
    assert (hit.start, hit.end) == place


def test_context_is_cut() -> None:
    made = narrative("x" * 60 + " sought " + "y" * 60, "sought")
    first, second = hits(made, words("sought"))
    before, after = context(made, first)
    assert before == "…" + "x" * (CONTEXT - 1) + " "
    assert after == " " + "y" * (CONTEXT - 1) + "…"
    assert context(made, second) == ("", "")


def test_what_the_record_cannot_hold_is_not_put_in() -> None:
    made = narrative("ab")
    (hit,) = hits(made, pattern("a", r"\0x\t"))
    assert hit == Hit(0, 0, 1, "a", "\ufffdx ")


def test_a_line_break_is_refused() -> None:
    made = narrative("ab")
    with pytest.raises(edits.EditRefused, match="split the paragraph"):
        replaced(hits(made, pattern("a", r"\n"))).apply(made, ACT)
