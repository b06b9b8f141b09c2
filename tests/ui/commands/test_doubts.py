"""Doubtful words: from one to the next, confirmed, counted, filtered."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import settings
from app.model.doubts import doubts
from app.model.edits import ConfirmWord
from app.ui.main_window import MainWindow
from tests.ui.desk import open_file, press, type_text
from tests.ui.scans import scanned


@pytest.fixture(autouse=True)
def _open(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """A scan of three paragraphs, the first word of each doubtful: 30, 50 and 70 %."""
    open_file(qtbot, window, scanned(tmp_path))


def caret(window: MainWindow) -> tuple[int, int]:
    return window.workplace.panes.transcript.caret()


def left(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """The status line comes to say this."""
    qtbot.waitUntil(lambda: window.workplace.status_line.doubts.text() == text)


def test_one_key_goes_from_word_to_word(window: MainWindow) -> None:
    places = []
    for key in ("F11", "F11", "F11", "Shift+F11"):
        press(window, key)
        places.append(caret(window))
    assert places == [(1, 0), (2, 0), (0, 0), (2, 0)]


def test_one_key_confirms_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    left(qtbot, window, "3 doubtful words")
    press(window, "Ctrl+F11")
    assert list(doubts(window.workplace.desk.document)) == [(1, 0), (2, 0)]
    assert caret(window) == (1, 0)
    left(qtbot, window, "2 doubtful words")
    press(window, "Ctrl+F11")
    left(qtbot, window, "1 doubtful word")
    press(window, "Ctrl+F11")
    assert "may be wrong too" in window.workplace.status_line.currentMessage()
    left(qtbot, window, "")
    press(window, "Ctrl+F11")
    assert window.workplace.status_line.currentMessage() == "There is no doubtful word here."
    press(window, "Ctrl+Z")
    left(qtbot, window, "1 doubtful word")


def test_the_same_word_is_confirmed_everywhere(window: MainWindow) -> None:
    press(window, "Ctrl+Shift+F11")
    assert list(doubts(window.workplace.desk.document)) == []
    assert not window.workplace.desk.document.paragraphs[1].passage.corrections
    press(window, "Ctrl+Z")
    assert len(list(doubts(window.workplace.desk.document))) == 3
    window.workplace.panes.transcript.place_caret(0, 8)
    press(window, "Ctrl+Shift+F11")
    assert window.workplace.status_line.currentMessage() == "There is no doubtful word here."


def test_a_word_that_is_corrected_is_not_doubtful_any_more(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.workplace.panes.transcript.place_caret(0, 2)
    type_text("x")
    left(qtbot, window, "2 doubtful words")


def test_only_the_words_under_the_threshold_count(
    qtbot: QtBot, window: MainWindow, settings_path: Path
) -> None:
    actions = window.workplace.menus.actions
    assert actions["doubts.under_100"].isChecked()
    actions["doubts.under_60"].trigger()
    left(qtbot, window, "2 doubtful words")
    assert [n for n, a in actions.items() if n.startswith("doubts.under") and a.isChecked()] == [
        "doubts.under_60"
    ]
    press(window, "F11")
    press(window, "F11")
    assert caret(window) == (0, 0)
    assert settings.load(settings_path)[0].doubts_under == 60


def test_an_unmarked_word_is_not_painted_as_doubtful(window: MainWindow) -> None:
    editor = window.workplace.panes.transcript.editor
    window.workplace.panes.transcript.place_caret(2, 9)
    before = editor.viewport().grab().toImage()
    window.workplace.mark_doubts_under(60)
    after = editor.viewport().grab().toImage()
    assert before != after
    window.workplace.mark_doubts_under(75)
    assert editor.viewport().grab().toImage() == before
    window.workplace.desk.apply(ConfirmWord(2, 0, 0))
    assert editor.viewport().grab().toImage() == after


def test_the_count_never_says_that_the_rest_is_right(window: MainWindow) -> None:
    for under in (100, 60):
        window.workplace.status_line.show_doubts(2, under)
        tip = window.workplace.status_line.doubts.toolTip()
        assert "may be wrong all the same" in tip
    assert "less than 60 % sure" in tip
