"""Two states of one document beside each other: where they differ, and how each of them reads.

For people who have to choose between the two: it says what a person would see, place by place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import zip_longest
from typing import Any

from app.model.differing import stretches
from app.model.document import Document, Heading, Metadata, Page, Paragraph
from app.model.passage import Passage
from app.model.terms import Kind

_PARTS = {
    "kind": "speaker",
    "speaker": "speaker",
    "voice": "speaker",
    "certainty": "speaker",
    "assigned": "speaker",
    "label": "speaker label",
    "mark": "portion mark",
    "reviewed": "progress",
    "made": "paragraph break",
    "decision": "decision",
}
_NAMES = {"original_level": "Original classification", "override": "Overall classification"}


@dataclass(frozen=True, slots=True)
class Contrast:
    """One place where the two differ.

    ``where`` says which ("Paragraph 12", as the second counts), ``what`` differs there in words
    ("text, speaker"). ``before`` and ``after`` are how it reads, "" where it is not there.
    """

    where: str
    what: str
    before: str
    after: str


def contrasts(before: Document, after: Document) -> Iterator[Contrast]:
    """All of them: the head, what it says, the people, the conversation, the pages."""
    yield from _heading(before.heading, after.heading)
    yield from _metadata(before.metadata, after.metadata)
    yield from _people(before, after)
    yield from _conversation(before, after)
    yield from _pages(before.pages, after.pages)
    yield from _one("End mark", _read(before.trailer), _read(after.trailer))


def _one(where: str, before: str, after: str, what: str = "text") -> Iterator[Contrast]:
    if before != after:
        yield Contrast(where, what, before, after)


def _read(passage: Passage | None) -> str:
    return " ".join(passage.text.split()) if passage is not None else ""


def _heading(before: Heading, after: Heading) -> Iterator[Contrast]:
    yield from _one("Title", _read(before.title), _read(after.title))
    for old, new in zip_longest(before.entries, after.entries):
        texts = [
            f"{_read(entry.label)} {_read(entry.text)}" if entry is not None else ""
            for entry in (old, new)
        ]
        yield from _one(f"Heading, {_read((new or old).label).rstrip(':')}", texts[0], texts[1])


def _metadata(before: Metadata, after: Metadata) -> Iterator[Contrast]:
    for field in fields(Metadata):
        name = _NAMES.get(field.name, field.name.replace("_", " ").capitalize())
        values = (_value(getattr(one, field.name)) for one in (before, after))
        yield from _one(name, next(values), next(values), "metadata")


def _value(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if hasattr(value, "value"):
        return str(value.value)
    parts = (getattr(value, field.name) for field in fields(value) if field.name != "act")
    return ", ".join(filter(None, map(_value, parts)))


def _people(before: Document, after: Document) -> Iterator[Contrast]:
    old, new = ({one.id: one for one in document.people} for document in (before, after))
    for identifier in dict.fromkeys((*old, *new)):
        texts = []
        for held in (old.get(identifier), new.get(identifier)):
            parts = (held.name, held.office, held.affiliation, *held.aliases) if held else ()
            texts.append(", ".join(filter(None, parts)))
        yield from _one("Participant", texts[0], texts[1], "people")


def _conversation(before: Document, after: Document) -> Iterator[Contrast]:
    ours, theirs = list(before.paragraphs), list(after.paragraphs)
    ids = [[paragraph.id for paragraph in side] for side in (ours, theirs)]
    for same, start, stop, low, high in stretches(*ids):
        if same:
            pairs: Iterator[Any] = zip(ours[start:stop], theirs[low:high], strict=True)
        else:
            pairs = zip_longest(ours[start:stop], theirs[low:high])
        for number, (old, new) in enumerate(pairs, low + 1):
            if old is not new and old != new:
                yield Contrast(
                    f"Paragraph {number}",
                    _what(old, new),
                    _portion(before, old),
                    _portion(after, new),
                )


def _what(old: Paragraph | None, new: Paragraph | None) -> str:
    if old is None or new is None:
        return "new paragraph" if old is None else "paragraph gone"
    differing = {f.name for f in fields(Paragraph) if getattr(old, f.name) != getattr(new, f.name)}
    found = ["text"] if old.text != new.text else []
    if "passage" in differing and old.text == new.text:
        found.append("what is said of words")
    found += [part for name, part in _PARTS.items() if name in differing]
    return ", ".join(dict.fromkeys(found)) or "what other programs wrote"


def _portion(document: Document, paragraph: Paragraph | None) -> str:
    """As the page has it: speaker, mark, text."""
    if paragraph is None:
        return ""
    person = document.person(paragraph.speaker)
    name = f"{person.name}:" if person is not None and paragraph.kind is Kind.TURN else ""
    mark = paragraph.mark.text if paragraph.mark is not None else ""
    return " ".join(filter(None, (name, mark, paragraph.text)))


def _pages(before: Sequence[Page], after: Sequence[Page]) -> Iterator[Contrast]:
    for old, new in zip_longest(before, after):
        if old == new:
            continue
        texts = [
            " · ".join(_read(piece.text) for piece in page.furniture) if page is not None else ""
            for page in (old, new)
        ]
        what = "lines of the page" if texts[0] != texts[1] else "page image or order"
        yield Contrast(f"Page {(new or old).number}", what, texts[0], texts[1])
