"""Withheld words that stand released elsewhere, where nobody said that they may.

All other mentions of what is withheld are decided before a release.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.consistency.mentions import Likeness, found_in, words_of
from app.consistency.parts import Part, dismissed_under, parts
from app.model.decisions import Exemption
from app.model.document import Document
from app.model.edits import AddRedaction, Edit, WithholdField

RULE = "withheld-elsewhere"
"""The name under which a mention that may stay is dismissed (``edits.DismissFinding``)."""
_TERM = 4
"""Words in a redaction that make it a term, whose other mentions must be decided."""

Terms = dict[str, tuple[Exemption, ...]]
"""Withheld terms with why they are."""
Hit = tuple[int, int, Likeness]
"""Where in a text a term stands."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """``excerpt``, at ``start:end`` of the place, is a mention of withheld words that is released.

    ``edit`` withholds it for the same reasons; None where a person must judge first.
    """

    where: str
    start: int
    end: int
    excerpt: str
    likeness: Likeness
    edit: Edit | None

    @property
    def message(self) -> str:
        """For a person, without the words."""
        return f"withheld words stand here too ({self.likeness.value}): decide"


def undecided(document: Document) -> tuple[Undecided, ...]:
    """Those of the whole document that are not dismissed under ``RULE``."""
    dismissed = {(one.where, one.excerpt) for one in document.dismissed if one.rule == RULE}
    held = tuple(parts(document))
    found: dict[tuple[str, int, int], Undecided] = {}
    for term, exemptions in terms_of(document, held).items():
        sought = words_of(term)
        for part in held:
            for one in released_in(part, exemptions, found_in(part.text, sought)):
                if (dismissed_under(one.where), one.excerpt) not in dismissed:
                    found.setdefault((one.where, one.start, one.end), one)
    return tuple(found.values())


def terms_of(document: Document, held: Iterable[Part]) -> Terms:
    """Short withheld stretches, and the names of participants who are withheld."""
    terms: Terms = {}
    for part in held:
        for one in part.held:
            text = part.text[one.start : one.end]
            if 0 < len(words_of(text)) <= _TERM and any(map(str.isalpha, text)):
                terms.setdefault(text, one.exemptions)
    for field in document.withheld:
        person = document.person(field.field.removeprefix("person/"))
        for name in (person.name, *person.aliases) if person is not None else ():
            if words_of(name):
                terms.setdefault(name, field.exemptions)
    return terms


def released_in(
    part: Part, exemptions: tuple[Exemption, ...], hits: Iterable[Hit]
) -> Iterator[Undecided]:
    """Those of the hits in the part that are not withheld. A single name of several, which may be
    anybody's, is none.
    """
    for start, end, likeness in hits:
        if likeness is Likeness.PART or part.hides(start, end):
            continue
        edit = _withholding(part.where, start, end, exemptions) if likeness.sure else None
        yield Undecided(part.where, start, end, part.text[start:end], likeness, edit)


def _withholding(where: str, start: int, end: int, exemptions: tuple[Exemption, ...]) -> Edit:
    if where.startswith(("metadata/", "person/")):
        return WithholdField(where, exemptions)
    return AddRedaction(((where, start, end),), exemptions)
