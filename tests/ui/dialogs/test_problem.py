"""A mistake of the program: told, without a word of the document, and the window lives on."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.edits import CorrectText
from app.review import Change
from app.storage.recovery import recover
from app.ui.dialogs.problem import Problem
from app.ui.main_window import MainWindow
from app.ui.reporting import Reporter, details_of
from tests.ui.desk import open_sample, type_text

SECRET = "codename ZEBRA"


def fail() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"cannot read {SECRET}") from error


def caught() -> ValueError:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_details_hold_places_but_no_text() -> None:
    details = details_of(caught())
    assert SECRET not in details
    assert "ValueError" in details
    assert "KeyError" in details
    assert "test_problem.py" in details
    assert "fail" in details


def test_an_exception_in_a_slot_ends_in_a_dialog_and_the_window_lives_on(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    open_sample(qtbot, window)
    monkeypatch.setattr(sys, "excepthook", Reporter(window))
    QTimer.singleShot(0, fail)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(window.findChildren(Problem)))
    (dialog,) = window.findChildren(Problem)
    assert dialog.isVisible()
    assert SECRET not in dialog.details.toPlainText()
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy Details")
    copy.click()
    assert QApplication.clipboard().text() == dialog.details.toPlainText()
    assert SECRET not in capsys.readouterr().err
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.workplace.panes.transcript.editor)
    type_text("x")
    assert window.workplace.desk.document.paragraphs[0].text.startswith("x")
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(visible_problems(window)))


def test_an_exception_in_a_thread_does_too(
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(threading, "excepthook", Reporter(window).of_thread)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(visible_problems(window)))
    (dialog,) = visible_problems(window)
    assert "fail" in dialog.details.toPlainText()
    assert SECRET not in dialog.details.toPlainText()
    assert SECRET not in capsys.readouterr().err
    dialog.reject()


def test_a_part_of_the_window_that_fails_leaves_text_and_journal_true(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are told of the change all the same; nothing typed is lost."""
    open_sample(qtbot, window)
    monkeypatch.setattr(sys, "excepthook", Reporter(window))
    desk = window.workplace.desk
    review = desk.review
    assert review is not None
    broken = [True]

    def listen(_: Change) -> None:
        if broken:
            fail()

    # As if it had been there before the transcript's own.
    review.subscribe(listen)
    review._listeners.insert(0, review._listeners.pop())
    QTimer.singleShot(0, lambda: desk.apply(CorrectText(0, 0, 0, "Once ")))
    qtbot.waitUntil(lambda: bool(visible_problems(window)))
    (dialog,) = visible_problems(window)
    assert SECRET not in dialog.details.toPlainText()
    broken.clear()
    dialog.reject()
    editor = window.workplace.panes.transcript.editor
    assert desk.document.paragraphs[0].text.startswith("Once ")
    assert editor.document().firstBlock().text() == desk.document.paragraphs[0].text
    keeping = window.workplace.session.keeping
    assert keeping is not None
    assert keeping.journal is not None
    keeping.journal.flush()
    assert recover(keeping.file).document.paragraphs[0].text.startswith("Once ")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
    type_text("x")
    assert editor.document().firstBlock().text() == desk.document.paragraphs[0].text


def test_typing_that_fails_leaves_the_text_as_the_document_is(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sample(qtbot, window)
    monkeypatch.setattr(sys, "excepthook", Reporter(window))
    kept = window.workplace.desk.document
    editor = window.workplace.panes.transcript.editor

    def refuse(*_: object) -> Document:
        raise KeyError(SECRET)

    with monkeypatch.context() as patch:
        patch.setattr(CorrectText, "apply", refuse)
        type_text("x")
        qtbot.waitUntil(lambda: bool(visible_problems(window)))
    visible_problems(window)[0].reject()
    assert window.workplace.desk.document is kept
    assert editor.document().firstBlock().text() == kept.paragraphs[0].text
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
    type_text("y")
    assert editor.document().firstBlock().text().startswith("y")
    assert window.workplace.desk.document.paragraphs[0].text.startswith("y")


def visible_problems(window: MainWindow) -> list[Problem]:
    return [dialog for dialog in window.findChildren(Problem) if dialog.isVisible()]
