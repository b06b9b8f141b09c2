"""Portion marks: lifted off the text, and where the strike-through was misread a level proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.model.document import Mark
from app.model.terms import Certainty, Level, Position

_MARK = (
    r"(?P<strike>~~)?\((?P<level>TS|S|C|U)(?:/{1,2}(?P<caveats>[A-Z][A-Z0-9 ,/-]*))?\)(?(strike)~~)"
)
_TRAILING = re.compile(rf"""(?:^|\s|(?<=[.?!"”])){_MARK}\s*$""")
_LEADING = re.compile(rf"{_MARK}(?:\s+|$)")
_MISREAD = re.compile(
    r"""(?:^|[.?!"'”’)\]]\s+)(?P<strike>~~)?(?P<token>\S{2,5}?)(?(strike)~~)\s*$"""
)
_CLOSED = re.compile(r"[(\[{].*[)\]}]")
_OPEN = re.compile(r"[(\[{]\S*|\S*[)\]}]|\S*[^\w\s.,;:!?'\"“”‘’–—…/%&$#*-]\S*")
_BRACKETED = re.compile(r"\s([(\[{][^\s()\[\]{}]{1,3}[)\]}13jtfJTl]?)\s*$")
_WORD = re.compile(r"[(\[{](?:[A-Z]?[a-z]{3,}|[A-Z]{3,})[)\]}]")
_BRACKET = re.compile(r"[()\[\]{}]")
_SENTENCE_END = re.compile(r"""[.?!]["'”’)\]]*$""")
_MARKED, _LEAST_MARKED = 0.4, 2
"""Share and number of paragraphs with a mark from which each must have had one."""
_LONGEST_ALONE = 40
"""Characters of a mark with all its caveats."""
_TAIL = 60
"""Characters at the end of a text that are looked at."""


class Lifted(NamedTuple):
    """A text without its mark, and the mark."""

    text: str
    mark: Mark | None


def printed_mark(text: str) -> Lifted | None:
    """The mark a text ends in, where it reads as it should: "(C)", "~~(S//NF)~~"."""
    if not text.rstrip().endswith((")", "~~")):
        return None
    found = _TRAILING.search(text, max(0, len(text) - _TAIL))
    if found is None:
        return None
    return Lifted(text[: found.start()].rstrip(), _mark(found, Position.TRAILING))


def leading_mark(text: str) -> Lifted | None:
    """The mark that a text begins with, None if there is none."""
    found = _LEADING.match(text)
    return Lifted(text[found.end() :], _mark(found, Position.LEADING)) if found else None


def misread_mark(text: str) -> Lifted | None:
    """A struck mark at the end of the text that OCR misread: "(Ø)", "(jSjT", "ij^"; its level is
    still open.

    It is the last word, after the end of a sentence, of two to five characters, and holds a bracket
    or another sign that ends no sentence; a word in brackets, "(sic)", is none.
    """
    found = _MISREAD.search(text, max(0, len(text) - _TAIL))
    if found is None:
        return None
    token = found["token"]
    if not (_CLOSED.fullmatch(token) or _OPEN.fullmatch(token)) or _WORD.fullmatch(token):
        return None
    certainty = Certainty.MEDIUM if found["strike"] else Certainty.LOW
    mark = Mark(None, struck=True, reading=token, certainty=certainty)
    return Lifted(text[: found.start("strike" if found["strike"] else "token")].rstrip(), mark)


def bracketed_mark(text: str) -> Lifted | None:
    """A misread mark at the end of a text that ends no sentence: a bracket and a letter or two."""
    found = _BRACKETED.search(text, max(0, len(text) - _TAIL))
    if found is None:
        return None
    mark = Mark(None, struck=True, reading=found[1], certainty=Certainty.LOW)
    return Lifted(text[: found.start()].rstrip(), mark)


def is_mark(text: str) -> bool:
    """Whether the text is nothing but a mark, be it misread."""
    if len(text) > _LONGEST_ALONE:
        return False
    lifted = printed_mark(text) or misread_mark(text)
    return lifted is not None and not lifted.text


def lone_marks(lines: Sequence[str]) -> frozenset[int]:
    """The lines that are nothing but a mark.

    One without a bracket is dirt as likely as a mark: it counts where the line before ends a
    sentence and has no mark yet, and marks are printed elsewhere.
    """
    marked = any(map(printed_mark, lines))
    return frozenset(
        at
        for at, text in enumerate(lines)
        if len(text) <= _TAIL
        and is_mark(text)
        and (_BRACKET.search(text) or (marked and at and _lacks_mark(lines[at - 1])))
    )


def _lacks_mark(text: str) -> bool:
    return bool(_SENTENCE_END.search(text)) and not (printed_mark(text) or misread_mark(text))


def with_levels(marks: Sequence[Mark | None], banner: Level | None) -> list[Mark | None]:
    """The marks with a level proposed for each misread one, and for one that is not there at all.

    A letter still to be read in it decides, where the banner allows that level. Else it is the
    level of the last mark before it, or failing that of the next, that is classified and read with
    certainty; else the banner's. A struck mark hides a classified portion, so U is proposed only
    where it can be read.

    Each portion bears a mark (32 CFR 2001.21(c)). Where most do, one that seems to have none had a
    struck one that OCR missed: marks that are not struck are read.
    """
    marked = sum(mark is not None for mark in marks) >= max(_LEAST_MARKED, _MARKED * len(marks))
    missed = Mark(None, struck=True, certainty=Certainty.LOW)
    before: list[Level | None] = list(_last_seen(marks))
    after = list(_last_seen(list(reversed(marks))))[::-1]
    classified = banner not in (None, Level.U) or any(before)
    held = [missed if mark is None and marked and classified else mark for mark in marks]
    return [
        mark
        if mark is None or mark.level is not None
        else replace(mark, level=_proposed(mark.reading, before[at] or after[at], banner))
        for at, mark in enumerate(held)
    ]


def highest(marks: Iterable[Mark | None]) -> Level | None:
    """The highest level that a mark surely shows."""
    levels = [mark.level for mark in marks if mark and mark.level and mark.confirmed]
    return max(levels, key=lambda level: level.rank, default=None)


def _last_seen(marks: Iterable[Mark | None]) -> Iterable[Level | None]:
    seen: Level | None = None
    for mark in marks:
        if mark and mark.level not in (None, Level.U):
            seen = mark.level
        yield seen


def _proposed(reading: str, neighbour: Level | None, banner: Level | None) -> Level:
    highest = banner if banner and banner is not Level.U else None
    for letter in reading:
        level = Level.__members__.get(letter)
        if level and (level is Level.U or (highest and level.rank <= highest.rank)):
            return level
    return neighbour or highest or Level.C


def _mark(found: re.Match[str], position: Position) -> Mark:
    caveats = re.split(r"\s*/{1,2}\s*", found["caveats"]) if found["caveats"] else []
    reading = found[0].strip().strip("~")
    return Mark(
        Level[found["level"]],
        tuple(filter(None, (caveat.strip() for caveat in caveats))),
        struck=found["strike"] is not None,
        position=position,
        reading=reading,
        read_at=position,
    )
