"""Looking at pages: moving about, zooming, fitting, tones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from app.ui.facsimile.layout import Fit
from app.ui.facsimile.tone import Tone
from tests.facsimile import papers
from tests.ui.facsimile.conftest import Desk


def test_the_words_are_where_the_boxes_say(desk: Desk) -> None:
    box = desk.shown(0, 1, 1)
    assert desk.grey(box.center()) < 30
    assert desk.grey(box.topLeft() - QPointF(6, 0)) > 220


def test_keys_move_about(desk: Desk) -> None:
    bar = desk.view.verticalScrollBar()
    desk.press(Qt.Key.Key_End)
    assert desk.scrolled == bar.maximum()
    assert desk.view.current == 2
    desk.press(Qt.Key.Key_Home)
    assert (desk.scrolled, desk.view.current) == (0, 0)
    desk.press(Qt.Key.Key_PageDown)
    assert desk.scrolled == bar.pageStep()
    desk.press(Qt.Key.Key_PageUp)
    desk.press(Qt.Key.Key_Down)
    assert desk.scrolled == bar.singleStep()
    desk.press(Qt.Key.Key_Up)
    assert desk.scrolled == 0


def test_page_keys_turn_whole_pages_where_whole_pages_are_shown(desk: Desk) -> None:
    desk.pane.fit(Fit.PAGE)
    desk.press(Qt.Key.Key_Home)
    for expected in (1, 2, 2):
        desk.press(Qt.Key.Key_PageDown)
        assert desk.view.current == expected
    desk.press(Qt.Key.Key_PageUp)
    assert desk.view.current == 1


def test_keys_zoom_and_the_middle_stays(desk: Desk) -> None:
    desk.pane.show_place(2, 0)
    before = desk.shown(1, 0, 0).center()
    scale = desk.view.scale
    desk.press(Qt.Key.Key_Plus)
    assert desk.view.scale == pytest.approx(scale * 1.25)
    assert desk.view.viewing.fit is Fit.SCALE
    assert abs(desk.shown(1, 0, 0).center().y() - before.y()) < 4
    desk.press(Qt.Key.Key_Right)
    assert desk.view.horizontalScrollBar().value() > 0
    desk.press(Qt.Key.Key_Minus)
    assert desk.view.scale == pytest.approx(scale)


def test_zoom_has_ends(desk: Desk) -> None:
    for steps in (100, -100):
        desk.pane.zoom(steps)
        assert 0.05 <= desk.view.scale <= 4


def test_fitting(desk: Desk) -> None:
    width = desk.view.viewport().width()
    assert desk.view.scale * papers.WIDTH == pytest.approx(width - 24)
    desk.pane.fit(Fit.PAGE)
    assert desk.view.scale * papers.HEIGHT < desk.view.viewport().height()
    desk.pane.fit(Fit.SCALE)
    assert desk.view.scale == 1
    desk.pane.fit(Fit.WIDTH)
    desk.pane.resize(800, 400)
    width = desk.view.viewport().width()
    assert desk.view.scale * papers.WIDTH == pytest.approx(width - 24)


def test_resizing_keeps_the_top_of_the_first_page(desk: Desk) -> None:
    desk.pane.resize(900, 500)
    assert desk.scrolled == 0


def test_inverting_and_contrast(desk: Desk) -> None:
    box = desk.shown(0, 1, 1)
    desk.pane.invert()
    desk.wait_for_images()
    assert desk.grey(box.center()) > 220
    assert desk.grey(box.topLeft() - QPointF(6, 0)) < 30
    desk.pane.step_contrast()
    assert desk.pane.tone == Tone(1, True)
    for _ in range(3):
        desk.pane.step_contrast()
    assert desk.pane.tone == Tone(0, True)
