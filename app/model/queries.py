"""What the desk asks about a document: who else speaks, which page is this, what comes next.

A ``Place`` is (paragraph, offset), counted from 0 as in the edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.model.document import Document, Page, Paragraph, Reviewer
from app.model.spans import Correction, Hint
from app.model.terms import Act, Certainty, Function, Kind, Position

Place = tuple[int, int]

# -- who -------------------------------------------------------------------------------------------


def other_speaker(document: Document, at: int) -> str | None:
    """Whom this paragraph's speaker talks with: who spoke last before it, else who speaks next.

    Where nobody else speaks, the other of exactly two principals. None if that does not tell.
    """
    own = document.paragraphs[at].speaker
    before = (document.paragraphs[place].speaker for place in range(at - 1, -1, -1))
    after = (
        document.paragraphs[place].speaker for place in range(at + 1, len(document.paragraphs))
    )
    for speakers in (before, after):
        for speaker in speakers:
            if speaker is not None and speaker != own:
                return speaker
    principals = [p.id for p in document.people if p.function is Function.PRINCIPAL]
    others = [person for person in principals if person != own]
    return others[0] if len(principals) == 2 and len(others) == 1 else None


def reviewer_for(document: Document, name: str, initials: str) -> Reviewer:
    """The reviewer as the document names them, else a new one whose id is nobody else's in it."""
    for reviewer in document.reviewers:
        if (reviewer.name, reviewer.initials) == (name, initials):
            return reviewer
    letters = "".join(c for c in initials.lower() if c.isascii() and c.isalnum()) or "x"
    taken = {reviewer.id for reviewer in document.reviewers}
    identifier, number = f"rev-{letters}", 2
    while identifier in taken:
        identifier, number = f"rev-{letters}-{number}", number + 1
    return Reviewer(identifier, name, initials)


def reviewer_name(document: Document, identifier: str) -> str:
    """The identifier itself where the document has no name for it; without either "not named"."""
    names = (one.name for one in document.reviewers if one.id == identifier)
    return next(names, identifier) or "not named"


def author(document: Document, act: Act, *, joined: bool = False) -> str:
    """Who did it; ``joined`` as in ``Correction``: the import did."""
    return "joined on import" if joined else reviewer_name(document, act.by)


# -- which page ------------------------------------------------------------------------------------


def page_at(document: Document, at: int, offset: int) -> Page:
    """The page on which the character after this place stands."""
    for place in range(at, -1, -1):
        for anchor in reversed(document.paragraphs[place].passage.page_breaks):
            if place < at or anchor.start <= offset:
                return document.page(anchor.page)
    return document.pages[0]


def mark_page(document: Document, at: int) -> Page:
    """The page on which the paragraph's portion mark stands on the paper."""
    paragraph = document.paragraphs[at]
    trails = paragraph.mark is None or paragraph.mark.read_at is Position.TRAILING
    return page_at(document, at, len(paragraph.text) if trails else 0)


def nearest_page_break(document: Document, at: int, offset: int) -> str | None:
    """The page (``Page.id``) that begins fewest characters away; None if there is one page."""
    before = _break_before(document, at, offset)
    after = _break_after(document, at, offset)
    nearest = min((found for found in (before, after) if found), default=None)
    return nearest[1] if nearest else None


def _break_before(document: Document, at: int, offset: int) -> tuple[int, str] | None:
    distance = offset
    for place in range(at, -1, -1):
        passage = document.paragraphs[place].passage
        if place < at:
            distance += len(passage.text) + 1
        for anchor in reversed(passage.page_breaks):
            if place < at or anchor.start <= offset:
                return distance - anchor.start, anchor.page
    return None


def _break_after(document: Document, at: int, offset: int) -> tuple[int, str] | None:
    distance = -offset
    for place in range(at, len(document.paragraphs)):
        passage = document.paragraphs[place].passage
        for anchor in passage.page_breaks:
            if place > at or anchor.start > offset:
                return distance + anchor.start, anchor.page
        distance += len(passage.text) + 1
    return None


# -- what is left to do ----------------------------------------------------------------------------


def unconfirmed(paragraph: Paragraph) -> bool:
    """Whether its portion mark is a proposal that nobody has looked at."""
    mark = paragraph.mark
    return mark is not None and mark.level is not None and not mark.confirmed


def same_reading_on_page(document: Document, at: int) -> tuple[int, ...]:
    """The paragraphs with an unconfirmed mark of this one's reading, level and page."""
    mark = document.paragraphs[at].mark
    if mark is None:
        return ()
    page = mark_page(document, at)
    return tuple(
        place
        for place, paragraph in enumerate(document.paragraphs)
        if unconfirmed(paragraph)
        and paragraph.mark is not None
        and (paragraph.mark.reading, paragraph.mark.level) == (mark.reading, mark.level)
        and mark_page(document, place) is page
    )


def unconfirmed_marks(document: Document) -> Iterator[Place]:
    """Where the unconfirmed portion marks stand, in order."""
    for at, paragraph in enumerate(document.paragraphs):
        if unconfirmed(paragraph):
            trails = paragraph.mark is not None and paragraph.mark.position is Position.TRAILING
            yield at, len(paragraph.text) if trails else 0


def unsure_speaker(paragraph: Paragraph) -> bool:
    """Whether its speaker or voice is a proposal that nobody has looked at."""
    proposed = paragraph.certainty is not Certainty.HIGH
    return proposed and bool(paragraph.speaker or paragraph.voice)


def unsure_speakers(document: Document) -> Iterator[Place]:
    """Where the paragraphs begin whose speaker or voice is only proposed, in order.

    A continuation is as its turn: it is not named beside it.
    """
    for at, paragraph in enumerate(document.paragraphs):
        if unsure_speaker(paragraph) and paragraph.kind is not Kind.CONTINUATION:
            yield at, 0


def hints(document: Document) -> Iterator[Place]:
    """Where the importer left a hint, in order."""
    for at, paragraph in enumerate(document.paragraphs):
        for span in paragraph.passage.spans:
            if isinstance(span, Hint):
                yield at, span.start


def corrections(document: Document) -> Iterator[Place]:
    """Where the corrections begin, in order."""
    for at, paragraph in enumerate(document.paragraphs):
        for span in paragraph.passage.spans:
            if isinstance(span, Correction):
                yield at, span.start


def following(places: Iterable[Place], here: Place) -> Place | None:
    """The first of the places after ``here``; past the last, the first of all."""
    first: Place | None = None
    for place in places:
        if place > here:
            return place
        first = first or place
    return first


def preceding(places: Iterable[Place], here: Place) -> Place | None:
    """The last of the places before ``here``; before the first, the last of all."""
    found = last = None
    for place in places:
        if place < here:
            found = place
        last = place
    return found or last


@dataclass(frozen=True, slots=True)
class Tally:
    """How many portion marks are unconfirmed, and how many hints are not dismissed."""

    marks: int
    hints: int


def tally(paragraphs: Iterable[Paragraph]) -> Tally:
    """What is left to look at in these paragraphs."""
    marks = found = 0
    for paragraph in paragraphs:
        marks += unconfirmed(paragraph)
        if paragraph.passage.spans:
            found += sum(isinstance(span, Hint) for span in paragraph.passage.spans)
    return Tally(marks, found)


def tally_after(old: Tally, before: Document, after: Document) -> Tally:
    """The tally of ``after``, given that of ``before``: only what differs is counted."""
    if before.paragraphs is after.paragraphs:
        return old
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    gone = tally(before.paragraphs[place] for place in range(start, old_stop))
    come = tally(after.paragraphs[place] for place in range(start, new_stop))
    return Tally(old.marks - gone.marks + come.marks, old.hints - gone.hints + come.hints)


# -- the selection ---------------------------------------------------------------------------------


def stretches(document: Document, start: Place, end: Place) -> tuple[tuple[int, int, int], ...]:
    """The selection paragraph by paragraph, as (paragraph, start, end)."""
    (first, begin), (last, stop) = start, end
    return tuple(
        (
            at,
            begin if at == first else 0,
            stop if at == last else len(document.paragraphs[at].text),
        )
        for at in range(first, last + 1)
    )


def corrected_stretches(
    document: Document, start: Place, end: Place
) -> tuple[tuple[int, int, int], ...]:
    """The stretches of the selection that hold a correction."""
    return tuple(
        (at, low, high)
        for at, low, high in stretches(document, start, end)
        if document.paragraphs[at].passage.corrections_in(low, high)
    )
