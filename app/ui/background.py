"""Work off the main thread, so that the window never stands still."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

Result = TypeVar("Result")


class Task(QObject, Generic[Result]):
    """Runs ``work`` in a thread of its own; then, in the main thread, ``ended``, and ``done`` or
    ``failed``.

    An exception that is not ``expected`` is raised again in the main thread, where it is reported
    like any other. The work must touch no widget.
    """

    _ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        expected: tuple[type[Exception], ...],
        parent: QObject,
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._failed, self._expected = work, done, failed, expected
        self._settle = ended
        self._abandoned = False
        self._ended.connect(self._deliver)

    def start(self) -> None:
        Thread(target=self._run, daemon=True).start()

    def abandon(self) -> None:
        """Nobody wants the outcome any more; the thread ends by itself."""
        self._abandoned = True

    def _run(self) -> None:
        result, error = None, None
        try:
            result = self._work()
        except Exception as caught:
            error = caught
        with suppress(RuntimeError):  # The window is gone, and with it whoever waited.
            self._ended.emit(result, error)
        _give_memory_back()

    def _deliver(self, result: Result, error: Exception | None) -> None:
        self.deleteLater()
        if self._abandoned:
            return
        self._settle()
        if error is None:
            self._done(result)
        elif isinstance(error, self._expected):
            self._failed(error)
        else:
            raise error


def _give_memory_back() -> None:
    """What the work took goes back to the system, which glibc puts off for good.

    The tree of a large file is ten times its size, and would stay with the window ever after.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
