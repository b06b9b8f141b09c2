"""What a rule finds: where, what, why, and what could be done about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Literal

from app.model.edits import Edit


class Severity(Enum):
    """How much a finding weighs: an ERROR breaks a rule, a WARNING probably is a mistake, a HINT is
    worth a look.
    """

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the domain. ``id`` is a lasting token, ``title`` names the kind of finding, ``why``
    is the rule's source or reason.
    """

    id: str
    title: str
    severity: Severity
    why: str


@dataclass(frozen=True, slots=True)
class InParagraph:
    """Characters ``start:end`` of paragraph ``at``, whose lasting id is ``paragraph``; of its label
    or its mark the range says nothing.
    """

    at: int
    paragraph: str
    start: int = 0
    end: int = 0
    part: Literal["text", "label", "mark"] = "text"

    @property
    def key(self) -> str:
        return self.paragraph


@dataclass(frozen=True, slots=True)
class OnPage:
    """Piece ``piece`` (an index) of the furniture of ``page`` (a ``Page.id``)."""

    page: str
    piece: int

    @property
    def key(self) -> str:
        return self.page


@dataclass(frozen=True, slots=True)
class InTitle:
    """The title of the memorandum's head."""

    @property
    def key(self) -> str:
        return "heading/title"


@dataclass(frozen=True, slots=True)
class InHeading:
    """Entry ``entry`` of the memorandum's head."""

    entry: int

    @property
    def key(self) -> str:
        return f"heading/{self.entry}"


@dataclass(frozen=True, slots=True)
class InField:
    """A field of the metadata: a name of ``Metadata``, or ``stamp.`` and a name of ``Stamp``."""

    field: str

    @property
    def key(self) -> str:
        return f"metadata/{self.field}"


@dataclass(frozen=True, slots=True)
class OfPerson:
    """The participant with this ``Person.id``."""

    person: str

    @property
    def key(self) -> str:
        return f"people/{self.person}"


@dataclass(frozen=True, slots=True)
class AtEnd:
    """The end mark, after the last paragraph."""

    @property
    def key(self) -> str:
        return "trailer"


Where = InParagraph | OnPage | InTitle | InHeading | InField | OfPerson | AtEnd
"""A place. Its ``key`` names it for good: a dismissal is kept under it."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Something that would settle a finding: what it makes of it, in a few words, and the edit."""

    text: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth a look. ``message`` says what; ``excerpt`` is what it speaks of, so that a
    dismissed finding is back when that has changed; ``fixes`` come likeliest first.
    """

    rule: Rule
    where: Where
    message: str
    excerpt: str = ""
    fixes: tuple[Fix, ...] = ()
    dismissed: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """Rule, place and excerpt: what ``DismissFinding`` and ``RestoreFinding`` are given.

        The same words twice in one paragraph are dismissed together.
        """
        return self.rule.id, self.where.key, self.excerpt

    def moved(self, by: int) -> Finding:
        """The finding of a paragraph that now stands ``by`` places further on."""
        if not by or not isinstance(self.where, InParagraph):
            return self
        where = replace(self.where, at=self.where.at + by)
        fixes = tuple(Fix(fix.text, _moved(fix.edit, by)) for fix in self.fixes)
        return replace(self, where=where, fixes=fixes)


def _moved(edit: Any, by: int) -> Edit:
    """An edit of one paragraph, made for its new place."""
    at = tuple(place + by for place in edit.at) if isinstance(edit.at, tuple) else edit.at + by
    moved: Edit = replace(edit, at=at)
    return moved
