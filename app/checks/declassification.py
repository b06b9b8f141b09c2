"""When the paper is declassified, and what its stamp has to show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.checks.finding import Finding, Fix, InField, OnPage, Rule, Severity
from app.model.document import Document, Stamp
from app.model.edits import ReviseFurniture
from app.model.terms import FurnitureKind

CARRY_FORWARD = Rule(
    "carry-forward", "Instruction to carry forward", Severity.HINT, "32 CFR 2001.22(e)(3)"
)
TOO_LATE = Rule(
    "declassify-late",
    "Declassified later than automatically",
    Severity.WARNING,
    "E.O. 13526, section 3.3: 31 December of the 25th year",
)
EXEMPTION_DATE = Rule(
    "exemption-date", "Exemption and its date", Severity.WARNING, "32 CFR 2001.26"
)
NOT_LINED_THROUGH = Rule(
    "banner-not-struck", "Marks not lined through", Severity.WARNING, "32 CFR 2001.25(b)"
)

_TABLE = Path(__file__).parents[2] / "resources" / "declassify-on.json"
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{8}\b")


class _Table(NamedTuple):
    legacy: dict[str, int]
    exemptions: dict[str, bool]


@cache
def _table() -> _Table:
    """Years for which an old instruction stands, and whether an exemption needs a date."""
    rows = json.loads(_TABLE.read_text(encoding="utf-8"))
    return _Table(
        {row["code"]: row["years"] for row in rows["legacy"]},
        {row["code"]: row["date"] for row in rows["exemptions"]},
    )


def automatic_declassification(dated: date) -> date:
    """31 December of the 25th year after the document's (E.O. 13526, section 3.3(a))."""
    return date(dated.year + 25, 12, 31)


def carried_forward(dated: date, instruction: str) -> date | None:
    """The date that an old instruction stands for today; None where it is no such instruction."""
    years = _table().legacy.get(instruction.strip().upper())
    if years is None:
        return None
    leap_day = (dated.month, dated.day) == (2, 29)
    return dated.replace(year=dated.year + years, day=28 if leap_day else dated.day)


def declassify_on(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """What the "Declassify on" line comes to. Once the paper is declassified it is spent."""
    printed, dated = document.metadata.declassify_on, _date(document.metadata.date)
    if not printed.strip() or _is_declassified(document):
        return
    where = InField("declassify_on")
    if dated and (until := carried_forward(dated, printed)):
        last = automatic_declassification(dated)
        message = f"{printed} carries forward as {until}; automatic declassification is {last}."
        yield Finding(CARRY_FORWARD, where, message, printed)
    if message := _exemption_problem(printed):
        yield Finding(EXEMPTION_DATE, where, message, printed)
    on = _date(printed)
    if dated and on and on > automatic_declassification(dated):
        last = automatic_declassification(dated)
        message = f"Without an exemption it is declassified on {last}, before this date."
        yield Finding(TOO_LATE, where, message, printed)


def _exemption_problem(printed: str) -> str:
    """25X1 to 25X9 have a date or event, 50X1-HUM and 50X2-WMD have none."""
    code, _, rest = printed.strip().upper().partition(",")
    code, _, event = code.partition(" ")
    wants_date = _table().exemptions.get(code)
    has_date = bool(event.strip() or rest.strip())
    if wants_date is None or wants_date == has_date:
        return ""
    return f"{code} needs a date or an event." if wants_date else f"{code} bears no date."


def lined_through(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """The marks on the first page of a declassified paper are lined through.

    Not every source tells what is struck: one that strikes nothing at all is not judged.
    """
    pieces = [piece for _, piece in document.furniture(FurnitureKind.BANNER)]
    if not _is_declassified(document) or not any(piece.struck for piece in pieces):
        return
    first = document.pages[0]
    for index, piece in enumerate(first.furniture):
        if piece.kind is FurnitureKind.BANNER and not piece.struck:
            yield Finding(
                NOT_LINED_THROUGH,
                OnPage(first.id, index),
                "The paper is declassified, but this mark is not lined through.",
                piece.text.text,
                (Fix("It is lined through", ReviseFurniture(first.id, index, struck=True)),),
            )


def _is_declassified(document: Document) -> bool:
    return document.metadata.stamp != Stamp()


def _date(text: str) -> date | None:
    found = _DATE.fullmatch(text.strip())
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
