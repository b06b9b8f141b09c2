"""The document the window works on: opening, saving and leaving it, with their questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.model.document import Document
from app.model.queries import reviewer_for
from app.review import Review
from app.storage.atomic import ChangedOnDisk, FileState, SaveError
from app.ui.dialogs import files, questions
from app.ui.open_document import Opening, Progress
from app.ui.preferences import Preferences
from app.ui.saving import FileProblem, Saved, Saving, Target, WorkingFile

if TYPE_CHECKING:
    from app.opening import Opened

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "samples" / "kaifu-1990-06-04.txt"
IDENTIFY_AFTER_MS = 300
"""The text is seen first."""


class Session(QObject):
    """``review`` and ``file`` are None while no document is open.

    ``opened``: another document is there; ``closed``: none is any more; ``saved``: it is on disk;
    ``told``: a sentence for the person.
    """

    opened = Signal()
    not_opened = Signal()
    closed = Signal()
    saved = Signal()
    told = Signal(str)
    paragraph_requested = Signal(int)

    def __init__(self, window: QWidget, preferences: Preferences, progress: Progress) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self.review: Review | None = None
        self.file: WorkingFile | None = None
        self._opened: tuple[Path, Opened, int] | None = None
        self._after_save: Callable[[], None] | None = None
        self._opening = Opening(progress, window)
        self._opening.opened.connect(self._take)
        self._opening.failed.connect(self._say_not_opened)
        self._opening.given_up.connect(self.not_opened)
        self._saving = Saving(window)
        self._saving.saved.connect(self._note_saved)
        self._saving.failed.connect(self._say_not_saved)
        self._saving.checked.connect(self._say_not_valid)
        self._saving.identified.connect(self._note_identified)

    @property
    def busy(self) -> bool:
        """Whether a file is being read or written."""
        return self._saving.busy or self._opening.busy

    # -- opening ----------------------------------------------------------------------------------

    def ask_and_open(self) -> None:
        path = files.choose_to_open(self._window, self._folder())
        if path is not None:
            self.open(path)

    def open_sample(self) -> None:
        self.open(SAMPLE)

    def open(self, path: Path) -> None:
        """Read the file in the background, then show it; ask about changes before they would go."""
        self._opening.open(path)

    def _take(self, path: Path, opened: Opened) -> None:
        number = self._chosen(path, opened)
        if number is None:
            self.not_opened.emit()
        else:
            self.leave(lambda: self._begin(path, opened, number))

    def _chosen(self, path: Path, opened: Opened) -> int | None:
        if len(opened.documents) == 1:
            return 0
        from app.ui.dialogs.which_memorandum import choose_memorandum

        numbers = range(len(opened.documents))
        saved = [_file(path, opened, number).suggestion for number in numbers]
        return choose_memorandum(self._window, path.name, opened.documents, saved)

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
        document, file = opened.documents[number], _file(path, opened, number)
        if not self._preferences.settings.introduced and not self.introduce():
            self.told.emit("Not opened: every change needs the name of its reviewer.")
            self.not_opened.emit()
            return
        settings = self._preferences.settings
        name, initials = settings.reviewer_name, settings.reviewer_initials
        self.review = Review(document, reviewer_for(document, name, initials))
        self.file = file
        self._opened = path, opened, number
        if file.source != SAMPLE:
            self._preferences.revise(settings.opened(file.source))
        self.opened.emit()
        QTimer.singleShot(IDENTIFY_AFTER_MS, self, lambda: self._identify(file, document))

    def _identify(self, file: WorkingFile, document: Document) -> None:
        if self.file is file and file.state is not None:
            self._saving.identify(file.state, document)

    def _note_identified(self, state: FileState) -> None:
        if self.file is not None and self.file.state == state:
            self.file = replace(self.file, state=state)

    def _say_not_opened(self, message: str) -> None:
        questions.warn(self._window, "The file was not opened", message)
        self.not_opened.emit()

    def introduce(self) -> bool:
        """Ask who the person is; False if they did not say."""
        from app.ui.dialogs.who_am_i import ask_who

        settings = ask_who(self._window, self._preferences.settings)
        if settings is None:
            return False
        self._preferences.revise(settings)
        if self.review is not None:
            self.review.reviewer = reviewer_for(
                self.review.document, settings.reviewer_name, settings.reviewer_initials
            )
        return True

    # -- saving -----------------------------------------------------------------------------------

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save in place, or under a name asked for; ``then`` runs once it is on disk."""
        if self.review is None or self.file is None:
            return
        if self.file.path is None:
            self.save_as(then)
        else:
            self._save(Target(self.file.path, self.file.state), then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        if self.file is None:
            return
        path = files.choose_to_save(self._window, self.file.path or self.file.suggestion)
        if path is not None:
            self._save(Target(path, over_any=True), then)

    def _save(self, target: Target, then: Callable[[], None] | None) -> None:
        if self._saving.busy:
            self.told.emit("Still saving; save again in a moment.")
            return
        if self.review is not None:
            self._after_save = then
            self._saving.save(self.review, target, self.folder)

    def _note_saved(self, saved: Saved) -> None:
        if self.file is not None:
            source = self.file.source
            self.file = WorkingFile(source, saved.path, saved.path, saved.state)
            self._preferences.revise(self._preferences.settings.opened(saved.path))
        self._saving.check(saved.path)
        self.told.emit(f"Saved as {saved.path.name}.")
        self.saved.emit()
        then, self._after_save = self._after_save, None
        if then is not None:
            then()

    def _say_not_valid(self, path: Path, problems: tuple[FileProblem, ...]) -> None:
        if problems and self.file is not None and self.file.path == path:
            from app.ui.dialogs.file_problems import FileProblems

            dialog = FileProblems(path.name, problems, self._window)
            dialog.paragraph_requested.connect(self._request_paragraph)
            dialog.show()

    def _request_paragraph(self, identifier: str) -> None:
        paragraphs = self.review.document.paragraphs if self.review is not None else ()
        for at, paragraph in enumerate(paragraphs):
            if paragraph.id == identifier:
                self.paragraph_requested.emit(at)

    def _say_not_saved(self, error: Exception) -> None:
        then, self._after_save = self._after_save, None
        if isinstance(error, ChangedOnDisk) and self.file is not None:
            self._ask_about_changed(str(error), then)
            return
        if isinstance(error, SaveError) and error.written is not None and self.file is not None:
            path = self.file.path or self.file.suggestion
            self.file = WorkingFile(self.file.source, path, path, error.written)
        questions.warn(self._window, "The document was not saved", str(error))

    def _ask_about_changed(self, message: str, then: Callable[[], None] | None) -> None:
        from app.ui.dialogs.changed_on_disk import Choice, ask_about_changed

        match ask_about_changed(self._window, message):
            case Choice.SAVE_AS:
                self.save_as(then)
            case Choice.RELOAD:
                self._reload()

    def _reload(self) -> None:
        """What is on disk takes the place of the document; its changes go, as the person chose."""
        if self.file is not None and self.file.path is not None:
            path, self.review, self.file = self.file.path, None, None
            self.open(path)

    # -- leaving ----------------------------------------------------------------------------------

    def leave(self, then: Callable[[], None]) -> None:
        """Run ``then`` once the document may go: saved, unchanged, or given up by the person."""
        if self.review is None or self.file is None or not self.review.modified:
            then()
            return
        match questions.ask_unsaved(self._window, self.file.name):
            case questions.Answer.SAVE:
                self.save(then)
            case questions.Answer.DISCARD:
                then()

    def leave_after_save(self, then: Callable[[], None]) -> None:
        """As ``leave``, once a save that is under way has ended."""
        self._saving.when_idle(lambda: self.leave(then))

    def abandon(self) -> None:
        """Let the document go as it is, saved or not."""
        self._opening.give_up()
        self.review = self.file = None

    def close(self) -> None:
        """Close the document; the window stays."""
        self.leave_after_save(self._close)

    def _close(self) -> None:
        self.review = self.file = None
        self.closed.emit()

    def _folder(self) -> Path:
        if self.file is not None and self.file.source != SAMPLE:
            return self.file.source.parent
        recent = self._preferences.settings.recent
        return recent[0].parent if recent else _documents_folder()


def _file(path: Path, opened: Opened, number: int) -> WorkingFile:
    """Where document ``number`` of the file is saved: in place, or beside what it was imported
    from.
    """
    if not opened.imported:
        return WorkingFile(path, path, path, opened.state)
    stem = path.stem if len(opened.documents) == 1 else f"{path.stem}-{number + 1}"
    folder = _documents_folder() if path == SAMPLE else path.parent
    return WorkingFile(path, folder / f"{stem}.xml")


def _documents_folder() -> Path:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((Path(place) for place in places if Path(place).is_dir()), Path.home())
