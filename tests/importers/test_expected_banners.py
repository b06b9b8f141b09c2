from __future__ import annotations

from app.importers.expected_banners import expected_level, with_expected_banners
from app.importers.pages import Leaf
from app.model.document import Furniture
from app.model.passage import Passage
from app.model.terms import Certainty, FurnitureKind, Level, Place

LOW = Certainty.LOW


def piece(
    kind: FurnitureKind, text: str, level: Level | None = None, certainty: Certainty = LOW
) -> Furniture:
    return Furniture(kind, Place.TOP, Passage(text), level, certainty=certainty)


def shown(leaf: Leaf) -> list[tuple[str, str, Level | None, Certainty]]:
    return [
        (part.place.value, part.text.text, part.level, part.certainty) for part in leaf.furniture
    ]


def test_a_page_without_banners_gets_two_with_nothing_printed() -> None:
    (leaf,) = with_expected_banners([Leaf(1)], Level.S)
    assert shown(leaf) == [("top", "", Level.S, LOW), ("bottom", "", Level.S, LOW)]


def test_dirt_that_is_somewhat_like_the_level_becomes_the_banner() -> None:
    dirt = piece(FurnitureKind.OTHER, "4on-iDJNTWir")
    (leaf,) = with_expected_banners([Leaf(1, top=[dirt], bottom=[dirt])], Level.C)
    assert [(text, level) for _, text, level, _ in shown(leaf)] == [("4on-iDJNTWir", Level.C)] * 2


def test_a_doubtful_banner_agrees_with_the_others() -> None:
    read = piece(FurnitureKind.BANNER, "NCFIDEIAED", Level.U)
    (leaf,) = with_expected_banners([Leaf(1, top=[read], bottom=[read])], Level.C)
    assert {level for _, _, level, _ in shown(leaf)} == {Level.C}


def test_a_sure_banner_stays() -> None:
    read = piece(FurnitureKind.BANNER, "SECRET", Level.S, Certainty.HIGH)
    (leaf,) = with_expected_banners([Leaf(1, top=[read], bottom=[read])], Level.C)
    assert {level for _, _, level, _ in shown(leaf)} == {Level.S}


def test_nothing_is_proposed_on_sheets_and_where_nothing_is_classified() -> None:
    assert with_expected_banners([Leaf(1, sheet=True)], Level.C) == [Leaf(1, sheet=True)]
    assert with_expected_banners([Leaf(1)], None) == [Leaf(1)]
    assert with_expected_banners([Leaf(1)], Level.U) == [Leaf(1)]


def test_expected_level() -> None:
    stamp = piece(FurnitureKind.STAMP, "DECLASSIFIED")
    assert expected_level([], Level.S, Level.C) is Level.S
    assert expected_level([], None, Level.S) is Level.S
    assert expected_level([stamp], None, None) is Level.C
    assert expected_level([], None, None) is None
