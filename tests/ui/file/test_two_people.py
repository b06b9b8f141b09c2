"""Two people and one file: who has it is told, and nobody's work is written over."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import tei
from app.storage import locks
from app.storage.companions import Companion, companion
from app.storage.locks import Lock, Owner
from app.ui.dialogs import files, questions
from app.ui.main_window import MainWindow
from tests.memoranda import short
from tests.ui.desk import (
    come_back,
    first_words,
    in_dialog,
    open_file,
    press,
    press_button,
    type_text,
)

BEN = Owner("Ben Second", "READING-ROOM-2", 4711, "2026-11-24T09:14:00Z", "0123456789abcdef")


def lock(file: Path) -> Path:
    return companion(file, Companion.LOCK)


def lock_as(file: Path, owner: Owner) -> None:
    lock(file).write_text(json.dumps(asdict(owner)))


def owner_of(file: Path) -> str:
    return str(json.loads(lock(file).read_text())["name"])


def open_in_use(
    qtbot: QtBot, window: MainWindow, path: Path, button: str, said: list[str] | None = None
) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        if said is not None:
            said.append(dialog.informativeText())
        press_button(button)(dialog)

    in_dialog(act)
    open_file(qtbot, window, path)
    come_back(qtbot, window)


def test_the_second_one_is_told_who_has_it_and_only_reads(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    lock_as(memo, BEN)
    said: list[str] = []
    open_in_use(qtbot, window, memo, "Open Read-Only", said)
    assert said[0].startswith("Ben Second has it open on READING-ROOM-2 since 24 Nov 2026 ")
    assert "Take" not in said[0]
    assert window.windowTitle() == "memo.xml [read-only][*] — Memcon Desk"
    assert window.workplace.status_line.state.text() == "Read-only"
    assert not window.workplace.menus.actions["file.save"].isEnabled()
    type_text("Mine ")
    press(window, "Return")
    assert first_words(window) == "The President telephoned."
    editor = window.workplace.panes.transcript.editor
    assert editor.toPlainText() == "The President telephoned."
    assert "Ben Second has it open" in window.workplace.status_line.currentMessage()
    assert not window.isWindowModified()
    assert owner_of(memo) == "Ben Second"
    press(window, "Ctrl+W")
    assert owner_of(memo) == "Ben Second"


def test_a_copy_of_what_is_read_can_be_edited(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_as(memo, BEN)
    offered: list[Path] = []
    copy = memo.with_name("mine.xml")

    def choose(_: object, path: Path) -> Path:
        offered.append(path)
        return copy

    monkeypatch.setattr(files, "choose_to_save", choose)
    open_in_use(qtbot, window, memo, "Open Read-Only")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+Shift+S")
    assert offered == [memo.with_name("memo-AR.xml")]
    assert window.windowTitle() == "mine.xml[*] — Memcon Desk"
    assert owner_of(copy) == "Ada Reviewer"
    type_text("Mine ")
    assert first_words(window) == "Mine The President telephoned."
    qtbot.waitUntil(companion(copy, Companion.JOURNAL).exists)
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    assert tei.read(copy.read_bytes()).paragraphs[0].text.startswith("Mine ")


def test_a_file_in_use_is_not_saved_over(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(questions, "warn", lambda _, what, message: said.append(message))
    other = memo.with_name("other.xml")
    other.write_bytes(b"theirs")
    lock_as(other, BEN)
    monkeypatch.setattr(files, "choose_to_save", lambda *_: other)
    open_file(qtbot, window, memo)
    press(window, "Ctrl+Shift+S")
    qtbot.waitUntil(lambda: bool(said))
    assert "Ben Second has it open on READING-ROOM-2" in said[0]
    assert other.read_bytes() == b"theirs"
    assert owner_of(memo) == "Ada Reviewer"


def test_who_gives_up_keeps_the_document_that_was_open(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    other = memo.with_name("other.xml")
    other.write_bytes(tei.write(short("Other")))
    lock_as(other, BEN)
    kept = open_file(qtbot, window, memo)
    in_dialog(press_button("Cancel"))
    with qtbot.waitSignal(window.workplace.session.not_opened):
        window.workplace.session.open(other)
    come_back(qtbot, window)
    assert window.workplace.desk.document is kept
    type_text("Mine ")
    assert first_words(window).startswith("Mine ")
    assert owner_of(memo) == "Ada Reviewer"


@pytest.mark.parametrize("mine", [True, False])
def test_a_lock_that_was_left_behind_is_taken_over(
    qtbot: QtBot,
    window: MainWindow,
    memo: Path,
    monkeypatch: pytest.MonkeyPatch,
    mine: bool,
) -> None:
    """Without a question where it is the person's own."""
    monkeypatch.setattr(locks, "_stale", lambda _, owner: owner is not None)
    if mine:
        lock_as(memo, replace(BEN, name="Ada Reviewer", machine=platform.node()))
        open_file(qtbot, window, memo)
    else:
        lock_as(memo, BEN)
        open_in_use(qtbot, window, memo, "Take Over")
    assert owner_of(memo) == "Ada Reviewer"
    type_text("Mine ")
    assert first_words(window).startswith("Mine ")


def test_a_lock_taken_by_another_is_told_at_once_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = memo.with_name("mine.xml")
    monkeypatch.setattr(files, "choose_to_save", lambda *_: copy)
    open_file(qtbot, window, memo)
    type_text("Mine ")
    journal = companion(memo, Companion.JOURNAL)
    qtbot.waitUntil(journal.exists)
    lock_as(memo, BEN)
    keeping = window.workplace.session.keeping
    assert keeping is not None
    in_dialog(press_button("Later"))
    _told_by_the_lock(keeping._lock)
    qtbot.waitUntil(lambda: "[read-only]" in window.windowTitle())
    come_back(qtbot, window)
    type_text("too ")
    assert first_words(window).startswith("Mine too ")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    assert tei.read(copy.read_bytes()).paragraphs[0].text.startswith("Mine too ")
    assert tei.read(memo.read_bytes()).paragraphs[0].text == "The President telephoned."
    assert journal.exists()
    assert owner_of(memo) == "Ben Second"
    assert window.windowTitle() == "mine.xml[*] — Memcon Desk"


def _told_by_the_lock(held: Lock | None) -> None:
    """As its thread does at the next touch."""
    assert held is not None
    assert not held.held
    held._lost()


def test_a_save_finds_a_lock_that_was_taken_meanwhile(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(questions, "warn", lambda _, what, message: said.append(message))
    before = memo.read_bytes()
    open_file(qtbot, window, memo)
    type_text("Mine ")
    lock_as(memo, BEN)
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: bool(said))
    assert "Ben Second has it open" in said[0]
    assert memo.read_bytes() == before
    assert window.isWindowModified()


def test_a_folder_without_room_for_a_lock_is_told(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(locks, "_put", refuse)
    open_file(qtbot, window, memo)
    assert "others will not see" in window.workplace.status_line.currentMessage()
    type_text("Mine ")
    assert first_words(window).startswith("Mine ")
