from __future__ import annotations

import pytest

from app.importers.heading import FormEntry, Row
from app.importers.metadata import highest_banner, metadata
from app.model.document import Furniture, Metadata
from app.model.passage import Passage
from app.model.terms import Certainty, FurnitureKind, Level, Place


def entry(words: str, *texts: str) -> FormEntry:
    return FormEntry(frozenset(words.split()), [Row("", text, text) for text in texts])


@pytest.mark.parametrize(
    ("entries", "stated"),
    [
        ([entry("DATE TIME AND PLACE", "June 4, 1990, 7pm", "The Oval Office")],
         Metadata(date="1990-06-04", time_from="19:00:00", place="The Oval Office")),
        ([entry("DATE", "June 4, 1990"), entry("TIME", "7 - 8 pm EST"), entry("LOCATION", "Here")],
         Metadata(date="1990-06-04", time_from="19:00:00-05:00", time_to="20:00:00-05:00",
                  zone="EST", place="Here")),
        ([entry("SUBJECT", "A talk", "with him (U)")], Metadata(subject="A talk with him")),
        ([], Metadata()),
    ],
)  # fmt: skip
def test_metadata(entries: list[FormEntry], stated: Metadata) -> None:
    assert metadata(entries, []) == stated


@pytest.mark.parametrize(
    ("banners", "level"),
    [
        ([(Level.C, Certainty.HIGH), (Level.S, Certainty.HIGH)], Level.S),
        ([(Level.C, Certainty.HIGH), (Level.S, Certainty.LOW)], Level.C),
        ([(Level.C, Certainty.LOW), (Level.S, Certainty.LOW), (Level.C, Certainty.LOW)], Level.C),
        ([], None),
    ],
)
def test_highest_banner(banners: list[tuple[Level, Certainty]], level: Level | None) -> None:
    furniture = [
        Furniture(FurnitureKind.BANNER, Place.TOP, Passage("x"), read, True, certainty)
        for read, certainty in banners
    ]
    assert highest_banner(furniture) is level
