from __future__ import annotations

from app.importers.blank_boxes import lines_missing
from app.importers.lines import Box, Line


def lines(*rows: int) -> list[Line]:
    """Lines in these rows of a page; there is space above one that is two rows down or more."""
    return [
        Line("x", spaced=not at or row - rows[at - 1] > 1, box=Box(0, 10 * row, 50, 10 * row + 8))
        for at, row in enumerate(rows)
    ]


PARAGRAPHS = (0, 1, 2, 4, 5, 6, 8, 9, 10)


def test_rows_left_empty_beyond_the_usual_space() -> None:
    assert lines_missing(lines(*PARAGRAPHS, 15, 16)) == [0] * 9 + [3, 0]


def test_usual_space_is_none() -> None:
    assert not any(lines_missing(lines(*PARAGRAPHS, 12)))


def test_without_places_and_with_few_lines_nothing_is_missing() -> None:
    assert lines_missing([Line("x"), Line("y")]) == [0, 0]
    assert lines_missing(lines(0, 1, 9)) == [0, 0, 0]
    assert lines_missing([]) == []
