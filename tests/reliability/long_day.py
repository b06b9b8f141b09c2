"""A long day at the desk: ``python -m tests.reliability.long_day [ACTIONS] [SEED]``.

A seeded monkey types, splits, marks, withholds, undoes, saves, goes from pane to pane and resizes
the window of a file of its own. Along the way what is shown is held against the model, now and
then everything is undone. An exception, a message of Qt or a broken law ends it with status 1. The
memory is taken once the monkey has done a tenth, and at the end, each time after all was undone.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import settings, tei
from app.opening import open_file
from app.settings import Settings
from app.ui.application import compose
from app.ui.file.working_file import SAMPLE
from app.ui.main_window import MainWindow
from tests.ui.monkey import Monkey

LOOKED_EVERY, SAVED_EVERY, UNDONE_EVERY = 100, 250, 1000
MOST_GROWTH = 0.20
OFFSCREEN = "This plugin does not support "
"""What Qt says of what only a screen can do, where there is none."""
_WAIT_MS = 20_000


class Trouble(list[str]):
    """What must not happen: exceptions in slots, messages of Qt."""

    def hear_exception(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        self.append("".join(traceback.format_exception(kind, error, where)))

    def hear_qt(self, _: QtMsgType, __: QMessageLogContext, message: str) -> None:
        if not message.startswith(OFFSCREEN):
            self.append(f"Qt: {message}")


def opened(folder: Path) -> MainWindow:
    """The desk with a working file made of the sample."""
    path = folder / "memorandum.xml"
    path.write_bytes(tei.write(open_file(SAMPLE).documents[0]))
    settings.save(Settings("Ada Reviewer", "AR", versions=3), folder / "settings.json")
    window = compose(_application(), folder / "settings.json")
    window.show()
    window.activateWindow()
    window.open_at_start(path)
    _until(lambda: window.workplace.desk.review is not None, "opened")
    return window


def _application() -> QApplication:
    held = QApplication.instance()
    return held if isinstance(held, QApplication) else QApplication(["memcon-desk"])


def day(window: MainWindow, actions: int, seed: int, trouble: Trouble) -> tuple[int, int]:
    """Memory in KB after a tenth and at the end. Raises AssertionError."""
    monkey = Monkey(window, seed)
    first = 0
    for number in range(1, actions + 1):
        done = monkey.act()
        assert not trouble, f"{number}: {done}: {trouble[0]}"
        if number % LOOKED_EVERY == 0:
            monkey.assert_agreed(f"{number}: {done}")
        if number % SAVED_EVERY == 0:
            window.workplace.session.save()
        if number % UNDONE_EVERY == 0:
            _undo_all(window, monkey)
        if number == actions // 10:
            _undo_all(window, monkey)
            first = _memory()
    _undo_all(window, monkey)
    monkey.leave()
    return first, _memory()


def _undo_all(window: MainWindow, monkey: Monkey) -> None:
    monkey.undo_everything()
    monkey.assert_agreed("undo")
    _until(lambda: not window.workplace.session.busy, "saved")


def _until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + _WAIT_MS / 1000
    while not true():
        QTest.qWait(5)
        assert time.monotonic() < end, f"not {what} in {_WAIT_MS} ms"


def _memory() -> int:
    """KB that the process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // 1024


def main(actions: int, seed: int) -> int:
    trouble = Trouble()
    sys.excepthook = trouble.hear_exception
    qInstallMessageHandler(trouble.hear_qt)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        window = opened(Path(name))
        try:
            first, last = day(window, actions, seed, trouble)
        except AssertionError as broken:
            print(broken, file=sys.stderr)
            status = 1
        else:
            growth = last / first - 1
            print(
                f"{actions} actions in {time.monotonic() - started:.0f} s: no exception, no message"
                f" of Qt; memory {first / 1024:.0f} MB after a tenth, {last / 1024:.0f} MB at the"
                f" end ({growth:+.1%})"
            )
            status = int(growth >= MOST_GROWTH)
        window.workplace.session.abandon()
        window.close()
        QApplication.processEvents()
    return status


if __name__ == "__main__":
    actions, seed = (*map(int, sys.argv[1:3]), *(50_000, 1)[len(sys.argv[1:3]) :])
    code = main(actions, seed)
    sys.stdout.flush()
    os._exit(code)  # Qt's own end is not the matter here.
