"""The second review: what is to be judged, whether it still holds, who may take part.

States: AWAITED (submitted by the first) -> UNDER_WAY (taken on by another person) -> COMPLETE, or
DISPUTED where the two disagree -> COMPLETE when each disagreement is resolved. Any change of the
words or of a decision makes the review void: ``fingerprint`` no longer fits.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator

from app.model.decisions import Judgement, Opinion, Resolution, SecondReview, WithheldRange
from app.model.document import Document, Reviewer
from app.model.passage import Passage
from app.model.redactions import (
    fields,
    judgement,
    passages_of,
    portion,
    portions,
    redactions,
    redactions_in,
)
from app.model.terms import Disposition, ReviewState

FIELDS = "fields"
"""The values withheld as a whole are judged together, under this name."""


def subjects(document: Document) -> Iterator[tuple[str, Judgement | None]]:
    """All that the second person judges, with the first's judgement (None: undecided)."""
    for held in portions(document):
        yield held.key, judgement(document, held)
    yield FIELDS, _of_fields(document)


def subject(document: Document, key: str) -> Judgement | None:
    """The first's judgement of the one of this name; None: undecided, or there is none."""
    if key == FIELDS:
        return _of_fields(document)
    held = portion(document, key)
    return judgement(document, held) if held is not None else None


def _of_fields(document: Document) -> Judgement:
    held = sorted(
        WithheldRange(field.field, 0, 0, tuple(sorted(field.exemptions)))
        for field in document.withheld
    )
    disposition = Disposition.IN_PART if held else Disposition.RELEASE
    return Judgement(disposition, ranges=tuple(held))


def deciders(document: Document) -> tuple[str, ...]:
    """Everybody (``Reviewer.id``) who made a decision, sorted."""
    acts = [held.decision.act for held in portions(document) if held.decision]
    acts += [redaction.act for _, redaction in redactions(document)]
    acts += [field.act for field in document.withheld]
    return tuple(sorted({act.by for act in acts}))


def is_one_of(document: Document, person: Reviewer, others: tuple[str, ...]) -> bool:
    """Whether the person is one of the others, by identifier or by name."""
    if person.id in others:
        return True
    names = {_plain(held.name) for held in document.reviewers if held.id in others}
    return _plain(person.name) in names


def _plain(name: str) -> str:
    """A name without what typing it twice may change: case, accents, dots, blanks."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in folded if letter.isalnum())


def fingerprint(document: Document) -> str:
    """A digest of the words, what is withheld of them and what was decided. Never released."""
    rows: list[object] = []
    for held in portions(document):
        rows.append([held.key, [_words(passage) for _, passage in passages_of(document, held)]])
    for key, judged in subjects(document):
        rows.append([key, _row(judged)])
    rows += [list(pair) for pair in fields(document)]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def _words(passage: Passage) -> list[object]:
    return [passage.text, [[r.start, r.end] for r in redactions_in(passage)]]


def _row(held: Judgement | None) -> list[object]:
    if held is None:
        return []
    ranges = [[r.where, r.start, r.end, [e.text for e in r.exemptions]] for r in held.ranges]
    return [held.disposition.value, [e.text for e in held.exemptions], held.agency, ranges]


def is_current(document: Document) -> bool:
    """Whether there is a review and it is of what the document says now."""
    review = document.second_review
    return review is not None and review.fingerprint == fingerprint(document)


def disagreements(review: SecondReview) -> tuple[Opinion, ...]:
    """The opinions that differ from the first's and are not resolved."""
    resolved = {resolution.portion for resolution in review.resolutions}
    return tuple(o for o in review.opinions if not o.agrees and o.portion not in resolved)


def left_to_judge(document: Document) -> tuple[str, ...]:
    """What the second person has given no opinion on yet."""
    review = document.second_review
    given = {opinion.portion for opinion in review.opinions} if review else set()
    keys = (*(held.key for held in portions(document)), FIELDS)
    return tuple(key for key in keys if key not in given)


def shortcomings(document: Document) -> tuple[str, ...]:
    """Why the second review does not carry a release, sentences for a person; () if it does."""
    review = document.second_review
    if review is None:
        return ("There was no second review: submit the decisions for one.",)
    if not is_current(document):
        return ("The second review is of other words or decisions: submit them again.",)
    if review.state is not ReviewState.COMPLETE or left_to_judge(document):
        return (f"The second review is {review.state.value.replace('-', ' ')}: complete it.",)
    second = next((r for r in document.reviewers if r.id == review.second), None)
    if second is None or is_one_of(document, second, review.first):
        return ("The second reviewer is the first: another person must review.",)
    if disagreements(review):
        return ("The two reviewers disagree: resolve it.",)
    if any(opinion.act.by != review.second for opinion in review.opinions):
        return ("An opinion is not the second reviewer's: submit the decisions again.",)
    if any(_is_own(document, review, resolution) for resolution in review.resolutions):
        return ("A reviewer adopted their own judgement: submit the decisions again.",)
    resolvers = {resolution.act.by for resolution in review.resolutions}
    if not set(deciders(document)) <= {*review.first, *resolvers}:
        return ("Somebody else made a decision after the review: submit it again.",)
    return ()


def _is_own(document: Document, review: SecondReview, resolution: Resolution) -> bool:
    side = review.first if resolution.adopted == "first" else (review.second,)
    by = next((r for r in document.reviewers if r.id == resolution.act.by), None)
    return by is None or is_one_of(document, by, side)
