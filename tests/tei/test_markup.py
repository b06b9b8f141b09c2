"""What XML cannot hold is found, wherever it stands."""

from __future__ import annotations

import pytest

from app.tei.markup import unwritable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain\t\n\r ñ 漢", None),
        ("a\x0bb", "\x0b"),
        ("漢 and then \x10", "\x10"),
        ("a\ufffe", "\ufffe"),
        ("a\ud800", "\ud800"),
    ],
)
def test_the_first_character_that_xml_cannot_hold(text: str, found: str | None) -> None:
    assert unwritable(text) == found
