"""The whole window survives whatever is done to it, and says what the document says."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.witness import body_witness
from app.ui.commands.table import COMMANDS
from app.ui.dialogs import marking, speaker_picker
from app.ui.main_window import MainWindow
from tests.invariants import assert_sound
from tests.ui.desk import open_sample

STEPS = 300
ASKING = {
    "speakers.correct_label",
    "help.shortcuts",
    "help.about",
    "view.menu_here",
}
"""Commands that open a dialog or a menu though their text does not end in "..."."""
LEAVING = {"file.sample", "file.save", "file.close", "file.quit"}
"""Commands after which there is another document, a file or no window."""
FREE = tuple(
    command
    for command in COMMANDS
    if not command.text.endswith("...") and command.id not in ASKING | LEAVING
)
TYPED = "the a.,-'(C)"
KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape),
)


@pytest.mark.parametrize("seed", range(3))
def test_the_window_survives_a_monkey(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # Enter on a gutter asks; the monkey changes its mind.
    monkeypatch.setattr(speaker_picker, "choose_speaker", lambda *_: None)
    monkeypatch.setattr(marking, "choose_marking", lambda *_: None)
    random = Random(seed)
    witness = body_witness(open_sample(qtbot, window))
    for _ in range(STEPS):
        done = random.choice((_run, _run, _run, _type, _press, _go, _select))(window, random)
        QApplication.processEvents()
        assert_agreed(window, witness, done)
    for _ in range(STEPS):
        window.workplace.menus.actions["edit.undo"].trigger()
    assert_agreed(window, witness, "undo")
    assert not window.workplace.menus.actions["edit.undo"].isEnabled()
    assert not window.isWindowModified()


def assert_agreed(window: MainWindow, witness: str, done: str) -> None:
    """The widget reads as the document, which is sound and whose source is what it was."""
    document = window.workplace.desk.document
    text = window.workplace.panes.transcript.editor.document()
    blocks = [text.findBlockByNumber(at).text() for at in range(text.blockCount())]
    assert blocks == [paragraph.text for paragraph in document.paragraphs], done
    assert body_witness(document) == witness, done
    assert_sound(document)


def _run(window: MainWindow, random: Random) -> str:
    command = random.choice(FREE)
    window.workplace.menus.actions[command.id].trigger()
    return command.id


def _type(window: MainWindow, random: Random) -> str:
    window.workplace.panes.transcript.setFocus()
    typed = "".join(random.choices(TYPED, k=random.randint(1, 4)))
    QTest.keyClicks(window.workplace.panes.transcript.editor, typed)
    return f"type {typed}"


def _press(window: MainWindow, random: Random) -> str:
    """A key wherever the keyboard is."""
    key = random.choice(KEYS)
    QTest.keyClick(QApplication.focusWidget() or window, key)
    return f"press {key}"


def _go(window: MainWindow, random: Random) -> str:
    place = _place(window, random)
    window.workplace.panes.transcript.place_caret(*place)
    return f"go to {place}"


def _select(window: MainWindow, random: Random) -> str:
    """A selection of up to four paragraphs."""
    at, offset = _place(window, random)
    paragraphs = window.workplace.desk.document.paragraphs
    last = min(at + random.randrange(4), len(paragraphs) - 1)
    end = random.randint(0, len(paragraphs[last].text))
    window.workplace.panes.transcript.place_caret(at, offset, select_to=(last, end))
    return f"select {(at, offset)} to {(last, end)}"


def _place(window: MainWindow, random: Random) -> tuple[int, int]:
    paragraphs = window.workplace.desk.document.paragraphs
    at = random.randrange(len(paragraphs))
    return at, random.randint(0, len(paragraphs[at].text))
