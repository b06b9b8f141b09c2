"""Merging two people's corrections of one text.

All three texts have one witness, so every correction is a range of the witness that reads otherwise
now. Ranges that do not touch are taken from whoever changed them. A place in a text is given as a
place in the witness and an offset into the correction that stands there; page breaks count for
nothing in it, since they move.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from app.model.merging.values import Sides, without_acts
from app.model.passage import Passage
from app.model.spans import PAGE_BREAK, Correction, Doubt, Name, PageBreak, Span, ordered


class _Place(NamedTuple):
    witness: int
    offset: int


class _Change(NamedTuple):
    """Witness ``start:end`` reads ``text`` by this correction."""

    start: int
    end: int
    text: str
    correction: Correction


class _Stand(NamedTuple):
    """A span that is no correction, by its places."""

    key: Any
    start: _Place
    end: _Place
    span: Span


def merged_passage(base: Passage, first: Passage, second: Passage) -> Passage | None:
    """The merge; None where both changed the same words, or it would not be sound."""
    decided, settled = Sides().decided(base, first, second)
    if settled:
        return decided
    if not base.witness == first.witness == second.witness:
        return None
    changes = _merged_changes(*map(_changes, (base, first, second)))
    stands = _merged_stands(*map(_stands, (base, first, second)))
    if changes is None or stands is None:
        return None
    made = _laid_out(_bare(base.witness), changes, stands)
    return made if _is_sound(made, base) else None


def _bare(witness: str) -> str:
    return witness.replace(PAGE_BREAK, "")


def _changes(passage: Passage) -> list[_Change]:
    found, at, witness = [], 0, 0
    for correction in passage.corrections:
        witness += correction.start - at
        end = witness + len(_bare(correction.original))
        text = passage.text[correction.start : correction.end]
        found.append(_Change(witness, end, text, replace(correction, start=0, end=0)))
        at, witness = correction.end, end
    return found


def _merged_changes(
    base: list[_Change], first: list[_Change], second: list[_Change]
) -> list[_Change] | None:
    merged: list[_Change] = []
    for start, end in _clusters([*base, *first, *second]):
        parts = [
            [change for change in side if start <= change.start and change.end <= end]
            for side in (base, first, second)
        ]
        decided, settled = Sides().decided(*map(tuple, parts))
        if not settled:
            return None
        merged += decided
    starts = [change.start for change in merged]
    return merged if len(set(starts)) == len(starts) else None


def _clusters(changes: list[_Change]) -> Iterator[tuple[int, int]]:
    """Ranges of the witness that hold whole changes; those that touch are in one."""
    reached: tuple[int, int] | None = None
    for start, end in sorted((change.start, change.end) for change in changes):
        if reached is not None and start <= reached[1]:
            reached = (reached[0], max(reached[1], end))
        else:
            if reached is not None:
                yield reached
            reached = (start, end)
    if reached is not None:
        yield reached


def _stands(passage: Passage) -> list[_Stand]:
    found: list[_Stand] = []
    for span in passage.spans:
        if isinstance(span, Correction):
            continue
        start, end = _place(passage, span.start), _place(passage, span.end)
        found.append(_Stand(_key(span, start, end), start, end, replace(span, start=0, end=0)))
    return found


def _key(span: Span, start: _Place, end: _Place) -> Any:
    """What makes it the same span in another copy."""
    if isinstance(span, PageBreak):
        return PageBreak, span.page
    if identifier := getattr(span, "id", None):
        return type(span), identifier
    return type(span), start, end, without_acts(replace(span, start=0, end=0))


def _place(passage: Passage, at: int) -> _Place:
    reached = witness = 0
    for correction in passage.corrections:
        if at <= correction.start:
            break
        witness += correction.start - reached
        last = correction.end - bool(_bare(correction.original))
        if at <= last:
            return _Place(witness, at - correction.start)
        witness += len(_bare(correction.original))
        reached = correction.end
    return _Place(witness + at - reached, 0)


def _merged_stands(
    base: list[_Stand], first: list[_Stand], second: list[_Stand]
) -> list[_Stand] | None:
    sides = [_by_key(side) for side in (base, first, second)]
    merged: list[_Stand] = []
    for key in dict.fromkeys([*sides[1], *sides[2]]):
        held = [side.get(key, ()) for side in sides]
        decided, settled = Sides().decided(*held)
        if not settled:
            return None
        merged += decided
    return merged


def _by_key(stands: list[_Stand]) -> dict[Any, tuple[_Stand, ...]]:
    found: dict[Any, tuple[_Stand, ...]] = {}
    for stand in stands:
        found[stand.key] = (*found.get(stand.key, ()), stand)
    return found


def _laid_out(witness: str, changes: list[_Change], stands: list[_Stand]) -> Passage:
    pieces: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for change in changes:
        kept = witness[at : change.start]
        start = length + len(kept)
        length = start + len(change.text)
        pieces += kept, change.text
        spans.append(replace(change.correction, start=start, end=length))
        at = change.end
    text = "".join((*pieces, witness[at:]))
    for stand in stands:
        start, end = (_in_text(changes, place) for place in (stand.start, stand.end))
        if isinstance(stand.span, Doubt) and _touched(spans, start, end):
            continue
        spans.append(replace(stand.span, start=start, end=max(start, end)))
    breaks_first = sorted(spans, key=lambda span: isinstance(span, Correction))
    return Passage(text, ordered(breaks_first))


def _touched(spans: list[Span], start: int, end: int) -> bool:
    return any(
        isinstance(span, Correction) and span.start <= end and start <= span.end for span in spans
    )


def _in_text(changes: list[_Change], place: _Place) -> int:
    shift = 0
    for change in changes:
        if place.witness < change.end or place.witness == change.start:
            inside = place.offset if place.witness == change.start else 0
            if place.witness > change.start:  # The words it stood between read otherwise now.
                return change.start + shift + len(change.text)
            if place.witness == change.start:
                return change.start + shift + min(inside, len(change.text))
            break
        shift += len(change.text) - (change.end - change.start)
    return place.witness + shift


def _is_sound(made: Passage, base: Passage) -> bool:
    reached = 0
    for correction in made.corrections:
        if (
            correction.start < reached
            or correction.original == made.text[correction.start : correction.end]
        ):
            return False
        reached = correction.end
    names = [span for span in made.spans if isinstance(span, Name)]
    if any(later.start < earlier.end for earlier, later in pairwise(names)):
        return False
    return made.witness == base.witness and all(
        0 <= span.start <= span.end <= len(made.text) for span in made.spans
    )
