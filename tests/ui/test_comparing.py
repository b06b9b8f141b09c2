"""A better reading of the same pages is compared with the document, and taken word by word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.witness import body_witness
from app.ui.comparing import NOTHING_DIFFERS, of_same_pages
from app.ui.dialogs import files, questions
from app.ui.dialogs.compare_readings import CompareReadings
from app.ui.main_window import MainWindow
from tests import builders
from tests.ui.desk import come_back, in_dialog, open_file, press, type_text

FIRST = "The President: I am g1ad that you cal1ed.\n\nMr. Kaifu: Tbank you very mucb.\n"
BETTER = "The President: I am glad that you called.\n\nMr. Kaifu: Thank you very much.\n"


@pytest.fixture
def imported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Document:
    """The first reading, open; the person chooses the better one where they are asked."""
    (tmp_path / "first.txt").write_text(FIRST)
    (tmp_path / "better.txt").write_text(BETTER)
    monkeypatch.setattr(files, "choose_reading", lambda *_: tmp_path / "better.txt")
    return open_file(qtbot, window, tmp_path / "first.txt")


def compare(
    qtbot: QtBot, window: MainWindow, act: Callable[[CompareReadings], None]
) -> list[list[str]]:
    """Do this in the dialog; the lines it showed, ticked ones first "x"."""
    seen: list[list[str]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareReadings)
        table = dialog.differences
        for row in range(table.rowCount()):
            texts = [table.item(row, column).text() for column in range(4)]  # type: ignore[union-attr]
            ticked = dialog._found[row] in dialog.chosen()
            seen.append(["x" if ticked else "", *texts])
        act(dialog)

    in_dialog(look)
    window.workplace.menus.actions["file.compare"].trigger()
    qtbot.waitUntil(lambda: bool(seen))
    return seen


def texts(window: MainWindow) -> list[str]:
    return [paragraph.text for paragraph in window.workplace.desk.document.paragraphs]


def test_all_is_taken_by_keys_and_undone_in_one_step(
    qtbot: QtBot, window: MainWindow, imported: Document
) -> None:
    shown = compare(qtbot, window, lambda d: QTest.keyClick(d.differences, Qt.Key.Key_Return))
    assert [line[0] for line in shown] == ["x"] * 4
    assert shown[0][1:] == ["Page 1", "I am «g1ad» that you cal1ed.", "glad", ""]
    qtbot.waitUntil(window.isWindowModified)
    assert texts(window) == ["I am glad that you called.", "Thank you very much."]
    assert body_witness(window.workplace.desk.document) == body_witness(imported)
    assert "4 readings of better.txt taken" in window.workplace.status_line.currentMessage()
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    assert window.workplace.desk.document is imported


def test_what_a_person_changed_is_marked_and_not_ticked(
    qtbot: QtBot, window: MainWindow, imported: Document
) -> None:
    at = texts(window)[0].index("g1ad")
    window.workplace.panes.transcript.place_caret(0, at, select_to=(0, at + 4))
    type_text("happy")

    def take(dialog: CompareReadings) -> None:
        dialog.take_button.click()

    shown = compare(qtbot, window, take)
    assert shown[0][0] == ""
    assert shown[0][3:] == ["glad", "Changed by you"]
    qtbot.waitUntil(lambda: "taken" in window.workplace.status_line.currentMessage())
    assert texts(window) == ["I am happy that you called.", "Thank you very much."]


def test_the_space_bar_ticks_and_the_text_shows_the_place(
    qtbot: QtBot, window: MainWindow, imported: Document
) -> None:
    selections: list[tuple[tuple[int, int], tuple[int, int]]] = []

    def choose(dialog: CompareReadings) -> None:
        for _ in range(3):
            QTest.keyClick(dialog.differences, Qt.Key.Key_Space)
            QTest.keyClick(dialog.differences, Qt.Key.Key_Down)
            selections.append(window.workplace.panes.transcript.selection())
        assert dialog.take_button.text() == "Take 1 Reading"
        QTest.keyClick(dialog.differences, Qt.Key.Key_Space)
        assert not dialog.take_button.isEnabled()
        QTest.keyClick(dialog.differences, Qt.Key.Key_Right)
        QTest.keyClick(dialog.differences, Qt.Key.Key_Space)
        dialog.take_button.click()

    compare(qtbot, window, choose)
    qtbot.waitUntil(window.isWindowModified)
    assert texts(window) == [imported.paragraphs[0].text, "Tbank you very much."]
    assert selections[1] == ((1, 0), (1, 5))


def test_giving_up_changes_nothing(qtbot: QtBot, window: MainWindow, imported: Document) -> None:
    compare(qtbot, window, lambda dialog: dialog.reject())
    qtbot.wait(20)
    assert window.workplace.desk.document is imported


def test_the_same_words_are_said_to_be_the_same(
    qtbot: QtBot, window: MainWindow, imported: Document, tmp_path: Path
) -> None:
    (tmp_path / "better.txt").write_text(FIRST)
    window.workplace.menus.actions["file.compare"].trigger()
    line = window.workplace.status_line
    qtbot.waitUntil(lambda: line.currentMessage() == NOTHING_DIFFERS)


def test_typing_meanwhile_is_seen(qtbot: QtBot, window: MainWindow, imported: Document) -> None:
    """The places are those of the text as it is when the dialog opens."""
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareReadings)
        seen.append(dialog.differences.item(0, 1).text())  # type: ignore[union-attr]
        dialog.reject()

    in_dialog(look)
    window.workplace.menus.actions["file.compare"].trigger()
    type_text("Oh ")
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["«Oh »I am g1ad that you cal1e…"] or seen[0].startswith("«Oh»")


def test_what_cannot_be_read_is_said(
    qtbot: QtBot,
    window: MainWindow,
    imported: Document,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(questions, "warn", lambda _, what, why: said.append((what, why)))
    (tmp_path / "better.txt").write_text("")
    window.workplace.menus.actions["file.compare"].trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0][0] == "The new reading was not opened"
    assert "the file is empty" in said[0][1]


def test_of_several_memoranda_the_one_of_these_pages_is_compared() -> None:
    whole = builders.document("one", "\ftwo", "\fthree")
    first, rest = (
        builders.document("one"),
        builders.document("two", "\fthree"),
    )
    assert of_same_pages(whole, (first, rest)) is rest
