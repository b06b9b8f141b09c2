"""Versions, copies and the history, from the menu to the document."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app import settings, tei
from app.storage.companions import Companion, companion
from app.storage.history_chain import verified
from app.storage.versions import versions
from app.ui.dialogs import files
from app.ui.dialogs.contrast import ContrastView
from app.ui.dialogs.history import History
from app.ui.dialogs.versions import Versions
from app.ui.main_window import MainWindow
from tests.ui.desk import (
    come_back,
    first_words,
    in_dialog,
    open_file,
    open_sample,
    press,
    press_button,
    press_for_dialog,
    type_text,
)


def save(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")


def run(window: MainWindow, command: str) -> None:
    window.workplace.menus.actions[command].trigger()


def in_dialog_over(under: QDialog, act: Callable[[QDialog], None]) -> None:
    """Do this in the dialog that opens next over this one."""

    def wait() -> None:
        if QApplication.activeModalWidget() is under:
            QTimer.singleShot(5, wait)
        else:
            in_dialog(act)

    wait()


# -- versions --------------------------------------------------------------------------------------


def test_a_version_is_compared_and_restored_and_that_can_be_undone(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    for words in ("One ", "Two "):
        type_text(words)
        save(qtbot, window)
    type_text("Three ")
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ContrastView)
        qtbot.waitUntil(lambda: "differ" in dialog.count.text())
        seen.append(dialog.view.toPlainText())
        dialog.reject()

    def use(dialog: QDialog) -> None:
        assert isinstance(dialog, Versions)
        assert dialog.list.count() == 3
        assert "Ada Reviewer" in dialog.list.item(0).text()
        assert "not known by whom" in dialog.list.item(2).text()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        in_dialog_over(dialog, look)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(seen))
        dialog.restore_button.click()

    in_dialog(use)
    press_for_dialog(window, "Ctrl+Shift+H")
    qtbot.waitUntil(lambda: first_words(window) == "One The President telephoned.")
    assert "One Two Three The President telephoned." in seen[0]
    assert window.isWindowModified()
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    assert first_words(window) == "One Two Three The President telephoned."


def test_how_many_are_kept_is_a_setting(
    qtbot: QtBot, window: MainWindow, memo: Path, settings_path: Path
) -> None:
    def use(dialog: QDialog) -> None:
        assert isinstance(dialog, Versions)
        dialog.kept.setFocus()
        dialog.kept.selectAll()
        qtbot.keyClicks(dialog.kept, "2")
        dialog.reject()

    open_file(qtbot, window, memo)
    in_dialog(use)
    press_for_dialog(window, "Ctrl+Shift+H")
    assert settings.load(settings_path)[0].versions == 2
    for _ in range(4):
        type_text("x")
        save(qtbot, window)
    assert len(versions(memo)) == 2


def test_all_that_is_kept_beside_the_file_can_be_removed(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    """But what is not saved yet stays protected."""

    def use(dialog: QDialog) -> None:
        assert isinstance(dialog, Versions)
        in_dialog_over(dialog, press_button("Remove"))
        qtbot.mouseClick(dialog.purge_button, Qt.MouseButton.LeftButton)
        assert dialog.list.count() == 0
        dialog.reject()

    open_file(qtbot, window, memo)
    type_text("One ")
    save(qtbot, window)
    type_text("Two ")
    journal = companion(memo, Companion.JOURNAL)
    qtbot.waitUntil(journal.exists)
    set_aside = journal.with_name(f"{journal.name}.unreadable")
    set_aside.write_bytes(b"x")
    in_dialog(use)
    press_for_dialog(window, "Ctrl+Shift+H")
    assert versions(memo) == ()
    assert not set_aside.exists()
    from app.storage.recovery import recover

    qtbot.waitUntil(journal.exists)
    keeping = window.workplace.session.keeping
    assert keeping is not None
    assert keeping.journal is not None
    keeping.journal.flush()
    assert recover(memo).document.paragraphs[0].text == first_words(window)


def test_an_import_has_no_versions_yet(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+Shift+H")
    assert "from the first save on" in window.workplace.status_line.currentMessage()


# -- copies ----------------------------------------------------------------------------------------


@pytest.fixture
def two_copies(qtbot: QtBot, window: MainWindow, memo: Path) -> tuple[Path, Path]:
    """Mine, saved with "Mine " and open, and Ben's with another subject; one original."""
    open_file(qtbot, window, memo)
    type_text("One ")
    save(qtbot, window)
    theirs = memo.with_name("theirs.xml")
    shutil.copy(memo, theirs)
    document = tei.read(theirs.read_bytes())
    changed = replace(document, metadata=replace(document.metadata, subject="By Ben"))
    theirs.write_bytes(tei.write(changed))
    type_text("Mine ")
    save(qtbot, window)
    return memo, theirs


def test_another_copy_is_merged_from_the_version_that_both_come_from(
    qtbot: QtBot,
    window: MainWindow,
    two_copies: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, theirs = two_copies
    monkeypatch.setattr(files, "choose_copy", lambda *_: theirs)
    monkeypatch.setattr(files, "choose_original", lambda *_: pytest.fail("it is known"))
    run(window, "file.merge")
    qtbot.waitUntil(lambda: window.workplace.desk.document.metadata.subject == "By Ben")
    assert first_words(window).startswith("One Mine ")
    assert window.isWindowModified()
    press(window, "Ctrl+Z")
    assert window.workplace.desk.document.metadata.subject == "A call"


def test_the_original_is_asked_for_where_it_is_not_known(
    qtbot: QtBot,
    window: MainWindow,
    two_copies: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memo, theirs = two_copies
    bare = replace(tei.read(theirs.read_bytes()), revisions=())
    theirs.write_bytes(tei.write(bare))
    original = memo.with_name("original.xml")
    original.write_bytes(versions(memo)[1].content())
    monkeypatch.setattr(files, "choose_copy", lambda *_: theirs)
    monkeypatch.setattr(files, "choose_original", lambda *_: original)
    run(window, "file.merge")
    qtbot.waitUntil(lambda: window.workplace.desk.document.metadata.subject == "By Ben")
    assert first_words(window).startswith("One Mine ")


def test_a_copy_that_cannot_be_read_is_told(
    qtbot: QtBot,
    window: MainWindow,
    memo: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from app.ui.dialogs import questions

    said: list[str] = []
    monkeypatch.setattr(questions, "warn", lambda _, what, message: said.append(message))
    broken = memo.with_name("broken.xml")
    broken.write_bytes(b"<TEI")
    monkeypatch.setattr(files, "choose_copy", lambda *_: broken)
    kept = open_file(qtbot, window, memo)
    run(window, "file.merge")
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith(str(broken))
    assert window.workplace.desk.document is kept


# -- history ---------------------------------------------------------------------------------------


def shown_history(qtbot: QtBot, window: MainWindow) -> tuple[str, list[list[str]], str]:
    """The verdict, the rows, and what Copy copies."""
    found: list[tuple[str, list[list[str]], str]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, History)
        table = dialog.saves
        cells = [[table.item(row, at) for at in range(3)] for row in range(table.rowCount())]
        rows = [[cell.text() if cell is not None else "" for cell in row] for row in cells]
        dialog.copy_button.click()
        found.append((dialog.verdict.text(), rows, QApplication.clipboard().text()))
        dialog.reject()

    in_dialog(look)
    run(window, "file.history")
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_the_history_says_who_saved_what_and_shows_the_head(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    for words in ("One ", "Two "):
        type_text(words)
        save(qtbot, window)
    verdict, rows, head = shown_history(qtbot, window)
    assert verdict == "Intact: 2 saves, and the file is as the last one left it."
    assert [row[1] for row in rows] == ["Ada Reviewer", "Ada Reviewer"]
    assert "Correct" in rows[0][2] or "Type" in rows[0][2]
    assert head == verified(memo.read_bytes()).head
    assert len(head) == 64


def test_a_file_that_somebody_meddled_with_says_so(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("One ")
    save(qtbot, window)
    memo.write_bytes(memo.read_bytes().replace(b"telephoned", b"telephaned"))
    verdict, _, _ = shown_history(qtbot, window)
    assert verdict.startswith("Not intact: ")
