"""The journal: what was done since the last save, beside the file, while it is done.

After a crash ``app.storage.recovery`` reads it. It is there exactly while there is something to
recover: begun with the first change after a save, removed by a save that holds everything and by a
clean close. By its nature it holds text of the document: it is readable by its owner alone.

A change costs the person's thread one entry in a queue. A thread of its own writes each record with
one call of the system, so that the death of the program loses nothing that was written, and puts
them on the disk at each pause in typing and at least once a second, so that a power cut loses no
more than that.

The file is ``records``: a header first, then one record a change. The header names the file that
the journal goes on from by its digest, and holds the whole document where the changes since do not
tell it: in an import that has no file yet, after an undo to before the last save, after a disk that
was full for a while.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Any

from app.model.document import Document, Reviewer
from app.review import Change, Review, utc_now
from app.storage.atomic import SaveError, save_bytes, state_on_disk
from app.storage.companions import Companion, companion
from app.storage.records import MAGIC, framed
from app.storage.value_codec import (
    NotStorable,
    document_to_json,
    edit_to_json,
    reviewer_to_json,
)

PAUSE = 0.2
"""Seconds without a change after which the records are put on the disk."""
AT_LEAST_EVERY = 1.0
"""Seconds after which they are, however fast somebody types."""
_APPEND = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_WAIT_FOR_DISK = 30.0


@dataclass(frozen=True, slots=True)
class Base:
    """What the changes start from: a file, by the SHA-256 of its bytes in hex.

    ``imported`` is the name of the source of an import that was not saved yet, and the digest is
    the source's; "" for a working file.
    """

    digest: str
    imported: str = ""


class JournalLeft(Exception):  # noqa: N818 - says what is there
    """Work that was not saved is still beside the file: recover or discard it first."""


class Journal:
    """Writes down what happens to a review until it is closed.

    ``failed`` is called with one line for the person, from the journal's own thread, when the
    journal cannot be written, once until it can again. The work goes on without it.
    """

    def __init__(
        self,
        file: Path,
        base: Base,
        review: Review,
        failed: Callable[[str], None] = lambda _: None,
        *,
        recovered: bool = False,
    ) -> None:
        """For ``file``, where the document is or will be saved; ``base`` is what it was opened
        from, before any edit of the review.

        Raises JournalLeft where a journal is there, unless it has been ``recovered``: then what the
        review holds takes its place, in one step.
        """
        self._path = companion(file, Companion.JOURNAL)
        if not recovered and os.path.lexists(self._path):
            raise JournalLeft(str(self._path))
        self._base, self._failed = base, failed
        self._review = review
        self._fd: int | None = None
        self._broken = False
        self._document, self._state = review.document, review.state
        self._saved_state = 0
        self._announced: dict[str, Any] | None = None
        # The states that the file can lead back to: this one, and those numbered above the other.
        self._start, self._above, self._newest = 0, 0, review.state
        # Whether the records do not tell the document, so that it has to be written whole.
        self._behind = review.state != 0
        self._unsynced: float | None = monotonic() if self._behind else None
        self._ended = False
        self._queue: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._noted = 0
        self.written = 0
        """How many changes a crash would not lose."""
        self._thread = Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()
        review.subscribe(self._listen)

    # -- called by the window ---------------------------------------------------------------------

    def announce(self, state: int, digest: str) -> None:
        """The document that was number ``state`` is about to be on disk with this digest.

        Returns once that is on disk itself, so that the file can be told after a crash in the
        middle of the save. For the thread that saves, before it replaces the file.
        """
        self._wait(lambda: self._announce(state, digest))

    def go_on(self, file: Path, digest: str, state: int) -> None:
        """The document that was number ``state`` is on disk as ``file``: go on from there."""
        self._queue.put(lambda: self._go_on(companion(file, Companion.JOURNAL), digest, state))

    def flush(self) -> None:
        """Returns once everything so far is on the disk, or failed."""
        self._wait(self._sync)

    def close(self) -> None:
        """The document was saved or given up: the journal goes."""
        self._queue.put(self._end)
        self._thread.join(_WAIT_FOR_DISK)

    def leave(self) -> None:
        """The file is somebody else's now: nothing more is written, and nothing removed."""
        self._queue.put(self._stop)

    def _listen(self, change: Change) -> None:
        if self._ended:
            return
        reviewer = self._review.reviewer
        self._queue.put(lambda: self._note(change, reviewer))

    def _wait(self, task: Callable[[], None]) -> None:
        done = Event()

        def run() -> None:
            try:
                task()
            finally:
                done.set()

        self._queue.put(run)
        # Whoever saves must not hang for good on a share that is gone.
        done.wait(_WAIT_FOR_DISK)

    # -- the journal's own thread -----------------------------------------------------------------

    def _run(self) -> None:
        while not self._ended:
            try:
                self._do_next()
            except Exception as error:
                # A mistake of the program must not end the journal: the work goes on.
                self._fail(error)

    def _do_next(self) -> None:
        try:
            task = self._queue.get(timeout=self._patience())
        except Empty:
            self._sync()
            return
        task()
        if self._unsynced is not None and monotonic() - self._unsynced >= AT_LEAST_EVERY:
            self._sync()

    def _patience(self) -> float | None:
        """Seconds to wait for a change; None where nothing is left to be put on the disk."""
        if self._unsynced is None:
            return None
        if self._broken:
            return AT_LEAST_EVERY
        left = self._unsynced + AT_LEAST_EVERY - monotonic()
        return max(0.0, min(PAUSE, left))

    def _note(self, change: Change, reviewer: Reviewer) -> None:
        self._document, self._state = change.after, change.state
        self._unsynced = monotonic() if self._unsynced is None else self._unsynced
        self._newest = max(self._newest, change.state)
        self._noted += 1
        record = None if self._behind else self._record(change, reviewer)
        if record is None:
            self._behind = True
        elif self._fd is None and self._base.imported:
            self._catch_up()
        elif (self._fd is not None or self._begin(None)) and self._append(record):
            self.written = self._noted

    def _record(self, change: Change, reviewer: Reviewer) -> dict[str, Any] | None:
        """None where the journal cannot tell the change: it was undone to an unknown state."""
        record: dict[str, Any] = {"state": change.state, "when": utc_now().isoformat()}
        if change.act is None:
            known = change.state == self._start or change.state > self._above
            return record if known else None
        with suppress(NotStorable):
            record["edit"] = edit_to_json(change.edit)
            record["reviewer"] = reviewer_to_json(reviewer)
            record["act"] = change.act.when
            return record
        return None

    def _announce(self, state: int, digest: str) -> None:
        if self._behind or self._state != state:
            self._behind = True
            self._catch_up()
        if self._behind:
            return
        # With no change so far there is no file: it will begin with this.
        self._announced = {"saving": digest, "when": utc_now().isoformat()}
        self._start, self._above = self._state, self._newest
        self._append(self._announced)
        self._sync()

    def _go_on(self, path: Path, digest: str, state: int) -> None:
        old, self._path, self._base = self._path, path, Base(digest)
        if old != path:
            self._close_file()  # What comes now belongs into the new one.
        self._announced = None
        self._saved_state = self._start = state
        self._above = self._newest
        self._unsynced = None
        self._behind = self._state != state
        if self._behind:
            self._unsynced = monotonic()
            self._catch_up()
        if not self._behind and (self._state == state or old != path):
            self._remove(old)

    def _catch_up(self) -> None:
        """Begin anew with the whole document."""
        if self._begin(self._document):
            self._behind = False
            self._start, self._above = self._state, self._newest
            self.written = self._noted

    def _begin(self, whole: Document | None) -> bool:
        """A new file in place of the old one, in one step; False if that could not be done."""
        header = {
            "file": self._base.digest,
            "imported": self._base.imported,
            "edits": 0 if whole is None else abs(self._state - self._saved_state),
            "state": self._start if whole is None else self._state,
            "when": utc_now().isoformat(),
            "whole": None if whole is None else document_to_json(whole),
        }
        content = MAGIC + framed(header)
        if self._announced is not None:
            content += framed(self._announced)
        try:
            save_bytes(self._path, content, state_on_disk(self._path))
            fd = os.open(self._path, _APPEND)
        except (OSError, SaveError) as error:
            self._fail(error)
            return False
        self._close_file()
        self._fd = fd
        self._broken = False
        return True

    def _append(self, record: dict[str, Any]) -> bool:
        if self._fd is None:
            return False
        rest = memoryview(framed(record))
        try:
            while rest:
                rest = rest[os.write(self._fd, rest) :]
        except OSError as error:
            self._fail(error)
            return False
        return True

    def _sync(self) -> None:
        if self._behind:
            self._catch_up()
        if self._behind:
            return  # It failed; ``_unsynced`` stays, so it is tried again.
        if self._fd is not None and self._unsynced is not None:
            try:
                _sync_data(self._fd)
            except OSError as error:
                self._fail(error)
                return
        self._unsynced = None

    def _fail(self, error: Exception) -> None:
        """What is in the file stays good, up to a torn record; the document is written whole as
        soon as it can be.
        """
        self._behind = True
        self._unsynced = monotonic() if self._unsynced is None else self._unsynced
        if not self._broken:
            self._broken = True
            # The message of a mistake may quote the document.
            own = isinstance(error, OSError | SaveError)
            reason = getattr(error, "strerror", None) or str(error) if own else type(error).__name__
            self._failed(f"{self._path.name}: the journal is not written: {reason}; save often")

    def _remove(self, path: Path) -> None:
        if path == self._path:
            self._close_file()
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def _close_file(self) -> None:
        if self._fd is not None:
            with suppress(OSError):
                os.close(self._fd)
            self._fd = None

    def _end(self) -> None:
        self._ended = True
        self._remove(self._path)

    def _stop(self) -> None:
        self._ended = True
        self._close_file()


def _sync_data(fd: int) -> None:
    if sys.platform == "linux":
        os.fdatasync(fd)
    else:
        os.fsync(fd)
