"""The versions of the open file: compared, restored, removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.model.document import Document
from app.model.edits import EditRefused
from app.model.edits.whole import TakeDocument
from app.model.standpoint import standpoint
from app.ui.background import Task
from app.ui.dialogs import questions
from app.ui.dialogs.contrast import Sides, show_contrast
from app.ui.dialogs.versions import Versions
from app.ui.file.copies import NotRead, read_version
from app.ui.file.keeping import NEVER
from app.ui.file.session import Session
from app.ui.local_time import local_time

if TYPE_CHECKING:
    from app.storage.versions import Version

BLIND = "You review blind: older versions may show what the first reviewer decided."
NOT_SAVED = "There are no versions yet: they are kept from the first save on."


class KeptVersions(QObject):
    """Acts on the document that is open."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def show(self) -> None:
        """Until the person closes the dialog, or has restored one."""
        from app.storage.versions import versions

        session = self._session
        file, review = session.file, session.review
        if file is None or file.path is None or review is None:
            session.told.emit(NOT_SAVED)
            return
        if standpoint(review.document, review.reviewer).blind:
            session.told.emit(BLIND)
            return
        kept = session.preferences.settings.versions
        dialog = Versions(file.path.name, versions(file.path), kept, session.window)
        dialog.compare_requested.connect(lambda version: self._compare(dialog, version))
        dialog.restore_requested.connect(lambda version: self._restore(dialog, version))
        dialog.purge_requested.connect(lambda: self._purge(dialog))
        dialog.exec()
        preferences = session.preferences
        preferences.revise(replace(preferences.settings, versions=dialog.kept.value()))
        dialog.deleteLater()

    def _read(self, dialog: Versions, version: Version, then: Callable[[Document], None]) -> None:
        file, folder = self._session.file, self._session.folder
        if file is None or file.path is None:
            return
        path = file.path

        def fail(error: Exception) -> None:
            questions.warn(dialog, "The version could not be read", str(error))

        Task(lambda: read_version(version, path, folder), then, fail, (NotRead,), dialog).start()

    def _compare(self, dialog: Versions, version: Version) -> None:
        def show(document: Document) -> None:
            review = self._session.review
            if review is not None and dialog.isVisible():
                when = local_time(version.when.isoformat())
                sides = Sides("What Changed Since That Version", f"Saved {when}", "Now")
                show_contrast(dialog, sides, document, review.document, review.reviewer)

        self._read(dialog, version, show)

    def _restore(self, dialog: Versions, version: Version) -> None:
        def take(document: Document) -> None:
            review = self._session.review
            if review is None or not dialog.isVisible():
                return
            dialog.accept()
            try:
                review.apply(TakeDocument("Restore Version", document))
            except EditRefused as refusal:
                self._session.told.emit(str(refusal))
                return
            when = local_time(version.when.isoformat())
            self._session.told.emit(f"The version of {when} is restored; Undo takes it back.")

        self._read(dialog, version, take)

    def _purge(self, dialog: Versions) -> None:
        from app.storage.companions import purge
        from app.storage.versions import versions

        session = self._session
        file, review, keeping = session.file, session.review, session.keeping
        if file is None or file.path is None or review is None or keeping is None:
            return
        try:
            purge(file.path)
        except OSError as error:
            reason = f"{file.path}: {(error.strerror or '').lower()}"
            questions.warn(dialog, "Not everything was removed", reason)
        if file.state is not None:
            keeping.begin_anew(file.state.digest, NEVER if review.modified else review.state)
        dialog.show_versions(versions(file.path))
