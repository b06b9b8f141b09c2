"""What is still missing before a copy may be given away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.consistency.undecided import undecided
from app.model.classification import overall
from app.model.document import Document
from app.model.edits.base import EditRefused
from app.model.edits.dispositions import require_energy
from app.model.exemptions import complaint, tables
from app.model.ledger import is_stamped
from app.model.redactions import (
    TITLE,
    Portion,
    paragraph_of,
    passages_of,
    portions,
    redactions,
    withheld,
)
from app.model.second_review import shortcomings
from app.model.terms import Act, Disposition, Level


@dataclass(frozen=True, slots=True)
class Missing:
    """Something is missing: where (a portion's key or a place, "" for the document) and what, a
    sentence. ``start`` and ``end`` are the words at the place that it is about, where it is.
    """

    where: str
    message: str
    start: int = 0
    end: int = 0


def missing(document: Document, *, second_review: bool = True) -> tuple[Missing, ...]:
    """Why there can be no release yet, () if there can. ``second_review``: the policy asks for
    one.
    """
    found = [one for portion in portions(document) for one in _of_portion(document, portion)]
    found += _of_redactions(document)
    found += [Missing(one.where, one.message, one.start, one.end) for one in undecided(document)]
    found += [Missing("", line) for line in tables().complaints]
    if second_review:
        found += [Missing("", message) for message in shortcomings(document)]
    return tuple(found)


def described(document: Document, where: str) -> str:
    """The place in words: "paragraph 3", "head, entry 2", "title"."""
    head, _, part = where.rpartition("/")
    at = paragraph_of(document, head if part == "label" else where)
    if at is not None:
        return f"paragraph {at + 1}" + (", speaker" if head else "")
    if where == TITLE:
        return "title"
    if where.startswith("heading/"):
        return f"head, entry {int(where.split('/')[1]) + 1}"
    if head == "metadata":
        return f"metadata, {part.replace('_', ' ')}"
    people = [one.id for one in document.people]
    return f"participant {people.index(part) + 1}" if part in people else where


def _of_portion(document: Document, portion: Portion) -> Iterator[Missing]:
    decision = portion.decision
    if decision is None:
        yield Missing(portion.key, "it is not yet reviewed: decide what becomes of it")
        return
    if not _is_known(document, decision.act):
        yield Missing(portion.key, "nobody known decided it: decide it again")
    hidden = any(withheld(passage) for _, passage in passages_of(document, portion))
    match decision.disposition:
        case Disposition.RELEASE if hidden:
            yield Missing(portion.key, "it is released in full, but words of it are withheld")
        case Disposition.IN_PART if not hidden:
            yield Missing(portion.key, "it is released in part, but nothing of it is withheld")
        case Disposition.DENY if not decision.exemptions:
            yield Missing(portion.key, "it is denied without a code")
        case Disposition.REFER if not decision.agency:
            yield Missing(portion.key, "it is referred to nobody")
    for exemption in decision.exemptions:
        if wrong := complaint(exemption):
            yield Missing(portion.key, wrong)
    try:
        require_energy(portion, decision.disposition, decision.agency)
    except EditRefused as refusal:
        yield Missing(portion.key, str(refusal))
    if decision.disposition in (Disposition.RELEASE, Disposition.IN_PART):
        yield from _unstamped(document, portion)


def _unstamped(document: Document, portion: Portion) -> Iterator[Missing]:
    """Classified words are released only under a declassification stamp (32 CFR 2001.25(b)). A
    portion without a mark counts as what the whole is.
    """
    level = portion.mark.level if portion.mark is not None else None
    level = level or document.metadata.original_level or overall(document)
    if level is not None and level is not Level.U and not is_stamped(document):
        yield Missing(
            portion.key, f"it is {level.value} and not declassified: apply the stamp first"
        )


def _of_redactions(document: Document) -> Iterator[Missing]:
    """No redaction without code, reviewer and time."""
    held = [(where, one.exemptions, one.act) for where, one in redactions(document)]
    held += [(field.field, field.exemptions, field.act) for field in document.withheld]
    for where, exemptions, act in held:
        place = where.removesuffix("/label").removesuffix("/text")
        if not exemptions:
            yield Missing(place, "a redaction has no code")
        if not _is_known(document, act):
            yield Missing(place, "nobody known made a redaction: make it again")
        for exemption in exemptions:
            if wrong := complaint(exemption):
                yield Missing(place, wrong)


def _is_known(document: Document, act: Act) -> bool:
    """Whether it is told who did it, by name, and when."""
    return bool(act.when) and any(r.id == act.by and r.name for r in document.reviewers)
