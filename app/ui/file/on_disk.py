"""Whether the open file is still what it was: looked at whenever the window comes to the front."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.storage.atomic import FileState, state_on_disk
from app.ui.background import Task
from app.ui.file.working_file import WorkingFile


@dataclass(frozen=True, slots=True)
class _Seen:
    """``stamp`` changes with the file; ``state`` is what it holds, None: it is gone."""

    stamp: tuple[int, int, int]
    state: FileState | None


class OnDisk(QObject):
    """Says once what somebody else did to the file; the disk is asked in the background."""

    changed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._file: WorkingFile | None = None
        self._seen: _Seen | None = None
        self._told: FileState | None = None
        self._looking = False
        window.installEventFilter(self)

    def follow(self, file: WorkingFile | None) -> None:
        """This is the file, in the state the desk knows of; None: there is none."""
        if file is None or self._file is None or file.path != self._file.path:
            self._seen = None
        self._file, self._told = file, file.state if file is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self.look()
        return False

    def look(self) -> None:
        """See what is on disk; ``changed`` follows where that is new."""
        file = self._file
        if file is None or file.path is None or self._looking:
            return
        path, seen = file.path, self._seen
        self._looking = True
        Task(
            lambda: _looked_at(path, seen),
            lambda found: self._compare(file, found),
            lambda error: None,  # The share is away: the next save will say so.
            (OSError,),
            self,
            ended=self._settle,
        ).start()

    def _settle(self) -> None:
        self._looking = False

    def _compare(self, file: WorkingFile, found: _Seen) -> None:
        self._seen = found
        # A dialog is not talked over; the window comes to the front again after it.
        busy = QApplication.activeModalWidget() is not None
        if file is not self._file or busy or found.state in (file.state, self._told):
            return
        self._told = found.state
        if found.state is None:
            self.changed.emit(f"{file.path}: the file is gone; save a copy")
        else:
            self.changed.emit(f"{file.path}: another program changed the file")


def _looked_at(path: Path, seen: _Seen | None) -> _Seen:
    """Raises OSError. The bytes are read where the stamp is another."""
    stamp = (0, 0, 0)
    with suppress(FileNotFoundError):
        found = path.stat()
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
    if seen is not None and seen.stamp == stamp:
        return seen
    return _Seen(stamp, state_on_disk(path))
