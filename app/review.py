"""The document under review: the one object that changes.

Everything a person does arrives as an edit, leaves as a ``Change`` to whoever listens, and can be
undone. Who acts and what time it is are given from outside, so that the same edits always make the
same document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.model.document import Document, Reviewer, Revision
from app.model.edits import Edit, EditRefused
from app.model.edits.keeping import with_decisions_kept
from app.model.edits.progress import with_edited_unreviewed
from app.model.edits.whole import TakeDocument
from app.model.history import History, Step
from app.model.terms import Act

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """The document went from ``before`` to ``after``.

    ``edit`` is what did it (or was undone or redone); ``origin`` is the object that asked for it,
    so that it can tell its own changes from others'. ``state`` is the number of the document it
    led to (``Review.state``). ``act`` is with whom and when an edit was done; None where it was
    undone or redone.
    """

    before: Document
    after: Document
    edit: Edit
    origin: object
    state: int
    act: Act | None = None


class Review:
    """A document, its history, and who works on it."""

    def __init__(self, document: Document, reviewer: Reviewer, clock: Clock = utc_now) -> None:
        self._document = document
        self._state = self._last_state = 0
        self._saved = self._being_saved = document
        self._revisions = document.revisions
        self._unsaved_edits: Counter[str] = Counter()
        self._history = History()
        self._listeners: list[Callable[[Change], None]] = []
        self._clock = clock
        self.reviewer = reviewer
        self.read_only = ""
        """Why nothing may be edited, as a sentence for the person; "" where it may."""

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._document

    @property
    def state(self) -> int:
        """The number of ``document``: 0 as opened, a new one for each edit; undo and redo come back
        to the number that the document had.
        """
        return self._state

    @property
    def saved(self) -> Document:
        """The document as it was saved or opened last."""
        return self._saved

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The record of the saves, as the file has it."""
        return self._revisions

    @property
    def modified(self) -> bool:
        """Whether it differs from what was saved or opened last."""
        return self._document is not self._saved

    @property
    def undo_name(self) -> str | None:
        """The edit that undo takes back; None if there is none."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str | None:
        """The edit that redo does again; None if there is none."""
        return self._history.redo_name

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """Call ``listener`` after each change, in the order of subscription."""
        self._listeners.append(listener)

    def apply(self, edit: Edit, origin: object = None) -> Change:
        """Do the edit. Raises EditRefused, and then nothing has changed."""
        if self.read_only:
            raise EditRefused(self.read_only)
        now = self._clock().astimezone(UTC)
        act = Act(self.reviewer.id, now.strftime("%Y-%m-%dT%H:%M:%SZ"))
        before = self._document
        after = edited(before, edit, act, self.reviewer)
        if after is before:
            return Change(before, before, edit, origin, self._state, act)
        self._last_state += 1
        step = Step(before, after, edit, now.timestamp(), self._state, self._last_state)
        # A saved state must stay reachable by undo, so nothing is merged across a save.
        mergeable = before is not self._saved and before is not self._being_saved
        self._history.record(step, mergeable=mergeable)
        self._unsaved_edits[edit.name] += 1
        return self._become(Change(before, after, edit, origin, self._last_state, act))

    def undo(self, origin: object = None) -> Change:
        """Take the last edit back. Raises IndexError where there is none."""
        step = self._history.undo()
        self._unsaved_edits["Undo"] += 1
        change = Change(step.after, step.before, step.edit, origin, step.state_before)
        return self._become(change)

    def redo(self, origin: object = None) -> Change:
        """Do the edit taken back last again. Raises IndexError where there is none."""
        step = self._history.redo()
        self._unsaved_edits["Redo"] += 1
        change = Change(step.before, step.after, step.edit, origin, step.state_after)
        return self._become(change)

    def to_save(self) -> Document:
        """The document with an entry for the work since the last save, by whom and when."""
        self._being_saved = self._document
        when = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        work = ", ".join(
            f"{name} ({times})" if times > 1 else name
            for name, times in self._unsaved_edits.most_common()
        )
        revision = Revision(when, self.reviewer.id, work or "Saved")
        document = with_reviewer(self._document, self.reviewer)
        return replace(document, revisions=(*self._revisions, revision))

    def mark_saved(self, reviewed: Document, written: Document) -> None:
        """``written`` (from ``to_save``, made while ``document`` was ``reviewed``) is on disk."""
        self._saved = reviewed
        self._revisions = written.revisions
        self._unsaved_edits.clear()

    def take_as_saved(self, found: Document, revisions: tuple[Revision, ...]) -> None:
        """The work goes on from ``found``, which somebody else saved, and the record of saves from
        ``revisions``.
        """
        self._saved = found
        self._revisions = revisions

    def _become(self, change: Change) -> Change:
        self._document, self._state = change.after, change.state
        failures = []
        for listener in self._listeners:
            try:
                listener(change)
            except Exception as failure:
                # The others must show, and write down, what the document is now.
                failures.append(failure)
        if failures:
            raise failures[0]
        return change


def edited(document: Document, edit: Edit, act: Act, reviewer: Reviewer) -> Document:
    """The document once ``reviewer`` has done the edit. Raises EditRefused."""
    after = edit.apply(document, act)
    if after is document:
        return document
    if not isinstance(edit, TakeDocument):
        # What is taken as a whole brings its own decisions and its own progress.
        after = with_edited_unreviewed(document, with_decisions_kept(document, after, edit))
    return with_reviewer(after, reviewer)


def with_reviewer(document: Document, reviewer: Reviewer) -> Document:
    """The document with the person among those who changed something."""
    if any(held.id == reviewer.id for held in document.reviewers):
        return document
    return replace(document, reviewers=(*document.reviewers, reviewer))
