"""Only what XML can hold gets in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.model.sanitise import sanitised


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a b"),
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        ("a\ud800b\uffffc", "a\ufffdb\ufffdc"),
        ("plain \u00e9 \U0001d50a", "plain \u00e9 \U0001d50a"),
    ],
)
def test_what_becomes_of_each(text: str, expected: str) -> None:
    assert sanitised(text) == expected


@given(st.text(st.characters()))
def test_the_result_can_be_stored(text: str) -> None:
    element = etree.Element("p")
    element.text = sanitised(text)
    assert etree.fromstring(etree.tostring(element)).text == (element.text or None)
