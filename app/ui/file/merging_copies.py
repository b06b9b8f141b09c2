"""Another reviewer's saved copy of the same original is merged into the open document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from app.model.document import Document, Revision
from app.model.edits import EditRefused
from app.model.edits.whole import TakeDocument
from app.model.standpoint import standpoint
from app.ui.background import Task
from app.ui.dialogs import files, questions
from app.ui.file.conflict_words import Names
from app.ui.file.copies import Copy, NotRead, read_copy, read_version
from app.ui.file.merging import Merging
from app.ui.file.session import Session

BLIND = "You review blind: what the first reviewer decided would be seen."


@dataclass(frozen=True, slots=True)
class _Pair:
    """The other copy, and the original that both come from; None where it is not known."""

    theirs: Document
    base: Document | None


class MergingCopies(QObject):
    """Asks for the copy, looks for the original or asks for it, merges; one edit in the end."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def ask(self) -> None:
        session = self._session
        if session.review is None or session.file is None:
            return
        if session.review.read_only:
            session.told.emit(session.review.read_only)
            return
        if standpoint(session.review.document, session.review.reviewer).blind:
            session.told.emit(BLIND)
            return
        other = files.choose_copy(session.window, session.folder)
        if other is None:
            return
        saved, own, folder = session.review.saved, session.file.path, session.folder
        revisions = session.review.revisions

        def read() -> _Pair:
            copy = read_copy(other, folder)
            base = original(saved, revisions, own, copy, other, folder)
            return _Pair(copy.document, base)

        Task(
            read, lambda pair: self._merge(other, pair), self._say_not_read, (NotRead,), self
        ).start()
        session.told.emit(f"Reading {other.name}…")

    def _merge(self, other: Path, pair: _Pair) -> None:
        if pair.base is not None:
            self._merge_from(pair.base, pair.theirs, other)
            return
        session = self._session
        path = files.choose_original(session.window, other.parent)
        if path is None:
            session.told.emit("Not merged: the original that both come from is needed.")
            return
        folder = session.folder
        Task(
            lambda: _read_original(path, folder),
            lambda base: self._merge_from(base, pair.theirs, other),
            self._say_not_read,
            (NotRead,),
            self,
        ).start()

    def _merge_from(self, base: Document, theirs: Document, other: Path) -> None:
        names = Names(f"“{other.name}”", "Yours", "Theirs")
        Merging(self._session).merge(base, theirs, names, lambda made: self._take(made, other))

    def _take(self, made: Document, other: Path) -> None:
        review = self._session.review
        if review is None:
            return
        before = review.document
        try:
            review.apply(TakeDocument("Merge", made))
        except EditRefused as refusal:
            self._session.told.emit(str(refusal))
            return
        same = review.document is before
        self._session.told.emit(
            f"{other.name} has nothing that is not here."
            if same
            else f"Merged with {other.name}, and not saved yet; Undo takes it back."
        )

    def _say_not_read(self, error: Exception) -> None:
        questions.warn(self._session.window, "The copies were not merged", str(error))


def original(
    saved: Document,
    revisions: tuple[Revision, ...],
    own: Path | None,
    copy: Copy,
    other: Path,
    folder: Path,
) -> Document | None:
    """The last save that is in both records: one of the two files, or a version kept beside them.

    ``saved`` is the open document as it was saved last, ``revisions`` its record, ``own`` its file;
    ``copy`` is what the file ``other`` holds. None where the
    records have nothing in common, or that save is not kept.
    """
    links = {one.digest for one in revisions if one.digest}
    theirs = copy.document
    common = [one.digest for one in theirs.revisions if one.digest in links]
    if not common:
        return None
    last = common[-1]
    if revisions[-1].digest == last:
        return saved
    if theirs.revisions[-1].digest == last and copy.intact:
        return theirs  # Nothing was done to it since.
    return next(
        (found for path in (own, other) if path and (found := _version(path, last, folder))), None
    )


def _version(path: Path, link: str, folder: Path) -> Document | None:
    """The version of the file whose last save has this link in the chain."""
    from app.storage.versions import versions

    for version in versions(path):
        try:
            document = read_version(version, path, folder)
        except NotRead:
            continue
        if document.revisions and document.revisions[-1].digest == link:
            return document
    return None


def _read_original(path: Path, folder: Path) -> Document:
    """A saved file, or the transcript that both were imported from. Raises NotRead."""
    from app.importers import images_from
    from app.opening import OpenError, open_file

    try:
        opened = open_file(path)
    except OpenError as error:
        raise NotRead(str(error)) from error
    if len(opened.documents) > 1:
        raise NotRead(f"{path}: it holds several memoranda; choose a saved file of this one")
    return images_from(opened.documents[0], path.parent, folder)
