"""Letting a finding stand, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Dismissal, Document
from app.model.edits.base import EditRefused
from app.model.terms import Act


@dataclass(frozen=True)
class DismissFinding:
    """The finding of ``rule`` at ``where`` about the words ``excerpt`` is no error, for a written
    reason.
    """

    name: ClassVar[str] = "Dismiss Finding"
    rule: str
    where: str
    excerpt: str
    reason: str

    def apply(self, document: Document, act: Act) -> Document:
        if not self.reason.strip():
            raise EditRefused("Say in a few words why this is no error.")
        kept = _others(document, self.rule, self.where, self.excerpt)
        made = Dismissal(self.rule, self.where, self.excerpt, self.reason.strip(), act)
        return replace(document, dismissed=(*kept, made))


@dataclass(frozen=True)
class RestoreFinding:
    """The finding is to be looked at again."""

    name: ClassVar[str] = "Restore Finding"
    rule: str
    where: str
    excerpt: str

    def apply(self, document: Document, act: Act) -> Document:
        kept = _others(document, self.rule, self.where, self.excerpt)
        if len(kept) == len(document.dismissed):
            raise EditRefused("This finding is not dismissed.")
        return replace(document, dismissed=kept)


def _others(document: Document, rule: str, where: str, excerpt: str) -> tuple[Dismissal, ...]:
    return tuple(
        held
        for held in document.dismissed
        if (held.rule, held.where, held.excerpt) != (rule, where, excerpt)
    )
