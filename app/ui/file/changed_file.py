"""Somebody else wrote the open file: look at it, merge, reload, or save under another name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from app.model.document import Document, Revision
from app.model.edits.whole import TakeDocument
from app.model.standpoint import standpoint
from app.review import Change, Review
from app.storage.atomic import FileState
from app.ui.background import Task
from app.ui.dialogs import changed_on_disk, questions
from app.ui.dialogs.changed_on_disk import Choice
from app.ui.dialogs.contrast import Sides, show_contrast
from app.ui.file.conflict_words import Names
from app.ui.file.copies import Copy, NotRead, read_copy
from app.ui.file.keeping import NEVER
from app.ui.file.merging import Merging
from app.ui.file.session import Session

Then = Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the document goes on from: what the file held, its record of saves, its state."""

    document: Document
    revisions: tuple[Revision, ...]
    state: FileState | None


class ChangedFile(QObject):
    """Nothing here writes over the file."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def ask(self, message: str, then: Then) -> None:
        """``message`` says what was found; ``then`` runs once the document is saved elsewhere."""
        session = self._session
        match changed_on_disk.ask_about_changed(session.window, message, self._offered()):
            case Choice.COMPARE:
                self._read(lambda theirs: self._compare(theirs, message, then))
            case Choice.MERGE:
                self._read(self._merge)
            case Choice.RELOAD:
                session.reload()
            case Choice.SAVE_AS:
                session.save_as(then)

    def _offered(self) -> frozenset[Choice]:
        """What can be done: a file that is gone is neither compared nor read again."""
        file, review = self._session.file, self._session.review
        if file is None or review is None or file.path is None or not file.path.exists():
            return frozenset({Choice.SAVE_AS})
        offered = {Choice.SAVE_AS, Choice.COMPARE, Choice.RELOAD}
        # In a blind review a conflict would show what the first reviewer decided.
        may_merge = not review.read_only and not standpoint(review.document, review.reviewer).blind
        return frozenset(offered | ({Choice.MERGE} if may_merge else set()))

    def _read(self, then: Callable[[Copy], None]) -> None:
        session, review, file = self._session, self._session.review, self._session.file
        if file is None or file.path is None:
            return
        path, folder = file.path, session.folder

        def go_on(theirs: Copy) -> None:
            if session.review is review:
                then(theirs)

        Task(lambda: read_copy(path, folder), go_on, self._say_not_read, (NotRead,), self).start()

    def _say_not_read(self, error: Exception) -> None:
        questions.warn(self._session.window, "The file on disk could not be read", str(error))

    def _compare(self, theirs: Copy, message: str, then: Then) -> None:
        review = self._session.review
        if review is not None:
            sides = Sides("The File on Disk and Your Document", "In the file", "Your document")
            window, person = self._session.window, review.reviewer
            show_contrast(window, sides, theirs.document, review.document, person)
            self.ask(message, then)

    def _merge(self, theirs: Copy) -> None:
        review = self._session.review
        if review is not None:
            names = Names("the file on disk", "Yours", "Theirs")
            Merging(self._session).merge(
                review.saved, theirs.document, names, lambda made: self._take(theirs, made)
            )

    def _take(self, theirs: Copy, made: Document) -> None:
        """The file's changes are in the document now, so the next save goes over that file."""
        session, review = self._session, self._session.review
        if review is None or session.file is None or session.keeping is None:
            return
        apart = _Known(review.saved, review.revisions, session.file.state)
        together = _Known(theirs.document, theirs.document.revisions, theirs.state)
        self._know(review, apart, together)
        merge = TakeDocument("Merge", made)
        done = review.apply(merge)
        session.keeping.begin_anew(theirs.state.digest, NEVER)

        def follow(change: Change) -> None:
            if change.edit is merge and change.state == done.state:
                self._know(review, apart, together)
            elif change.edit is merge:
                self._know(review, together, apart)

        review.subscribe(follow)
        session.told.emit("Merged with the file on disk, and not saved yet; Undo takes it back.")

    def _know(self, review: Review, before: _Known, now: _Known) -> None:
        """What the document goes on from is no more ``before`` but ``now``: where a merge is taken
        back, a save must ask again before it writes over the file.
        """
        session, file = self._session, self._session.file
        if session.review is review and file is not None and file.state == before.state:
            review.take_as_saved(now.document, now.revisions)
            session.take_file(replace(file, state=now.state))
            session.standing_changed.emit()
