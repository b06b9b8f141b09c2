"""The desk as a process of its own, to be killed.

``python -m tests.ui.desk_process SETTINGS FILE`` is what ``started`` runs.

It opens the file in a real window, and types each line that it reads from its input, with real
keys. After each it says ``typed N``, N being how many edits the review has seen; the line
``:save`` saves, and says ``saved N``; ``:flush`` waits until the journal is on the disk, and says
``flushed N``; ``:close`` closes the window, and the process ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.application import compose
from app.ui.main_window import MainWindow
from tests.conftest import REPO


def started(settings: Path, file: Path) -> subprocess.Popen[str]:
    """The process, once the file is open in its window."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(settings.parent)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.desk_process", str(settings), str(file)],
        cwd=REPO,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    assert _answer(process) == "opened 0"
    return process


def told(process: subprocess.Popen[str], line: str) -> str:
    """What it answers to a line."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return _answer(process)


def killed(process: subprocess.Popen[str]) -> None:
    """As by kill -9, at this moment."""
    with process:
        process.kill()


def _answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


class Typist(QObject):
    """Does what the lines say."""

    read = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._session = window.workplace.session
        self._session.opened.connect(self._start)
        self._session.saved.connect(lambda: self._say("saved"))
        self.read.connect(self._obey)

    def _start(self) -> None:
        self._say("opened")
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.read.emit(line.rstrip("\n"))

    def _obey(self, line: str) -> None:
        match line:
            case ":save":
                self._session.save()
            case ":flush":
                self._flush()
            case ":close":
                self._window.close()
            case _:
                QTest.keyClicks(self._window.workplace.panes.transcript.editor, line)
                self._say("typed")

    def _flush(self) -> None:
        keeping = self._session.keeping
        if keeping is not None and keeping.journal is not None:
            keeping.journal.flush()
        self._say("flushed")

    def _say(self, word: str) -> None:
        review = self._session.review
        print(word, review.state if review is not None else 0, flush=True)


def _run(settings: Path, file: Path) -> int:
    application = QApplication(sys.argv[:1])
    window = compose(application, settings)
    typist = Typist(window)
    window.open_at_start(file)
    window.show()
    window.activateWindow()
    status = application.exec()
    del typist
    return status


if __name__ == "__main__":
    sys.exit(_run(Path(sys.argv[1]), Path(sys.argv[2])))
