"""Merging whole documents, part by part."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from app.model.document import Document, Furniture, HeadingEntry, Person, Revision, Stamp
from app.model.merging.decisions import with_seen_released
from app.model.merging.identifiers import kept_apart
from app.model.merging.paragraphs import merged_paragraphs, merged_parts
from app.model.merging.passages import merged_passage
from app.model.merging.taking import sound
from app.model.merging.values import Conflict, Sides, union
from app.model.passage import Passage

_SETS = ("dismissed", "withheld", "reviewers")
_RECORDS = (Stamp, HeadingEntry, Furniture)


@dataclass(frozen=True, slots=True)
class Merge:
    """The document of both, and what they do not agree on; there it has the first's way."""

    document: Document
    conflicts: tuple[Conflict, ...]


def merged(base: Document, first: Document, second: Document) -> Merge:
    """``first`` and ``second``, both made from ``base``, as one.

    The record of saves has both, those of the first before those of the second; where both have
    new ones, the second's lose their links, and get new ones at the next save.
    """
    second = kept_apart(base, first, second)
    sides = Sides()
    parts: dict[str, Any] = {
        "paragraphs": merged_paragraphs(sides, base, first, second),
        "people": _listed(sides, "people", base, first, second),
        "places": _listed(sides, "places", base, first, second),
        "pages": _listed(sides, "pages", base, first, second),
        "revisions": _revisions(base.revisions, first.revisions, second.revisions),
        "serial": max(first.serial, second.serial),
        "heading": _record(sides, ("heading",), *(d.heading for d in (base, first, second))),
        "metadata": _record(sides, ("metadata",), *(d.metadata for d in (base, first, second))),
        "words": _words(base, first, second),
    }
    for name in _SETS:
        parts[name] = tuple(union(*(getattr(d, name) for d in (base, first, second))))
    for field in fields(Document):
        if field.name not in parts:
            parts |= merged_parts(sides, (), (field.name,), base, first, second)
    document = _with_speakers(Document(**parts), base, first, second)
    document = with_seen_released(sound(document), first, second)
    return Merge(document, tuple(sides.conflicts))


def _listed(sides: Sides, name: str, *three: Document) -> tuple[Any, ...]:
    """Things with an id: each by itself; who was put in or taken out by one is in or out."""
    base, first, second = (
        {thing.id: thing for thing in getattr(document, name)} for document in three
    )
    order, settled = sides.decided(tuple(base), tuple(first), tuple(second))
    if not settled:
        common = [[one for one in side if one in base] for side in (first, second)]
        kept = common[1] if common[0] == [one for one in base if one in first] else common[0]
        added = sorted({*first, *second} - {*base})
        order = (*(one for one in kept if one in first and one in second), *added)
    made = []
    for identifier in order:
        held = [side.get(identifier) for side in (base, first, second)]
        present = [thing for thing in held if thing is not None]
        if len(present) == 3:
            made.append(_record(sides, (name, identifier), *held))
        else:
            made.append(present[-1])
    return tuple(made)


def _record(sides: Sides, path: tuple[str | int, ...], *three: Any) -> Any:
    """Field by field; lists of equal length place by place."""
    decided, settled = sides.decided(*three)
    if settled:
        return decided
    parts: dict[str, Any] = {}
    for field in fields(three[0]):
        values = [getattr(one, field.name) for one in three]
        text = merged_passage(*values) if _are(Passage, values) else None
        if text is not None:
            parts[field.name] = text
        elif _are(_RECORDS, values):
            parts[field.name] = _record(sides, (*path, field.name), *values)
        elif _are_lists(values):
            rows = enumerate(zip(*values, strict=True))
            parts[field.name] = tuple(
                _record(sides, (*path, field.name, at), *row) for at, row in rows
            )
        else:
            parts |= merged_parts(sides, path, (field.name,), *three)
    return replace(three[1], **parts)


def _are_lists(values: list[Any]) -> bool:
    return (
        all(isinstance(value, tuple) and len(value) == len(values[0]) for value in values)
        and len(values[0]) > 0
        and all(_are(_RECORDS, value) for value in values)
    )


def _are(kinds: type | tuple[type, ...], values: Any) -> bool:
    return all(isinstance(value, kinds) for value in values)


def _words(*three: Document) -> Any:
    good, bad = (
        tuple(sorted(union(*(getattr(d.words, name) for d in three)))) for name in ("good", "bad")
    )
    decided, settled = Sides().decided(*(d.words for d in three))
    if settled:
        return decided
    return replace(three[1].words, good=good, bad=tuple(word for word in bad if word not in good))


def _revisions(
    base: tuple[Revision, ...], first: tuple[Revision, ...], second: tuple[Revision, ...]
) -> tuple[Revision, ...]:
    if second[: len(first)] == first:
        return second
    new = [one for one in second[len(base) :] if one not in first]
    return (*first, *(replace(one, digest="") for one in new))


def _with_speakers(made: Document, *three: Document) -> Document:
    """Whom one took off the list and another let speak stays on it."""
    known = {person.id for person in made.people}
    asked = {p.speaker for p in made.paragraphs} | {p.voice for p in made.paragraphs}
    missing: dict[str, Person] = {}
    for document in three:
        for person in document.people:
            if person.id in asked and person.id not in known:
                missing[person.id] = person
    return replace(made, people=(*made.people, *missing.values()))
