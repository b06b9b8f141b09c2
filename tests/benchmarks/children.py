"""Programs that are measured in a process of their own, so that nothing is warm.

``python -m tests.benchmarks.children NAME ...`` runs one; it prints what it measured as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import perf_counter, time
from typing import Any

REPO = Path(__file__).parents[2]
ENOUGH_S = 120


def run_child(*words: str) -> dict[str, Any]:
    """What the child measured; a clock reading ``painted`` becomes milliseconds since its start."""
    with tempfile.TemporaryDirectory() as configuration:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        environment |= {"XDG_CONFIG_HOME": configuration, "PYTHONPATH": str(REPO)}
        # Compiled once, as on any machine where the program was started before.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time()
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.children", *words],
            capture_output=True,
            text=True,
            check=True,
            cwd=REPO,
            env=environment,
        )
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if "painted" in measured:
        measured["painted"] = (measured["painted"] - start) * 1000
    return measured


def peak_mb() -> float:
    """The most memory this process had, in MB.

    ``ru_maxrss`` would do, did it not start with what the parent had.
    """
    status = Path("/proc/self/status").read_text().split()
    return int(status[status.index("VmHWM:") + 1]) / 1024


def bare_window() -> dict[str, float]:
    """The least a PySide6 program can do: a window, painted."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    painted = _quit_when_painted(window)
    window.show()
    application.exec()
    return {"painted": painted[0], "peak": peak_mb()}


def desk() -> dict[str, float]:
    """``python main.py``, to its start page painted."""
    from app.ui import application
    from app.ui.main_window import MainWindow

    compose = application.compose
    painted: list[float] = []

    def composed(*given: Any) -> MainWindow:
        nonlocal painted
        window = compose(*given)
        painted = _quit_when_painted(window)
        return window

    application.compose = composed  # type: ignore[assignment]
    from app.cli import main

    main([])
    return {"painted": painted[0], "peak": peak_mb()}


def _quit_when_painted(window: Any) -> list[float]:
    """The time, once the window and all in it are painted for the first time."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    painted: list[float] = []

    def note() -> None:
        painted.append(time())
        QApplication.quit()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                # Children are painted before the event loop comes round again.
                QTimer.singleShot(0, note)
            return False

    watch = Watch(window)
    window.installEventFilter(watch)
    return painted


def open_and_save(path: str) -> dict[str, float]:
    """Open a TEI file to its first paint, type a letter, save it."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app import settings
    from app.ui.application import compose

    application = QApplication(sys.argv[:1])
    kept = settings.default_path()
    settings.save(settings.Settings(reviewer_name="Ann Baker", reviewer_initials="AB"), kept)
    window = compose(application, kept)
    window.show()
    QTest.qWait(200)
    session: Any = window.workplace.session
    start = perf_counter()
    session.open(Path(path))
    _wait_for(session.opened)
    editor = window.workplace.panes.transcript.editor
    _wait_until_painted(editor.viewport())
    opened = perf_counter() - start
    count = len(window.workplace.desk.document.paragraphs)
    _wait_until(lambda: editor.document().blockCount() >= count)
    filled = perf_counter() - start
    QTest.keyClicks(editor, "x")
    _wait_until(lambda: session.file.state.ours)
    # The rules look through a document once it is open; a save meanwhile shares the processor.
    _wait_until(lambda: window.workplace.desk.proofreading.watch.is_true)
    times = _save(session)
    return {"opened": opened * 1000, "filled": filled * 1000, **times, "peak": peak_mb()}


def _save(session: Any) -> dict[str, float]:
    """How long it took, and how long the event loop stood still meanwhile, in ms."""
    from PySide6.QtCore import QTimer

    beats = [perf_counter()]
    heart = QTimer(interval=0)
    heart.timeout.connect(lambda: beats.append(perf_counter()))
    heart.start()
    start = perf_counter()
    session.save()
    _wait_for(session.saved)
    saved = perf_counter() - start
    heart.stop()
    blocked = max(late - early for early, late in pairwise(beats))
    return {"blocked": blocked * 1000, "saved": saved * 1000}


def _wait_until_painted(widget: Any) -> None:
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.painted |= event.type() == QEvent.Type.Paint
            return False

    watch = Watch()
    widget.installEventFilter(watch)
    _wait_until(lambda: watch.painted)


def _wait_until(true: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    until = perf_counter() + ENOUGH_S
    while not true() and perf_counter() < until:
        QApplication.processEvents()


def _wait_for(signal: Any) -> None:
    """Unlike ``QTest.qWait`` an event loop lets other threads work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(ENOUGH_S * 1000, loop.quit)
    loop.exec()


CHILDREN = {"bare_window": bare_window, "desk": desk, "open_and_save": open_and_save}

if __name__ == "__main__":
    measured = CHILDREN[sys.argv[1]](*sys.argv[2:])  # type: ignore[operator]
    print(json.dumps(measured))
