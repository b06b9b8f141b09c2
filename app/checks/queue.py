"""The queue: everything worth a look, in the order of the document, with what could be done.

Findings of the document as a whole come before the first paragraph. The next thing is looked for
from a place on, so a queue costs nothing to make and is as true as what it is made of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.checks.finding import Finding, InParagraph
from app.model.document import Document, Paragraph
from app.model.doubts import ALL, doubts_in
from app.model.edits import ConfirmMarks, ConfirmSpeaker, ConfirmWord, DismissHint, Edit
from app.model.queries import unconfirmed, unsure_speaker
from app.model.terms import Kind

WHOLE = -1
"""The place of what is of the document as a whole, before the first paragraph."""


class Spot(NamedTuple):
    """A place in the queue: paragraph, offset, and the order of what stands there: findings before
    the rest, by rule, and the number among those that are else the same.
    """

    at: int
    start: int
    order: tuple[int, str, int] = (-1, "", 0)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something worth a look at ``start:end`` of the paragraph of ``spot``.

    ``says`` is what it is; ``accept`` does what is proposed, which ``proposal`` tells, and
    ``dismiss`` lets it stand where that needs no reason. ``finding`` is set where it is one.
    """

    spot: Spot
    end: int
    says: str
    proposal: str = ""
    accept: Edit | None = None
    dismiss: Edit | None = None
    finding: Finding | None = None


Found = Mapping[int, Sequence[Finding]]
"""Open findings by their paragraph; those of the whole under ``WHOLE``."""


def by_paragraph(findings: Iterable[Finding]) -> Found:
    """The open ones among the findings."""
    held: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if not finding.dismissed:
            where = finding.where
            held[where.at if isinstance(where, InParagraph) else WHOLE].append(finding)
    return held


@dataclass(frozen=True, slots=True)
class Queue:
    """Everything worth a look: ``found`` in the document, and words less sure than
    ``doubts_under``.
    """

    document: Document
    found: Found
    doubts_under: float = ALL

    def next_thing(self, here: Spot) -> Thing | None:
        """The first thing after ``here``; past the last, the first of all; None: all is done."""
        here = self._within(here)
        for at in self._round(here.at):
            for thing in self.things_at(at):
                if at != here.at or thing.spot > here:
                    return thing
        return next(iter(self.things_at(here.at)), None)

    def previous_thing(self, here: Spot) -> Thing | None:
        """The last thing before ``here``; before the first, the last of all."""
        here = self._within(here)
        first, *rest = self._round(here.at)
        for at in (first, *reversed(rest)):
            for thing in reversed(self.things_at(at)):
                if at != here.at or thing.spot < here:
                    return thing
        return next(reversed(self.things_at(here.at)), None)

    def things_at(self, at: int) -> tuple[Thing, ...]:
        """What is worth a look in a paragraph, or in the document as a whole, in order.

        Nothing past the end, where a paragraph may have been.
        """
        if at >= len(self.document.paragraphs):
            return ()
        found = self.found.get(at, ())
        things = [_of_finding(finding) for finding in found]
        if at != WHOLE:
            things += _of_words(self.document, at, self.doubts_under)
            # A finding about the mark proposes what the mark proposes.
            if not any(map(_is_of_mark, found)):
                things += _of_mark(self.document.paragraphs[at], at)
        return tuple(sorted(_numbered(things), key=lambda thing: thing.spot))

    def _within(self, here: Spot) -> Spot:
        """The end of the text, for a spot past it."""
        last = len(self.document.paragraphs) - 1
        return here if here.at <= last else Spot(last, len(self.document.paragraphs[last].text) + 1)

    def _round(self, start: int) -> Iterator[int]:
        """All paragraphs and the whole once, from ``start`` on and round the end."""
        places = len(self.document.paragraphs) + 1
        for step in range(places):
            yield (start + 1 + step) % places - 1


def _numbered(things: Iterable[Thing]) -> Iterator[Thing]:
    """The things with a spot for each."""
    taken = Counter[Spot]()
    for thing in things:
        at, start, (rank, name, _) = thing.spot
        yield replace(thing, spot=Spot(at, start, (rank, name, taken[thing.spot])))
        taken[thing.spot] += 1


def _of_finding(finding: Finding) -> Thing:
    where = finding.where
    at, start, end = WHOLE, 0, 0
    if isinstance(where, InParagraph):
        at, start, end = where.at, where.start, where.end
    first = finding.fixes[0] if finding.fixes else None
    hint = next((fix.edit for fix in finding.fixes if isinstance(fix.edit, DismissHint)), None)
    return Thing(
        Spot(at, start, (0, finding.rule.id, 0)),
        end,
        finding.message,
        first.text if first else "",
        first.edit if first else None,
        hint,
        finding,
    )


def _is_of_mark(finding: Finding) -> bool:
    return isinstance(finding.where, InParagraph) and finding.where.part == "mark"


def _of_words(document: Document, at: int, doubts_under: float) -> Iterator[Thing]:
    paragraph = document.paragraphs[at]
    if unsure_speaker(paragraph) and paragraph.kind is not Kind.CONTINUATION:
        yield _of_speaker(document, paragraph, at)
    for doubt in doubts_in(paragraph, doubts_under):
        word = paragraph.text[doubt.start : doubt.end]
        yield Thing(
            Spot(at, doubt.start, (1, "word", 0)),
            doubt.end,
            f"“{word}” is a doubtful reading ({doubt.certainty:.0%} sure).",
            "It reads so",
            ConfirmWord(at, doubt.start, doubt.end),
        )


def _of_mark(paragraph: Paragraph, at: int) -> Iterator[Thing]:
    mark = paragraph.mark
    if unconfirmed(paragraph) and mark is not None:
        read = f", read “{mark.reading}”," if mark.reading else ""
        length = len(paragraph.text)
        yield Thing(
            Spot(at, length, (2, "mark", 0)),
            length,
            f"The portion mark {mark.text}{read} is only proposed.",
            f"The mark is {mark.text}",
            ConfirmMarks((at,)),
        )


def _of_speaker(document: Document, paragraph: Paragraph, at: int) -> Thing:
    person = document.person(paragraph.speaker or paragraph.voice)
    name = person.name if person is not None else "Somebody"
    words = f"That {name} speaks here is only proposed."
    if paragraph.kind is Kind.NARRATIVE:
        words = f"That these are the words of {name} is only proposed."
    return Thing(Spot(at, 0, (1, "speaker", 0)), 0, words, f"It is {name}", ConfirmSpeaker((at,)))
