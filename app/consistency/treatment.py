"""The same words, treated differently: withheld here, released there, or in an earlier release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.document import Document
from app.model.passage import Passage
from app.model.redactions import passage_at, portions, withheld
from app.model.terms import Disposition
from app.release.mentions import RULE

LONG = 5
"""Words running that are no chance agreement."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Different:
    """Words withheld at ``where`` that are released at ``released`` ("an earlier release" or a
    place).
    """

    where: str
    start: int
    end: int
    released: str

    @property
    def message(self) -> str:
        """A sentence for a person, without the words."""
        return f"The same words are released in {self.released}: decide alike, or say why not."


def different(document: Document, earlier: str | None = None) -> tuple[Different, ...]:
    """Where words are withheld that this document, or the text of an ``earlier`` release of it,
    releases. Short ones are ``mentions.undecided``; here are those of at least ``LONG`` words, and
    in an earlier release those of any length.
    """
    released = [(where, _words(text)) for where, text in _released(document)]
    before = _words(earlier) if earlier is not None else []
    found: list[Different] = []
    for where, start, end, text in _withheld(document):
        words = _words(text)
        for place, there in released:
            if len(words) >= LONG and _shares(words, there, LONG):
                found.append(Different(where, start, end, place))
        if before and words and _shares(words, before, min(LONG, len(words))):
            found.append(Different(where, start, end, "an earlier release"))
    dismissed = {one.where for one in document.dismissed if one.rule == RULE}
    return tuple(one for one in found if one.where not in dismissed)


def _withheld(document: Document) -> Iterator[tuple[str, int, int, str]]:
    for portion in portions(document):
        for where in portion.where:
            passage = passage_at(document, where) or Passage()
            if portion.decision is not None and portion.decision.disposition in (
                Disposition.DENY,
                Disposition.REFER,
            ):
                yield where, 0, len(passage.text), passage.text
            else:
                for one in withheld(passage):
                    yield where, one.start, one.end, passage.text[one.start : one.end]


def _released(document: Document) -> Iterator[tuple[str, str]]:
    """The words of each place that is not withheld; a gap parts them."""
    for portion in portions(document):
        if portion.decision is None or portion.decision.disposition in (
            Disposition.DENY,
            Disposition.REFER,
        ):
            continue
        for where in portion.where:
            passage = passage_at(document, where) or Passage()
            at = 0
            for one in (*withheld(passage), None):
                end = len(passage.text) if one is None else one.start
                yield where, passage.text[at:end]
                at = end if one is None else one.end


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _shares(words: list[str], there: list[str], size: int) -> bool:
    if size > len(there):
        return False
    held = {tuple(there[at : at + size]) for at in range(len(there) - size + 1)}
    return any(tuple(words[at : at + size]) in held for at in range(len(words) - size + 1))
