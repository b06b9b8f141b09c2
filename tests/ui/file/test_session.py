"""Opening, saving and leaving: nothing is lost without a question."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app import opening, settings, tei
from app.storage.companions import Companion, companion
from app.ui.application import compose
from app.ui.dialogs import changed_on_disk, files, questions, which_memorandum
from app.ui.dialogs.changed_on_disk import Choice
from app.ui.dialogs.questions import Answer
from app.ui.dialogs.who_am_i import WhoAmI
from app.ui.file import securing
from app.ui.file.session import WENT_ON
from app.ui.file.working_file import SAMPLE
from app.ui.main_window import MainWindow
from tests.memoranda import short
from tests.ui.desk import (
    first_words,
    in_dialog,
    let_go,
    open_file,
    open_sample,
    press,
    press_button,
    type_text,
)


def answer(monkeypatch: pytest.MonkeyPatch, given: Answer) -> list[str]:
    """Give this answer to the question about changes; the names it was asked about."""
    asked: list[str] = []

    def ask(_: object, name: str) -> Answer:
        asked.append(name)
        return given

    monkeypatch.setattr(questions, "ask_unsaved", ask)
    return asked


def warnings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(
        questions, "warn", lambda _, what, message: said.append(f"{what}: {message}")
    )
    return said


# -- opening ---------------------------------------------------------------------------------------


def test_reading_is_not_done_in_the_main_thread(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_it, threads = opening.open_file, []

    def noted(path: Path) -> opening.Opened:
        threads.append(threading.current_thread())
        return open_it(path)

    monkeypatch.setattr(opening, "open_file", noted)
    open_file(qtbot, window, memo)
    assert threads
    assert threading.main_thread() not in threads


def test_whether_a_file_is_ours_is_found_out_after_it_is_shown(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    session = window.workplace.session

    def is_ours() -> bool:
        return (
            session.file is not None and session.file.state is not None and session.file.state.ours
        )

    assert not is_ours()
    qtbot.waitUntil(is_ours)


def test_a_tei_file_is_saved_in_place(qtbot: QtBot, window: MainWindow, memo: Path) -> None:
    open_file(qtbot, window, memo)
    assert window.windowTitle() == "memo.xml[*] — Memcon Desk"
    assert window.workplace.status_line.state.text() == "Saved"
    type_text("Then ")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    assert tei.read(memo.read_bytes()).paragraphs[0].text == "Then The President telephoned."
    assert window.workplace.status_line.state.text() == "Saved"


def test_an_import_is_offered_a_name_beside_its_source(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "call.txt"
    source.write_bytes(SAMPLE.read_bytes())
    offered: list[Path] = []
    monkeypatch.setattr(files, "choose_to_save", lambda _, path: offered.append(path))
    open_file(qtbot, window, source)
    assert window.workplace.status_line.state.text() == "Not saved yet"
    press(window, "Ctrl+S")
    assert offered == [tmp_path / "call.xml"]
    assert source.read_bytes() == SAMPLE.read_bytes()


def test_what_cannot_be_opened_is_said_in_one_line(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = warnings(monkeypatch)
    window.workplace.session.open(tmp_path / "gone.xml")
    qtbot.waitUntil(lambda: bool(said))
    assert said == [
        f"The file was not opened: {tmp_path / 'gone.xml'}: there is no such file; check the name"
    ]
    assert window.stack.currentWidget() is window.start_page


def test_a_slow_file_can_be_given_up(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    open_it = opening.open_file

    def slow(path: Path) -> opening.Opened:
        go_on.wait(10)
        return open_it(path)

    monkeypatch.setattr(opening, "open_file", slow)
    window.workplace.session.open(memo)
    assert not window.workplace.progress.isVisible()
    qtbot.waitUntil(window.workplace.progress.isVisible)
    assert QApplication.focusWidget() is window.workplace.progress.cancel_button
    with qtbot.assertNotEmitted(window.workplace.session.opened, wait=100):
        press(window, "Escape")
        go_on.set()
    assert not window.workplace.progress.isVisible()
    assert window.workplace.session.review is None


@pytest.mark.parametrize("number", [None, 1])
def test_one_of_several_memoranda_is_chosen(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int | None,
) -> None:
    both = opening.Opened((short("First"), short("Second")), None)
    monkeypatch.setattr(opening, "open_file", lambda _: both)
    monkeypatch.setattr(which_memorandum, "choose_memorandum", lambda *_: number)
    window.workplace.session.open(tmp_path / "tape.txt")
    qtbot.waitUntil(lambda: not window.workplace.session.busy)
    if number is None:
        assert window.workplace.session.review is None
        return
    assert window.workplace.desk.document is both.documents[1]
    assert window.workplace.session.file is not None
    assert window.workplace.session.file.suggestion == tmp_path / "tape-2.xml"


# -- who -------------------------------------------------------------------------------------------


@pytest.fixture
def stranger(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    """The window of a person who has not said who they are."""
    made = compose(qapp, tmp_path / "none" / "settings.json")
    qtbot.addWidget(made, before_close_func=let_go)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_who_is_asked_once_before_the_first_document(
    qtbot: QtBot, stranger: MainWindow, tmp_path: Path
) -> None:
    def introduce(dialog: QDialog) -> None:
        assert isinstance(dialog, WhoAmI)
        dialog.name_field.selectAll()
        qtbot.keyClicks(dialog.name_field, "Bo Editor")
        qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)

    in_dialog(introduce)
    open_sample(qtbot, stranger)
    kept, _ = settings.load(tmp_path / "none" / "settings.json")
    assert (kept.reviewer_name, kept.reviewer_initials) == ("Bo Editor", "BE")
    open_sample(qtbot, stranger)
    stranger.activateWindow()
    qtbot.waitUntil(
        lambda: QApplication.focusWidget() is stranger.workplace.panes.transcript.editor
    )
    type_text("x")
    assert [r.id for r in stranger.workplace.desk.document.reviewers] == ["rev-be"]


def test_who_does_not_say_gets_no_document(qtbot: QtBot, stranger: MainWindow) -> None:
    in_dialog(lambda dialog: dialog.reject())
    stranger.workplace.session.open(SAMPLE)
    qtbot.waitUntil(lambda: bool(stranger.workplace.status_line.currentMessage()))
    assert stranger.workplace.session.review is None
    assert stranger.stack.currentWidget() is stranger.start_page


# -- leaving ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", Answer)
def test_changes_are_asked_about_before_they_go(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch, given: Answer
) -> None:
    asked = answer(monkeypatch, given)
    open_file(qtbot, window, memo)
    type_text("Then ")
    press(window, "Ctrl+W")
    qtbot.waitUntil(lambda: not window.workplace.session.busy)
    assert asked == ["memo.xml"]
    saved = tei.read(memo.read_bytes()).paragraphs[0].text.startswith("Then")
    assert saved == (given is Answer.SAVE)
    assert (window.workplace.session.review is None) == (given is not Answer.CANCEL)


def test_an_unchanged_document_goes_without_a_question(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, Answer.CANCEL)
    open_file(qtbot, window, memo)
    type_text("x")
    press(window, "Ctrl+Z")
    press(window, "Ctrl+W")
    assert asked == []
    assert window.stack.currentWidget() is window.start_page
    assert window.windowTitle() == "Memcon Desk"


def test_opening_another_file_asks_too(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, Answer.CANCEL)
    open_file(qtbot, window, memo)
    type_text("x")
    kept = window.workplace.desk.document
    window.workplace.session.open(SAMPLE)
    qtbot.waitUntil(lambda: bool(asked))
    assert window.workplace.desk.document is kept


def test_who_types_on_while_another_file_is_locked_keeps_the_document(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = memo.with_name("other.xml")
    other.write_bytes(memo.read_bytes())
    go_on, looking = threading.Event(), threading.Event()
    real = securing._look

    def look(*given: Any) -> object:
        looking.set()
        go_on.wait(5)
        return real(*given)

    open_file(qtbot, window, memo)
    session = window.workplace.session
    monkeypatch.setattr(securing, "_look", look)
    session.open(other)
    qtbot.waitUntil(looking.is_set)
    type_text("Mine ")
    go_on.set()
    qtbot.waitUntil(lambda: not session.busy)
    assert window.workplace.status_line.currentMessage() == WENT_ON
    assert first_words(window).startswith("Mine ")
    assert session.file is not None
    assert session.file.path == memo
    assert session.keeping is not None
    assert session.keeping.journal is not None
    qtbot.waitUntil(lambda: not companion(other, Companion.LOCK).exists())


def test_the_window_closes_when_the_save_is_done(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, Answer.SAVE)
    open_file(qtbot, window, memo)
    type_text("Then ")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert tei.read(memo.read_bytes()).paragraphs[0].text.startswith("Then")


def test_closing_waits_for_a_save_under_way(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, Answer.CANCEL)
    open_file(qtbot, window, memo)
    type_text("Then ")
    press(window, "Ctrl+S")
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert asked == []
    assert tei.read(memo.read_bytes()).paragraphs[0].text.startswith("Then")


def test_the_window_stays_when_the_person_thinks_better_of_it(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("Then ")
    in_dialog(press_button("Cancel"))
    window.close()
    assert window.isVisible()
    assert window.isWindowModified()


# -- saving ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [Choice.SAVE_AS, Choice.RELOAD, Choice.CANCEL])
def test_a_file_changed_by_others_is_never_overwritten(
    qtbot: QtBot,
    window: MainWindow,
    memo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    choice: Choice,
) -> None:
    asked: list[str] = []

    def ask(_: object, message: str, offered: frozenset[Choice]) -> Choice:
        assert choice is Choice.CANCEL or choice in offered
        asked.append(message)
        return choice

    monkeypatch.setattr(changed_on_disk, "ask_about_changed", ask)
    monkeypatch.setattr(files, "choose_to_save", lambda *_: tmp_path / "mine.xml")
    open_file(qtbot, window, memo)
    type_text("Mine ")
    theirs = tei.write(short("Theirs"))
    memo.write_bytes(theirs)
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.waitUntil(lambda: not window.workplace.session.busy)
    assert memo.read_bytes() == theirs
    assert "another program changed the file" in asked[0]
    match choice:
        case Choice.SAVE_AS:
            mine = tei.read((tmp_path / "mine.xml").read_bytes())
            assert mine.paragraphs[0].text.startswith("Mine ")
        case Choice.RELOAD:
            assert window.workplace.desk.document.metadata.subject == "Theirs"
            assert not window.isWindowModified()
        case Choice.CANCEL:
            assert window.workplace.desk.document.paragraphs[0].text.startswith("Mine ")
            assert window.isWindowModified()


def test_a_save_that_fails_is_told_and_stays_modified(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = warnings(monkeypatch)
    monkeypatch.setattr(files, "choose_to_save", lambda *_: memo.parent / "no" / "folder.xml")
    open_file(qtbot, window, memo)
    type_text("x")
    press(window, "Ctrl+Shift+S")
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("The document was not saved: ")
    assert "choose a folder that exists" in said[0]
    review = window.workplace.session.review
    assert review is not None
    assert review.modified
    assert window.isWindowModified()


def test_save_as_replaces_what_the_person_agreed_to_replace(
    qtbot: QtBot, window: MainWindow, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = memo.with_name("other.xml")
    other.write_bytes(tei.write(short("Old")))
    monkeypatch.setattr(files, "choose_to_save", lambda *_: other)
    open_file(qtbot, window, memo)
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+Shift+S")
    assert tei.read(other.read_bytes()).metadata.subject == "A call"
    assert window.windowTitle().startswith("other.xml")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")


def test_recent_files_are_kept_but_not_the_sample(
    qtbot: QtBot, window: MainWindow, memo: Path, settings_path: Path
) -> None:
    open_file(qtbot, window, memo)
    open_sample(qtbot, window)
    kept, _ = settings.load(settings_path)
    assert kept.recent == (memo,)


def test_settings_that_cannot_be_kept_are_told(
    qtbot: QtBot, window: MainWindow, settings_path: Path
) -> None:
    settings_path.unlink()
    settings_path.parent.rmdir()
    settings_path.parent.write_text("in the way")
    window.workplace.desk.window.choose_theme(settings.Theme.DARK)
    assert window.workplace.status_line.currentMessage().startswith(
        "The settings could not be kept: "
    )
    window.workplace.desk.window.choose_theme(settings.Theme.LIGHT)
