"""Where on the page an engine read what: the words and lines that a format with positions gives."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.importers.lines import Box, SourceWord, storable

FARTHEST = 1_000_000
"""Pixels beyond which no page reaches: a box further out is cut there."""


class Token(NamedTuple):
    """A word, or a run of words, as a format gives it."""

    text: str
    box: Box | None = None
    confidence: float | None = None


class Printed(NamedTuple):
    """A line as the engine reads it. ``words`` have no box of their own where ``box`` is None."""

    words: tuple[SourceWord, ...]
    box: Box | None


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page as a format gives it.

    ``image`` is the name of its image as the format states it, ``width`` and ``height`` are the
    image's in the unit of the boxes, 0 where not known. ``ordered``: the reading order is stated,
    and not only the order in which an engine wrote.
    """

    printed: tuple[Printed, ...]
    width: int = 0
    height: int = 0
    image: str = ""
    ordered: bool = False


def printed_line(tokens: Iterable[Token], box: Box | None = None) -> Printed | None:
    """The line of these tokens, None where it is blank.

    A token with several words, or without a box, is given shares of the box it stands in.
    """
    storables = (token._replace(text=storable(token.text)) for token in tokens)
    kept = [token for token in storables if token.text.strip()]
    if not kept:
        return None
    known = [token.box for token in kept if token.box]
    whole = box or (around(known) if known else None)
    if whole is None:
        return Printed(_split("".join(f"{token.text} " for token in kept), Box(0, 0, 0, 0)), None)
    if not known:
        kept = [Token(" ".join(token.text for token in kept), whole, _one(kept))]
    words: list[SourceWord] = []
    for at, token in enumerate(kept):
        words += _split(token.text, token.box or _between(kept, at, whole), token.confidence)
    return Printed(tuple(words), whole)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def box_of(left: float, top: float, right: float, bottom: float) -> Box | None:
    """The box of these numbers, None where one is no number; sides that are swapped are put
    right.
    """
    if not all(map(math.isfinite, (left, top, right, bottom))):
        return None
    across = sorted((_cut(left), _cut(right)))
    down = sorted((_cut(top), _cut(bottom)))
    return Box(across[0], down[0], across[1], down[1])


def number(text: str | None) -> float:
    """What the attribute says, not a number where it says none."""
    try:
        return float(text) if text else math.nan
    except ValueError:
        return math.nan


def size(text: str | None) -> int:
    """A width or height that an attribute states, 0 where it states none that can be."""
    stated = number(text)
    return round(stated) if 0 < stated <= FARTHEST else 0


def confidence(text: str | None, full: float = 1.0) -> float | None:
    """What the attribute says on a scale of 0 to ``full``, as 0 to 1; None where it says nothing
    that can be.
    """
    stated = number(text)
    return stated / full if 0 <= stated <= full else None


def _cut(value: float) -> int:
    return round(max(-FARTHEST, min(FARTHEST, value)))


def _one(tokens: Sequence[Token]) -> float | None:
    """The least confidence stated."""
    return min((t.confidence for t in tokens if t.confidence is not None), default=None)


def _split(text: str, box: Box, sure: float | None = None) -> tuple[SourceWord, ...]:
    """The words of the text, each with the share of the box that its characters have."""
    parts = text.split()
    if len(parts) == 1:
        return (SourceWord(parts[0], box.left, box.top, box.right, box.bottom, sure),)
    length = sum(map(len, parts)) + len(parts) - 1
    share = (box.right - box.left) / max(1, length)
    words, at = [], 0
    for part in parts:
        left, right = box.left + share * at, box.left + share * (at + len(part))
        words.append(SourceWord(part, round(left), box.top, round(right), box.bottom, sure))
        at += len(part) + 1
    return tuple(words)


def _between(tokens: Sequence[Token], at: int, whole: Box) -> Box:
    """Where a token without box stands: between its neighbours."""
    left = next((b.right for _, b, _ in reversed(tokens[:at]) if b), whole.left)
    right = next((b.left for _, b, _ in tokens[at + 1 :] if b), whole.right)
    return Box(left, whole.top, max(left, right), whole.bottom)
