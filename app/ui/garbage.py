"""Garbage is collected in the main thread only.

Python collects it in whatever thread happens to ask for memory, and among it is what signals of Qt
held. To disconnect that, PySide waits for the interpreter while it holds a lock of Qt; if the main
thread then has the interpreter and waits for that lock, the window stands still for good.
"""

from __future__ import annotations

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

LOOKED_MS = 500
ENOUGH = 5_000
"""New objects, more than were freed, that make it worth a look at the young ones: a millisecond."""
ALL_EVERY = 60.0
"""Seconds between two looks at everything, which takes 50 ms with 1,000 pages open."""


class Garbage(QObject):
    """Collects for the application from now on; nothing else does."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._all_at = monotonic() + ALL_EVERY
        self._young_since = False
        self._timer = QTimer(self, interval=LOOKED_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        if gc.get_count()[0] >= ENOUGH:
            gc.collect(1)
            self._young_since = True
        if self._young_since and monotonic() >= self._all_at:
            gc.collect()
            self._young_since, self._all_at = False, monotonic() + ALL_EVERY


def collect_in_main_thread(application: QApplication) -> None:
    """From now on, if it is not so already."""
    if application.findChild(Garbage) is None:
        Garbage(application)
