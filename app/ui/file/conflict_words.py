"""A conflict of a merge in words: where it is, and how each side reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from app.model.document import Document, Mark, Paragraph
from app.model.merging import Conflict, Merge
from app.model.passage import Passage
from app.model.terms import Act, Kind
from app.ui.local_time import local_time


@dataclass(frozen=True, slots=True)
class Names:
    """What the person is told of the two: of the other copy in a sentence, and of each side."""

    other: str
    mine: str
    theirs: str


NOTHING = "(nothing)"
_PLACES = {"people": "Participant", "places": "Place", "pages": "Page", "metadata": "Metadata"}


def places_of(found: Merge) -> tuple[str, ...]:
    """For each conflict where it is: "Paragraph 12: speaker", "Metadata, date"."""
    numbers = {one.id: at for at, one in enumerate(found.document.paragraphs, 1)}
    return tuple(_place(conflict, numbers) for conflict in found.conflicts)


def _place(conflict: Conflict, numbers: dict[str, int]) -> str:
    first, *rest = conflict.where.split("/")
    if first in numbers:
        return f"Paragraph {numbers[first]}: {conflict.part}"
    words = [_PLACES.get(first, first.capitalize()), *(part.replace("_", " ") for part in rest)]
    part = conflict.part.replace("_", " ")
    if part not in words and part != first:
        words.append(part)
    return ", ".join(words)


def sides_of(conflict: Conflict, document: Document) -> tuple[str, str, str]:
    """The original, and both sides, as a person would see them.

    Where the words are the same on both sides, what is said of them is told as well.
    """
    values = (conflict.base, conflict.first, conflict.second)
    speaker = conflict.part == "speaker"
    texts = [_speaker(value, document) if speaker else _said(value) for value in values]
    if texts[1] == texts[2]:
        texts = [f"{text}\n{_about(value)}" for text, value in zip(texts, values, strict=True)]
    return texts[0], texts[1], texts[2]


def _speaker(value: Any, document: Document) -> str:
    kind, speaker, voice, *_ = value
    person = document.person(speaker or voice)
    name = person.name if person is not None else "nobody named"
    return f"Narrative, words of {name}" if kind is Kind.NARRATIVE else name


def _said(value: Any) -> str:
    """Any value of the model."""
    match value:
        case None | "" | ():
            return NOTHING
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return str(value)
        case Enum():
            return str(value.value)
        case Passage():
            return value.text or NOTHING
        case Act():
            return local_time(value.when)
        case Mark():
            return (value.text or "no mark") + (", struck" if value.struck else "")
        case Paragraph():
            return value.text
    if is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value) if field.name != "id"]
    else:
        parts = list(value)
    between = "\n" if parts and isinstance(parts[0], Paragraph) else ", "
    return between.join(said for said in map(_said, parts) if said != NOTHING) or NOTHING


def _about(value: Any) -> str:
    """How many corrections, names and decisions stand in the text."""
    passages = [value] if isinstance(value, Passage) else []
    if isinstance(value, tuple):
        passages = [one.passage for one in value if isinstance(one, Paragraph)]
    kinds = Counter(type(span).__name__ for one in passages for span in one.spans)
    return ", ".join(f"{name.lower()}: {times}" for name, times in sorted(kinds.items()))
