from __future__ import annotations

import math

import pytest

from app.importers.geometry import Token, box_of, confidence, printed_line, size
from app.importers.lines import Box


@pytest.mark.parametrize(
    ("text", "full", "found"),
    [("96", 100, 0.96), ("0.5", 1, 0.5), ("1.01", 1, None), ("-1", 100, None), ("nan", 1, None),
     ("inf", 100, None), ("", 1, None), (None, 1, None), ("high", 1, None)],
)  # fmt: skip
def test_confidence(text: str | None, full: float, found: float | None) -> None:
    assert confidence(text, full) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("100", 100), ("99.6", 100), ("0", 0), ("-5", 0), ("nan", 0), ("1e99", 0), (None, 0)],
)
def test_size(text: str | None, found: int) -> None:
    assert size(text) == found


def test_boxes() -> None:
    assert box_of(9, 8, 1, 2) == Box(1, 2, 9, 8)
    assert box_of(math.nan, 0, 1, 1) is None
    assert box_of(-1e12, 0, 1e12, 1) == Box(-1_000_000, 0, 1_000_000, 1)


def test_a_word_without_box_stands_between_its_neighbours() -> None:
    tokens = [Token("a", Box(0, 0, 10, 9)), Token("b"), Token("c", Box(30, 0, 40, 9))]
    line = printed_line(tokens)
    assert line
    assert [(word.left, word.right) for word in line.words] == [(0, 10), (10, 30), (30, 40)]


def test_a_blank_line_is_none() -> None:
    assert printed_line([Token(" "), Token("")], Box(0, 0, 9, 9)) is None


def test_what_xml_cannot_hold_is_replaced() -> None:
    line = printed_line([Token("a\x01\ufffeb")])
    assert line
    assert line.words[0].text == "a\ufffd\ufffdb"
