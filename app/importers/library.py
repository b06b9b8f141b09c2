"""What libraries and registries add to a memorandum: stamps on its pages, sheets before and after.

The words are those of their printed forms; OCR may have damaged them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.importers.lines import Line, capitals
from app.importers.titles import is_title

_STAMPS = ("LIBRARYPHOTOCOPY", "PRESIDENTIALLIBRARY", "PHOTOCOPY", "LIBRARYCOPY", "COPYFROMTHE")
_FORM = (
    # the Presidential Libraries' withdrawal sheets and markers
    "withdrawal redaction sheet", "withdrawal sheet", "document withdrawal", "restriction codes",
    "presidential records act", "freedom of information act", "document no", "document type",
    "subject title", "restriction", "collection", "folder title", "box number", "oa id number",
    "series", "subseries", "marker", "foia number", "case number", "mandatory declassification",
    "mandatory review", "clinton presidential records", "bush presidential records",
    "presidential library", "administrative marker", "this is not a presidential record",
    "closed in accordance with restrictions", "deed of gift", "national archives",
    "released in full", "released in part", "document will be reviewed", "personal record misfile",
    "date closed", "systematic review", "withheld",
    # the National Security Council's registry
    "nsc profile", "record id", "received", "doc date", "source ref", "keywords", "persons",
    "staff officer", "logref", "due date", "status", "nscif", "codes", "document distribution",
    "for action", "for concurrence", "for info", "dispatched by", "opened by", "closed by",
    "action required", "comments", "system number", "log number", "attachment", "files",
    # a covering memorandum
    "memorandum for", "from", "recommendation", "approve", "disapprove", "tab a", "tab i",
    "concurrence", "national security council secretariat", "transmittal", "cover sheet",
    "routing slip", "facsimile",
)  # fmt: skip
_PARTS = re.compile(r"   +|:")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST, _LONG = 45, 14
_LONG_FORM = tuple(term for term in _FORM if len(term) >= _LONG)
"""Terms long enough to be sought inside a line."""
_SHORTEST = 4
"""Letters of the shortest term."""
_HEAD = 20
"""Lines among which a memorandum's title stands."""
_FIRST = 12
"""Lines of a page that hold a term, if it is a sheet."""
_ENOUGH = 4
"""Different terms of such forms that make a sheet."""
_SHARE = 0.25
"""Share of its lines with such a term."""


def is_library_stamp(text: str) -> bool:
    """Whether a short line is a library's stamp on the paper: "CLINTON LIBRARY PHOTOCOPY"."""
    letters = capitals(text)
    if not 8 <= len(letters) <= 40:
        return False
    return process.extractOne(letters, _STAMPS, scorer=_within, score_cutoff=78) is not None


def is_sheet(lines: Sequence[Line]) -> bool:
    """Whether a page is a cover, profile or withdrawal sheet, or a covering memorandum.

    It holds several terms of such forms, in a good share of its lines, and no memorandum's title.
    """
    if any(map(is_title, lines[:_HEAD])):
        return False
    found: set[str] = set()
    hits = 0
    for at, line in enumerate(lines):
        if at == _FIRST and not found:
            return False
        terms = _terms(line.text)
        found |= terms
        hits += bool(terms)
    return len(found) >= _ENOUGH and hits >= _SHARE * len(lines)


def _terms(text: str) -> set[str]:
    """The terms of the forms in a line: at its start, before a colon, or most of the line."""
    plain = (" ".join(_LETTERS.findall(part)) for part in _PARTS.split(text.lower()))
    found = map(_term, (part for part in plain if len(part) >= _SHORTEST))
    return {term for term in found if term}


def _term(plain: str) -> str | None:
    best = process.extractOne(plain[:_LONGEST], _FORM, scorer=fuzz.ratio, score_cutoff=82)
    if best is None and len(plain) >= _LONG:
        fitting = _no_longer_than(len(plain) * 5 // 4)
        best = process.extractOne(plain, fitting, scorer=fuzz.partial_ratio, score_cutoff=88)
    return best[0] if best else None


@lru_cache(maxsize=256)
def _no_longer_than(length: int) -> tuple[str, ...]:
    return tuple(term for term in _LONG_FORM if len(term) <= length)


def _within(text: str, term: str, *, score_cutoff: float | None = None) -> float:
    """Likeness of the term to the best stretch of the text, where that is not much shorter."""
    if len(text) < 0.8 * len(term):
        return 0.0
    return fuzz.partial_ratio(text, term, score_cutoff=score_cutoff)
