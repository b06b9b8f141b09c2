"""Before a document is shown: its file is locked, and work that a crash left is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.model.document import Document, Reviewer
from app.model.edits.whole import TakeDocument
from app.review import Review
from app.ui.background import Task
from app.ui.file.keeping import Keeping
from app.ui.file.working_file import WorkingFile

if TYPE_CHECKING:
    from app.storage.journal import Base
    from app.storage.locks import LockedByOther, Owner
    from app.storage.recovery import NotRecovered, Recovery


@dataclass(frozen=True, slots=True)
class Secured:
    """What the document begins with: what keeps it, what it goes on from, the work of before.

    ``read_only`` is why it may only be read, as a sentence; "" where it may be edited.
    ``complaint``: the file could not be locked.
    """

    keeping: Keeping
    base: Base
    recovered: Document | None = None
    read_only: str = ""
    complaint: str = ""

    @property
    def remark(self) -> str:
        """What the person is told first, "" where all is as usual."""
        recovered = "Your work is recovered, and not saved yet; Undo takes it back."
        done = recovered if self.recovered is not None else ""
        return self.read_only or self.complaint or done

    def begin(self, review: Review) -> None:
        """From now on what is done to the review is written down, or nothing can be done to it."""
        if self.read_only:
            review.read_only = self.read_only
            return
        if self.recovered is not None:
            review.apply(TakeDocument("Recover Work", self.recovered))
        self.keeping.write_down(review, self.base, recovered=self.recovered is not None)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is beside the file."""

    base: Base
    left: Recovery | NotRecovered | None = None
    locked: LockedByOther | None = None
    complaint: str = ""


class Securing(QObject):
    """For one document at a time: ``secured`` has the ``Secured``; ``given_up``: the person thought
    better of it, nothing was changed on disk.
    """

    secured = Signal(object)
    given_up = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._task: Task[_Found] | None = None
        self._person = Reviewer("", "", "")

    @property
    def busy(self) -> bool:
        return self._task is not None

    def secure(
        self, file: WorkingFile, document: Document, person: Reviewer, before: Keeping | None
    ) -> None:
        """Lock the file for the person; ``document`` is what was read from it.

        ``before`` is of a document that was left, and may still have the same file.
        """
        self._person = person
        keeping = Keeping(file.guarded, person.name, self._window)

        def look() -> _Found:
            if before is not None:
                before.wait()
            return _look(file, keeping, keeping.acquire)

        self._run(look, file, document, keeping)

    def _take_over(
        self, file: WorkingFile, document: Document, keeping: Keeping, held: Owner
    ) -> None:
        self._run(
            lambda: _look(file, keeping, lambda: keeping.take_over(held)), file, document, keeping
        )

    def _run(
        self, look: Callable[[], _Found], file: WorkingFile, document: Document, keeping: Keeping
    ) -> None:
        self._task = Task(
            look,
            lambda found: self._ask(found, file, document, keeping),
            lambda error: None,
            (),
            self,
            ended=self._settle,
        )
        self._task.start()

    def _settle(self) -> None:
        self._task = None

    def _ask(self, found: _Found, file: WorkingFile, document: Document, keeping: Keeping) -> None:
        if found.locked is not None:
            self._ask_about_lock(found, found.locked, file, document, keeping)
            return
        recovered = None
        if found.left is not None:
            from app.ui.file.recovering import Recovering

            recovering = Recovering(self._window, file, document, self._person)
            if not recovering.ask(found.left):
                keeping.end()
                self.given_up.emit()
                return
            recovered = recovering.document
        self.secured.emit(Secured(keeping, found.base, recovered, complaint=found.complaint))

    def _ask_about_lock(
        self,
        found: _Found,
        locked: LockedByOther,
        file: WorkingFile,
        document: Document,
        keeping: Keeping,
    ) -> None:
        from app.ui.dialogs.locked import Choice, ask_about_lock, whose

        match ask_about_lock(self._window, file.name, locked.owner, locked.stale):
            case Choice.READ_ONLY:
                keeping.in_place = False
                sentence = f"Read-only: {whose(locked.owner)}. Save As makes a copy to work on."
                self.secured.emit(Secured(keeping, found.base, read_only=sentence))
            case Choice.TAKE_OVER:
                self._take_over(file, document, keeping, locked.owner)
            case Choice.CANCEL:
                self.given_up.emit()


def _look(file: WorkingFile, keeping: Keeping, lock: Callable[[], None]) -> _Found:
    """Lock the file, and see what was left beside it. Not in the main thread."""
    from app.storage.locks import LockedByOther, LockFailed
    from app.storage.recovery import left_behind

    base = _base(file)
    complaint = ""
    try:
        lock()
    except LockedByOther as locked:
        # What is beside the file is theirs, and they are still writing it.
        return _Found(base, locked=locked)
    except LockFailed as failure:
        complaint = str(failure)
    left = _left(file.guarded) if left_behind(file.guarded) else None
    return _Found(base, left, complaint=complaint)


def _base(file: WorkingFile) -> Base:
    """What the document was read from, as its journal names it."""
    from app.storage.atomic import state_on_disk
    from app.storage.journal import Base

    if file.state is not None:
        return Base(file.state.digest)
    try:
        state = state_on_disk(file.source)
    except OSError:
        state = None  # It was there a moment ago; the journal of an import holds the document.
    return Base(state.digest if state is not None else "", file.source.name)


def _left(path: Path) -> Recovery | NotRecovered:
    from app.storage.recovery import NotRecovered, recover
    from app.storage.versions import find

    try:
        return recover(path, lambda digest: find(path, digest))
    except NotRecovered as failure:
        return failure
