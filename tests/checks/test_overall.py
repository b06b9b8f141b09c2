from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.finding import InField, OnPage
from app.model.document import Document, Furniture, Override
from app.model.passage import Passage
from app.model.terms import Certainty, FurnitureKind, Level, Place
from tests.builders import document
from tests.checks.finds import ACT, found

LINES = ("One. (U)", "\fTwo. (U)", "Three. (C)", "\fFour. (S)")


def with_banners(*levels: Level | None, certainty: Certainty = Certainty.HIGH) -> Document:
    """The lines, a page each, with a banner a page."""
    made = document(*LINES)
    pages = tuple(
        replace(page, furniture=(_banner(level, certainty),) if level else ())
        for page, level in zip(made.pages, levels, strict=True)
    )
    return replace(made, pages=pages)


def _banner(level: Level, certainty: Certainty) -> Furniture:
    text = Passage(level.value)
    return Furniture(FurnitureKind.BANNER, Place.TOP, text, level, certainty=certainty)


@pytest.mark.parametrize(
    ("levels", "pages"),
    [
        ((Level.S, Level.C, Level.S), []),
        ((Level.S, Level.S, Level.S), []),
        ((Level.S, None, None), []),
        ((Level.U, Level.S, Level.S), ["page-1"]),
        ((Level.S, Level.U, Level.S), ["page-2"]),
        ((Level.S, Level.TS, Level.C), ["page-2", "page-3"]),
    ],
)
def test_banners(levels: tuple[Level | None, ...], pages: list[str]) -> None:
    made = with_banners(*levels)
    places = [one.where for one in found(made, "banner-level")]
    assert places == [OnPage(page, 0) for page in pages]


def test_a_portion_that_goes_on_counts_on_both_pages() -> None:
    made = document("One. (S)", "Two \fhalves. (C)")
    pages = (made.pages[0], replace(made.pages[1], furniture=(_banner(Level.C, Certainty.HIGH),)))
    made = replace(made, pages=pages)
    assert [one.where for one in found(made, "banner-level")] == [
        OnPage("page-1", 0), OnPage("page-1", 1),
    ]  # fmt: skip


def test_only_a_banner_that_is_misread_is_mended() -> None:
    (sure,) = found(with_banners(Level.S, Level.U, Level.S), "banner-level")
    assert sure.fixes == ()
    made = with_banners(Level.S, Level.U, Level.S, certainty=Certainty.LOW)
    (unsure,) = found(made, "banner-level")
    assert [fix.text for fix in unsure.fixes] == ["It is CONFIDENTIAL", "It is SECRET"]
    for fix in unsure.fixes:
        assert found(fix.edit.apply(made, ACT), "banner-level") == ()


def test_sheets_of_a_library_are_not_judged() -> None:
    made = with_banners(Level.S, Level.TS, Level.S)
    sheet = replace(made.pages[1], sheet=True)
    made = replace(made, pages=(made.pages[0], sheet, made.pages[2]))
    assert found(made, "banner-level") == ()


def test_an_override_decides_for_the_banners() -> None:
    made = with_banners(Level.TS, Level.TS, Level.TS)
    given = Override(Level.TS, "Compilation", ACT)
    assert len(found(made, "banner-level")) == 3
    made = replace(made, metadata=replace(made.metadata, override=given))
    assert found(made, "banner-level", "override-reason", "override-low") == ()


@pytest.mark.parametrize(
    ("level", "reason", "rules"),
    [
        (Level.TS, " ", ["override-reason"]),
        (Level.C, "By mistake", ["override-low"]),
        (Level.S, "The same", []),
    ],
)
def test_overrides(level: Level, reason: str, rules: list[str]) -> None:
    made = document(*LINES)
    metadata = replace(made.metadata, override=Override(level, reason, ACT))
    found_there = found(replace(made, metadata=metadata), "override-reason", "override-low")
    assert [one.rule.id for one in found_there] == rules
    assert all(one.where == InField("override") for one in found_there)
