"""The rule of a three-way merge, for one value, and what it could not decide."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.model.edits.base import Edit
from app.model.paragraphs import Paragraphs
from app.model.terms import Act

Value = TypeVar("Value")
_NOBODY = Act("", "")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both changed, each in another way.

    ``where`` names the place as ``Dismissal`` does: a paragraph's id, ``metadata/date``,
    ``person/person-2``; ``part`` says what of it ("text", "speaker"). ``base``, ``first`` and
    ``second`` are the values. ``take_first`` and ``take_second`` are edits of the merged document;
    it has the first's.
    """

    where: str
    part: str
    base: object
    first: object
    second: object
    take_first: Edit
    take_second: Edit


@dataclass(slots=True)
class Sides:
    """The rule, and the conflicts that it met so far."""

    conflicts: list[Conflict] = field(default_factory=list)

    def decided(self, base: Value, first: Value, second: Value) -> tuple[Value, bool]:
        """The value, and whether that is settled; else it is the first's."""
        if first == second or second == base:
            return first, True
        if first == base:
            return second, True
        if without_acts(first) == without_acts(second):
            # The same was done by two people, or twice: whoever stands first counts, on both sides.
            return min(first, second, key=repr), True
        return first, False


def union(base: Sequence[Value], first: Sequence[Value], second: Sequence[Value]) -> list[Value]:
    """Of collections without an order of their own: what either added, without what either took
    away.
    """
    decided, settled = Sides().decided(base, first, second)
    if settled:
        return list(decided)
    kept = [one for one in base if one in first and one in second]
    added = sorted((one for one in (*first, *second) if one not in base), key=repr)
    # The same by two people, or twice, is there once.
    alike = {without_acts(one): one for one in reversed(added)}
    return kept + [one for one in added if alike[without_acts(one)] is one]


def without_acts(value: Any) -> Any:
    """The value with who and when taken out, for comparing what was done."""
    if isinstance(value, Act):
        return _NOBODY
    return mapped(value, without_acts)


def mapped(value: Any, change: Any) -> Any:
    """The value with ``change`` done to each part of it; itself where nothing changes."""
    if isinstance(value, tuple | Paragraphs):
        parts = [change(part) for part in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            return value
        return Paragraphs(parts) if isinstance(value, Paragraphs) else tuple(parts)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name in _names(type(value)):
            part = getattr(value, name)
            new = change(part)
            if new is not part:
                changed[name] = new
        return dataclasses.replace(value, **changed) if changed else value
    return value


def _names(kind: type) -> Iterable[str]:
    return kind.__dataclass_fields__  # type: ignore[attr-defined,no-any-return]
