"""Work that a crash left beside a file: the person decides what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.model.document import Document, Reviewer
from app.ui.dialogs import questions, recovery
from app.ui.dialogs.contrast import Sides, show_contrast
from app.ui.file.working_file import WorkingFile

if TYPE_CHECKING:
    from app.storage.recovery import NotRecovered, Recovery


class Recovering:
    """``document`` is what the person takes of it, None where nothing.

    Until the person decides, and while a recovered document is not saved, the work stays on disk.
    """

    def __init__(
        self, window: QWidget, file: WorkingFile, opened: Document, person: Reviewer
    ) -> None:
        self._window, self._file, self._opened, self._person = window, file, opened, person
        self.document: Document | None = None

    def ask(self, left: Recovery | NotRecovered) -> bool:
        """False: the person gave up, so the file is not opened and the work stays where it is."""
        from app.storage.recovery import NotRecovered

        if isinstance(left, NotRecovered):
            return self._put_aside(left)
        facts = recovery.Facts(
            self._file.name, left.edits, left.last, left.by, self._changed(left), left.complete
        )
        while True:
            match recovery.ask_about_recovery(self._window, facts):
                case recovery.Choice.RECOVER:
                    self.document = left.document
                    return True
                case recovery.Choice.COMPARE:
                    sides = Sides("What the work left unsaved changes", "In the file", "Recovered")
                    show_contrast(self._window, sides, self._opened, left.document, self._person)
                case recovery.Choice.DISCARD:
                    if recovery.ask_to_discard(self._window, facts):
                        return self._discarded()
                case recovery.Choice.CANCEL:
                    return False

    def _changed(self, left: Recovery) -> bool:
        """Whether the file is another one; of the source of an import that may not be known."""
        apart = self._file.source.parent != self._file.guarded.parent
        return not left.matches and not (self._file.path is None and apart)

    def _discarded(self) -> bool:
        from app.storage.recovery import discard

        try:
            discard(self._file.guarded)
        except OSError as error:
            reason = f"{self._file.guarded}: {(error.strerror or '').lower()}"
            questions.warn(self._window, "The work was not discarded", reason)
            return False
        return True

    def _put_aside(self, left: NotRecovered) -> bool:
        from app.storage.recovery import set_aside

        if not recovery.ask_to_set_aside(self._window, self._file.name, str(left)):
            return False
        try:
            kept = set_aside(self._file.guarded)
        except OSError as error:
            reason = f"{self._file.guarded}: {(error.strerror or '').lower()}"
            questions.warn(self._window, "The work was not set aside", reason)
            return False
        questions.warn(self._window, "What was left is kept", f"It is {kept} now.")
        return True
