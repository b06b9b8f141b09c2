from __future__ import annotations

from app.importers.lines import Box, Line, SourceWord
from app.importers.parting import cut


def word(text: str, left: int) -> SourceWord:
    return SourceWord(text, left, 0, left + 10, 8)


def test_both_sides_have_their_words_and_their_box() -> None:
    words = (word("Yes.", 0), word("(U)", 20), word("STAMP", 90))
    line = Line("Yes. (U)   STAMP", spaced=True, page=2, box=Box(0, 0, 100, 8), words=words)
    left, right = cut(line, 8)
    assert (left.text, left.words, left.box) == ("Yes. (U)", words[:2], Box(0, 0, 30, 8))
    assert (right.text, right.words, right.box) == ("STAMP", words[2:], Box(90, 0, 100, 8))
    assert (left.spaced, right.spaced, left.page, right.page) == (True, False, 2, 2)


def test_a_blank_side_is_left_out() -> None:
    assert [line.text for line in cut(Line("STAMP"), 0)] == ["STAMP"]
