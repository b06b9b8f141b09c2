"""The codes that allow words to be withheld: which there are, what each needs, which fit a paper.

The facts are in ``resources/exemptions``: ``standard.json`` has the codes of the executive order
and the statutes, each family with its source. An agency puts its own set beside it, a file of the
same shape; its families are offered for every paper.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.terms import Custody

TABLES = Path(__file__).parents[2] / "resources" / "exemptions"
_STANDARD = "standard.json"
_YEAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_LETTERS = frozenset(f"1.4({letter})" for letter in "abcdefgh")
_SEVENTY_FIVE = re.compile(r"75X[1-9]")

OLD = 25
"""Years after which 1.4 no longer holds words back, and 3.3(b)/25X must (32 CFR 2001.33(h))."""
_PRESIDENTIAL = 8 + 12
"""Years after which no P code can still hold: two terms, and twelve years (44 U.S.C. 2204(a))."""


class Needs(Enum):
    """What must stand beside a code."""

    ANYTHING = ""
    NOTHING = "nothing"
    DATE_OR_EVENT = "date or event"
    STATUTE = "statute"
    LETTER = "1.4 letter"


@dataclass(frozen=True, slots=True)
class ExemptionCode:
    """A code with its wording. ``classified``: what it withholds is still classified.

    ``status`` is "verified" where the source was read, else "unverified": then the wording beside
    the code is common knowledge that nobody checked, and the desk says so.
    """

    code: str
    title: str
    family: str
    needs: Needs = Needs.ANYTHING
    classified: bool = False
    source: str = ""
    status: str = "verified"


def read_codes(text: str) -> tuple[ExemptionCode, ...]:
    """The codes of a table in JSON. Raises ValueError: one line, what is wrong with it."""
    try:
        families = json.loads(text)["families"]
        return tuple(_code(row, family) for family in families for row in family["codes"])
    except KeyError as error:
        raise ValueError(f"the table of codes lacks {error}") from error
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError("the table of codes is not of the shape of standard.json") from error


def _code(row: dict[str, object], family: dict[str, object]) -> ExemptionCode:
    code = str(row["code"])
    if not code.strip() or ";" in code:
        raise ValueError(f"{code!r} can't be a code")
    return ExemptionCode(
        code,
        str(row["title"]),
        str(family["family"]),
        Needs(row.get("needs", "")),
        bool(row.get("classified", family.get("classified", False))),
        str(family.get("source", "")),
        str(row.get("status", family.get("status", "unverified"))),
    )


@dataclass(frozen=True, slots=True)
class Tables:
    """The codes of all tables, an agency's own first, and a line for each that can't be used."""

    codes: tuple[ExemptionCode, ...]
    complaints: tuple[str, ...]
    own: frozenset[str]
    """The families that are an agency's own."""


def read_tables(folder: Path) -> Tables:
    """All tables of the folder."""
    codes = list(read_codes((folder / _STANDARD).read_text(encoding="utf-8")))
    standard = {held.family for held in codes}
    complaints: list[str] = []
    for path in sorted(folder.glob("*.json"), reverse=True):
        if path.name != _STANDARD:
            try:
                own = read_codes(path.read_text(encoding="utf-8"))
                _require_new(own, codes)
            except (OSError, ValueError) as error:
                complaints.append(f"{path}: no code of it can be used: {error}; mend the table")
            else:
                codes = [*own, *codes]
    families = frozenset(held.family for held in codes) - standard
    return Tables(tuple(codes), tuple(complaints), families)


def _require_new(own: tuple[ExemptionCode, ...], others: list[ExemptionCode]) -> None:
    """Raises ValueError where a code or family is in two tables: one would change the other."""
    families, codes = {held.family for held in others}, {held.code for held in others}
    for held in own:
        if held.family in families or held.code in codes:
            raise ValueError(f"{held.code} ({held.family}) is in another table, too")


@cache
def tables() -> Tables:
    """Those the desk came with and the agency's."""
    return read_tables(TABLES)


def known_codes() -> tuple[ExemptionCode, ...]:
    """The codes of the agency, the executive order and the statutes."""
    return tables().codes


@cache
def _by_code() -> dict[str, ExemptionCode]:
    return {known.code: known for known in known_codes()}


def titled(code: str) -> str:
    """The wording of a code, "" where nobody knows it."""
    found = _by_code().get(code)
    return found.title if found else ""


def keeps_classified(exemption: Exemption) -> bool:
    """Whether what it withholds is still classified. A code that nobody knows counts as if."""
    known = _by_code().get(exemption.code)
    return known is None or known.classified


def complaint(exemption: Exemption) -> str:
    """What is wrong with the exemption, a sentence for a person; "" if nothing."""
    code, detail = exemption.code, exemption.detail.strip()
    if not code.strip():
        return "A redaction needs its code."
    if ";" in code or "\n" in code + detail:
        return f"{code} can't be a code: it is one line without a semicolon."
    match needs_of(code):
        case Needs.DATE_OR_EVENT if not detail:
            return f"{code} needs the date or event at which it ends (32 CFR 2001.26)."
        case Needs.NOTHING if detail:
            return f"{code} has no date: take it away."
        case Needs.STATUTE if not detail:
            return f"{code} must name the statute (5 U.S.C. 552(b)(3))."
        case Needs.LETTER if detail not in _LETTERS:
            return f"{code} needs its letter of section 1.4: 1.4(a) to 1.4(h)."
    return ""


def needs_of(code: str) -> Needs:
    """What must stand beside the code."""
    if _SEVENTY_FIVE.fullmatch(code):
        return Needs.DATE_OR_EVENT
    found = _by_code().get(code)
    return found.needs if found else Needs.ANYTHING


def offered_codes(document: Document, today: date, custody: Custody) -> tuple[ExemptionCode, ...]:
    """The codes that can hold words of this paper back today, those of the agency first.

    Under 25 years 1.4, from then on 3.3(b) and 25X; both where its date is not known.
    """
    age = age_in_years(document.metadata.date, today)
    families = {"FOIA", *tables().own}
    if age is None or age < OLD:
        families.add("1.4")
    if age is None or age >= OLD:
        families |= {"3.3(b)", "25X", "50X"}
    if custody is Custody.PRESIDENTIAL and (age is None or age <= _PRESIDENTIAL):
        families.add("PRA")
    if custody is Custody.DONATED:
        families.add("deed of gift")
    return tuple(held for held in known_codes() if held.family in families)


def age_in_years(printed: str, today: date) -> int | None:
    """Whole years since a date in ISO 8601 (a year alone begins in January); None if it is none."""
    match = _YEAR.fullmatch(printed)
    if match is None:
        return None
    try:
        then = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return today.year - then.year - ((today.month, today.day) < (then.month, then.day))
