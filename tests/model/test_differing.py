from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.differing import differing, words_and_blanks

texts = st.text("ab \n😀", max_size=12)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("one two three", "one two three", []),
        ("one two three", "one six three", ["six"]),
        ("one three", "one two three", ["two "]),
        ("one two", "one", []),
        ("", "one two", ["one two"]),
    ],
)
def test_words_that_the_other_has_not(before: str, after: str, found: list[str]) -> None:
    assert [after[start:end] for start, end in differing(before, after)] == found


@given(texts)
def test_words_and_blanks_are_the_text(text: str) -> None:
    assert "".join(words_and_blanks(text)) == text


@given(texts, texts)
def test_the_places_are_words_in_order(before: str, after: str) -> None:
    ends = [0, *(end for place in differing(before, after) for end in place), len(after)]
    assert ends == sorted(ends)
    for start, end in differing(before, after):
        assert "".join(words_and_blanks(after[start:end])) == after[start:end] != ""
