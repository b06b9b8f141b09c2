"""The banners that a classified memorandum must bear and that OCR garbled or missed.

Each page shows the level at its top and its bottom (32 CFR 2001.21(b)). Where the source shows none
there, one is proposed with the lowest certainty: in what dirt there is, if that is at all like the
word, else with nothing printed in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from app.importers.pages import Leaf
from app.model.document import Furniture
from app.model.passage import Passage
from app.model.terms import Certainty, FurnitureKind, Level, Place

_AT_ALL_LIKE = 35.0
"""Likeness in per cent at which dirt may be what is left of a banner."""
_NEARLY = 10.0
"""Per cent of likeness that do not tell two levels apart in a banner lined through."""
_LEAST_LETTERS = 4
_MARKED = (FurnitureKind.DECLASSIFY_ON, FurnitureKind.STAMP)


def expected_level(
    furniture: Sequence[Furniture], banner: Level | None, highest: Level | None
) -> Level | None:
    """The level to propose: the ``banner``'s, the ``highest`` mark's; else the lowest one.

    None where nothing says that the paper was ever classified.
    """
    level = banner or highest
    if level is None and any(piece.kind in _MARKED for piece in furniture):
        return Level.C
    return level


def with_expected_banners(leaves: Sequence[Leaf], level: Level | None) -> list[Leaf]:
    """The pages with a banner at the top and the bottom of each that is no sheet.

    As they are where the level is not known, or nothing needs protection.
    """
    if level is None or level is Level.U:
        return list(leaves)
    return [
        leaf
        if leaf.sheet
        else replace(
            leaf,
            top=_completed(leaf.top, level, Place.TOP),
            bottom=_completed(leaf.bottom, level, Place.BOTTOM),
        )
        for leaf in leaves
    ]


def _completed(pieces: list[Furniture], level: Level, place: Place) -> list[Furniture]:
    if any(piece.kind is FurnitureKind.BANNER for piece in pieces):
        return [_agreeing(piece, level) for piece in pieces]
    likeness = [_likeness(piece, level) for piece in pieces]
    best = max(likeness, default=0.0)
    if best >= _AT_ALL_LIKE:
        at = likeness.index(best)
        return [*pieces[:at], _proposed(pieces[at].text, level), *pieces[at + 1 :]]
    empty = _proposed(Passage(), level)
    return [empty, *pieces] if place is Place.TOP else [*pieces, empty]


def _agreeing(piece: Furniture, level: Level) -> Furniture:
    """A banner that is nearly as like the expected level as the one it was taken for."""
    if piece.level in (None, level) or piece.certainty is not Certainty.LOW:
        return piece
    own, expected = (_ratio(piece.text.text, of) for of in (piece.level, level))
    return replace(piece, level=level) if expected >= own - _NEARLY else piece


def _proposed(text: Passage, level: Level) -> Furniture:
    kind, place = FurnitureKind.BANNER, Place.TOP
    return Furniture(kind, place, text, level, struck=True, certainty=Certainty.LOW)


def _likeness(piece: Furniture, level: Level) -> float:
    """How like the level's name a piece of dirt is; 0 for all other pieces."""
    dirt = piece.kind is FurnitureKind.OTHER and piece.certainty is Certainty.LOW
    if not dirt or sum(map(str.isalpha, piece.text.text)) < _LEAST_LETTERS:
        return 0.0
    return _ratio(piece.text.text, level)


def _ratio(text: str, level: Level | None) -> float:
    """The likeness in per cent of the letters of a text to the name of a level."""
    letters = "".join(filter(str.isalpha, text)).upper()
    return fuzz.ratio(letters, level.value.replace(" ", "")) if level else 0.0
