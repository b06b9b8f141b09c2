"""The overall level and the portion that is responsible for it."""

from __future__ import annotations

from dataclasses import replace

from app.model.classification import Overall, computed, overall
from app.model.document import Heading, HeadingEntry, Mark, Override
from app.model.passage import Passage
from app.model.terms import Act, Level
from tests.model.records import awkward


def test_the_highest_portion_decides_and_the_first_of_them_is_named() -> None:
    assert computed(awkward()) == Overall(Level.C, paragraph=2)


def test_the_subject_is_a_portion_too() -> None:
    entry = HeadingEntry(Passage("SUBJECT:"), Passage("Talks"), Mark(Level.S))
    document = replace(awkward(), heading=Heading(entries=(entry,)))
    assert computed(document) == Overall(Level.S, entry=0)


def test_without_marks_there_is_no_level() -> None:
    document = awkward()
    bare = tuple(replace(paragraph, mark=None) for paragraph in document.paragraphs)
    assert computed(document.with_paragraphs(0, len(bare), bare)) == Overall(None)


def test_an_override_takes_precedence() -> None:
    act = Act("rev-ab", "2026-11-24T10:00:00Z")
    document = awkward()
    metadata = replace(document.metadata, override=Override(Level.S, "compilation", act))
    assert overall(document) is Level.C
    assert overall(replace(document, metadata=metadata)) is Level.S
