from __future__ import annotations

import pytest

from app.model.surroundings import surroundings


@pytest.mark.parametrize(
    ("text", "start", "end", "found"),
    [
        ("a b c", 2, 3, ("a ", " c")),
        ("a b", 3, 3, ("a b", "")),
        ("xxxxxbyyyyyy", 5, 6, ("…xxx", "yyyyy…")),
        ("xxxbyyyyy", 3, 4, ("xxx", "yyyyy")),
    ],
)
def test_what_is_around_is_cut(text: str, start: int, end: int, found: tuple[str, str]) -> None:
    assert surroundings(text, start, end, 3, 5) == found
