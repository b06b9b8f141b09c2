"""What keeps an open document from being lost: the lock of its file, and its journal."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.review import Review
from app.storage.atomic import SaveError

if TYPE_CHECKING:
    from app.storage.journal import Base, Journal
    from app.storage.locks import Lock, Owner

NEVER = -1
"""The number of no document of a review: the file holds none of them."""


class Keeping(QObject):
    """Of one document, from when it is opened to when it is left.

    ``file`` is the one whose lock and journal these are. ``in_place``: the document may be saved
    over it. What says "any thread" touches the disk, and is for threads that may wait.
    """

    complained = Signal(str)
    """In one sentence: what does not keep the document from being lost just now."""
    lost = Signal()
    """Somebody else took the lock over."""
    _taken = Signal()
    """The same, from the thread of the lock."""

    def __init__(self, file: Path, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.file = file
        self.in_place = True
        self.journal: Journal | None = None
        self._name = name
        self._lock: Lock | None = None
        self._ending: Thread | None = None
        self._taken.connect(self._note_lost)

    # -- the lock ---------------------------------------------------------------------------------

    def acquire(self) -> None:
        """Lock the file. Any thread. Raises LockedByOther or LockFailed.

        A lock that this person left behind on this machine is taken over: the program ended badly.
        """
        self._lock = self._acquired(self.file)

    def take_over(self, held: Owner) -> None:
        """Take the lock that ``held`` left behind. Any thread. Raises as ``acquire`` does."""
        from app.storage.locks import take_over

        self._lock = take_over(self.file, self._name, held, self._say_lost)

    def to_save(self, path: Path) -> Lock | None:
        """A lock for a save as ``path``: the one that is held, or another. Any thread.

        None where none can be made. Raises SaveError where somebody else is at work on that file.
        """
        from app.storage.locks import LockedByOther, LockFailed
        from app.storage.recovery import left_behind

        if self._is_ours(path) and self._lock is not None and self._lock.held:
            return self._lock
        try:
            lock = self._acquired(path)
        except LockFailed:
            return None
        except LockedByOther as locked:
            who = locked.owner.name or "somebody"
            raise SaveError(
                f"{path}: not saved: {who} has it open on {locked.owner.machine or 'a machine'}; "
                "choose another name"
            ) from locked
        if not self._is_ours(path) and left_behind(path):
            lock.release()
            raise SaveError(
                f"{path}: not saved: work on it was left unsaved there; open it first, or choose "
                "another name"
            )
        return lock

    def saved(self, path: Path, lock: Lock | None) -> None:
        """The document is on disk as ``path``, with this lock (of ``to_save``)."""
        old, self._lock = self._lock, lock
        self.file, self.in_place = path, True
        if old is not None and old is not lock:
            Thread(target=old.release, name="releasing").start()

    def release_unused(self, lock: Lock | None) -> None:
        """The save for which it was made failed. Any thread."""
        if lock is not None and lock is not self._lock:
            lock.release()

    def _acquired(self, path: Path) -> Lock:
        from app.storage.locks import LockedByOther, acquire, take_over

        try:
            return acquire(path, self._name, self._say_lost)
        except LockedByOther as locked:
            if not locked.stale or not self._is_mine(locked.owner):
                raise
            return take_over(path, self._name, locked.owner, self._say_lost)

    def _is_mine(self, owner: Owner) -> bool:
        import platform

        return (owner.name, owner.machine) == (self._name, platform.node())

    def _is_ours(self, path: Path) -> bool:
        return os.path.realpath(path) == os.path.realpath(self.file)

    def _say_lost(self) -> None:
        with suppress(RuntimeError):  # The window is gone.
            self._taken.emit()

    def _note_lost(self) -> None:
        """The file and what stands beside it are somebody else's."""
        self.in_place = False
        if self.journal is not None:
            self.journal.leave()
            self.journal = None
        self.lost.emit()

    # -- the journal ------------------------------------------------------------------------------

    def write_down(self, review: Review, base: Base, *, recovered: bool = False) -> None:
        """Begin the journal, before any edit; ``recovered`` is as for ``Journal``."""
        from app.storage.journal import Journal, JournalLeft

        try:
            self.journal = Journal(self.file, base, review, self._complain, recovered=recovered)
        except JournalLeft:
            self.complained.emit(
                f"{self.file.name}: work left unsaved is beside it, so no journal is written; "
                "save often"
            )

    def go_on(self, review: Review, digest: str, state: int) -> None:
        """The document with this number is on disk as the file, by its digest: nobody else has that
        file, so the journal goes on from there, and begins where there was none.
        """
        from app.storage.journal import Base

        if self.journal is None:
            self.write_down(review, Base(digest))
            self.begin_anew(digest, state)

    def begin_anew(self, digest: str, state: int) -> None:
        """Write the journal from the start: the file holds, by its digest, the document with this
        number (``NEVER``: none of them).
        """
        if self.journal is not None:
            self.journal.go_on(self.file, digest, state)

    def _complain(self, message: str) -> None:
        with suppress(RuntimeError):
            self.complained.emit(message)

    # -- the end ----------------------------------------------------------------------------------

    def end(self) -> None:
        """The document was left: nothing is to be recovered, and others may have the file."""
        if self._ending is None:
            # Not a daemon: the program waits for it before it ends.
            self._ending = Thread(target=self._end, name="leaving")
            self._ending.start()
            self.deleteLater()

    def wait(self) -> None:
        """Returns once ``end`` is done. Any thread."""
        if self._ending is not None:
            self._ending.join()

    def _end(self) -> None:
        if self.journal is not None:
            self.journal.close()
        if self._lock is not None:
            self._lock.release()
        # They hold the document.
        self.journal = self._lock = None
