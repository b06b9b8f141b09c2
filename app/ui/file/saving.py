"""Saving off the main thread: the bytes are built and written while the person types on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.model.document import Document
from app.review import Review
from app.storage.atomic import FileState, SaveError, state_on_disk
from app.ui.background import Task
from app.ui.file.keeping import Keeping

if TYPE_CHECKING:
    from app.storage.locks import Lock
    from app.storage.recorded_save import Recorded


@dataclass(frozen=True, slots=True)
class Target:
    """Where to save: over the file that is still as ``state`` says, or ``over_any`` file there."""

    path: Path
    state: FileState | None = None
    over_any: bool = False

    def expected(self) -> FileState | None:
        """What must be on disk for the save to go on. Raises ``SaveError``."""
        if not self.over_any:
            return self.state
        try:
            return state_on_disk(self.path)
        except OSError as error:
            message = f"{self.path}: not saved: it cannot be read; choose another name"
            raise SaveError(message) from error


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is done: where, what is on disk there now, and the number of the document
    (``Review.state``). ``complaint`` is a sentence for the person, "" where all went well.
    """

    path: Path
    state: FileState
    number: int
    complaint: str = ""


class Saving(QObject):
    """One save at a time: ``saved`` has the ``Saved``, ``failed`` the SaveError and the path."""

    saved = Signal(object)
    failed = Signal(object, object)
    identified = Signal(object)
    """The ``FileState`` of the file that was opened, with whether it is ours."""
    began = Signal()
    ended = Signal()
    """The outcome was told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task[tuple[Recorded, Lock | None]] | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def save(
        self, review: Review, target: Target, folder: Path, keeping: Keeping, versions: int
    ) -> None:
        """Write the review's document as it is now; the person may type on meanwhile.

        Its page images are named from ``folder``; in the file they are from the target's own.
        ``versions`` is how many saves are kept.
        """
        reviewed, written, number = review.document, review.to_save(), review.state
        by = review.reviewer.name

        def done(outcome: tuple[Recorded, Lock | None]) -> None:
            recorded, lock = outcome
            review.mark_saved(reviewed, recorded.document)
            keeping.saved(target.path, lock)
            self.saved.emit(Saved(target.path, recorded.state, number, recorded.complaint))

        self._task = Task(
            lambda: _write(_Work(written, by, number, versions), target, folder, keeping),
            done,
            lambda error: self.failed.emit(error, target.path),
            (SaveError,),
            self,
            ended=self._settle,
        )
        self.began.emit()
        self._task.start()

    def identify(self, state: FileState, document: Document) -> None:
        """Find out whether the file the document was read from is ours; ``identified`` follows.

        A save does not wait for it: it looks for itself, which takes longer.
        """
        Task(
            lambda: _identified(state, document),
            self.identified.emit,
            lambda error: None,  # A save will say it.
            (SaveError,),
            self,
        ).start()

    def when_idle(self, then: Callable[[], None]) -> None:
        """Run ``then`` now, or once the save that is under way has ended and was told."""
        if self.busy:
            self.ended.connect(then, Qt.ConnectionType.SingleShotConnection)
        else:
            then()

    def _settle(self) -> None:
        self._task = None
        # By way of the event queue: the outcome is told first.
        QTimer.singleShot(0, self, self.ended.emit)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a save writes: the document, whose work it is, its number, how many saves are kept."""

    document: Document
    by: str
    number: int
    versions: int


def _write(
    work: _Work, target: Target, folder: Path, keeping: Keeping
) -> tuple[Recorded, Lock | None]:
    """The save, and the lock of the file it went to."""
    # Imported here: the writer is not needed for the window to come up.
    from app.importers import images_from
    from app.storage.recorded_save import save_recorded

    lock = keeping.to_save(target.path)
    try:
        recorded = save_recorded(
            images_from(work.document, folder, target.path.parent),
            target.path,
            target.expected(),
            by=work.by,
            number=work.number,
            journal=keeping.journal,
            kept=work.versions,
        )
    except SaveError:
        keeping.release_unused(lock)
        raise
    return recorded, lock


def _identified(state: FileState, document: Document) -> FileState:
    from app.storage import working_file
    from app.tei import TeiError

    try:
        return working_file.identified(state, document)
    except TeiError as error:
        raise SaveError(str(error)) from error
