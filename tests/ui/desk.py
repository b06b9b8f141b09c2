"""Short words for what tests do at the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.ui.file.working_file import SAMPLE
from app.ui.main_window import MainWindow

STUCK_AFTER_MS = 3000


def open_file(qtbot: QtBot, window: MainWindow, path: Path) -> Document:
    """The document, once the window shows it."""
    with qtbot.waitSignal(window.workplace.session.opened):
        window.workplace.session.open(path)
    return window.workplace.desk.document


def open_sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_file(qtbot, window, SAMPLE)


def press(window: MainWindow, keys: str) -> None:
    """Press a key combination where the keyboard is."""
    target = QApplication.focusWidget() or window
    QTest.keySequence(target, QKeySequence(keys))


def press_for_dialog(window: MainWindow, keys: str) -> None:
    """Press a key combination that opens a dialog; when it is closed the window is in front."""
    press(window, keys)
    window.activateWindow()
    while QApplication.activeWindow() is not window:
        QTest.qWait(5)


def type_text(text: str) -> None:
    """Type where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def first_words(window: MainWindow) -> str:
    """The first paragraph as it reads now."""
    return window.workplace.desk.document.paragraphs[0].text


def find_place(document: Document, words: str) -> tuple[int, int]:
    """Where the words begin: (paragraph, offset)."""
    for at, paragraph in enumerate(document.paragraphs):
        offset = paragraph.text.find(words)
        if offset >= 0:
            return at, offset
    raise AssertionError(f"{words!r} is not in the document")


def in_dialog(act: Callable[[QDialog], None]) -> None:
    """Do this in the dialog that opens next."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            # A dialog that nobody answers fails the test; it must not stop all others.
            QTimer.singleShot(STUCK_AFTER_MS, dialog, dialog.reject)
            act(dialog)
        else:
            QTimer.singleShot(5, wait)

    QTimer.singleShot(0, wait)


def look_in_dialogs(
    qtbot: QtBot, window: MainWindow, identifier: str, look: Callable[[QDialog], None]
) -> None:
    """Run the command and look at each dialog that it opens, if any, which is then left."""

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            look(dialog)
            dialog.reject()

    timer = QTimer(interval=30)
    timer.timeout.connect(leave)
    timer.start()
    window.workplace.menus.actions[identifier].trigger()
    qtbot.wait(60)
    timer.stop()


def come_back(qtbot: QtBot, window: MainWindow) -> None:
    """Have the window active after a dialog, as window systems do by themselves."""
    with qtbot.waitActive(window):
        window.activateWindow()
    QApplication.processEvents()


def press_button(text: str) -> Callable[[QDialog], None]:
    """For ``in_dialog``: press the button of a message box that has this text."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        for button in dialog.buttons():
            if button.text().replace("&", "") == text:
                button.click()
                return
        dialog.reject()
        raise AssertionError(f"no button {text!r}")

    return act


def let_go(window: QWidget) -> None:
    """Close at the end of a test without asking about changes."""
    assert isinstance(window, MainWindow)
    window.workplace.session.abandon()
