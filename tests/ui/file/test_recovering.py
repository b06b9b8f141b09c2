"""A crash loses nothing: what was typed is offered when the file is opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import tei
from app.storage.companions import Companion, companion
from app.ui.dialogs.contrast import ContrastView
from app.ui.main_window import MainWindow
from app.ui.recent_files import looked_up
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
from tests.ui.desk_process import killed, started, told


@pytest.fixture
def crashed(memo: Path, settings_path: Path) -> Path:
    """A file on which "Then " was typed by a desk that was killed."""
    process = started(settings_path, memo)
    assert told(process, "Then ") == "typed 5"
    assert told(process, ":flush") == "flushed 5"
    killed(process)
    return memo


def journal(file: Path) -> Path:
    return companion(file, Companion.JOURNAL)


def lock(file: Path) -> Path:
    return companion(file, Companion.LOCK)


def reopen(qtbot: QtBot, window: MainWindow, path: Path, act: Callable[[QDialog], None]) -> None:
    in_dialog(act)
    open_file(qtbot, window, path)
    come_back(qtbot, window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.workplace.panes.transcript.editor)


def test_what_was_typed_before_a_crash_comes_back_unsaved(
    qtbot: QtBot, window: MainWindow, crashed: Path
) -> None:
    said: list[str] = []

    def recover(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText())
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    before = crashed.read_bytes()
    reopen(qtbot, window, crashed, recover)
    assert "5 edits, the last by Ada Reviewer on " in said[0]
    assert "another program" not in said[0]
    assert first_words(window) == "Then The President telephoned."
    assert window.isWindowModified()
    assert crashed.read_bytes() == before
    press(window, "Ctrl+Z")
    assert first_words(window) == "The President telephoned."
    press(window, "Ctrl+Shift+Z")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    assert tei.read(crashed.read_bytes()).paragraphs[0].text.startswith("Then ")
    qtbot.waitUntil(lambda: not journal(crashed).exists())


def test_a_second_crash_after_the_recovery_loses_nothing(
    qtbot: QtBot, window: MainWindow, crashed: Path
) -> None:
    """Nothing of the first journal goes before another has all of it."""
    reopen(qtbot, window, crashed, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    type_text("So ")
    keeping = window.workplace.session.keeping
    assert keeping is not None
    assert keeping.journal is not None
    keeping.journal.flush()
    left = journal(crashed).read_bytes()
    window.workplace.session.abandon()
    keeping.wait()
    journal(crashed).write_bytes(left)
    reopen(qtbot, window, crashed, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    assert first_words(window) == "So Then The President telephoned."


def test_escape_leaves_everything_and_opens_nothing(
    qtbot: QtBot, window: MainWindow, crashed: Path
) -> None:
    left = journal(crashed).read_bytes()
    in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    with qtbot.waitSignal(window.workplace.session.not_opened):
        window.workplace.session.open(crashed)
    assert window.workplace.session.review is None
    assert journal(crashed).read_bytes() == left
    qtbot.waitUntil(lambda: not lock(crashed).exists())
    assert looked_up(crashed).unsaved
    assert "Unsaved work left" in looked_up(crashed).state


def test_compare_shows_what_the_recovery_would_change_and_asks_again(
    qtbot: QtBot, window: MainWindow, crashed: Path
) -> None:
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ContrastView)
        qtbot.waitUntil(lambda: "differ" in dialog.count.text())
        shown.append(dialog.view.toPlainText())
        in_dialog(press_button("Recover"))
        dialog.reject()

    def compare(dialog: QDialog) -> None:
        in_dialog(look)
        press_button("Compare…")(dialog)

    reopen(qtbot, window, crashed, compare)
    assert "Then The President telephoned." in shown[0]
    assert first_words(window).startswith("Then ")


@pytest.mark.parametrize("sure", [True, False])
def test_discard_asks_once_more(
    qtbot: QtBot, window: MainWindow, crashed: Path, sure: bool
) -> None:
    def again(dialog: QDialog) -> None:
        if not sure:
            in_dialog(press_button("Recover"))
        press_button("Discard" if sure else "Keep")(dialog)

    def discard(dialog: QDialog) -> None:
        in_dialog(again)
        press_button("Discard…")(dialog)

    reopen(qtbot, window, crashed, discard)
    assert first_words(window).startswith("Then ") is not sure
    assert window.isWindowModified() is not sure


def test_a_file_that_was_changed_since_is_told(
    qtbot: QtBot, window: MainWindow, memo: Path, settings_path: Path
) -> None:
    """The old file is found among the versions."""
    process = started(settings_path, memo)
    told(process, "Then ")
    assert told(process, ":save") == "saved 5"
    told(process, "so ")
    told(process, ":flush")
    killed(process)
    memo.write_bytes(tei.write(short("Another subject")))
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText())
        press_button("Recover")(dialog)

    reopen(qtbot, window, memo, look)
    assert "changed by another program" in said[0]
    assert "so " in first_words(window)


def test_a_damaged_journal_is_put_aside_not_lost(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    journal(memo).write_bytes(b"nonsense")
    kept = journal(memo).with_name(f"{journal(memo).name}.unreadable")

    def aside(dialog: QDialog) -> None:
        press_button("Set Aside and Open")(dialog)

    with pytest.MonkeyPatch.context() as patch:
        told_of: list[str] = []
        from app.ui.dialogs import questions

        patch.setattr(questions, "warn", lambda _, what, message: told_of.append(message))
        reopen(qtbot, window, memo, aside)
    assert told_of == [f"It is {kept} now."]
    assert kept.read_bytes() == b"nonsense"
    assert not journal(memo).exists()


def test_an_import_is_recovered_too(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, settings_path: Path
) -> None:
    source = tmp_path / "call.txt"
    source.write_text("MEMORANDUM OF CONVERSATION\n\nThe President telephoned.\n")
    process = started(settings_path, source)
    told(process, "Then ")
    told(process, ":flush")
    killed(process)
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText())
        press_button("Recover")(dialog)

    reopen(qtbot, window, source, look)
    assert "5 edits" in said[0]
    assert "another program" not in said[0]
    assert first_words(window).startswith("Then ")


# -- the journal while all is well -----------------------------------------------------------------


def test_a_clean_close_leaves_nothing_beside_the_file(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.ui.dialogs import questions
    from app.ui.dialogs.questions import Answer

    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: Answer.DISCARD)
    open_file(qtbot, window, memo)
    assert lock(memo).exists()
    assert not journal(memo).exists()
    type_text("Then ")
    qtbot.waitUntil(journal(memo).exists)
    press(window, "Ctrl+W")
    assert window.workplace.session.review is None
    qtbot.waitUntil(lambda: not journal(memo).exists() and not lock(memo).exists())
    assert sorted(path.name for path in memo.parent.iterdir()) == [
        "configuration",
        "memo.xml",
    ]


def test_closing_the_window_leaves_nothing_beside_the_file(memo: Path, settings_path: Path) -> None:
    """In a process of its own: it must not end before all is put away."""
    process = started(settings_path, memo)
    told(process, "Then ")
    assert told(process, ":save") == "saved 5"
    assert told(process, ":close") == ""
    with process:
        assert process.wait(20) == 0
    assert not journal(memo).exists()
    assert not lock(memo).exists()


def test_a_journal_that_cannot_be_written_is_told_once_and_the_work_goes_on(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.storage import journal as journals
    from app.storage.atomic import SaveError

    def full(*_: object) -> None:
        raise SaveError("no space left on device")

    monkeypatch.setattr(journals, "save_bytes", full)
    open_file(qtbot, window, memo)
    type_text("Then ")
    line = window.workplace.status_line
    qtbot.waitUntil(lambda: "the journal is not written" in line.currentMessage())
    assert first_words(window).startswith("Then ")
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor


def test_saving_under_another_name_moves_the_journal(
    qtbot: QtBot,
    window: MainWindow,
    memo: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from app.ui.dialogs import files

    other = memo.with_name("other.xml")
    monkeypatch.setattr(files, "choose_to_save", lambda *_: other)
    open_file(qtbot, window, memo)
    type_text("Then ")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+Shift+S")
    type_text("so ")
    qtbot.waitUntil(journal(other).exists)
    assert not journal(memo).exists()
    qtbot.waitUntil(lambda: not lock(memo).exists())
    assert lock(other).exists()


def test_a_name_under_which_work_was_left_is_refused(
    qtbot: QtBot,
    window: MainWindow,
    crashed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from app.ui.dialogs import files, questions

    said: list[str] = []
    monkeypatch.setattr(questions, "warn", lambda _, what, message: said.append(message))
    monkeypatch.setattr(files, "choose_to_save", lambda *_: crashed)
    mine = crashed.with_name("mine.xml")
    mine.write_bytes(tei.write(short()))
    left = journal(crashed).read_bytes()
    open_file(qtbot, window, mine)
    press(window, "Ctrl+Shift+S")
    qtbot.waitUntil(lambda: bool(said))
    assert "work on it was left unsaved there" in said[0]
    assert journal(crashed).read_bytes() == left
