"""The document as a person sees it, who may not see the first reviewer's decisions."""

from __future__ import annotations

from dataclasses import replace

from app.model.decisions import Decision, Exemption, Judgement, WithheldField, WithheldRange
from app.model.document import Document, Paragraph, Reviewer
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.redactions import (
    paragraph_portion,
    passages,
    portions,
    portions_of_head,
    redactions,
    with_decision,
    with_passage,
)
from app.model.spans import Redaction, ordered
from app.model.standpoint import Standpoint, standpoint
from app.model.terms import Act


def as_seen(document: Document, person: Reviewer) -> Document:
    """The document with the decisions that the person sees, and no others, as a first's.

    For looking only: what is withheld in an opinion has no act of its own.
    """
    here = standpoint(document, person)
    if not here.second and not here.blind:
        return document
    review = document.second_review
    act = review.submitted if review is not None else Act("", "")
    seen = _head_as_seen(document, here, act)
    paragraphs = (
        _paragraph_as_seen(at, p, document, here, act) for at, p in enumerate(document.paragraphs)
    )
    values = here.fields(document).items()
    fields = tuple(WithheldField(name, "", exemptions, act) for name, exemptions in values)
    decisions = Paragraphs(paragraphs)
    return replace(seen, paragraphs=decisions, withheld=fields, second_review=None)


def _head_as_seen(document: Document, here: Standpoint, act: Act) -> Document:
    """The same for all that is not the conversation."""
    seen = document
    judged = {where: held for held in portions_of_head(document) for where in held.where}
    for where, passage in passages(document, conversation=False):
        held = judged.get(where)
        ranges = here.ranges(held, where, passage) if held else here.ranges_outside(where, passage)
        seen = with_passage(seen, where, _with_ranges(passage, ranges, act))
    for held in judged.values():
        seen = with_decision(seen, held.key, _decision(here.shown(document, held), act))
    return seen


def _paragraph_as_seen(
    at: int, paragraph: Paragraph, document: Document, here: Standpoint, act: Act
) -> Paragraph:
    held, label = paragraph_portion(at, paragraph), paragraph.label
    if label is not None:
        ranges = here.ranges(held, f"{paragraph.id}/label", label)
        label = _with_ranges(label, ranges, act)
    return replace(
        paragraph,
        label=label,
        passage=_with_ranges(
            paragraph.passage, here.ranges(held, paragraph.id, paragraph.passage), act
        ),
        decision=_decision(here.shown(document, held), act),
    )


def _decision(judged: Judgement | None, act: Act) -> Decision | None:
    if judged is None:
        return None
    return Decision(judged.disposition, act, judged.exemptions, judged.agency)


def _with_ranges(passage: Passage, ranges: tuple[WithheldRange, ...], act: Act) -> Passage:
    """The passage with these redactions and no others."""
    spans = [span for span in passage.spans if not isinstance(span, Redaction)]
    made = [
        Redaction(one.start, one.end, f"seen-{number}", one.exemptions, act)
        for number, one in enumerate(ranges)
    ]
    return Passage(passage.text, ordered([*spans, *made]))


def used_exemptions(document: Document, person: Reviewer) -> tuple[tuple[Exemption, ...], ...]:
    """The codes, as they were used together, of what the person sees decided; the last first."""
    here = standpoint(document, person)
    found: list[tuple[str, int, tuple[Exemption, ...]]] = []
    if not here.blind:
        decisions = (held.decision for held in portions(document))
        found += [(d.act.when, 0, d.exemptions) for d in decisions if d is not None]
        found += [(r.act.when, _number(r.id), r.exemptions) for _, r in redactions(document)]
        found += [(f.act.when, _number(f.id), f.exemptions) for f in document.withheld]
    found.sort(key=lambda use: use[:2])
    for given in here.opinions.values():
        sets = (given.second.exemptions, *(one.exemptions for one in given.second.ranges))
        found += [(given.act.when, 0, exemptions) for exemptions in sets]
    return tuple(dict.fromkeys(exemptions for _, _, exemptions in reversed(found) if exemptions))


def _number(identifier: str) -> int:
    """The later the redaction was made, the higher."""
    number = identifier.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0
