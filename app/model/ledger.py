"""The ledger: each portion, what was decided, and what is classified before and after.

A portion that is released is declassified once the stamp is applied (32 CFR 2001.25(b)). What
remains classified is what is withheld for a reason of national security, referred, or undecided;
words withheld for privacy alone, say, are not classified.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.model.classification import overall
from app.model.document import Document
from app.model.exemptions import keeps_classified
from app.model.passage import Passage
from app.model.queries import page_at
from app.model.redactions import Portion, passage_at, portions, redactions_in
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
    entries = tuple(_entry(document, portion) for portion in portions(document))
    before = overall(document)
    highest = _highest([(entry.before, entry.portion.key) for entry in entries])
    after, responsible = _highest([(entry.after, entry.portion.key) for entry in entries])
    override = document.metadata.override
    if override is not None and after is not None and after is not Level.U:
        # A compilation stays classified while anything of it does.
        after, responsible = max(after, override.level, key=lambda level: level.rank), responsible
    return Ledger(entries, before, "" if override else highest[1], after, responsible)


def is_stamped(document: Document) -> bool:
    """Whether the declassification stamp is applied."""
    stamp = document.metadata.stamp
    return bool(stamp.authority and stamp.date)


def _entry(document: Document, portion: Portion) -> Entry:
    page = document.pages[0] if portion.at is None else page_at(document, portion.at, 0)
    before = portion.mark.level if portion.mark is not None else None
    return Entry(portion, page.number, before, remaining(document, portion))


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
            held = (passage_at(document, where) or Passage() for where in portion.where)
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
