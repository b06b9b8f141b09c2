"""The ledger: each portion, what was decided, and what is classified before and after.

A portion that is released is declassified once the stamp is applied (32 CFR 2001.25(b)). What
remains classified is what is withheld for a reason of national security, referred, or undecided;
words withheld for privacy alone, say, are not classified.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.classification import overall
from app.model.document import Document
from app.model.exemptions import keeps_classified
from app.model.queries import page_at
from app.model.redactions import (
    TITLE,
    Portion,
    paragraph_portion,
    passages_of,
    portions_of_head,
    redactions_in,
)
from app.model.terms import Disposition, Level


@dataclass(frozen=True, slots=True)
class Entry:
    """A portion: the number of its page, its level before the decisions and what is classified of
    it after them (None where it bears no mark).
    """

    portion: Portion
    page: int
    before: Level | None
    after: Level | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All portions; the overall levels, and the first portion that makes each what it is.

    ``responsible_before`` is "" where an override sets the level, and where no portion has one.
    """

    entries: tuple[Entry, ...]
    before: Level | None
    responsible_before: str
    after: Level | None
    responsible_after: str


def ledger(document: Document) -> Ledger:
    """The ledger of the document as decided so far."""
    return summed(document, tuple(entries(document)))


def entries(document: Document) -> Iterator[Entry]:
    """Each portion, as on the paper."""
    yield from _of_head(document)
    yield from _of_paragraphs(document, 0, len(document.paragraphs))


def entries_after(known: tuple[Entry, ...], before: Document, after: Document) -> tuple[Entry, ...]:
    """The entries of ``after``, given those ``known`` of ``before``: only what differs is looked
    at.
    """
    if before.pages is not after.pages or is_stamped(before) is not is_stamped(after):
        return tuple(entries(after))
    told = tuple(entry for entry in known if entry.portion.at is not None)
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    if old_stop != new_stop:  # Those that follow have other places.
        old_stop, new_stop = len(told), len(after.paragraphs)
    changed = _of_paragraphs(after, start, new_stop)
    return (*_of_head(after), *told[:start], *changed, *told[old_stop:])


def summed(document: Document, held: tuple[Entry, ...]) -> Ledger:
    """The ledger that has these entries of the document."""
    before = overall(document)
    highest = _highest([(entry.before, entry.portion.key) for entry in held])
    after, responsible = _highest([(entry.after, entry.portion.key) for entry in held])
    override = document.metadata.override
    if override is not None and after is not None and after is not Level.U:
        # A compilation stays classified while anything of it does.
        after, responsible = max(after, override.level, key=lambda level: level.rank), responsible
    return Ledger(held, before, "" if override else highest[1], after, responsible)


def name_of(document: Document, portion: Portion) -> str:
    """What people call the portion: "Title", the label of an entry of the head, "Paragraph 12"."""
    if portion.at is not None:
        return f"Paragraph {portion.at + 1}"
    if portion.key == TITLE:
        return "Title"
    number = int(portion.key.removeprefix("heading/"))
    label = " ".join(document.heading.entries[number].label.text.split()).rstrip(":")
    return label or f"Entry {number + 1} of the head"


def is_stamped(document: Document) -> bool:
    """Whether the declassification stamp is applied."""
    stamp = document.metadata.stamp
    return bool(stamp.authority and stamp.date)


def _of_head(document: Document) -> Iterator[Entry]:
    for portion in portions_of_head(document):
        yield _entry(document, portion, document.pages[0].number)


def _of_paragraphs(document: Document, start: int, stop: int) -> Iterator[Entry]:
    numbers = {page.id: page.number for page in document.pages}
    page = page_at(document, start, 0).number if start < stop else 0
    for at in range(start, stop):
        paragraph = document.paragraphs[at]
        breaks = paragraph.passage.page_breaks if paragraph.passage.spans else ()
        for anchor in (one for one in breaks if one.start == 0):
            page = numbers[anchor.page]
        yield _entry(document, paragraph_portion(at, paragraph), page)
        if breaks:
            page = numbers[breaks[-1].page]


def _entry(document: Document, portion: Portion, page: int) -> Entry:
    before = portion.mark.level if portion.mark is not None else None
    return Entry(portion, page, before, remaining(document, portion))


def remaining(document: Document, portion: Portion) -> Level | None:
    """What is still classified of the portion."""
    level = portion.mark.level if portion.mark is not None else None
    decision = portion.decision
    if level is None or decision is None or not is_stamped(document):
        return level
    match decision.disposition:
        case Disposition.RELEASE:
            reasons = []
        case Disposition.IN_PART:
            held = (passage for _, passage in passages_of(document, portion))
            spans = (span for passage in held for span in redactions_in(passage))
            reasons = [exemption for span in spans for exemption in span.exemptions]
        case Disposition.DENY:
            reasons = list(decision.exemptions)
        case Disposition.REFER:
            return level
    return level if any(map(keeps_classified, reasons)) else Level.U


def _highest(rows: list[tuple[Level | None, str]]) -> tuple[Level | None, str]:
    best: tuple[Level | None, str] = (None, "")
    for level, key in rows:
        if level is not None and (best[0] is None or level.rank > best[0].rank):
            best = (level, key)
    return best
