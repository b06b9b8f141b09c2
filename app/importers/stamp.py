"""The declassification stamp (32 CFR 2001.25(b)): its lines, and the parts they state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from app.importers.banners import banner
from app.importers.lines import Line, capitals
from app.importers.parting import cut
from app.importers.titles import form_label, is_title
from app.importers.when_and_where import iso_date
from app.model.document import Stamp

_START = re.compile(r"\W{0,3}[A-Za-z0-9]{9,14}\b")
_PART = re.compile(
    r"E\.\s?[O0]\.|AS AMENDED|\b\d{4}\s?-\s?\d{3,4}\s?-\s?[A-Z]\b|\d{1,2}/\d{1,2}/\d{2}"
    r"|\bNARA\b|GUIDELINES|AUTHORITY|\bSEC\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"E\.\s?[O0]\.?\s?(\d{5})", re.ASCII | re.IGNORECASE)
_AMENDED = re.compile(r"\bas amended\b", re.IGNORECASE)
_CASE = re.compile(
    r"\b(\d{4})\s?-\s?(\d{3,4})\s?-\s?([A-Z]{1,2})\b(\s\(\d{1,2}\.\d{1,2}\))?", re.ASCII
)
_SIGNED = re.compile(r"(?:\b([A-Z][A-Za-z]{0,3})\s+)?(\d{1,2}/\d{1,2}/\d{2,4})\b", re.ASCII)
_WORD = re.compile(r"(?<=\s)\S{9,14}(?!\S)")
_BESIDE = re.compile(r"(?<!\bPER)\s(?=(?:PER\s?E|AS AMENDED|E\.\s?[O0]\.|NARA\b).{0,40}$)")
_ALIKE = 85
"""Likeness in per cent of a damaged DECLASSIFIED."""
_ENDINGS = ("", "IN PART", "IN FULL")
_MOST_LINES = 8
_LONGEST_LINE = 45


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a stamp printed beside the end of the text made lines of its own."""
    found: list[Line] = []
    last_start = -_MOST_LINES
    for number, line in enumerate(lines):
        at = _stamp_inside(line.text)
        if at is not None:
            last_start = number
        elif number - last_start < _MOST_LINES and (part := _BESIDE.search(line.text)):
            at = part.end()
        found += [line] if at is None else cut(line, at)
    return found


def _stamp_inside(text: str) -> int | None:
    """Where a stamp begins that stands after other words; not in the midst of a sentence."""
    for word in _WORD.finditer(text):
        before, after = text[: word.start()], text[word.end() :].strip()
        if _is_stamp_word(word[0]) and (_ends_here(before) or after in _ENDINGS):
            return word.start()
    return None


def _ends_here(before: str) -> bool:
    """Whether running text ends here: a sentence or its mark, or a wide gap follows."""
    bare = before.rstrip()
    return bare[-1:] in ".?!:)]}\"'”’^" or len(before) - len(bare) > 1


def _is_stamp_word(word: str) -> bool:
    return fuzz.ratio(capitals(word), "DECLASSIFIED") >= _ALIKE


def starts_stamp(line: Line) -> bool:
    """Whether the line begins a stamp: in capitals, a word like DECLASSIFIED."""
    word = _START.match(line.text)
    return word is not None and _is_stamp_word(word[0])


def stamp_length(lines: Sequence[Line], start: int) -> int:
    """How many lines from ``start`` on are the stamp that begins there.

    It goes on with short lines to the next blank line, and over that while a line states a part of
    a stamp; never into a banner or the memorandum's title or form.
    """
    stop = start + 1
    for line in lines[start + 1 : start + _MOST_LINES]:
        part = _PART.search(line.text) is not None
        if line.page != lines[start].page or len(line.text) > _LONGEST_LINE:
            break
        if (line.spaced and not part) or is_title(line) or form_label(line.text):
            break
        if banner(line, edge=True):
            break
        stop += 1
    return stop - start


def parsed_stamp(texts: Iterable[str]) -> Stamp:
    """The parts of the stamps printed on a memorandum; the first that states a part counts."""
    text = " ".join(" ".join(texts).split())
    authority = _AUTHORITY.search(text)
    case = _CASE.search(text)
    signed = _SIGNED.search(_CASE.sub(" ", text))  # its last letter is nobody's initial
    amended = ", as amended" if _AMENDED.search(text) else ""
    return Stamp(
        authority=f"E.O. {authority[1]}{amended}" if authority else "",
        case="-".join(case.groups()[:3]) + (case[4] or "") if case else "",
        initials=(signed[1] or "") if signed else "",
        date=iso_date(signed[2]) if signed else "",
    )
