from __future__ import annotations

import pytest

from app.importers.lines import Box, Line, SourceWord
from app.importers.margins import hardly_read, without_notes


def line(text: str, *confidences: float) -> Line:
    words = tuple(
        SourceWord(word, at, 0, at + 1, 1, sure)
        for at, (word, sure) in enumerate(zip(text.split(), confidences, strict=True))
    )
    return Line(text, words=words, box=Box(0, 0, 9, 1))


@pytest.mark.parametrize(
    ("held", "parts"),
    [
        (line("How are you?   Cinutio", 0.9, 0.9, 0.9, 0.0), ["How are you?", "Cinutio"]),
        (line("How are you?   Fine", 0.9, 0.9, 0.9, 0.9), ["How are you?   Fine"]),
        (line("It is so.   (2)", 0.9, 0.9, 0.9, 0.1), ["It is so.   (2)"]),
        (line("1.4(c)   |Action:", 0.9, 0.1), ["1.4(c)   |Action:"]),
        (line("How are you Cinutio", 0.9, 0.9, 0.9, 0.0), ["How are you Cinutio"]),
        (Line("How are you?   Cinutio"), ["How are you?   Cinutio"]),
    ],
)
def test_notes_beside_the_text(held: Line, parts: list[str]) -> None:
    assert [part.text for part in without_notes([held])] == parts


def test_hardly_read() -> None:
    assert hardly_read(line("on eves", 0.3, 0.4))
    assert not hardly_read(line("on eves", 0.3, 0.9))
    assert not hardly_read(Line("on eves"))
