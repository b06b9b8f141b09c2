"""A decision to release holds for the words that whoever made it saw, and for no others."""

from __future__ import annotations

from app.model.document import Document
from app.model.redactions import Portion, passages_of, portions, redactions_in, with_decision
from app.model.terms import Disposition

_RELEASES = (Disposition.RELEASE, Disposition.IN_PART)


def with_seen_released(made: Document, *sides: Document) -> Document:
    """``made`` with no release decided on a portion that neither side has with these words,
    redactions and this decision. A denial or referral stays: it withholds whatever the words are.
    """
    seen = [{held.key: _judged(side, held) for held in portions(side)} for side in sides]
    for held in tuple(portions(made)):
        if held.decision is None or held.decision.disposition not in _RELEASES:
            continue
        judged = _judged(made, held)
        if all(side.get(held.key) != judged for side in seen):
            made = with_decision(made, held.key, None)
    return made


def _judged(document: Document, held: Portion) -> tuple[object, ...]:
    words = [
        (passage.text, tuple((one.start, one.end) for one in redactions_in(passage)))
        for _, passage in passages_of(document, held)
    ]
    return (held.decision, *words)
