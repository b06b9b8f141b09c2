"""Every mention of a term: in text, metadata, participants, head, lines of the pages and notes.

A mention may differ by case, line break, hyphen, possessive, what an OCR confuses, or a few letters
of a misspelt name; initials and single names of several are mentions that a person must judge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.edits import AddRedaction, Compound, Edit, WithholdField
from app.model.passage import Passage
from app.model.redactions import (
    fields,
    is_withheld,
    passage_at,
    passages,
    portions,
    redactions,
)
from app.model.spans import Note
from app.model.terms import Disposition

RULE = "withheld-elsewhere"
"""The name under which a mention that may stay is dismissed (``edits.DismissFinding``)."""
_CLOSE = 84
"""Of 100, how like a misspelt word must be; "Norriega" is 93 like "Noriega"."""
_SHORT = 5
"""Words under so many letters are never taken for misspelt."""
_TERM = 4
"""Words in a redaction that make it a term, whose other mentions must be decided."""
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINT = re.compile(r"[-\u2010\u2011\u00ad]\s*\n?\s*|\s+")
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


@dataclass(frozen=True, slots=True)
class Undecided:
    """A mention of withheld words that is released, and nobody said that it may be."""

    where: str
    excerpt: str
    message: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def mentions(
    document: Document, term: str, exemptions: tuple[Exemption, ...] = ()
) -> tuple[Mention, ...]:
    """Every mention of the term; their edits withhold them for these reasons."""
    sought = [word.text for word in _words(term)]
    if not sought:
        return ()
    found: list[Mention] = []
    for where, passage in passages(document):
        for start, end, likeness in _found(passage.text, sought):
            edit: Edit | None = None
            if likeness.sure:
                edit = AddRedaction(((where, start, end),), exemptions)
            text = passage.text[start:end]
            hidden = _is_hidden(document, where, passage, start, end)
            found.append(Mention(where, start, end, text, likeness, hidden, edit))
        found += _in_notes(passage, where, sought)
    for field, value in fields(document):
        for start, end, likeness in _found(value, sought):
            edit = WithholdField(field, exemptions) if likeness.sure else None
            hidden = is_withheld(document, field)
            found.append(Mention(field, start, end, value[start:end], likeness, hidden, edit))
    return tuple(found)


def withhold_everywhere(found: tuple[Mention, ...]) -> Compound:
    """One edit for the mentions that were chosen from ``mentions``, as one step to undo."""
    edits = [one.edit for one in found if one.edit is not None and not one.withheld]
    return Compound("Withhold Everywhere", tuple(dict.fromkeys(edits)))


def undecided(document: Document) -> tuple[Undecided, ...]:
    """Mentions of short withheld stretches that are released and not dismissed under ``RULE``.

    All other mentions of what is withheld are decided before a release.
    """
    dismissed = {(one.where, one.excerpt) for one in document.dismissed if one.rule == RULE}
    found: dict[Undecided, None] = {}
    for term in _terms(document):
        for one in mentions(document, term):
            released = not one.withheld and not one.where.startswith(("page-", "trailer"))
            if not released or one.likeness is Likeness.PART:
                continue
            if one.text and (one.where, one.text) not in dismissed and "#" not in one.where:
                message = f"withheld words stand here too ({one.likeness.value}): decide"
                found[Undecided(one.where, one.text, message)] = None
    return tuple(found)


def _terms(document: Document) -> list[str]:
    terms: dict[str, None] = {}
    for where, redaction in redactions(document):
        passage = passage_at(document, where) or Passage()
        text = passage.text[redaction.start : redaction.end]
        if 0 < len(_words(text)) <= _TERM and any(map(str.isalpha, text)):
            terms[text] = None
    for field in document.withheld:
        person = document.person(field.field.removeprefix("person/"))
        if person is not None:
            terms |= dict.fromkeys((person.name, *person.aliases))
    return [term for term in terms if term.strip()]


def _is_hidden(document: Document, where: str, passage: Passage, start: int, end: int) -> bool:
    """Whether these characters are withheld by a redaction or with the whole portion."""
    held = next((one for one in portions(document) if where in one.where), None)
    if held is not None and held.decision is not None:
        whole = (Disposition.DENY, Disposition.REFER)
        if held.decision.disposition in whole:
            return True
    covered = {
        at
        for name, one in redactions(document)
        if name == where
        for at in range(one.start, one.end)
    }
    return all(at in covered or passage.text[at].isspace() for at in range(start, end))


def _in_notes(passage: Passage, where: str, sought: list[str]) -> Iterator[Mention]:
    """Notes are never released; they are listed so that a person knows."""
    for note in passage.spans:
        if isinstance(note, Note):
            for message in note.messages:
                for start, end, likeness in _found(message.text, sought):
                    text = message.text[start:end]
                    place = f"{where}#{note.id}"
                    yield Mention(place, start, end, text, likeness, True, None)


# -- likeness --------------------------------------------------------------------------------------


def _words(text: str) -> list[_Word]:
    return [_Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]


def _found(text: str, sought: list[str]) -> Iterator[tuple[int, int, Likeness]]:
    """Where the words sought stand: the likest first, none that overlaps a liker one."""
    words = _words(text)
    candidates: list[tuple[int, float, int, int, Likeness]] = []
    for at in range(len(words)):
        for size in (len(sought), len(sought) + 1, len(sought) - 1):
            if 0 < size <= len(words) - at:
                start, end = words[at].start, words[at + size - 1].end
                likeness, score = _likeness(text[start:end], sought)
                if likeness is not None:
                    candidates.append((_rank(likeness), -score, start, end, likeness))
        lesser = _lesser(words[at], sought) if len(sought) > 1 else None
        if lesser is not None:
            candidates.append((_rank(lesser), 0.0, words[at].start, words[at].end, lesser))
    taken: list[tuple[int, int, Likeness]] = []
    for _, _, start, end, likeness in sorted(candidates, key=lambda held: held[:4]):
        if all(end <= low or high <= start for low, high, _ in taken):
            taken.append((start, end, likeness))
    yield from sorted(taken, key=lambda held: held[:2])


def _rank(likeness: Likeness) -> int:
    return list(Likeness).index(likeness)


def _likeness(text: str, sought: list[str]) -> tuple[Likeness | None, float]:
    here, there = _flat(text), _flat(" ".join(sought))
    if not here or abs(len(here) - len(there)) > max(2, len(there) // 4):
        return None, 0.0
    if here == there:
        return Likeness.SAME, 100.0
    if _shape(here) == _shape(there):
        return Likeness.MISREAD, 100.0
    score = fuzz.ratio(here, there) if len(there) >= _SHORT else 0.0
    return (Likeness.MISSPELT, score) if score >= _CLOSE else (None, 0.0)


def _lesser(word: _Word, sought: list[str]) -> Likeness | None:
    bare = _flat(word.text)
    initials = "".join(_flat(one)[:1] for one in sought)
    if not word.text[:1].isupper():
        return None
    if bare == initials and word.text.replace(".", "").isupper():
        return Likeness.INITIALS
    if len(bare) >= _SHORT - 1 and any(bare == _flat(one) for one in sought):
        return Likeness.PART
    return None


def _flat(text: str) -> str:
    """Without case, accents, possessive, hyphens, blanks and marks."""
    text = _POSSESSIVE.sub("", text)
    parted = unicodedata.normalize("NFKD", _JOINT.sub("", text).casefold())
    return "".join(letter for letter in parted if letter.isalnum())


def _shape(flat: str) -> str:
    """What an engine sees: letters that it confuses are one."""
    for read, meant in _SHAPES:
        flat = flat.replace(read, meant)
    return flat.translate(_LIKE_L)
