"""The bar over the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.ui.facsimile.layout import Fit
from app.ui.facsimile.tone import Tone
from tests.ui.facsimile.conftest import Desk


def test_the_bar_goes_to_a_page_and_tells_where_one_is(desk: Desk) -> None:
    field = desk.pane.bar.page
    field.setFocus()
    field.selectAll()
    desk.qtbot.keyClicks(field, "3")
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.view.current == 2
    desk.press(Qt.Key.Key_Home)
    assert (field.value(), desk.pane.bar.count.text()) == (1, "of 3")
    assert desk.view.accessibleDescription().startswith("Page 1 of 3")


def test_the_buttons_of_the_bar(desk: Desk) -> None:
    bar, left = desk.pane.bar, Qt.MouseButton.LeftButton
    assert bar.fitting.text() == "Fit Width"
    scale = desk.view.scale
    desk.qtbot.mouseClick(bar.larger, left)
    assert desk.view.scale > scale
    assert bar.fitting.text() == f"{round(desk.view.scale * 100)} %"
    desk.qtbot.mouseClick(bar.smaller, left)
    assert desk.view.scale == pytest.approx(scale)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Fit Page", (Fit.PAGE, 0, Tone())),
        ("All Pixels (100 %)", (Fit.SCALE, 0, Tone())),
        ("Turn Left", (Fit.WIDTH, 3, Tone())),
        ("Turn Right", (Fit.WIDTH, 1, Tone())),
        ("Strong Contrast", (Fit.WIDTH, 0, Tone(2))),
        ("Invert", (Fit.WIDTH, 0, Tone(0, True))),
    ],
)
def test_the_menus_of_the_bar(desk: Desk, entry: str, expected: object) -> None:
    bar = desk.pane.bar
    menus = (bar.fitting.menu(), bar.image.menu())
    (action,) = [a for menu in menus for a in menu.actions() if a.text() == entry]
    action.trigger()
    viewing = desk.view.viewing
    assert (viewing.fit, viewing.turns, desk.view.tone) == expected


def test_the_images_may_be_located_at_any_time(desk: Desk) -> None:
    (action,) = [a for a in desk.pane.bar.image.menu().actions() if "Locate" in a.text()]
    with desk.qtbot.waitSignal(desk.pane.locate_requested, timeout=500):
        action.trigger()


def test_every_control_has_a_name_and_a_place_in_the_tab_order(desk: Desk) -> None:
    controls = [*desk.pane.bar.findChildren(QToolButton), desk.pane.bar.page, desk.view]
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    desk.pane.show_place(0, 0)
    assert desk.view.accessibleDescription() == "Page 1 of 3; outlined: Page"
