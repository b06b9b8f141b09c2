"""The ledger: found anew or taken over from before, it is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.model.document import Document, Reviewer
from app.model.edits import (
    AddRedaction,
    CorrectText,
    Declassify,
    Edit,
    EditRefused,
    JoinParagraphs,
    MovePageBreak,
    ReviseStamp,
    SetDisposition,
    SetMarking,
    SplitParagraph,
)
from app.model.ledger import entries, entries_after, ledger, name_of
from app.model.queries import page_at
from app.model.redactions import portions
from app.model.terms import Disposition, Level
from app.review import Review
from tests.model.steps import Step, edit_of, steps
from tests.release.papers import ANN, CODE, decided, done, paper, stretch
from tests.strategies import documents


@pytest.mark.parametrize(
    "edit",
    [
        SplitParagraph(0, 9),
        JoinParagraphs(1),
        MovePageBreak("page-2", 1, 3),
        CorrectText(2, 0, 3, "That"),
        SetMarking((3,), Level.TS, (), None, None),
        SetDisposition(("heading/1", "para-3"), Disposition.RELEASE),
        AddRedaction((("para-3", 0, 3),), CODE),
        Declassify("E.O. 13526", "", "AB", "2026-11-24"),
        ReviseStamp("date", ""),
    ],
    ids=lambda edit: edit.name,
)
def test_entries_follow_an_edit_and_its_undoing(edit: Edit) -> None:
    review = Review(decided(), ANN)
    before = review.document
    known = tuple(entries(before))
    review.apply(edit)
    assert review.document is not before
    after = entries_after(known, before, review.document)
    assert after == tuple(entries(review.document))
    assert entries_after(after, review.document, before) == known


@settings(max_examples=25)
@given(documents(), steps)
def test_entries_follow_every_edit(document: Document, taken: list[Step]) -> None:
    review = Review(document, Reviewer("rev-zz", "Zoe Zed", "ZZ"))
    known, before = tuple(entries(document)), document
    for step in taken:
        try:
            review.apply(edit_of(step, review.document))
        except EditRefused:
            continue
        known, before = entries_after(known, before, review.document), review.document
    assert known == tuple(entries(review.document))


@settings(max_examples=25)
@given(documents())
def test_each_entry_is_a_portion_on_its_page(document: Document) -> None:
    held = tuple(entries(document))
    assert [one.portion for one in held] == list(portions(document))
    for one in held:
        page = document.pages[0]
        if one.portion.at is not None:
            page = page_at(document, one.portion.at, 0)
        assert one.page == page.number


def test_the_stamp_opens_what_is_released() -> None:
    document = done(paper(), ANN, SetDisposition(("para-1", "para-2"), Disposition.RELEASE))
    known = tuple(entries(document))
    stamped = done(document, ANN, Declassify("E.O. 13526", "", "AB", "2026-11-24"))
    after = entries_after(known, document, stamped)
    assert [one.after for one in after if one.portion.at is not None] == [
        Level.U, Level.U, Level.U, Level.S, Level.U,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "remains"), [("Manuel Torrijano", Level.C), ("seventeen helicopters", Level.S)]
)
def test_what_is_withheld_in_part_remains(words: str, remains: Level) -> None:
    where = "para-1" if remains is Level.C else "para-2"
    document = paper()
    document = done(
        document,
        ANN,
        AddRedaction((stretch(document, where, words),), CODE),
        SetDisposition((where,), Disposition.IN_PART),
        Declassify("E.O. 13526", "", "AB", "2026-11-24"),
    )
    entry = next(one for one in ledger(document).entries if one.portion.key == where)
    assert entry.after is remains


def test_portions_have_names() -> None:
    document = decided()
    names = [name_of(document, one) for one in portions(document)]
    assert names[:5] == ["Title", "SUBJECT", "PARTICIPANTS", "DATE AND TIME", "Paragraph 1"]
    first = replace(document.heading.entries[0], label=document.paragraphs[0].passage)
    blank = replace(first, label=replace(first.label, text="", spans=()))
    heading = replace(document.heading, entries=(blank, *document.heading.entries[1:]))
    unnamed = replace(document, heading=heading)
    assert [name_of(unnamed, one) for one in portions(unnamed)][1] == "Entry 1 of the head"
