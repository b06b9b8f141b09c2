"""What can be undone: snapshots, named after the edit that led from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.model.document import Document
from app.model.edits import CorrectText, Edit

MERGE_WITHIN = 1.0
"""Seconds: keys typed closer together than this in touching places are one step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did; ``at`` is when, in seconds of a clock that only goes forward.

    ``state_before`` and ``state_after`` number the two documents.
    """

    before: Document
    after: Document
    edit: Edit
    at: float
    state_before: int
    state_after: int


class History:
    """Steps that were done, and those taken back until something else is done."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_name(self) -> str | None:
        """What "Undo ..." would take back; None if there is nothing."""
        return self._done[-1].edit.name if self._done else None

    @property
    def redo_name(self) -> str | None:
        """What "Redo ..." would do again; None if there is nothing."""
        return self._undone[-1].edit.name if self._undone else None

    def record(self, step: Step, *, mergeable: bool) -> None:
        """Add a step, as one with the last where it goes on typing and ``mergeable`` allows it."""
        self._undone.clear()
        if mergeable and self._done and _goes_on(self._done[-1], step):
            first = self._done.pop()
            step = replace(step, before=first.before, state_before=first.state_before)
        self._done.append(step)

    def undo(self) -> Step:
        """Take the last step back. Raises IndexError where there is none."""
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Step:
        """Do the step taken back last again. Raises IndexError where there is none."""
        self._done.append(self._undone.pop())
        return self._done[-1]


def _goes_on(last: Step, step: Step) -> bool:
    return (
        isinstance(step.edit, CorrectText)
        and step.edit.follows(last.edit)
        and step.at - last.at < MERGE_WITHIN
        and last.after is step.before
    )
