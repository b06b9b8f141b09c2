"""The document the window works on: opening, saving and leaving it, with their questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.model.document import Document, Reviewer
from app.model.queries import reviewer_for
from app.review import Review
from app.storage.atomic import ChangedOnDisk, FileState, SaveError
from app.ui.dialogs import files, questions
from app.ui.file.keeping import Keeping
from app.ui.file.on_disk import OnDisk
from app.ui.file.open_document import Opening, Progress
from app.ui.file.saving import Saved, Saving, Target
from app.ui.file.securing import Secured, Securing
from app.ui.file.working_file import SAMPLE, WorkingFile, documents_folder, working_file
from app.ui.preferences import Preferences

if TYPE_CHECKING:
    from app.opening import Opened

IDENTIFY_AFTER_MS = 300
"""The text is seen first."""
WENT_ON = "Not opened: you went on with this document meanwhile; open the other one again."


class Session(QObject):
    """``review``, ``file`` and ``keeping`` are None while no document is open.

    ``opened``: another document is there; ``closed``: none is any more; ``saved``: it is on disk;
    ``standing_changed``: it may be saved in place, or not any more; ``told``: a sentence for the
    person.
    """

    opened = Signal()
    not_opened = Signal()
    closed = Signal()
    saved = Signal()
    standing_changed = Signal()
    told = Signal(str)
    changed_on_disk = Signal(str, object)
    """What somebody else did to the file, and what was to run after the save, or None."""

    def __init__(self, window: QWidget, preferences: Preferences, progress: Progress) -> None:
        super().__init__(window)
        self.window = window
        self.preferences = preferences
        self.review: Review | None = None
        self.file: WorkingFile | None = None
        self.keeping: Keeping | None = None
        self._left: Keeping | None = None
        self._opened: tuple[Path, Opened, int] | None = None
        self._coming: tuple[Path, Opened, int] | None = None
        self._given_up: Document | None = None
        self._after_save: Callable[[], None] | None = None
        self._opening = Opening(progress, window)
        self._opening.opened.connect(self._take)
        self._opening.failed.connect(self._say_not_opened)
        self._opening.given_up.connect(self._stay)
        self._securing = Securing(window)
        self._securing.secured.connect(self._show)
        self._securing.given_up.connect(self._stay)
        self.saving = Saving(window)
        self.saving.saved.connect(self._note_saved)
        self.saving.failed.connect(self._say_not_saved)
        self.saving.identified.connect(self._note_identified)
        self._on_disk = OnDisk(window)
        self._on_disk.changed.connect(self._say_changed)

    @property
    def busy(self) -> bool:
        """Whether a file is being read or written."""
        return self.saving.busy or self._opening.busy or self._securing.busy

    @property
    def title(self) -> str:
        """The file's name, and whether nothing can be saved as that file."""
        if self.file is None or self.keeping is None:
            return ""
        return self.file.name if self.keeping.in_place else f"{self.file.name} [read-only]"

    # -- opening ----------------------------------------------------------------------------------

    def ask_and_open(self) -> None:
        path = files.choose_to_open(self.window, self._folder())
        if path is not None:
            self.open(path)

    def open_sample(self) -> None:
        self.open(SAMPLE)

    def open(self, path: Path) -> None:
        """Read the file in the background, then show it; ask about changes before they would go."""
        self._opening.open(path)

    def reload(self) -> None:
        """What is on disk takes the place of the document; its changes go, as the person chose."""
        if self.review is not None and self.file is not None and self.file.path is not None:
            self._given_up = self.review.document
            self.open(self.file.path)

    def _take(self, path: Path, opened: Opened) -> None:
        from app.ui.dialogs.which_memorandum import choose_of

        number = choose_of(self.window, path, opened)
        if number is None:
            self._stay()
        else:
            self.leave(lambda: self._begin(path, opened, number))

    def take_recognised(self, path: Path, documents: tuple[Document, ...]) -> None:
        """The scan was read: what it holds takes the place of its pages without text."""
        from app.opening import Opened

        self._take(path, Opened(documents))

    @property
    def next_number(self) -> int | None:
        """Which memorandum of its source, counted from 0, comes after this; None after the last."""
        if self.review is None or self._opened is None:
            return None
        _, opened, number = self._opened
        return number + 1 if number + 1 < len(opened.documents) else None

    def open_next(self) -> None:
        """Open the memorandum that follows this one in the file they came from."""
        number = self.next_number
        if number is not None and self._opened is not None:
            path, opened, _ = self._opened
            self.leave_after_save(lambda: self._begin(path, opened, number))

    @property
    def folder(self) -> Path:
        """From which the document names its page images: that of the file it was opened from."""
        return self.file.source.parent if self.file is not None else Path()

    def _begin(self, path: Path, opened: Opened, number: int) -> None:
        """Lock its file and see what a crash left there; ``_show`` or ``_stay`` follows."""
        if not self.preferences.settings.introduced and not self.introduce():
            self.told.emit("Not opened: every change needs the name of its reviewer.")
            self._stay()
            return
        file = working_file(path, opened, number)
        if self.file is not None and self.file.guarded == file.guarded:
            self._let_go()
        self._coming = path, opened, number
        document = opened.documents[number]
        self._securing.secure(file, document, self._person(document), self._left)

    def _show(self, secured: Secured) -> None:
        """The document that was asked for takes the place of the one that was left."""
        if self._coming is None or self._would_lose:
            secured.keeping.end()
            self.told.emit(WENT_ON)
            return
        self._let_go()
        self._opened = path, opened, number = self._coming
        document, file = opened.documents[number], working_file(path, opened, number)
        self.review = Review(document, self._person(document))
        self.keeping = keeping = secured.keeping
        keeping.complained.connect(self.told)
        keeping.lost.connect(lambda: self._say_lost(keeping))
        secured.begin(self.review)
        self.take_file(file)
        if path != SAMPLE:
            self.preferences.revise(self.preferences.settings.opened(path))
        self.opened.emit()
        if secured.remark:
            self.told.emit(secured.remark)
        QTimer.singleShot(IDENTIFY_AFTER_MS, self, lambda: self._identify(file, document))

    def _stay(self) -> None:
        """Nothing else is opened; what is open stays, with its changes."""
        self._given_up = None
        if self.review is None and self._opened is not None:
            self._close()
        else:
            self.not_opened.emit()

    def _identify(self, file: WorkingFile, document: Document) -> None:
        if self.file is file and file.state is not None:
            self.saving.identify(file.state, document)

    def _note_identified(self, state: FileState) -> None:
        if self.file is not None and self.file.state == state:
            self.take_file(replace(self.file, state=state))

    def take_file(self, file: WorkingFile) -> None:
        """The document's file is this one, in this state, from now on."""
        self.file = file
        self._on_disk.follow(file)

    def _say_not_opened(self, message: str) -> None:
        questions.warn(self.window, "The file was not opened", message)
        self._stay()

    def introduce(self) -> bool:
        """Ask who the person is; False if they did not say."""
        from app.ui.dialogs.who_am_i import ask_who

        settings = ask_who(self.window, self.preferences.settings)
        if settings is None:
            return False
        self.preferences.revise(settings)
        if self.review is not None:
            self.review.reviewer = self._person(self.review.document)
        return True

    def _person(self, document: Document) -> Reviewer:
        """Who is at the desk, as the document knows them."""
        settings = self.preferences.settings
        return reviewer_for(document, settings.reviewer_name, settings.reviewer_initials)

    # -- saving -----------------------------------------------------------------------------------

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save in place, or under a name asked for; ``then`` runs once it is on disk."""
        if self.file is None or self.keeping is None:
            return
        if self.file.path is None or not self.keeping.in_place:
            self.save_as(then)
        else:
            self._save(Target(self.file.path, self.file.state), then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        if self.file is None or self.keeping is None:
            return
        path = self.file.path or self.file.suggestion
        if not self.keeping.in_place:
            path = path.with_stem(f"{path.stem}-{self.preferences.settings.reviewer_initials}")
        chosen = files.choose_to_save(self.window, path)
        if chosen is not None:
            self._save(Target(chosen, over_any=True), then)

    def _save(self, target: Target, then: Callable[[], None] | None) -> None:
        if self.saving.busy:
            self.told.emit("Still saving; save again in a moment.")
            return
        if self.review is not None and self.keeping is not None:
            self._after_save = then
            versions = self.preferences.settings.versions
            self.saving.save(self.review, target, self.folder, self.keeping, versions)

    def _note_saved(self, saved: Saved) -> None:
        if self.file is not None and self.review is not None and self.keeping is not None:
            self.take_file(WorkingFile(self.file.source, saved.path, saved.path, saved.state))
            self.review.read_only = ""
            self.keeping.go_on(self.review, saved.state.digest, saved.number)
            self.preferences.revise(self.preferences.settings.opened(saved.path))
        self.told.emit(saved.complaint or f"Saved as {saved.path.name}.")
        self.saved.emit()
        then, self._after_save = self._after_save, None
        if then is not None:
            then()

    def _say_not_saved(self, error: Exception, path: Path) -> None:
        then, self._after_save = self._after_save, None
        if isinstance(error, ChangedOnDisk):
            self.changed_on_disk.emit(str(error), then)
            return
        written = error.written if isinstance(error, SaveError) else None
        if written is not None and self.file is not None and self.file.path == path:
            self.take_file(replace(self.file, state=written))
        questions.warn(self.window, "The document was not saved", str(error))

    # -- what others do with the file -------------------------------------------------------------

    def _say_changed(self, message: str) -> None:
        if not self.busy:
            self.changed_on_disk.emit(message, None)

    def _say_lost(self, keeping: Keeping) -> None:
        if keeping is not self.keeping or self.file is None:
            return
        from app.ui.dialogs.locked import ask_about_lost

        self.standing_changed.emit()
        if ask_about_lost(self.window, self.file.name):
            self.save_as()

    # -- leaving ----------------------------------------------------------------------------------

    def leave(self, then: Callable[[], None]) -> None:
        """Run ``then`` once the document may go: saved, unchanged, or given up by the person."""
        if not self._would_lose or self.review is None or self.file is None:
            then()
            return
        match questions.ask_unsaved(self.window, self.file.name):
            case questions.Answer.SAVE:
                self.save(then)
            case questions.Answer.DISCARD:
                self._given_up = self.review.document
                then()
            case questions.Answer.CANCEL:
                self._stay()

    @property
    def _would_lose(self) -> bool:
        """Whether the document has changes that are not saved, and that nobody gave up."""
        review = self.review
        return review is not None and review.modified and review.document is not self._given_up

    def leave_after_save(self, then: Callable[[], None]) -> None:
        """As ``leave``, once a save that is under way has ended."""
        self.saving.when_idle(lambda: self.leave(then))

    def abandon(self) -> None:
        """Let the document go as it is, saved or not."""
        self._opening.give_up()
        self._let_go()

    def close(self) -> None:
        """Close the document; the window stays."""
        self.leave_after_save(self._close)

    def _close(self) -> None:
        self._let_go()
        self._opened = None
        self.closed.emit()

    def _let_go(self) -> None:
        if self.keeping is not None:
            self.keeping.end()
            self._left = self.keeping
        self.review = self.file = self.keeping = self._given_up = None
        self._on_disk.follow(None)

    def _folder(self) -> Path:
        if self.file is not None and self.file.source != SAMPLE:
            return self.file.source.parent
        recent = self.preferences.settings.recent
        return recent[0].parent if recent else documents_folder()
