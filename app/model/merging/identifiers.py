"""Identifiers that both reviewers gave to different things: the second's get new ones."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.model.document import Document
from app.model.merging.values import mapped
from app.model.redactions import passages

_REFERENCES = frozenset({"id", "speaker", "voice", "ref", "by"})
_PATHS = frozenset({"where", "field", "portion"})


def kept_apart(base: Document, first: Document, second: Document) -> Document:
    """``second`` with new identifiers for what it names as ``first`` names something else."""
    known = set(_things(base))
    ours, theirs = _things(first), _things(second)
    clashing = [
        name
        for name, things in theirs.items()
        if name not in known and name in ours and ours[name] != things
    ]
    taken = {*known, *ours, *theirs}
    names: dict[str, str] = {}
    serial = max(first.serial, second.serial)
    for name in sorted(clashing):
        stem, _, tail = name.rpartition("-")
        stem = stem if tail.isdigit() else name
        while f"{stem}-{serial}" in taken:
            serial += 1
        names[name] = f"{stem}-{serial}"
        taken.add(names[name])
    if not names:
        return second
    renamed: Document = _renamed(second, names)
    return replace(renamed, serial=serial + 1)


def _things(document: Document) -> dict[str, list[Any]]:
    """All that has an identifier, by it; the pieces of a redaction share one."""
    found: dict[str, list[Any]] = {}
    for thing in _with_id(document):
        found.setdefault(thing.id, []).append(thing)
    return found


def _with_id(document: Document) -> Iterator[Any]:
    yield from document.paragraphs
    yield from document.people
    yield from document.places
    yield from document.reviewers
    yield from document.withheld
    for _, passage in passages(document):
        yield from (span for span in passage.spans if hasattr(span, "id"))


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return mapped(value, lambda part: _renamed(part, names))
    changed = mapped(value, lambda part: _renamed(part, names))
    own = {}
    for name in _REFERENCES & value.__dataclass_fields__.keys():
        if (held := getattr(changed, name)) in names:
            own[name] = names[held]
    for name in _PATHS & value.__dataclass_fields__.keys():
        start, slash, last = str(getattr(changed, name)).rpartition("/")
        if last in names:
            own[name] = f"{start}{slash}{names[last]}"
    return replace(changed, **own) if own else changed
