"""The overall classification, computed from the portions (32 CFR 2001.21(b), 2001.24(g))."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.document import Document, Mark
from app.model.terms import Level


@dataclass(frozen=True, slots=True)
class Overall:
    """The highest level of a portion and the first portion that bears it.

    ``paragraph`` is its place, None where it is the mark of the heading entry ``entry`` or there is
    no mark at all (``level`` None).
    """

    level: Level | None
    paragraph: int | None = None
    entry: int | None = None


def computed(document: Document) -> Overall:
    """The highest portion. Titles and the subject are portions too (2001.21(c))."""
    best = Overall(None)
    for at, entry in enumerate(document.heading.entries):
        if _higher(entry.mark, best):
            best = Overall(_level(entry.mark), entry=at)
    for at, paragraph in enumerate(document.paragraphs):
        if _higher(paragraph.mark, best):
            best = Overall(_level(paragraph.mark), paragraph=at)
    return best


def overall(document: Document) -> Level | None:
    """The override where a person gave one, else what the portions say."""
    override = document.metadata.override
    return override.level if override is not None else computed(document).level


def _level(mark: Mark | None) -> Level | None:
    return mark.level if mark is not None else None


def _higher(mark: Mark | None, best: Overall) -> bool:
    level = _level(mark)
    if level is None or level is best.level:
        return False
    return best.level is None or level.rank > best.level.rank
