"""An exception in a slot or a thread ends in a dialog, and what is told of it holds no text of the
document.
"""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from pathlib import Path
from threading import ExceptHookArgs
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import __version__

if TYPE_CHECKING:
    from app.ui.dialogs.problem import Problem


class Reporter(QObject):
    """Takes the place of ``sys.excepthook`` and, with ``of_thread``, of ``threading.excepthook``:
    the window lives on.
    """

    _failed = Signal(str)
    """The details, from any thread."""

    def __init__(self, window: QWidget) -> None:
        # Of no parent: threads touch it, and what the window owns may be deleted at any moment.
        super().__init__()
        self._window = window
        self._shown: Problem | None = None
        self._failed.connect(self._show)

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._report(error)

    def of_thread(self, failed: ExceptHookArgs) -> None:
        """As for the main thread. The end of a thread is no failure."""
        if failed.exc_value is not None and not issubclass(failed.exc_type, SystemExit):
            self._report(failed.exc_value)

    def _report(self, error: BaseException) -> None:
        details = details_of(error)
        print(details, file=sys.stderr)
        with suppress(RuntimeError):  # The program ends.
            self._failed.emit(details)

    def _show(self, details: str) -> None:
        if self._shown is not None:
            return  # One at a time: the first is the cause of the others more often than not.
        from app.ui.dialogs.problem import Problem

        self._shown = Problem(details, self._window)
        self._shown.finished.connect(self._forget)
        self._shown.open()

    def _forget(self) -> None:
        self._shown = None


def details_of(error: BaseException) -> str:
    """The kind of error and the places in the program, never its message: that may quote the
    document.
    """
    from app.ui.dialogs.about import versions

    lines = [f"Memcon Desk {__version__} · {versions()}"]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(type(chain).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(chain.__traceback__)
        ]
        chain = chain.__cause__ or (None if chain.__suppress_context__ else chain.__context__)
    return "\n".join(lines)
