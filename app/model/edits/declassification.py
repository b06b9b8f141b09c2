"""Declassifying: the stamp, and the marks struck through (32 CFR 2001.25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from app.model.classification import overall
from app.model.document import Document, Mark, Page, Stamp
from app.model.edits.base import EditRefused
from app.model.redactions import Portion, portions
from app.model.terms import Act, Disposition, FurnitureKind, Level

_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_RELEASED = (Disposition.RELEASE, Disposition.IN_PART)


@dataclass(frozen=True)
class Declassify:
    """The stamp is applied: the banners, and the marks of the portions that are released, are
    struck.

    The classification that the paper bore is kept (``original_level``); what is still classified
    follows from the decisions (``app.model.ledger``). The stamp needs its authority and date
    (2001.25(b)); the date is not before the paper's.
    """

    name: ClassVar[str] = "Declassify"
    authority: str
    case: str
    initials: str
    date: str

    def apply(self, document: Document, act: Act) -> Document:
        self._check(document)
        stamp = Stamp(self.authority.strip(), self.case.strip(), self.initials.strip(), self.date)
        metadata = document.metadata
        original = metadata.original_level or overall(document)
        document = replace(
            document,
            metadata=replace(metadata, stamp=stamp, original_level=original),
            pages=tuple(map(_struck, document.pages)),
        )
        for portion, mark in tuple(_to_strike(document)):
            document = _with_mark(document, portion, replace(mark, struck=True))
        return document

    def _check(self, document: Document) -> None:
        if not self.authority.strip():
            raise EditRefused("A declassification stamp names its authority.")
        if not _ISO.fullmatch(self.date) or not _exists(self.date):
            raise EditRefused("A declassification stamp has a date, as in 2026-11-24.")
        if _ISO.fullmatch(document.metadata.date) and self.date < document.metadata.date:
            raise EditRefused("The stamp would be older than the memorandum.")


def struck_by(document: Document) -> tuple[int, int]:
    """How many portion marks and banners declassifying strikes as it is decided now."""
    banners = document.furniture(FurnitureKind.BANNER)
    return sum(1 for _ in _to_strike(document)), sum(not piece.struck for _, piece in banners)


def _to_strike(document: Document) -> Iterator[tuple[Portion, Mark]]:
    for portion in portions(document):
        released = portion.decision is not None and portion.decision.disposition in _RELEASED
        if released and portion.mark is not None and _is_classified(portion.mark):
            yield portion, portion.mark


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_classified(mark: Mark) -> bool:
    return mark.level is not None and mark.level is not Level.U and not mark.struck


def _struck(page: Page) -> Page:
    furniture = tuple(
        replace(piece, struck=True) if piece.kind is FurnitureKind.BANNER else piece
        for piece in page.furniture
    )
    return page if furniture == page.furniture else replace(page, furniture=furniture)


def _with_mark(document: Document, portion: Portion, mark: Mark) -> Document:
    if portion.at is not None:
        changed = replace(document.paragraphs[portion.at], mark=mark)
        return document.with_paragraphs(portion.at, portion.at + 1, (changed,))
    number = int(portion.key.removeprefix("heading/"))
    entries = list(document.heading.entries)
    entries[number] = replace(entries[number], mark=mark)
    return replace(document, heading=replace(document.heading, entries=tuple(entries)))
