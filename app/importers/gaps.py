"""Words already withheld on the paper, or unreadable there: what is printed in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.model.spans import Gap

_CODE = (
    r"\(b\)\s?\(\d\)(?:\([A-F]\))?"
    r"|(?<![\w.])(?:1\.[45]|3\.[35])\s?\(\s?[a-h]\s?\)(?:\s?\(\s?\d{1,2}\s?\))?"
    r"|\b25X\d\b|\b50X[12](?:-(?:HUM|WMD))?\b"
)
_ORDER = r"(?:(?:PER\s+)?E\.?\s?[O0]\.?\s?\d{5}\s?[,.;]?\s*(?:SEC(?:TION)?\.?\s*)?)"
_STATED = re.compile(
    rf"\[[^\][]*\b(?:not\s+declassified|redacted|sanitized|deleted|withheld|excised|omitted"
    rf"|illegible|unreadable|unintelligible)\b[^\][]*\]"
    rf"|{_ORDER}?(?:{_CODE})(?:\s*[,;&/]?\s*(?:{_CODE}))*",
    re.IGNORECASE,
)
_CODES = re.compile(_CODE, re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?P<number>less than (?:1|one)|\d+(?:\s?[½¼¾]|\s\d/\d|\.\d+)?|[½¼¾]"
    r"|one|two|three|four|five|six)"
    r"\s+(?P<unit>line|word|paragraph|page|sentence|name)s?\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\[\s*(?P<unit>name|title|place|amount|number|dollar amount)s?\b", re.IGNORECASE
)
_ILLEGIBLE = re.compile(r"illegible|unreadable|unintelligible", re.IGNORECASE)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_RULES = " |¦[]_"
"""Signs that the edge of a box is read as."""
_LONGEST = 60
"""Characters at an edge of a line that are looked at."""
_OF_A_LAW = re.compile(r"(?:section|sec\.|§|article|paragraph)\s*$", re.IGNORECASE)


def gaps(text: str) -> tuple[Gap, ...]:
    """What the text states to be left out, in order.

    A code of the order or the Act stands for what is withheld by it, but not in a sentence that
    speaks of the law ("section 1.4(c)").
    """
    if "(" not in text and "[" not in text and "X" not in text:
        return ()
    found = (match for match in _STATED.finditer(text) if not _cites(text, match))
    return tuple(_gap(match) for match in found)


def boxed(found: tuple[Gap, ...], boxes: Sequence[tuple[int, int]]) -> tuple[list[Gap], list[Gap]]:
    """The gaps that are stated with the lines of their boxes, and those of boxes that state none.

    A box is a place in the text and a number of blank lines; it is that of a gap that it touches,
    whose own line counts too.
    """
    stated = list(found)
    bare: list[Gap] = []
    for place, lines in boxes:
        at = next(
            (at for at, gap in enumerate(stated) if gap.start - 1 <= place <= gap.end + 1), None
        )
        if at is None:
            bare.append(Gap(place, place, quantity=str(lines), unit="lines"))
        elif stated[at].unit in ("", "lines"):
            count = int(stated[at].quantity or 1) if (stated[at].quantity or "1").isdigit() else 1
            stated[at] = replace(stated[at], quantity=str(count + lines), unit="lines")
    return stated, bare


def begins_with_gap(text: str) -> bool:
    """Whether the text begins with the sign of a gap."""
    return _STATED.match(text.lstrip(_RULES)[:_LONGEST]) is not None


def ends_with_gap(text: str) -> bool:
    """Whether the text ends in the sign of a gap."""
    tail = text.rstrip(_RULES)[-_LONGEST:]
    return any(match.end() == len(tail) for match in _STATED.finditer(tail))


def _cites(text: str, match: re.Match[str]) -> bool:
    return _OF_A_LAW.search(text, 0, match.start()) is not None


def _gap(match: re.Match[str]) -> Gap:
    stated = match[0]
    codes = tuple(dict.fromkeys(re.sub(r"\s", "", code) for code in _CODES.findall(stated)))
    amount, named = _AMOUNT.search(stated), _NAMED.match(stated)
    quantity = unit = ""
    if amount:
        number = amount["number"].lower()
        quantity, unit = _NUMBERS.get(number, number), f"{amount['unit'].lower()}s"
    elif named:
        quantity, unit = "1", f"{named['unit'].lower()}s"
    reason = "illegible" if _ILLEGIBLE.search(stated) else "redacted"
    return Gap(*match.span(), reason, codes, quantity, unit)
