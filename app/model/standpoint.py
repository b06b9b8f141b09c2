"""Whose decisions a person sees, and whose they make.

Whoever reviews first sees the decisions of the document and changes them. While a second review is
under way, what its reviewer decides are opinions beside the first's, and in a blind review the
first's decisions are hidden from everybody who did not make them until it is finished.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from app.model.decisions import (
    Exemption,
    Judgement,
    Opinion,
    WithheldRange,
)
from app.model.document import Document, Reviewer
from app.model.edits import Compound, Edit, GiveOpinion, ReleaseField, WithholdField
from app.model.edits.base import EditRefused
from app.model.edits.dispositions import SetDisposition
from app.model.edits.redactions import (
    AddRedaction,
    RemoveRedaction,
    Stretch,
    checked,
    snapped,
)
from app.model.passage import Passage
from app.model.redactions import (
    Portion,
    judgement,
    paragraph_of,
    paragraph_portion,
    passage_at,
    portion,
    portions_of_head,
    redactions_in,
)
from app.model.second_review import FIELDS, is_one_of
from app.model.spans import Redaction
from app.model.terms import Disposition, ReviewState

_Range = TypeVar("_Range", Redaction, WithheldRange)
_WHOLE = (Disposition.DENY, Disposition.REFER)
_BLIND = "A blind second review is on: take it on first, or leave the decisions to who made them."


@dataclass(frozen=True, slots=True)
class Standpoint:
    """``second``: the person is the second reviewer, at work. ``blind``: the first's decisions are
    hidden from them. ``opinions``: those the second has given, by portion.
    """

    second: bool = False
    blind: bool = False
    opinions: Mapping[str, Opinion] = field(default_factory=dict)

    def shown(self, document: Document, held: Portion) -> Judgement | None:
        """What the person sees decided on the portion; None where nothing is, or it is hidden."""
        if self.second and held.key in self.opinions:
            return self.opinions[held.key].second
        return None if self.blind else judgement(document, held)

    def whole(self, held: Portion) -> Judgement | None:
        """The denial or referral that the person sees of the portion as a whole, None if none."""
        if self.second and held.key in self.opinions:
            judged = self.opinions[held.key].second
            return judged if judged.disposition in _WHOLE else None
        decision = held.decision
        if self.blind or decision is None or decision.disposition not in _WHOLE:
            return None
        return Judgement(decision.disposition, decision.exemptions, decision.agency)

    def ranges(self, held: Portion, where: str, passage: Passage) -> tuple[WithheldRange, ...]:
        """The words of the portion's passage ``where`` that the person sees withheld, in order."""
        if self.second and held.key in self.opinions:
            judged = self.opinions[held.key].second
            return tuple(one for one in judged.ranges if one.where == where)
        return self.ranges_outside(where, passage)

    def ranges_outside(self, where: str, passage: Passage) -> tuple[WithheldRange, ...]:
        """The same for a passage of no portion: a line of a page, the end mark."""
        if self.blind:
            return ()
        return tuple(
            WithheldRange(where, one.start, one.end, one.exemptions)
            for one in redactions_in(passage)
            if one.start < one.end
        )

    def fields(self, document: Document) -> Mapping[str, tuple[Exemption, ...]]:
        """The values that the person sees withheld as a whole, with the reasons."""
        if self.second and FIELDS in self.opinions:
            return {one.where: one.exemptions for one in self.opinions[FIELDS].second.ranges}
        if self.blind:
            return {}
        return {one.field: one.exemptions for one in document.withheld}


def standpoint(document: Document, person: Reviewer) -> Standpoint:
    """That of the person towards the document."""
    review = document.second_review
    if review is None:
        return Standpoint()
    at_work = review.state in (ReviewState.AWAITED, ReviewState.UNDER_WAY)
    second = review.state is ReviewState.UNDER_WAY and review.second == person.id
    return Standpoint(
        second,
        blind=review.blind and at_work and not is_one_of(document, person, review.first),
        opinions={given.portion: given for given in review.opinions} if second else {},
    )


# -- what the person sees --------------------------------------------------------------------------


def seen_ranges(document: Document, person: Reviewer, where: str) -> tuple[WithheldRange, ...]:
    """The words of any passage that the person sees withheld, in order."""
    here = standpoint(document, person)
    passage = passage_at(document, where) or Passage()
    held = _holding(document, where)
    return (
        here.ranges_outside(where, passage) if held is None else here.ranges(held, where, passage)
    )


# -- what the person does --------------------------------------------------------------------------


def withheld_by(
    document: Document,
    person: Reviewer,
    stretches: tuple[Stretch, ...],
    exemptions: tuple[Exemption, ...],
) -> Edit:
    """The edit by which the person withholds these stretches. Raises EditRefused."""
    here = _acting(document, person)
    if not here.second:
        return AddRedaction(stretches, exemptions)
    checked(exemptions)
    judged: dict[str, Judgement] = {}
    wholly = False
    for where, start, end in stretches:
        held = _portion_of(document, where)
        base = judged.get(held.key) or here.shown(document, held)
        if base is not None and base.disposition in _WHOLE:
            wholly = True
        elif start < end:
            low, high = _snapped(document, where, start, end)
            added = WithheldRange(where, low, high, exemptions)
            ranges = base.ranges if base is not None else ()
            judged[held.key] = _in_part((*ranges, added))
    if not judged and wholly:
        raise EditRefused("These words are withheld with the whole portion already.")
    if not judged:
        raise EditRefused("Select the words to withhold first.")
    return _opinions("Withhold", judged)


def each_withheld_by(
    document: Document,
    person: Reviewer,
    name: str,
    stretches: tuple[Stretch, ...],
    fields: tuple[str, ...],
    exemptions: tuple[Exemption, ...],
) -> Edit:
    """The edit, called ``name``, by which each of these is withheld by itself, so that each can be
    released by itself. Raises EditRefused.
    """
    if _acting(document, person).second:
        edits = [withheld_by(document, person, stretches, exemptions)] if stretches else []
    else:
        edits = [AddRedaction((one,), exemptions) for one in stretches]
    if fields:
        edits.append(fields_withheld_by(document, person, fields, exemptions))
    return Compound(name, tuple(edits))


def decided_by(
    document: Document,
    person: Reviewer,
    keys: tuple[str, ...],
    disposition: Disposition,
    exemptions: tuple[Exemption, ...] = (),
    agency: str = "",
    note: str = "",
) -> Edit:
    """The edit by which the person decides on these portions. Raises EditRefused."""
    here = _acting(document, person)
    if not here.second:
        return SetDisposition(keys, disposition, exemptions, agency, note)
    judged = {}
    for key in keys:
        held = portion(document, key)
        base = here.shown(document, held) if held is not None else None
        ranges = base.ranges if base is not None else ()
        if disposition is Disposition.RELEASE and ranges:
            raise EditRefused("Words of this portion are withheld; release it in part.")
        in_part = disposition is Disposition.IN_PART
        denied = disposition is Disposition.DENY
        judged[key] = Judgement(
            disposition,
            exemptions if denied else (),
            agency.strip() if disposition is Disposition.REFER else "",
            ranges if in_part else (),
        )
    return _opinions("Set Disposition", judged, note)


def released_by(document: Document, person: Reviewer, where: str, at: int) -> Edit:
    """The edit by which the person takes back what is withheld at a character of the passage
    ``where``: the redaction with all its places, in an opinion the range. The shortest, where
    several are. Raises EditRefused.
    """
    here = _acting(document, person)
    if not here.second:
        return RemoveRedaction(redaction_at(document, where, at).id)
    held = _portion_of(document, where)
    base = here.shown(document, held)
    here_withheld = [one for one in base.ranges if one.where == where] if base is not None else []
    if base is not None and base.disposition in _WHOLE:
        raise EditRefused("The whole portion is withheld: decide on it instead.")
    if base is None or not (found := _shortest(here_withheld, at)):
        raise EditRefused("Nothing is withheld here.")
    kept = tuple(one for one in base.ranges if one is not found)
    released = _in_part(kept) if kept else Judgement(Disposition.RELEASE)
    return _opinions("Remove Redaction", {held.key: released})


def redaction_at(document: Document, where: str, at: int) -> Redaction:
    """The shortest redaction of the document at the place, for whoever decides first.

    Raises EditRefused where there is none.
    """
    passage = passage_at(document, where) or Passage()
    found = _shortest([one for one in redactions_in(passage) if one.start < one.end], at)
    if found is None:
        raise EditRefused("Nothing is withheld here.")
    return found


def fields_withheld_by(
    document: Document,
    person: Reviewer,
    fields: tuple[str, ...],
    exemptions: tuple[Exemption, ...],
) -> Edit:
    """The edit by which the person withholds these values as a whole. Raises EditRefused."""
    here = _acting(document, person)
    if not here.second:
        return Compound("Withhold Value", tuple(WithholdField(one, exemptions) for one in fields))
    checked(exemptions)
    return _fields_opinion(
        "Withhold Value", {**here.fields(document), **dict.fromkeys(fields, exemptions)}
    )


def fields_released_by(document: Document, person: Reviewer, fields: tuple[str, ...]) -> Edit:
    """The edit by which the person releases these values. Raises EditRefused."""
    here = _acting(document, person)
    if not here.second:
        return Compound("Release Value", tuple(ReleaseField(one) for one in fields))
    held = here.fields(document)
    if not set(fields) <= set(held):
        raise EditRefused("This value is not withheld.")
    kept = {name: exemptions for name, exemptions in held.items() if name not in fields}
    return _fields_opinion("Release Value", kept)


def _fields_opinion(name: str, held: Mapping[str, tuple[Exemption, ...]]) -> Edit:
    ranges = tuple(WithheldRange(where, 0, 0, exemptions) for where, exemptions in held.items())
    judged = _in_part(ranges) if ranges else Judgement(Disposition.RELEASE)
    return _opinions(name, {FIELDS: judged})


def _acting(document: Document, person: Reviewer) -> Standpoint:
    """The person's standpoint. Raises EditRefused where they would decide on what is hidden."""
    here = standpoint(document, person)
    if here.blind and not here.second:
        raise EditRefused(_BLIND)
    return here


def _in_part(ranges: tuple[WithheldRange, ...]) -> Judgement:
    return Judgement(Disposition.IN_PART, ranges=tuple(dict.fromkeys(ranges)))


def _shortest(ranges: Iterable[_Range], at: int) -> _Range | None:
    """The shortest at the place; one that ends there only where no other is."""
    found = [one for one in ranges if one.start <= at <= one.end]
    return min(found, key=lambda one: (at == one.end, one.end - one.start), default=None)


def _snapped(document: Document, where: str, start: int, end: int) -> tuple[int, int]:
    passage = passage_at(document, where) or Passage()
    if not 0 <= start <= end <= len(passage.text):
        raise EditRefused("There are no such words in this document.")
    return snapped(passage, start, end)


def _holding(document: Document, where: str) -> Portion | None:
    """The portion that the passage belongs to."""
    at = paragraph_of(document, where.removesuffix("/label"))
    if at is not None:
        return paragraph_portion(at, document.paragraphs[at])
    return next((held for held in portions_of_head(document) if where in held.where), None)


def _portion_of(document: Document, where: str) -> Portion:
    held = _holding(document, where)
    if held is None:
        raise EditRefused("No portion holds these words: the first reviewer decides on them.")
    return held


def _opinions(name: str, judged: Mapping[str, Judgement], note: str = "") -> Edit:
    given = tuple(GiveOpinion(key, held, note or None) for key, held in judged.items())
    return Compound(name, given)
