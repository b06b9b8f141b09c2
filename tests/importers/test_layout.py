from __future__ import annotations

import pytest

from app.importers.layout import Layout, layout_of
from app.importers.lines import Line

FULL = "He went on at length about it and then they said"


def lines(*texts: str, indent: float = 0.0) -> list[Line]:
    held = [
        Line(text, spaced=not at or not texts[at - 1], indent=indent)
        for at, text in enumerate(texts)
    ]
    return [line for line in held if line.text]


def test_a_line_ended_early_if_the_next_word_had_fitted() -> None:
    layout = Layout(50)
    assert layout.ended_early(Line("It is so."), Line("Then"))
    assert not layout.ended_early(Line(FULL), Line("Then"))
    assert layout.ended_early(Line(FULL, short=30.0), Line("Then"))


def test_blank_lines_in_the_midst_of_sentences_are_stray() -> None:
    sentence = "He went on at length about it and they did agree."
    text = (FULL, "", "so it was.", *(FULL, "that.") * 2, *(sentence, "Then") * 20)
    assert layout_of([lines(*text)]).stray
    assert not layout_of([lines(*(line for line in text if line))]).stray


def test_a_text_without_blank_lines_is_not_set_off() -> None:
    assert not layout_of([lines(*[FULL] * 20)]).set_off
    assert layout_of([lines(*[FULL, ""] * 20)]).set_off
    assert layout_of([lines(FULL)]).set_off


@pytest.mark.parametrize(
    ("layout", "line", "following", "divides"),
    [
        (Layout(50), Line("So."), Line("Then"), False),
        (Layout(50, set_off=False), Line("So."), Line("Then"), True),
        (Layout(50, set_off=False), Line("So."), Line("then"), False),
        (Layout(50, set_off=False), Line(f"{FULL}."), Line("Then"), False),
        (Layout(50), Line("So.", indent=0.0), Line("Then", indent=5.0), True),
        (Layout(50), Line("So.", indent=5.0), Line("Then", indent=5.0), True),
        (Layout(50, left=5.0), Line("So.", indent=5.0), Line("Then", indent=5.0), False),
    ],
)
def test_divides(layout: Layout, line: Line, following: Line, divides: bool) -> None:
    assert layout.divides(line, following) is divides


def test_nothing_has_no_width() -> None:
    assert layout_of([]) == Layout(0)
