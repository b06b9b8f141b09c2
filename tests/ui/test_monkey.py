"""The whole window survives whatever is done to it, and says what the document says."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from tests.ui.desk import open_sample
from tests.ui.monkey import Monkey

STEPS = 300


@pytest.mark.parametrize("seed", range(3))
def test_the_window_survives_a_monkey(qtbot: QtBot, window: MainWindow, seed: int) -> None:
    open_sample(qtbot, window)
    monkey = Monkey(window, seed)
    for _ in range(STEPS):
        monkey.assert_agreed(monkey.act())
    monkey.undo_everything()
    monkey.assert_agreed("undo")
    monkey.leave()
    assert not window.workplace.menus.actions["edit.undo"].isEnabled()
    assert not window.isWindowModified()
