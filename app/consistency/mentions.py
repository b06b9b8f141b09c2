"""Every mention of a term: in text, metadata, participants, head, lines of the pages and notes.

A mention may differ by case, line break, hyphen, possessive, what an OCR confuses, or a few letters
of a misspelt name; initials and single names of several are mentions that a person must judge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.edits import AddRedaction, Compound, Edit, WithholdField
from app.model.passage import Passage
from app.model.redactions import (
    Portion,
    fields,
    is_withheld,
    passages,
    portions,
    redactions_in,
)
from app.model.spans import Note
from app.model.terms import Disposition

_CLOSE = 84
"""Of 100, how like a misspelt word must be; "Norriega" is 93 like "Noriega"."""
_SHORT = 5
"""Words under so many letters are never taken for misspelt."""
_KEPT = 1 << 15
"""Words whose likeness is remembered: those of a long paper."""
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHAPES = (
    ("rn", "m"),
    ("ri", "n"),
    ("vv", "w"),
    ("cl", "d"),
    ("0", "o"),
    ("1", "l"),
    ("5", "s"),
    ("8", "b"),
)
_LIKE_L = str.maketrans("i|!", "lll")


class Likeness(Enum):
    """How a mention is written."""

    SAME = "the same"
    MISREAD = "as misread"
    MISSPELT = "as misspelt"
    INITIALS = "initials"
    PART = "a part of the name"

    @property
    def sure(self) -> bool:
        """Whether it can be withheld without a person's judgement."""
        return self in (Likeness.SAME, Likeness.MISREAD, Likeness.MISSPELT)


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention at ``start:end`` of the passage ``where``, or in the value ``where`` as a whole.

    ``withheld``: it is so already. ``edit`` withholds it; None where a person must look first, or
    where it is never released anyway (a note, a line of a page).
    """

    where: str
    start: int
    end: int
    text: str
    likeness: Likeness
    withheld: bool
    edit: Edit | None


def mentions(
    document: Document, term: str, exemptions: tuple[Exemption, ...] = ()
) -> tuple[Mention, ...]:
    """Every mention of the term; their edits withhold them for these reasons."""
    sought = words_of(term)
    if not sought:
        return ()
    wholly = {where for one in portions(document) if _is_withheld(one) for where in one.where}
    found: list[Mention] = []
    for where, passage in passages(document):
        for start, end, likeness in found_in(passage.text, sought):
            edit: Edit | None = None
            if likeness.sure:
                edit = AddRedaction(((where, start, end),), exemptions)
            text = passage.text[start:end]
            hidden = where in wholly or _is_covered(passage, start, end)
            found.append(Mention(where, start, end, text, likeness, hidden, edit))
        found += _in_notes(passage, where, sought)
    for field, value in fields(document):
        for start, end, likeness in found_in(value, sought):
            edit = WithholdField(field, exemptions) if likeness.sure else None
            hidden = is_withheld(document, field)
            found.append(Mention(field, start, end, value[start:end], likeness, hidden, edit))
    return tuple(found)


def withhold_everywhere(found: tuple[Mention, ...]) -> Compound:
    """One edit for the mentions that were chosen from ``mentions``, as one step to undo."""
    edits = [one.edit for one in found if one.edit is not None and not one.withheld]
    return Compound("Withhold Everywhere", tuple(dict.fromkeys(edits)))


def _is_withheld(portion: Portion) -> bool:
    return portion.decision is not None and portion.decision.disposition in (
        Disposition.DENY,
        Disposition.REFER,
    )


def _is_covered(passage: Passage, start: int, end: int) -> bool:
    covered = {at for one in redactions_in(passage) for at in range(one.start, one.end)}
    return all(at in covered or passage.text[at].isspace() for at in range(start, end))


def _in_notes(passage: Passage, where: str, sought: Sequence[str]) -> Iterator[Mention]:
    """Notes are never released; they are listed so that a person knows."""
    for note in passage.spans:
        if isinstance(note, Note):
            for message in note.messages:
                for start, end, likeness in found_in(message.text, sought):
                    text = message.text[start:end]
                    place = f"{where}#{note.id}"
                    yield Mention(place, start, end, text, likeness, True, None)


# -- likeness --------------------------------------------------------------------------------------


def words_of(term: str) -> tuple[str, ...]:
    """The words to look for."""
    return tuple(match.group() for match in _WORD.finditer(term))


def found_in(text: str, sought: Sequence[str]) -> Iterator[tuple[int, int, Likeness]]:
    """Where the words sought stand: the likest first, none that overlaps a liker one."""
    words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
    bare = [_bare(word) for _, _, word in words]
    there = _flat(" ".join(sought))
    most = len(there) + max(2, len(there) // 4)
    candidates: list[tuple[int, float, int, int, Likeness]] = []
    for at, (start, _, word) in enumerate(words):
        for size in (len(sought), len(sought) + 1, len(sought) - 1):
            # Most are too long to be alike, which is quickly seen.
            if not 0 < size <= len(words) - at or sum(map(len, bare[at : at + size])) > most + 1:
                continue
            end = words[at + size - 1][1]
            here = "".join(bare[at : at + size - 1]) + _flat(words[at + size - 1][2])
            likeness, score = _likeness(here, there)
            if likeness is not None:
                candidates.append((_RANKS[likeness], -score, start, end, likeness))
        lesser = _lesser(word, sought) if len(sought) > 1 else None
        if lesser is not None:
            candidates.append((_RANKS[lesser], 0.0, start, words[at][1], lesser))
    taken: list[tuple[int, int, Likeness]] = []
    for _, _, start, end, likeness in sorted(candidates, key=lambda held: held[:4]):
        if all(end <= low or high <= start for low, high, _ in taken):
            taken.append((start, end, likeness))
    yield from sorted(taken, key=lambda held: held[:2])


_RANKS = {likeness: rank for rank, likeness in enumerate(Likeness)}


def _likeness(here: str, there: str) -> tuple[Likeness | None, float]:
    if not here or abs(len(here) - len(there)) > max(2, len(there) // 4):
        return None, 0.0
    if here == there:
        return Likeness.SAME, 100.0
    if _shape(here) == _shape(there):
        return Likeness.MISREAD, 100.0
    score = fuzz.ratio(here, there) if len(there) >= _SHORT else 0.0
    return (Likeness.MISSPELT, score) if score >= _CLOSE else (None, 0.0)


def _lesser(word: str, sought: Sequence[str]) -> Likeness | None:
    if not word[:1].isupper():
        return None
    flat = _flat(word)
    initials = "".join(_flat(one)[:1] for one in sought)
    if flat == initials and word.replace(".", "").isupper():
        return Likeness.INITIALS
    if len(flat) >= _SHORT - 1 and any(flat == _flat(one) for one in sought):
        return Likeness.PART
    return None


@lru_cache(_KEPT)
def _flat(text: str) -> str:
    """Without case, accents, possessive, hyphens, blanks and marks."""
    return _bare(_POSSESSIVE.sub("", text))


@lru_cache(_KEPT)
def _bare(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalnum, parted))


@lru_cache(_KEPT)
def _shape(flat: str) -> str:
    """What an engine sees: letters that it confuses are one."""
    for read, meant in _SHAPES:
        flat = flat.replace(read, meant)
    return flat.translate(_LIKE_L)
