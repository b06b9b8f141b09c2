"""The history of the open file, read off the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.background import Task
from app.ui.dialogs import questions
from app.ui.dialogs.history import History, Save
from app.ui.file.session import Session
from app.ui.local_time import local_time

if TYPE_CHECKING:
    from app.storage.history_chain import Verdict

NOT_SAVED = "There is no history yet: it begins with the first save."


class _NotRead(Exception):  # noqa: N818 - says what happened
    """Why, in one line for the person."""


@dataclass(frozen=True, slots=True)
class _Record:
    saves: tuple[Save, ...]
    verdict: Verdict


class RecordOfSaves(QObject):
    """Reads in the background, then shows it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def show(self) -> None:
        file = self._session.file
        if file is None or file.path is None:
            self._session.told.emit(NOT_SAVED)
            return
        path = file.path
        Task(
            lambda: _read(path),
            lambda record: self._show(path, record),
            lambda error: questions.warn(
                self._session.window, "The history could not be read", str(error)
            ),
            (_NotRead,),
            self,
        ).start()

    def _show(self, path: Path, record: _Record) -> None:
        verdict = record.verdict
        dialog = History(
            path.name, record.saves, said_of(verdict), verdict.head, self._session.window
        )
        dialog.exec()
        dialog.deleteLater()


def said_of(verdict: Verdict) -> str:
    """What the chain says, in a sentence or two."""
    if not verdict.intact:
        return f"Not intact: {verdict.reason}."
    chained = verdict.entries - verdict.before
    saves = "1 save" if chained == 1 else f"{chained:,} saves"
    said = f"Intact: {saves}, and the file is as the last one left it."
    if verdict.before:
        older = "1 older save" if verdict.before == 1 else f"{verdict.before:,} older saves"
        said += f" {older} without a link: the record does not cover that."
    return said


def _read(path: Path) -> _Record:
    from app import tei
    from app.storage.history_chain import verified

    try:
        content = path.read_bytes()
        document, verdict = tei.read(content, str(path)), verified(content, str(path))
    except OSError as error:
        raise _NotRead(f"{path}: not read: {(error.strerror or '').lower()}") from error
    except tei.TeiError as error:
        raise _NotRead(f"{path}: {error}") from error
    names = {reviewer.id: reviewer.name for reviewer in document.reviewers}
    saves = [
        Save(local_time(one.when), names.get(one.by, one.by) or "the program", one.note)
        for one in document.revisions
    ]
    return _Record(tuple(reversed(saves)), verdict)
