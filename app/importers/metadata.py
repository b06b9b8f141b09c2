"""What the head and the furniture state, normalised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.importers.furniture import declassify_on
from app.importers.heading import FormEntry
from app.importers.stamp import parsed_stamp
from app.importers.when_and_where import Found, when
from app.model.document import Furniture, Metadata
from app.model.terms import Certainty, FurnitureKind, Level

_WHEN = frozenset({"DATE", "TIME"})
_WHERE = frozenset({"PLACE", "LOCATION"})


def metadata(entries: Sequence[FormEntry], furniture: Sequence[Furniture]) -> Metadata:
    """The metadata that a memorandum's form and the furniture of all its pages state."""
    instructions = [
        declassify_on(piece) for piece in furniture if piece.kind is FurnitureKind.DECLASSIFY_ON
    ]
    stamps = [piece.text.text for piece in furniture if piece.kind is FurnitureKind.STAMP]
    return replace(
        _when_and_where(entries),
        subject=subject(entries),
        declassify_on=next(filter(None, instructions), ""),
        original_level=highest_banner(furniture),
        stamp=parsed_stamp(stamps),
    )


def subject(entries: Sequence[FormEntry]) -> str:
    """The subject in one line, without its mark; "" where none is stated."""
    text = next((entry.lifted.text for entry in entries if "SUBJECT" in entry.words), "")
    return " ".join(text.split())


def highest_banner(furniture: Sequence[Furniture]) -> Level | None:
    """The highest level that a banner surely shows, else the one most banners seem to show.

    None where there is no banner.
    """
    banners = [(piece.level, piece.certainty) for piece in furniture if piece.level]
    sure = [level for level, certainty in banners if certainty is Certainty.HIGH]
    if sure:
        return max(sure, key=lambda level: level.rank)
    usual = Counter(level for level, _ in banners).most_common(1)
    return usual[0][0] if usual else None


def _when_and_where(entries: Sequence[FormEntry]) -> Metadata:
    """Date, times and place, wherever in the entries so labelled they stand."""
    stated = Metadata()
    for entry in entries:
        places = []
        for line in (row.text for row in entry.rows):
            if entry.words & _WHEN:
                found = when(line)
                stated = _with_moment(stated, found)
                line = found.rest
            if entry.words & _WHERE:
                places.append(line)
        stated = replace(stated, place=stated.place or " ".join(filter(None, places)))
    return stated


def _with_moment(stated: Metadata, found: Found) -> Metadata:
    """With the date and the times, unless there are some already."""
    stated = replace(stated, date=stated.date or found.date)
    if stated.time_from:
        return stated
    times = found.times
    return replace(stated, time_from=times.start, time_to=times.end, zone=times.zone)
