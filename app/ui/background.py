"""Work off the main thread, so that the window never stands still."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from itertools import count
from threading import Thread
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

Result = TypeVar("Result")


class Task(QObject, Generic[Result]):
    """Runs ``work`` in a thread of its own; then, in the main thread, ``ended``, and ``done`` or
    ``failed``.

    An exception that is not ``expected`` is raised again in the main thread, where it is reported
    like any other. The work must touch no widget.
    """

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
        self._number = next(_numbers)
        self._returns = _returns()
        self._returns.back.connect(self._take)

    def start(self) -> None:
        Thread(target=_run, args=(self._work, self._number, self._returns), daemon=True).start()

    def abandon(self) -> None:
        """Nobody wants the outcome any more; the thread ends by itself."""
        self._abandoned = True

    def _take(self, number: int, result: Result, error: Exception | None) -> None:
        if number == self._number:
            self._deliver(result, error)

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


class _Returns(QObject):
    """Brings the outcomes home, with the number of their task.

    The one object that threads touch: a task is deleted with its parent, at any moment, and a
    signal of an object that is just being deleted ends the program.
    """

    back = Signal(int, object, object)


_numbers = count()


@cache
def _returns() -> _Returns:
    """Made in the main thread, by the first task."""
    return _Returns()


def _run(work: Callable[[], Any], number: int, returns: _Returns) -> None:
    result, error = None, None
    try:
        result = work()
    except Exception as caught:
        error = caught
    with suppress(RuntimeError):  # The program ends.
        returns.back.emit(number, result, error)
    _give_memory_back()


def _give_memory_back() -> None:
    """What the work took goes back to the system, which glibc puts off for good.

    The tree of a large file is ten times its size, and would stay with the window ever after.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
