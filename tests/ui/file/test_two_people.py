"""Two people and one file: who has it is told, and nobody's work is written over."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import tei
from app.model.document import Document, Revision
from app.storage import locks
from app.storage.companions import Companion, companion
from app.storage.history_chain import sealed, verified
from app.storage.locks import Lock, Owner
from app.ui.dialogs import files, questions
from app.ui.main_window import MainWindow
from tests.memoranda import short
from tests.ui.desk import come_back, in_dialog, open_file, press, press_button, type_text

BEN = Owner("Ben Second", "READING-ROOM-2", 4711, "2026-11-24T09:14:00Z", "0123456789abcdef")


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "memo.xml"
    path.write_bytes(tei.write(short()))
    return path


def lock(file: Path) -> Path:
    return companion(file, Companion.LOCK)


def lock_as(file: Path, owner: Owner) -> None:
    lock(file).write_text(json.dumps(asdict(owner)))


def owner_of(file: Path) -> str:
    return str(json.loads(lock(file).read_text())["name"])


def first_words(window: MainWindow) -> str:
    return window.workplace.desk.document.paragraphs[0].text


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


# -- changed on disk while it is open --------------------------------------------------------------


def saved_by_ben(memo: Path, change: Callable[[Document], Document]) -> bytes:
    """The file as a desk of his leaves it."""
    changed = change(tei.read(memo.read_bytes()))
    save = Revision("2026-11-24T10:00:00Z", "", "Ben's work")
    _, content = sealed(replace(changed, revisions=(*changed.revisions, save)))
    memo.write_bytes(content)
    return content


def with_subject(document: Document) -> Document:
    return replace(document, metadata=replace(document.metadata, subject="By Ben"))


def with_text(text: str) -> Callable[[Document], Document]:
    def change(document: Document) -> Document:
        first = document.paragraphs[0]
        passage = replace(first.passage, text=text)
        return document.with_paragraphs(0, 1, (replace(first, passage=passage),))

    return change


def come_to_the_front(qtbot: QtBot, window: MainWindow) -> None:
    """As after work in another window."""
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    other.close()
    window.activateWindow()


def test_a_change_is_noticed_when_the_window_comes_to_the_front_and_told_once(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("Mine ")
    theirs = saved_by_ben(memo, with_subject)
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText())
        press_button("Cancel")(dialog)

    in_dialog(look)
    come_to_the_front(qtbot, window)
    qtbot.waitUntil(lambda: bool(said))
    assert "another program changed the file" in said[0]
    come_to_the_front(qtbot, window)
    qtbot.wait(200)
    assert len(said) == 1
    assert first_words(window).startswith("Mine ")
    assert memo.read_bytes() == theirs


def test_a_file_that_was_only_touched_has_not_changed(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    memo.write_bytes(memo.read_bytes())
    come_to_the_front(qtbot, window)
    qtbot.wait(200)
    come_back(qtbot, window)


def test_what_ben_changed_is_merged_and_then_saved(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("Mine ")
    saved_by_ben(memo, with_subject)
    in_dialog(press_button("Merge…"))
    press(window, "Ctrl+S")
    desk = window.workplace.desk
    qtbot.waitUntil(lambda: desk.document.metadata.subject == "By Ben")
    come_back(qtbot, window)
    assert first_words(window).startswith("Mine ")
    assert window.isWindowModified()
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    written = tei.read(memo.read_bytes())
    assert written.metadata.subject == "By Ben"
    assert written.paragraphs[0].text.startswith("Mine ")
    assert [one.note for one in written.revisions] == ["Ben's work", "Correct Text (5), Merge"]
    assert verified(memo.read_bytes()).intact


def test_a_merge_that_is_taken_back_writes_over_nothing(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("Mine ")
    theirs = saved_by_ben(memo, with_subject)
    in_dialog(press_button("Merge…"))
    press(window, "Ctrl+S")
    desk = window.workplace.desk
    qtbot.waitUntil(lambda: desk.document.metadata.subject == "By Ben")
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    assert desk.document.metadata.subject != "By Ben"
    asked: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        asked.append(dialog.informativeText())
        press_button("Merge…")(dialog)

    in_dialog(look)
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: desk.document.metadata.subject == "By Ben")
    assert len(asked) == 1
    assert memo.read_bytes() == theirs
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Y")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    written = tei.read(memo.read_bytes())
    assert written.metadata.subject == "By Ben"
    assert written.paragraphs[0].text.startswith("Mine ")
    assert written.revisions[0].note == "Ben's work"
    assert verified(memo.read_bytes()).intact


def test_what_both_changed_is_asked_place_by_place(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    from PySide6.QtCore import Qt

    from app.ui.dialogs.merge import SettleConflicts

    shown: list[tuple[str, str]] = []

    def settle(dialog: QDialog) -> None:
        assert isinstance(dialog, SettleConflicts)
        assert not dialog.merge_button.isEnabled()
        shown.append((dialog.mine.toPlainText(), dialog.theirs.toPlainText()))
        qtbot.keyClick(dialog.places, Qt.Key.Key_Right)
        assert dialog.told.text() == "All is settled."
        qtbot.keyClick(dialog.places, Qt.Key.Key_Return)

    def merge(dialog: QDialog) -> None:
        in_dialog(settle)
        press_button("Merge…")(dialog)

    open_file(qtbot, window, memo)
    type_text("Mine ")
    saved_by_ben(memo, with_text("The Secretary telephoned."))
    in_dialog(merge)
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: first_words(window) == "The Secretary telephoned.")
    assert shown == [("Mine The President telephoned.", "The Secretary telephoned.")]
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    assert first_words(window) == "Mine The President telephoned."


def test_compare_shows_both_and_asks_again(qtbot: QtBot, window: MainWindow, memo: Path) -> None:
    from app.ui.dialogs.contrast import ContrastView

    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ContrastView)
        qtbot.waitUntil(lambda: "differ" in dialog.count.text())
        seen.append(dialog.view.toPlainText())
        in_dialog(press_button("Reload"))
        dialog.reject()

    def compare(dialog: QDialog) -> None:
        in_dialog(look)
        press_button("Compare…")(dialog)

    open_file(qtbot, window, memo)
    type_text("Mine ")
    saved_by_ben(memo, with_subject)
    in_dialog(compare)
    with qtbot.waitSignal(window.workplace.session.opened):
        press(window, "Ctrl+S")
    assert "By Ben" in seen[0]
    assert "Mine The President telephoned." in seen[0]
    assert window.workplace.desk.document.metadata.subject == "By Ben"
    assert not window.isWindowModified()
