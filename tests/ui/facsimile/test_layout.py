"""Where pages stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.ui.facsimile.layout import MARGIN, Fit, Layout, Viewing, lay_out

CAPTION = 20
VIEW = QSizeF(424, 300)
SIZES = [(1000, 1400), (1400, 1000), (500, 700)]


def laid_out(fit: Fit, turns: int = 0, scale: float = 1.0) -> Layout:
    return lay_out(SIZES, Viewing(fit, scale, turns), VIEW, CAPTION)


def shown(layout: Layout) -> list[tuple[float, float]]:
    return [(page.rect.width(), page.rect.height()) for page in layout.pages]


@pytest.mark.parametrize(
    ("fit", "turns", "expected"),
    [
        (Fit.WIDTH, 0, [(400, 560), (400, 286), (400, 560)]),
        (Fit.WIDTH, 1, [(400, 286), (400, 560), (400, 286)]),
        (Fit.PAGE, 0, [(191, 268), (375, 268), (191, 268)]),
        (Fit.SCALE, 0, [(500, 700), (700, 500), (250, 350)]),
        (Fit.SCALE, 3, [(700, 500), (500, 700), (350, 250)]),
    ],
)
def test_the_size_of_each_page(fit: Fit, turns: int, expected: list[tuple[float, float]]) -> None:
    assert shown(laid_out(fit, turns, 0.5)) == expected


def test_one_below_the_other_in_the_middle() -> None:
    layout = laid_out(Fit.SCALE, scale=0.5)
    assert layout.width == 700 + 2 * MARGIN
    assert list(layout.tops) == [0, CAPTION + 700 + MARGIN, 2 * (CAPTION + MARGIN) + 1200]
    assert [page.rect.center().x() for page in layout.pages] == [layout.width / 2] * 3
    assert layout.height == 3 * (CAPTION + MARGIN) + 1550


def test_which_pages_are_there() -> None:
    layout = laid_out(Fit.SCALE, scale=0.5)
    assert [layout.page_at(y) for y in (-5, 0, 731, 732, 1e9)] == [0, 0, 0, 1, 2]
    assert layout.pages_between(700, 740) == range(0, 2)
    assert list(Layout((), (), 0, 0).pages_between(0, 100)) == []


@given(st.integers(0, 2), st.integers(0, 3), st.floats(0, 1), st.floats(0, 1), st.sampled_from(Fit))
def test_to_the_screen_and_back(at: int, turns: int, x: float, y: float, fit: Fit) -> None:
    placed = laid_out(fit, turns, 0.7).pages[at]
    point = QPointF(SIZES[at][0] * x, SIZES[at][1] * y)
    on_screen = placed.shown(QRectF(point, QSizeF(0, 0))).topLeft()
    assert placed.rect.adjusted(-1, -1, 1, 1).contains(on_screen)
    back = placed.point(on_screen)
    assert abs(back.x() - point.x()) < 0.01
    assert abs(back.y() - point.y()) < 0.01


@pytest.mark.parametrize("size", [(1, 1), (100_000, 5000), (3, 60)])
def test_odd_sizes_have_room(size: tuple[int, int]) -> None:
    for fit in Fit:
        (page,) = lay_out([size], Viewing(fit, 0.05), QSizeF(10, 5), CAPTION).pages
        assert page.rect.width() >= 1 <= page.rect.height()


@pytest.mark.parametrize(
    ("turns", "corner"),
    [(0, "topLeft"), (1, "topRight"), (2, "bottomRight"), (3, "bottomLeft")],
)
def test_pages_are_turned_clockwise(turns: int, corner: str) -> None:
    placed = laid_out(Fit.SCALE, turns, 0.5).pages[0]
    expected: QPointF = getattr(placed.rect, corner)()
    assert (placed.shown(QRectF(0, 0, 1e-6, 1e-6)).topLeft() - expected).manhattanLength() < 0.01
