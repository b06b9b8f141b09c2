"""The main job at the desk, from import to a valid file, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import tei
from app.model.document import Mark
from app.model.queries import tally
from app.model.terms import Kind, Level
from app.model.witness import body_witness
from app.ui.dialogs import files
from app.ui.main_window import MainWindow
from tests.ui.desk import find_place, open_file, open_sample, press, type_text


def test_review_the_sample_with_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = open_sample(qtbot, window)
    _correct_a_word(window)
    _split_the_fused_turn(window)
    _confirm_struck_marks_of_the_page(window)
    reviewed = window.workplace.desk.document
    assert body_witness(reviewed) == body_witness(imported)

    saved_as = tmp_path / "reviewed.xml"
    monkeypatch.setattr(files, "choose_to_save", lambda *_: saved_as)
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    assert not window.isWindowModified()
    assert window.windowTitle() == "reviewed.xml[*] — Memcon Desk"
    assert tei.check(saved_as.read_bytes()) == ()

    again = open_file(qtbot, window, saved_as)
    assert again.paragraphs == reviewed.paragraphs
    assert again.people == reviewed.people


def test_undo_goes_all_the_way_back_to_unmodified(qtbot: QtBot, window: MainWindow) -> None:
    imported = open_sample(qtbot, window)
    _correct_a_word(window)
    _split_the_fused_turn(window)
    _confirm_struck_marks_of_the_page(window)
    assert window.isWindowModified()
    undone = 0
    while window.workplace.menus.actions["edit.undo"].isEnabled():
        press(window, "Ctrl+Z")
        undone += 1
    assert undone >= 3
    assert window.workplace.desk.document is imported
    assert not window.isWindowModified()
    for _ in range(undone):
        press(window, "Ctrl+Y")
    assert window.isWindowModified()


def _correct_a_word(window: MainWindow) -> None:
    at, offset = find_place(window.workplace.desk.document, "its good evening")
    window.workplace.panes.transcript.place_caret(at, offset + 2)
    type_text("'")
    assert "it's good evening" in window.workplace.desk.document.paragraphs[at].text
    (correction,) = window.workplace.desk.document.paragraphs[at].passage.corrections
    assert correction.original == "its"
    assert correction.act.by == "rev-ar"


def _split_the_fused_turn(window: MainWindow) -> None:
    at, offset = find_place(
        window.workplace.desk.document, "There was no discussion of broad security"
    )
    before = window.workplace.desk.document.paragraphs[at]
    window.workplace.panes.transcript.place_caret(at, offset)
    press(window, "Ctrl+Shift+Return")
    first, rest = window.workplace.desk.document.paragraphs[at : at + 2]
    assert first.speaker == before.speaker
    assert rest.text.startswith("There was no discussion")
    assert rest.kind is Kind.TURN
    person = window.workplace.desk.document.person(rest.speaker)
    assert person is not None
    assert person.name == "The President"
    assert window.workplace.panes.transcript.caret() == (at + 1, 0)


def _confirm_struck_marks_of_the_page(window: MainWindow) -> None:
    at, _ = find_place(window.workplace.desk.document, "Please do.")
    window.workplace.panes.transcript.place_caret(at, 0)
    before = tally(window.workplace.desk.document.paragraphs).marks
    press(window, "Alt+A")
    confirmed = window.workplace.desk.document.paragraphs[at].mark
    assert isinstance(confirmed, Mark)
    assert (confirmed.reading, confirmed.level, confirmed.confirmed) == ("(Ø)", Level.C, True)
    assert before - tally(window.workplace.desk.document.paragraphs).marks >= 6
    later, _ = find_place(window.workplace.desk.document, "As far as SII is concerned")
    mark = window.workplace.desk.document.paragraphs[later].mark
    assert mark is not None
    assert not mark.confirmed


def test_one_key_confirms_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    left = tally(window.workplace.desk.document.paragraphs).marks
    press(window, "F8")
    visited = []
    for remaining in range(left - 1, -1, -1):
        visited.append(window.workplace.panes.transcript.caret()[0])
        press(window, "Ctrl+Return")
        assert tally(window.workplace.desk.document.paragraphs).marks == remaining
    assert visited == sorted(visited)
    assert window.workplace.status_line.currentMessage() == "All portion marks are confirmed."


def test_digits_assign_all_selected_paragraphs(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.workplace.panes.transcript.place_caret(1, 0, select_to=(2, 3))
    press(window, "Alt+2")
    second = window.workplace.desk.document.people[1].id
    assert [p.speaker for p in window.workplace.desk.document.paragraphs[1:3]] == [second, second]
    press(window, "Alt+0")
    assert [p.kind for p in window.workplace.desk.document.paragraphs[1:3]] == [Kind.NARRATIVE] * 2


def test_typing_while_a_save_runs_stays_unsaved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sample(qtbot, window)
    path = tmp_path / "typed.xml"
    monkeypatch.setattr(files, "choose_to_save", lambda *_: path)
    window.workplace.panes.transcript.place_caret(1, 0)
    type_text("One")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
        type_text("Two")
    assert window.isWindowModified()
    assert tei.read(path.read_bytes()).paragraphs[1].text.startswith("OneToshiki")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    assert not window.isWindowModified()
    assert tei.read(path.read_bytes()).paragraphs[1].text.startswith("OneTwoToshiki")


def test_parts_of_the_window_are_reached_in_a_circle(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor
    seen = []
    for _ in range(4):
        press(window, "F6")
        seen.append(QApplication.focusWidget())
    assert seen[0] is window.workplace.panes.transcript.marks
    assert window.workplace.panes.metadata.isAncestorOf(seen[1])  # type: ignore[arg-type]
    assert seen[2:] == [
        window.workplace.panes.transcript.speakers,
        window.workplace.panes.transcript.editor,
    ]
    QTest.keyClick(
        window.workplace.panes.transcript.editor, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier
    )
    assert QApplication.focusWidget() is window.workplace.panes.transcript.speakers
