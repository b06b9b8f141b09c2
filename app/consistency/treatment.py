"""The same words, treated differently: withheld here, released there, or in an earlier release.

Short ones are ``undecided``; here are those of at least ``LONG`` words, and in an earlier release
those of any length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.consistency.parts import Part, dismissed_under, parts
from app.model.document import Document

RULE = "treated-differently"
"""The name under which a difference that may be is dismissed (``edits.DismissFinding``)."""
LONG = 5
"""Words running that are no chance agreement."""
EARLIER = "an earlier release"
_EXCERPT = 60
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Run = tuple[str, ...]
"""Words running, in small letters."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``start:end`` withheld at ``where``; ``excerpt`` is how they begin."""

    where: str
    start: int
    end: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Different:
    """Words withheld at ``where`` that are released at ``released`` (``EARLIER`` or a place).

    ``excerpt`` is how they begin: what a difference is dismissed under.
    """

    where: str
    start: int
    end: int
    excerpt: str
    released: str


def different(document: Document, earlier: str | None = None) -> tuple[Different, ...]:
    """Where words are withheld that this document, or the text of an ``earlier`` release of it,
    releases; in the order of the document.
    """
    dismissed = {(one.where, one.excerpt) for one in document.dismissed if one.rule == RULE}
    held = tuple(parts(document))
    found: dict[Different, None] = {}
    sought = runs_of(held, LONG)
    for part in held:
        if part.decided:
            for run in runs_in(part, sought):
                found |= dict.fromkeys(_different(one, part.where) for one in sought[run])
    if earlier is not None:
        there = _words(earlier)
        sought = runs_of(held, 1)
        for size in range(1, LONG + 1):
            for run in _windows(there, size):
                found |= dict.fromkeys(_different(one, EARLIER) for one in sought.get(run, ()))
    order = {part.where: number for number, part in enumerate(held)}
    return tuple(
        one
        for one in sorted(found, key=lambda one: (order[one.where], one.start))
        if (dismissed_under(one.where), one.excerpt) not in dismissed
    )


Runs = dict[Run, tuple[Stretch, ...]]


def runs_of(held: Iterable[Part], least: int) -> Runs:
    """All runs of ``LONG`` words in what is withheld; where a redaction has fewer, but at least
    ``least``, all of it.
    """
    found: dict[Run, tuple[Stretch, ...]] = {}
    for part in held:
        for start, end in part.hidden:
            words = _words(part.text[start:end])
            if len(words) >= (LONG if part.wholly else least):
                excerpt = part.text[start : min(end, start + _EXCERPT)]
                stretch = Stretch(part.where, start, end, excerpt)
                for run in _windows(words, min(LONG, len(words))):
                    if stretch not in found.get(run, ()):
                        found[run] = (*found.get(run, ()), stretch)
    return found


def runs_in(part: Part, sought: Runs) -> set[Run]:
    """Which of the runs the part releases; a gap parts them."""
    found: set[Run] = set()
    for start, end in part.released if sought else ():
        found |= sought.keys() & set(_windows(_words(part.text[start:end]), LONG))
    return found


def _different(stretch: Stretch, released: str) -> Different:
    return Different(stretch.where, stretch.start, stretch.end, stretch.excerpt, released)


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _windows(words: list[str], size: int) -> Iterator[Run]:
    return zip(*(words[at:] for at in range(size)), strict=False)
