"""What the picker of codes lists: codes used before, those that fit the paper, those asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.exemptions import (
    ExemptionCode,
    Needs,
    age_in_years,
    known_codes,
    needs_of,
    offered_codes,
    titled,
)
from app.model.terms import Custody

USED = "Used in this document"
NOT_OFFERED = "Not offered for this paper"
CUSTODIES = {
    Custody.AGENCY: "agency records",
    Custody.PRESIDENTIAL: "presidential records",
    Custody.DONATED: "donated papers",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What can be picked: a code, or codes that were used together. ``group`` is its heading;
    ``wording`` begins with the date, event or statute that a code was used with.
    """

    group: str
    exemptions: tuple[Exemption, ...]
    wording: str

    @property
    def bare_codes(self) -> str:
        return "; ".join(one.code for one in self.exemptions)

    @property
    def codes(self) -> str:
        """With what they were used with."""
        return "; ".join(one.text for one in self.exemptions)


def used_rows(used: Iterable[tuple[Exemption, ...]]) -> Iterator[Row]:
    for exemptions in used:
        wordings = (" · ".join(filter(None, (one.detail, titled(one.code)))) for one in exemptions)
        yield Row(USED, exemptions, "; ".join(filter(None, wordings)))


def code_rows(
    document: Document, today: date, custody: Custody, *, everything: bool
) -> Iterator[Row]:
    """The codes that fit the paper; all there are where ``everything`` is asked for."""
    offered = offered_codes(document, today, custody)
    yield from (_row(known, known.family) for known in offered)
    if everything:
        others = (known for known in known_codes() if known not in offered)
        yield from (_row(known, f"{known.family} · not offered for this paper") for known in others)


def typed_rows(typed: str, listed: Iterable[Row]) -> Iterator[Row]:
    """The code that was typed out, if it is one that the list does not have."""
    sought = flat(typed)
    if any(flat(row.codes) == sought for row in listed):
        return
    for known in known_codes():
        if flat(known.code) == sought:
            yield _row(known, NOT_OFFERED)
            return
    if needs_of(typed.strip().upper()) is not Needs.ANYTHING:
        yield Row(NOT_OFFERED, (Exemption(typed.strip().upper()),), "Wording not known")


def matching(rows: Iterable[Row], typed: str) -> tuple[Row, ...]:
    """The rows that have each typed word in their code, wording or family."""
    words = typed.casefold().split()
    return tuple(row for row in rows if all(_has(row, word) for word in words))


def likeliest(rows: tuple[Row, ...], typed: str) -> int:
    """Which of the rows the typed words mean most likely, from 0."""
    sought = flat(typed)
    codes = [flat(row.codes) for row in rows]
    if sought in codes:
        return codes.index(sought)
    return next((at for at, code in enumerate(codes) if sought and code.startswith(sought)), 0)


def why_offered(document: Document, today: date, custody: Custody) -> str:
    """The age of the paper, whose it is, and which codes follow from that."""
    age = age_in_years(document.metadata.date, today)
    families = dict.fromkeys(known.family for known in offered_codes(document, today, custody))
    years = "Of unknown age" if age is None else f"{age} year{'' if age == 1 else 's'} old"
    return f"{years}, {CUSTODIES[custody]}: {', '.join(families)}"


def flat(code: str) -> str:
    """A code as it is typed in haste: "b6" is (b)(6)."""
    return "".join(letter for letter in code.casefold() if letter.isalnum())


def _row(known: ExemptionCode, group: str) -> Row:
    doubt = "" if known.status == "verified" else " (wording not verified)"
    return Row(group, (Exemption(known.code),), f"{known.title}{doubt}")


def _has(row: Row, word: str) -> bool:
    text = f"{row.codes} {row.wording} {row.group}".casefold()
    return word in text or (bool(flat(word)) and flat(row.codes).startswith(flat(word)))
