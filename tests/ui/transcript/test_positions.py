"""UTF-16 and code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout
from pytestqt.qtbot import QtBot

from app.ui.transcript.positions import place_of, points, position_of, units

TEXTS = st.text(alphabet="a é\u0301ש\U0001d50a\U0001f600", max_size=12)


@given(TEXTS)
def test_units_are_what_utf_16_takes(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_points_undo_units(text: str) -> None:
    assert [points(text, units(text[:n])) for n in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )


@pytest.mark.parametrize(("length", "count"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3), (9, 3)])
def test_inside_a_surrogate_pair_is_before_it(length: int, count: int) -> None:
    assert points("a\U0001d50ab", length) == count


@pytest.mark.parametrize("place", [(0, 0), (0, 2), (1, 0), (1, 1), (2, 3)])
def test_places_and_positions_are_each_others_inverse(qtbot: QtBot, place: tuple[int, int]) -> None:
    text = _text("a\U0001d50a", "\U0001f600", "e\u0301x")
    assert place_of(text, position_of(text, place)) == place


@pytest.mark.parametrize(
    ("place", "nearest"), [((-1, 0), (0, 0)), ((9, 0), (1, 0)), ((0, 9), (0, 2)), ((1, -2), (1, 0))]
)
def test_a_place_that_is_not_there_is_the_nearest(
    qtbot: QtBot, place: tuple[int, int], nearest: tuple[int, int]
) -> None:
    text = _text("ab", "c")
    assert place_of(text, position_of(text, place)) == nearest


def _text(*lines: str) -> QTextDocument:
    text = QTextDocument()
    text.setDocumentLayout(QPlainTextDocumentLayout(text))
    text.setPlainText("\n".join(lines))
    return text
