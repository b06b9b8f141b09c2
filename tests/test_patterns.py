"""Regular expressions that people write."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.patterns import PatternError, pattern


def found(expression: str, text: str, replacement: str = "", **options: bool) -> list[str]:
    return [
        f"{text[one.start : one.end]}>{one.replacement}"
        for one in pattern(expression, replacement, **options)(text)
    ]


@pytest.mark.parametrize(
    ("expression", "replacement", "text", "expected"),
    [
        ("the", "x", "The the", ["The>x", "the>x"]),
        (r"(\d+)\s(June)", r"\2 \1", "on 4 June", ["4 June>June 4"]),
        (r"(?P<d>\d)", r"<\g<d>>", "a1", ["1><1>"]),
        ("(a)|b", r"[\1]", "ab", ["a>[a]", "b>[]"]),
        ("x*", "y", "axx", ["xx>y"]),
    ],
)
def test_matches_and_groups(
    expression: str, replacement: str, text: str, expected: list[str]
) -> None:
    assert found(expression, text, replacement) == expected


def test_case_and_whole_words() -> None:
    assert found("the", "The the", match_case=True) == ["the>"]
    assert found("th.|a", "the other that a", whole_words=True) == ["the>", "a>"]


@pytest.mark.parametrize(
    ("expression", "replacement", "message"),
    [
        ("(a", "", "This is no regular expression: missing )."),
        ("[", "", "This is no regular expression: unterminated character set."),
        ("*", "", "This is no regular expression: nothing to repeat."),
        ("(a)", r"\2", "The replacement can't be used: no such group."),
        ("(a)", r"\g<x>", "The replacement can't be used: unknown group."),
        ("a", "\\", "The replacement can't be used: bad escape (end of pattern)"),
    ],
)
def test_what_is_wrong_is_said(expression: str, replacement: str, message: str) -> None:
    with pytest.raises(PatternError) as raised:
        pattern(expression, replacement)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_an_expression_without_end_is_given_up() -> None:
    finder = pattern(r"(x+)\1+(x+)\2+y", seconds=0.05)
    with pytest.raises(PatternError, match="takes too long"):
        list(finder("x" * 200))
    # The time is that of the whole search.
    with pytest.raises(PatternError, match="takes too long"):
        list(finder("x" * 200))


@given(st.text(max_size=12), st.text(max_size=6))
def test_anything_finds_or_is_explained(expression: str, replacement: str) -> None:
    with suppress(PatternError):
        for one in pattern(expression, replacement, seconds=0.2)("The President (U) a\u00a0b."):
            assert one.start < one.end
