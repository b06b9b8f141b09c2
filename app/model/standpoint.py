"""Whose decisions a person sees, and whose they make.

Whoever reviews first sees the decisions of the document and changes them. While a second review is
under way, what its reviewer decides are opinions beside the first's, and in a blind review the
first's decisions are hidden from everybody who did not make them until it is finished.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.model.decisions import Exemption, Judgement, Opinion, WithheldRange
from app.model.document import Document, Reviewer
from app.model.edits import Compound, Edit, GiveOpinion
from app.model.edits.base import EditRefused
from app.model.edits.dispositions import SetDisposition
from app.model.edits.redactions import AddRedaction, RemoveRedaction, Stretch, snapped
from app.model.passage import Passage
from app.model.redactions import (
    Portion,
    judgement,
    passage_at,
    portion,
    portions,
    redactions_in,
)
from app.model.second_review import is_one_of
from app.model.terms import Disposition, ReviewState


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

    def ranges(self, held: Portion, where: str, passage: Passage) -> tuple[WithheldRange, ...]:
        """The words of the portion's passage ``where`` that the person sees withheld, in order."""
        if self.second and held.key in self.opinions:
            judged = self.opinions[held.key].second
            return tuple(one for one in judged.ranges if one.where == where)
        if self.blind:
            return ()
        return tuple(
            WithheldRange(where, one.start, one.end, one.exemptions)
            for one in redactions_in(passage)
            if one.start < one.end
        )


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


def withheld_by(
    document: Document,
    person: Reviewer,
    stretches: tuple[Stretch, ...],
    exemptions: tuple[Exemption, ...],
) -> Edit:
    """The edit by which the person withholds these stretches. Raises EditRefused."""
    here = standpoint(document, person)
    if not here.second:
        return AddRedaction(stretches, exemptions)
    judged: dict[str, Judgement] = {}
    for where, start, end in stretches:
        held = _portion_of(document, where)
        base = judged.get(held.key) or here.shown(document, held)
        ranges = base.ranges if base is not None else ()
        low, high = snapped(passage_at(document, where) or Passage(), start, end)
        added = WithheldRange(where, low, high, exemptions)
        judged[held.key] = Judgement(Disposition.IN_PART, ranges=(*ranges, added))
    return _opinions("Withhold", judged)


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
    here = standpoint(document, person)
    if not here.second:
        return SetDisposition(keys, disposition, exemptions, agency, note)
    judged = {}
    for key in keys:
        held = portion(document, key)
        base = here.shown(document, held) if held is not None else None
        in_part = disposition is Disposition.IN_PART and base is not None
        ranges = base.ranges if in_part and base is not None else ()
        judged[key] = Judgement(disposition, exemptions, agency, ranges)
    return _opinions("Set Disposition", judged, note)


def released_by(document: Document, person: Reviewer, where: str, at: int) -> Edit:
    """The edit by which the person takes back what is withheld at a character of the passage
    ``where``: the redaction with all its places, in an opinion the range. Raises EditRefused.
    """
    here = standpoint(document, person)
    held = _portion_of(document, where) if here.second else None
    passage = passage_at(document, where) or Passage()
    if held is None:
        found = [one for one in redactions_in(passage) if one.start <= at <= one.end]
        if not found or here.blind:
            raise EditRefused("Nothing is withheld here.")
        shortest = min(found, key=lambda one: one.end - one.start)
        return RemoveRedaction(shortest.id)
    base = here.shown(document, held)
    ranges = base.ranges if base is not None else ()
    kept = tuple(one for one in ranges if one.where != where or not one.start <= at <= one.end)
    if base is None or len(kept) == len(ranges):
        raise EditRefused("Nothing is withheld here.")
    disposition = Disposition.IN_PART if kept else Disposition.RELEASE
    return _opinions(
        "Remove Redaction", {held.key: replace(base, disposition=disposition, ranges=kept)}
    )


def _portion_of(document: Document, where: str) -> Portion:
    for held in portions(document):
        if where in held.where:
            return held
    raise EditRefused("No portion holds these words.")


def _opinions(name: str, judged: Mapping[str, Judgement], note: str = "") -> Edit:
    given = tuple(GiveOpinion(key, held, note) for key, held in judged.items())
    return Compound(name, given)
