"""A seeded monkey at the desk: it does anything a person can do, in no order."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from shiboken6 import isValid

from app.model.witness import body_witness
from app.ui.commands.table import COMMANDS
from app.ui.main_window import MainWindow
from tests.invariants import assert_sound

LEAVING = {
    *("file.open", "file.sample", "file.next_memorandum", "file.save", "file.save_as"),
    *("file.close", "file.quit", "file.reviewer"),
}
"""Commands after which there is another document, another file, another person or no window."""
FREE = tuple(command for command in COMMANDS if command.id not in LEAVING)
TYPED = "the a.,-'(C)"
KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape),
)
SIZES = ((1024, 700), (1280, 800), (1600, 900), (800, 600))


class Monkey:
    """Works at the desk on the document that is open there.

    What asks is answered by a change of mind: dialogs and menus are closed as they come up.
    """

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = Random(seed)
        self.witness = body_witness(window.workplace.desk.document)
        self._refusing = QTimer(window, interval=0)
        self._refusing.timeout.connect(refuse)
        self._refusing.start()
        self._acts: tuple[Callable[[], str], ...] = (
            *(self._run, self._run, self._run, self._type, self._type, self._press),
            *(self._go, self._select, self._resize),
        )

    def act(self) -> str:
        """Do something, and say what."""
        done = self._random.choice(self._acts)()
        QApplication.processEvents()
        # There is no event loop that would see to it.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return done

    def undo_everything(self) -> None:
        """Back to the document as it was opened."""
        desk = self._window.workplace.desk
        while desk.review is not None and desk.review.undo_name is not None:
            self._window.workplace.menus.actions["edit.undo"].trigger()

    def assert_agreed(self, done: str) -> None:
        """The widget reads as the document, which is sound and whose source is what it was."""
        document = self._window.workplace.desk.document
        text = self._window.workplace.panes.transcript.editor.document()
        blocks = [text.findBlockByNumber(at).text() for at in range(text.blockCount())]
        assert blocks == [paragraph.text for paragraph in document.paragraphs], done
        assert body_witness(document) == self.witness, done
        assert_sound(document)

    def leave(self) -> None:
        self._refusing.stop()

    # -- what it does -----------------------------------------------------------------------------

    def _run(self) -> str:
        command = self._random.choice(FREE)
        self._window.workplace.menus.actions[command.id].trigger()
        return command.id

    def _type(self) -> str:
        self._window.workplace.panes.transcript.setFocus()
        typed = "".join(self._random.choices(TYPED, k=self._random.randint(1, 4)))
        QTest.keyClicks(self._window.workplace.panes.transcript.editor, typed)
        return f"type {typed}"

    def _press(self) -> str:
        """A key wherever the keyboard is; the press may take away what would be released."""
        key = self._random.choice(KEYS)
        there = QApplication.focusWidget()
        if there is None or not there.isVisible():
            # Without a window system a dialog keeps the keyboard after it was closed.
            there = self._window
        QTest.keyPress(there, key)
        if isValid(there):
            QTest.keyRelease(there, key)
        return f"press {key}"

    def _go(self) -> str:
        place = self._place()
        self._window.workplace.panes.transcript.place_caret(*place)
        return f"go to {place}"

    def _select(self) -> str:
        """A selection of up to four paragraphs."""
        at, offset = self._place()
        paragraphs = self._window.workplace.desk.document.paragraphs
        last = min(at + self._random.randrange(4), len(paragraphs) - 1)
        end = self._random.randint(0, len(paragraphs[last].text))
        self._window.workplace.panes.transcript.place_caret(at, offset, select_to=(last, end))
        return f"select {(at, offset)} to {(last, end)}"

    def _resize(self) -> str:
        size = self._random.choice(SIZES)
        self._window.resize(*size)
        return f"resize to {size}"

    def _place(self) -> tuple[int, int]:
        paragraphs = self._window.workplace.desk.document.paragraphs
        at = self._random.randrange(len(paragraphs))
        return at, self._random.randint(0, len(paragraphs[at].text))


def refuse() -> None:
    """Close the dialog or menu that is in front, if there is one."""
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        menu.close()
    asking: QWidget | None = QApplication.activeModalWidget()
    if isinstance(asking, QDialog):
        asking.reject()
