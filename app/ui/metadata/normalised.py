"""A field of the normalised metadata with its validation."""

from __future__ import annotations

from typing import get_args

from app.checks.fields import FieldProblem, completed_time, malformed
from app.checks.finding import Severity
from app.model.document import Document
from app.model.edits import ReviseMetadata, ReviseStamp
from app.model.edits.metadata import MetadataField, StampField
from app.ui.metadata.rows import Apply, Field

STAMP = "stamp."


class NormalisedField(Field):
    """Shows one field of ``Metadata`` or (named ``stamp.date``) of its stamp.

    A value the record can't hold stays in the field with the reason, and is not kept.
    """

    def __init__(self, key: str, name: str, apply: Apply) -> None:
        super().__init__(name)
        self._key, self._apply = key, apply
        self.committed.connect(self._keep)
        self.entry.textChanged.connect(self._look_again)
        self._refused = False
        self._problems: tuple[FieldProblem, ...] = ()

    def show_document(self, document: Document, problems: tuple[FieldProblem, ...]) -> None:
        """Show its value and, of the document's ``problems``, its own."""
        owner = document.metadata.stamp if self._key.startswith(STAMP) else document.metadata
        self.show_text(str(getattr(owner, self._key.removeprefix(STAMP))))
        self._problems = tuple(one for one in problems if one.field == self._key)
        if not self.entry.typed:
            self._show_problems()

    def _show_problems(self) -> None:
        heaviest = Severity.WARNING
        if any(one.severity is Severity.ERROR for one in self._problems):
            heaviest = Severity.ERROR
        self._refused = False
        self.show_problem(heaviest, "\n".join(one.message for one in self._problems))

    def _look_again(self) -> None:
        """Once what was refused is no longer there, the problem is that of the document again."""
        if self._refused and not self.entry.typed:
            self._show_problems()

    def _keep(self, value: str) -> None:
        value = completed_time(value) if self._key.startswith("time_") else value
        message = malformed(self._key, value)
        if message is not None:
            self._refused = True
            self.show_problem(Severity.ERROR, f"Not kept yet. {message}")
        else:
            self._apply(_revision(self._key, value))
            self.entry.restore()


def _revision(key: str, value: str) -> ReviseMetadata | ReviseStamp:
    bare = key.removeprefix(STAMP)
    for field in get_args(StampField):
        if bare == field and key.startswith(STAMP):
            return ReviseStamp(field, value)
    for field in get_args(MetadataField):
        if bare == field:
            return ReviseMetadata(field, value)
    raise KeyError(key)
