"""A desk at which a robot works: ``python -m tests.reliability.robot FOLDER SEED``.

It opens ``FOLDER/memorandum.xml``, takes back the work that a crash left there, and edits and saves
as fast as it can until it is killed. Of each state of the document it says when that was and which:
what it said is what a person could have seen on the screen.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from app.model.document import Document
from app.storage.value_codec import document_to_json
from app.ui.application import compose
from app.ui.main_window import MainWindow

FILE, SETTINGS = "memorandum.xml", "settings.json"
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_COMMANDS = ("marks.s", "marks.clear", "marks.confirm", "edit.undo", "edit.undo", "edit.redo")
_PAUSE_S = 0.01


def digest(document: Document) -> str:
    """Tells states apart, whoever saved them and however often."""
    bare = replace(document, revisions=(), reviewers=())
    return hashlib.sha256(json.dumps(document_to_json(bare)).encode()).hexdigest()[:16]


class Robot:
    def __init__(self, folder: Path, seed: int) -> None:
        self._random = Random(seed)
        application = QApplication(["memcon-desk"])
        self._answering = QTimer(application, interval=5)
        self._answering.timeout.connect(_answer)
        self._answering.start()
        self._window = compose(application, folder / SETTINGS)
        self._window.show()
        self._window.activateWindow()
        self._window.workplace.session.opened.connect(self._listen)
        self._window.open_at_start(folder / FILE)

    def work(self) -> None:
        """Until it is killed."""
        while self._window.workplace.desk.review is None:
            QTest.qWait(1)
        while True:
            self._act()
            QApplication.processEvents()
            time.sleep(_PAUSE_S)

    def _listen(self) -> None:
        review = self._window.workplace.session.review
        assert review is not None
        _say(review.document)
        # Before the journal hears of it: what it writes must have been said.
        review._listeners.insert(0, lambda change: _say(change.after))

    def _act(self) -> None:
        window, random = self._window, self._random
        match random.randrange(12):
            case 0:
                window.workplace.session.save()
            case 1 | 2:
                paragraphs = window.workplace.desk.document.paragraphs
                at = random.randrange(len(paragraphs))
                offset = random.randint(0, len(paragraphs[at].text))
                window.workplace.panes.transcript.place_caret(at, offset)
            case 3 | 4:
                window.workplace.menus.actions[random.choice(_COMMANDS)].trigger()
            case 5:
                QTest.keyClick(_editor(window), random.choice(_KEYS))
            case _:
                QTest.keyClicks(_editor(window), random.choice(("the ", "a", ".", "(C)")))


def _editor(window: MainWindow) -> QWidget:
    return window.workplace.panes.transcript.editor


def _say(document: Document) -> None:
    os.write(1, f"{time.monotonic():.6f} {digest(document)}\n".encode())


def _answer() -> None:
    """What a person would answer who wants to go on: the button that Enter presses."""
    asking = QApplication.activeModalWidget()
    if isinstance(asking, QDialog):
        for button in asking.findChildren(QPushButton):
            if button.isDefault() and button.isEnabled():
                button.click()
                return


if __name__ == "__main__":
    Robot(Path(sys.argv[1]), int(sys.argv[2])).work()
