"""Withheld here, released there: the same words are treated alike.

These findings give decisions away: they are not for the eyes of a second reviewer who reviews blind
(``TELLING``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from app.checks.finding import (
    Finding,
    Fix,
    InField,
    InHeading,
    InParagraph,
    InTitle,
    OfPerson,
    Rule,
    Severity,
    Where,
)
from app.checks.places import described
from app.consistency import treatment, undecided
from app.consistency.mentions import found_in, words_of
from app.consistency.parts import Part, parts_around
from app.consistency.treatment import LONG, Run, Runs, Stretch, runs_in, runs_of
from app.consistency.undecided import Hit, Undecided, released_in, terms_of
from app.model.document import Document
from app.model.redactions import TITLE
from app.model.terms import ReviewState

MENTIONED = Rule(
    undecided.RULE,
    "Withheld elsewhere",
    Severity.WARNING,
    "Every mention of withheld words is decided before a release: the rest gives the gap away",
)
DIFFERENT = Rule(
    treatment.RULE,
    "Released elsewhere",
    Severity.WARNING,
    "The same words are treated alike, or somebody says why not",
)
TELLING = frozenset({MENTIONED, DIFFERENT})
"""Rules whose findings tell what was decided."""
WITHHOLD_TOO = "Withhold here too"
READS = ("heading", "metadata", "people", "withheld", "second_review")

Facts = Sequence[tuple[Part, ...]]
_PIECE = 256
"""Parts that are gone through between two pieces: a tenth of a millisecond."""
_Answer = TypeVar("_Answer")


class TreatedAlike:
    """Both rules. What was found out about a part is remembered: after an edit only what was edited
    is looked at.
    """

    def __init__(self) -> None:
        self._hits: _Remembered[tuple[Hit, ...]] = _Remembered()
        self._runs: _Remembered[frozenset[Run]] = _Remembered()

    def __call__(self, document: Document, facts: Facts) -> Iterator[Finding | None]:
        """Each mention that is released, with withholding it as its fix; each longer passage that
        is released somewhere else. Where nothing is withheld that is soon said.
        """
        if _withholds(document, facts):
            parts = [*parts_around(document), *(part for held in facts for part in held)]
            places = _Places(document)
            yield from self._mentions(document, parts, places)
            yield from self._differences(parts, places)

    def _mentions(
        self, document: Document, parts: Sequence[Part], places: _Places
    ) -> Iterator[Finding | None]:
        terms = terms_of(document, parts)
        taken: set[tuple[str, int, int]] = set()
        for term, exemptions in terms.items():
            look = partial(_hits, words_of(term))
            for answer in self._hits.answers(term, parts, look):
                if answer is None:
                    yield None
                    continue
                for one in released_in(answer[0], exemptions, answer[1]):
                    if (one.where, one.start, one.end) not in taken:
                        taken.add((one.where, one.start, one.end))
                        yield _mentioned(one, places)
        self._hits.forget_but(terms)

    def _differences(self, parts: Sequence[Part], places: _Places) -> Iterator[Finding | None]:
        sought = runs_of(parts, LONG)
        key = frozenset(sought)
        found: dict[tuple[Stretch, str], None] = {}
        decided = [part for part in parts if part.decided] if sought else []
        for answer in self._runs.answers(key, decided, partial(_runs, sought)):
            if answer is None:
                yield None
                continue
            part, runs = answer
            for run in runs:
                found |= dict.fromkeys((stretch, part.where) for stretch in sought[run])
        self._runs.forget_but((key,))
        for stretch, where in found:
            yield _different(stretch, where, places)


def _hits(sought: Sequence[str], part: Part) -> tuple[Hit, ...]:
    return tuple(found_in(part.text, sought))


def _runs(sought: Runs, part: Part) -> frozenset[Run]:
    return frozenset(runs_in(part, sought))


class _Remembered(Generic[_Answer]):
    """Answers about parts, kept as long as the same is asked."""

    def __init__(self) -> None:
        self._known: dict[Hashable, dict[Part, _Answer]] = {}

    def answers(
        self, asked: Hashable, parts: Sequence[Part], look: Callable[[Part], _Answer]
    ) -> Iterator[tuple[Part, _Answer] | None]:
        """Each part with its answer, where that says something; None between two pieces."""
        known = self._known.setdefault(asked, {})
        for number, part in enumerate(parts):
            if part not in known:
                known[part] = look(part)
                yield None
            elif number % _PIECE == 0:
                yield None
            if known[part]:
                yield part, known[part]
        if len(known) > 2 * len(parts):
            self._known[asked] = {part: known[part] for part in parts}

    def forget_but(self, asked: Iterable[Hashable]) -> None:
        """Nothing else is asked any more."""
        self._known = {one: self._known[one] for one in asked if one in self._known}


class _Places:
    """From the places of redactions to those of findings."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers: dict[str, int] = {}

    def where(self, place: str, start: int, end: int) -> Where:
        head, _, part = place.rpartition("/")
        if place == TITLE:
            return InTitle()
        if head == "metadata":
            return InField(part)
        if head == "person":
            return OfPerson(part)
        if head.startswith("heading/"):
            return InHeading(int(head.removeprefix("heading/")))
        paragraph = head or place
        at = self._number(paragraph)
        if head:
            return InParagraph(at, paragraph, part="label")
        return InParagraph(at, paragraph, start, end)

    def described(self, place: str) -> str:
        return described(self._document, self.where(place, 0, 0))

    def _number(self, paragraph: str) -> int:
        if not self._numbers:
            self._numbers = {one.id: at for at, one in enumerate(self._document.paragraphs)}
        return self._numbers[paragraph]

    @property
    def may_fix(self) -> bool:
        """While a second review is under way, what its reviewer decides is no edit of the first's
        decisions.
        """
        review = self._document.second_review
        return review is None or review.state not in (ReviewState.AWAITED, ReviewState.UNDER_WAY)


def _withholds(document: Document, facts: Facts) -> bool:
    """Whether anything is withheld at all; most papers are looked at before."""
    return (
        any(part.held or part.wholly for held in facts for part in held)
        or bool(document.withheld)
        or any(part.held or part.wholly for part in parts_around(document))
    )


def _mentioned(one: Undecided, places: _Places) -> Finding:
    fixes = () if one.edit is None or not places.may_fix else (Fix(WITHHOLD_TOO, one.edit),)
    message = f"Withheld words stand here too ({one.likeness.value}), and are released."
    where = places.where(one.where, one.start, one.end)
    return Finding(MENTIONED, where, message, one.excerpt, fixes)


def _different(stretch: Stretch, released: str, places: _Places) -> Finding:
    where = places.where(stretch.where, stretch.start, stretch.end)
    message = f"The same words are released: {places.described(released)}."
    return Finding(DIFFERENT, where, message, stretch.excerpt)
