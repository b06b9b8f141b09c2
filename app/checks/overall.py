"""The overall classification: banners and override against the portions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.checks.finding import Finding, Fix, InField, OnPage, Rule, Severity
from app.model.classification import computed, overall
from app.model.document import Document, Furniture, Page, Paragraph
from app.model.edits import OverrideClassification, ReviseFurniture
from app.model.spans import PageBreak
from app.model.terms import Certainty, FurnitureKind, Level

BANNER = Rule(
    "banner-level", "Banner against the portions", Severity.ERROR, "32 CFR 2001.21(b)(1) and (3)"
)
OVERRIDE_REASON = Rule(
    "override-reason",
    "Override without a reason",
    Severity.ERROR,
    "32 CFR 2001.21(b), 2001.24(g)",
)
OVERRIDE_LOW = Rule(
    "override-low",
    "Override below the portions",
    Severity.ERROR,
    "32 CFR 2001.21(b): the overall level is that of the highest portion",
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A portion's level, and the pages that begin in it: (page, whether nothing of the portion
    stands before it).
    """

    level: Level | None
    breaks: tuple[tuple[str, bool], ...]


def marked(paragraph: Paragraph) -> Marked:
    """What the banners are compared with."""
    mark, spans = paragraph.mark, paragraph.passage.spans
    return Marked(
        mark.level if mark else None,
        tuple((span.page, span.start == 0) for span in spans if isinstance(span, PageBreak)),
    )


def banners(document: Document, facts: Sequence[Marked]) -> Iterator[Finding]:
    """A page shows its own highest level or the document's; the first page shows the document's."""
    whole = overall(document)
    if whole is None:
        return
    highest = _highest_by_page(document, facts)
    for number, page in enumerate(document.pages):
        own = highest.get(page.id)
        allowed = {whole} if number == 0 or own is None else {whole, own}
        for index, piece in enumerate(page.furniture):
            if _is_off(page, piece, allowed):
                yield _finding(page, index, piece, sorted(allowed, key=lambda level: level.rank))


def _highest_by_page(document: Document, facts: Sequence[Marked]) -> dict[str, Level]:
    """The highest level of a portion with words on the page."""
    levels: dict[str, set[Level | None]] = defaultdict(set)
    page = document.pages[0].id
    for fact in facts:
        if not (fact.breaks and fact.breaks[0][1]):
            levels[page].add(fact.level)
        for page, _ in fact.breaks:
            levels[page].add(fact.level)
    return {
        page: max((level for level in held if level), key=lambda level: level.rank)
        for page, held in levels.items()
        if held != {None}
    }


def _is_off(page: Page, piece: Furniture, allowed: set[Level]) -> bool:
    is_banner = piece.kind is FurnitureKind.BANNER and piece.level is not None
    return is_banner and not page.sheet and piece.level not in allowed


def _finding(page: Page, index: int, piece: Furniture, allowed: list[Level]) -> Finding:
    wanted = " or ".join(level.value for level in allowed)
    level = piece.level.value if piece.level else ""
    unsure = piece.certainty is not Certainty.HIGH
    fixes = tuple(
        Fix(f"It is {level.value}", ReviseFurniture(page.id, index, level=level))
        for level in allowed
        if unsure
    )
    return Finding(
        BANNER,
        OnPage(page.id, index),
        f"The banner says {level}; the portions want {wanted}.",
        piece.text.text,
        fixes,
    )


def override(document: Document, facts: Sequence[Level | None]) -> Iterator[Finding]:
    """An override has its reason, and raises the level above the highest portion's."""
    given = document.metadata.override
    if given is None:
        return
    excerpt, highest = given.level.value, computed(document).level
    back = Fix("Take the override back", OverrideClassification(None))
    if not given.reason.strip():
        message = "The overall level is overridden without a written reason."
        yield Finding(OVERRIDE_REASON, InField("override"), message, excerpt, (back,))
    if highest and given.level.rank < highest.rank:
        message = f"The override says {excerpt}, but a portion is {highest.value}."
        yield Finding(OVERRIDE_LOW, InField("override"), message, excerpt, (back,))


def level_of(paragraph: Paragraph) -> Level | None:
    """The level of the paragraph's mark."""
    return paragraph.mark.level if paragraph.mark else None
