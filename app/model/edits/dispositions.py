"""What becomes of each portion, and what an edit of its words does to that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.decisions import Decision, Exemption
from app.model.document import Document, Paragraph
from app.model.edits.base import EditRefused
from app.model.edits.redactions import checked
from app.model.redactions import Portion, passages_of, portions, with_decision, withheld
from app.model.terms import Act, Disposition

_OF_ENERGY = frozenset({"RD", "FRD"})
"""Restricted Data and Formerly Restricted Data."""


@dataclass(frozen=True)
class SetDisposition:
    """The portions are released in full or in part, denied or referred; None: not yet reviewed.

    A denial needs its ``exemptions``; a referral the ``agency`` and a ``note`` on its equity. RD
    and FRD go to the Department of Energy (32 CFR 2001.34(b)).
    """

    name: ClassVar[str] = "Set Disposition"
    may_open: ClassVar[bool] = True
    portions: tuple[str, ...]
    disposition: Disposition | None
    exemptions: tuple[Exemption, ...] = ()
    agency: str = ""
    note: str = ""

    def apply(self, document: Document, act: Act) -> Document:
        held = {portion.key: portion for portion in portions(document)}
        for key in self.portions:
            if key not in held:
                raise EditRefused("There is no such portion.")
            decision = self._decision(document, held[key], act)
            if decision != held[key].decision:
                document = _with_decision(document, held[key], decision)
        return document

    def _decision(self, document: Document, portion: Portion, act: Act) -> Decision | None:
        if self.disposition is None:
            return None
        require_energy(portion, self.disposition, self.agency)
        match self.disposition:
            case Disposition.DENY:
                checked(self.exemptions)
            case Disposition.REFER if not (self.agency.strip() and self.note.strip()):
                raise EditRefused("A referral names the agency and says what its equity is.")
            case Disposition.RELEASE if _withholds(document, portion):
                raise EditRefused("Words of this portion are withheld; release it in part.")
            case Disposition.IN_PART if not _withholds(document, portion):
                raise EditRefused("Mark the words to withhold first, or release it in full.")
        exemptions = self.exemptions if self.disposition is Disposition.DENY else ()
        referred = self.disposition is Disposition.REFER
        agency, note = (self.agency.strip(), self.note.strip()) if referred else ("", "")
        return Decision(self.disposition, act, exemptions, agency, note)


def needs_energy(portion: Portion) -> bool:
    """Whether it bears RD or FRD, on which the Department of Energy decides."""
    return portion.mark is not None and bool(_OF_ENERGY & set(portion.mark.caveats))


def require_energy(portion: Portion, disposition: Disposition, agency: str) -> None:
    """Raises EditRefused where RD or FRD would go anywhere but to the Department of Energy."""
    if not needs_energy(portion):
        return
    to_energy = "energy" in agency.casefold() or agency.strip().upper() == "DOE"
    if disposition is not Disposition.REFER or not to_energy:
        raise EditRefused(
            "Restricted Data is for the Department of Energy to decide: refer it there."
        )


def _with_decision(document: Document, portion: Portion, decision: Decision | None) -> Document:
    if portion.at is None:
        return with_decision(document, portion.key, decision)
    changed = replace(document.paragraphs[portion.at], decision=decision)
    return document.with_paragraphs(portion.at, portion.at + 1, (changed,))


def _withholds(document: Document, portion: Portion) -> bool:
    return any(withheld(passage) for _, passage in passages_of(document, portion))


def with_changed_undecided(before: Document, after: Document) -> Document:
    """``after`` with no release decided on a portion whose words are not those decided on.

    A denial or referral stays: it withholds whatever the words are.
    """
    return _paragraphs_undecided(before, _heading_undecided(before, after))


def _paragraphs_undecided(before: Document, after: Document) -> Document:
    if before.paragraphs is after.paragraphs:
        return after
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    old = {p.id: p for p in before.paragraphs[start:old_stop]}
    paragraphs = after.paragraphs
    for at in range(start, new_stop):
        now = paragraphs[at]
        if _releases(now.decision) and _is_other(old.get(now.id), now):
            paragraphs = paragraphs.replaced(at, at + 1, (replace(now, decision=None),))
    return after if paragraphs is after.paragraphs else replace(after, paragraphs=paragraphs)


def _is_other(was: Paragraph | None, now: Paragraph) -> bool:
    """Whether the paragraph has other words under the same decision."""
    if was is None:
        return True
    words = (was.text, was.label and was.label.text) == (now.text, now.label and now.label.text)
    return not words and was.decision == now.decision


def _heading_undecided(before: Document, after: Document) -> Document:
    old, new = before.heading, after.heading
    if old is new:
        return after
    if (
        _releases(new.decision)
        and new.decision == old.decision
        and new.title.text != old.title.text
    ):
        new = replace(new, decision=None)
    entries = list(new.entries)
    for at, entry in enumerate(entries):
        was = old.entries[at] if at < len(old.entries) else None
        same = was is not None and (was.label.text, was.text.text) == (
            entry.label.text,
            entry.text.text,
        )
        if (
            _releases(entry.decision)
            and not same
            and (was is None or was.decision == entry.decision)
        ):
            entries[at] = replace(entry, decision=None)
    if tuple(entries) != new.entries:
        new = replace(new, entries=tuple(entries))
    return after if new is after.heading else replace(after, heading=new)


def _releases(decision: Decision | None) -> bool:
    return decision is not None and decision.disposition in (
        Disposition.RELEASE,
        Disposition.IN_PART,
    )
