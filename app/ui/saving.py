"""Saving off the main thread: the bytes are built and written while the person types on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.model.document import Document
from app.review import Review
from app.storage.atomic import FileState, SaveError, state_on_disk
from app.ui.background import Task


@dataclass(frozen=True, slots=True)
class WorkingFile:
    """Where the document came from and where it is saved.

    ``path`` and ``state`` are None for an import that was not saved yet; ``suggestion`` is the
    name it is offered.
    """

    source: Path
    suggestion: Path
    path: Path | None = None
    state: FileState | None = None

    @property
    def name(self) -> str:
        """The file's name, as the title of the window has it."""
        return (self.path or self.source).name


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
    """A save that is done: where, and what is on disk there now."""

    path: Path
    state: FileState


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A place where a saved file is not valid; ``paragraph`` is its ``xml:id``, "" elsewhere."""

    message: str
    paragraph: str


class Saving(QObject):
    """One save at a time. ``saved`` has the ``Saved``, ``failed`` the ``SaveError``."""

    saved = Signal(object)
    failed = Signal(object)
    checked = Signal(object, object)
    """After a save: the path, and what is not valid in the file (tuple of ``FileProblem``)."""
    identified = Signal(object)
    """The ``FileState`` of the file that was opened, with whether it is ours."""
    _idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task[FileState] | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def save(self, review: Review, target: Target, folder: Path) -> None:
        """Write the review's document as it is now; the person may type on meanwhile.

        Its page images are named from ``folder``; in the file they are from the target's own.
        """
        reviewed, written = review.document, review.to_save()

        def done(state: FileState) -> None:
            review.mark_saved(reviewed, written)
            self.saved.emit(Saved(target.path, state))

        self._task = Task(
            lambda: _write(written, target, folder),
            done,
            self.failed.emit,
            (SaveError,),
            self,
            ended=self._settle,
        )
        self._task.start()

    def check(self, path: Path) -> None:
        """Look at the saved file as other programs will; ``checked`` follows."""
        Task(
            lambda: _problems(path),
            lambda problems: self.checked.emit(path, problems),
            lambda error: None,  # Somebody else has the file now: there is nothing to say of it.
            (OSError,),
            self,
        ).start()

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
            self._idle.connect(then, Qt.ConnectionType.SingleShotConnection)
        else:
            then()

    def _settle(self) -> None:
        self._task = None
        # By way of the event queue: the outcome is told first.
        QTimer.singleShot(0, self, self._idle.emit)


def _write(document: Document, target: Target, folder: Path) -> FileState:
    # Imported here: the writer is not needed for the window to come up.
    from app.importers import images_from
    from app.storage import working_file
    from app.tei import TeiError

    try:
        document = images_from(document, folder, target.path.parent)
        return working_file.save(document, target.path, target.expected())
    except TeiError as error:
        raise SaveError(f"{target.path}: not saved: {error}") from error


def _identified(state: FileState, document: Document) -> FileState:
    from app.storage import working_file
    from app.tei import TeiError

    try:
        return working_file.identified(state, document)
    except TeiError as error:
        raise SaveError(str(error)) from error


def _problems(path: Path) -> tuple[FileProblem, ...]:
    from app.tei import check

    return tuple(FileProblem(str(found), found.paragraph) for found in check(path.read_bytes()))
