"""After a save: would other programs stumble over the file?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.background import Task
from app.ui.file.session import Session

if TYPE_CHECKING:
    from app.tei import Problem


class FileCheck(QObject):
    """Looks in the background, and shows what is not valid while the file is still open."""

    paragraph_requested = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        session.saved.connect(self._check)

    def _check(self) -> None:
        file = self._session.file
        if file is None or file.path is None:
            return
        path = file.path
        Task(
            lambda: _problems(path),
            lambda problems: self._show(path, problems),
            lambda error: None,  # Somebody else has the file now: there is nothing to say of it.
            (OSError,),
            self,
        ).start()

    def _show(self, path: Path, problems: tuple[Problem, ...]) -> None:
        file = self._session.file
        if problems and file is not None and file.path == path:
            from app.ui.dialogs.file_problems import FileProblems

            dialog = FileProblems(path.name, problems, self._session.window)
            dialog.paragraph_requested.connect(self._request_paragraph)
            dialog.show()

    def _request_paragraph(self, identifier: str) -> None:
        review = self._session.review
        paragraphs = review.document.paragraphs if review is not None else ()
        for at, paragraph in enumerate(paragraphs):
            if paragraph.id == identifier:
                self.paragraph_requested.emit(at)


def _problems(path: Path) -> tuple[Problem, ...]:
    from app.tei import check

    return tuple(check(path.read_bytes()))
