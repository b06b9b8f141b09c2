"""What is printed around the conversation, and the normalised metadata."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import Document, Furniture, Heading, HeadingEntry, Page
from app.model.passage import Passage
from app.model.terms import Act, FurnitureKind, Level, Place
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def headed() -> Document:
    banner = Furniture(FurnitureKind.BANNER, Place.TOP, Passage("CONFIDENTIAL"), Level.C, True)
    document = awkward()
    page = Page("page-1", 1, (banner,))
    entry = HeadingEntry(Passage("SUBJECT:"), Passage("Tclcon"))
    return replace(
        document,
        pages=(page, *document.pages[1:]),
        heading=Heading(Passage("MEMORANDUM"), (entry,)),
        trailer=Passage("-- End --"),
    )


def test_the_heading_is_corrected_and_keeps_its_reading() -> None:
    document = after(headed(), edits.CorrectHeading(0, "text", "Telcon"))
    text = document.heading.entries[0].text
    assert (text.text, text.witness) == ("Telcon", "Tclcon")
    titled = after(headed(), edits.CorrectHeading(None, "text", "MEMO"))
    assert titled.heading.title.witness == "MEMORANDUM"


def test_the_subject_gets_a_mark() -> None:
    mark = after(headed(), edits.SetHeadingMark(0, Level.U)).heading.entries[0].mark
    assert mark is not None
    assert (mark.text, mark.act) == ("(U)", ACT)


def test_the_subject_s_mark_is_cleared() -> None:
    document = after(headed(), edits.SetHeadingMark(0, Level.U), edits.ClearHeadingMark(0))
    assert document.heading.entries[0].mark is None


def test_the_original_classification_is_revised() -> None:
    document = after(headed(), edits.ReviseOriginalLevel(Level.S))
    assert document.metadata.original_level is Level.S


@pytest.mark.parametrize(
    "edit",
    [
        edits.CorrectHeading(None, "text", "MEMORANDUM"),
        edits.CorrectHeading(0, "text", "Tclcon"),
        edits.CorrectTrailer("-- End --"),
        edits.CorrectFurniture("page-1", 0, "CONFIDENTIAL"),
        edits.ReviseOriginalLevel(None),
        edits.MovePerson("p1", 0),
        edits.ClearMarking((0,)),
    ],
)
def test_what_changes_nothing_is_no_edit(edit: edits.Edit) -> None:
    document = headed()
    assert edit.apply(document, ACT) is document


def test_page_lines_are_corrected_revised_added_and_removed() -> None:
    document = after(
        headed(),
        edits.CorrectFurniture("page-1", 0, "SECRET"),
        edits.ReviseFurniture("page-1", 0, level=Level.S, struck=False, place=Place.BOTTOM),
        edits.AddFurniture("page-1", FurnitureKind.PAGE_NUMBER, Place.TOP, "1"),
    )
    number, banner = document.pages[0].furniture
    assert (banner.text.text, banner.text.witness) == ("SECRET", "CONFIDENTIAL")
    assert (banner.level, banner.struck, banner.place) == (Level.S, False, Place.BOTTOM)
    assert (number.text.text, number.text.witness) == ("1", "")
    assert len(after(document, edits.RemoveFurniture("page-1", 0)).pages[0].furniture) == 1


def test_a_line_that_is_no_banner_has_no_level() -> None:
    edit = edits.ReviseFurniture("page-1", 0, kind=FurnitureKind.OTHER)
    assert after(headed(), edit).pages[0].furniture[0].level is None


def test_the_end_mark_goes_only_if_a_person_supplied_it() -> None:
    assert after(awkward(), edits.CorrectTrailer("END"), edits.CorrectTrailer("")).trailer is None
    emptied = after(headed(), edits.CorrectTrailer(""))
    assert emptied.trailer is not None
    assert emptied.trailer.witness == "-- End --"


def test_metadata_and_stamp() -> None:
    document = after(
        headed(),
        edits.ReviseMetadata("date", "1990-06-04"),
        edits.ReviseStamp("case", "2000-0429-F"),
        edits.OverrideClassification(Level.S, " compilation "),
    )
    assert document.metadata.date == "1990-06-04"
    assert document.metadata.stamp.case == "2000-0429-F"
    assert document.metadata.override is not None
    assert document.metadata.override.reason == "compilation"
    assert after(document, edits.OverrideClassification(None)).metadata.override is None


@pytest.mark.parametrize(
    "edit",
    [
        edits.OverrideClassification(Level.S, " "),
        edits.CorrectHeading(7, "text", "x"),
        edits.SetHeadingMark(7, Level.U),
        edits.SetHeadingMark(0, struck=True),
        edits.RemoveFurniture("page-1", 0),
        edits.CorrectFurniture("page-9", 0, "x"),
        edits.CorrectFurniture("page-1", 9, "x"),
        edits.AddFurniture("page-1", FurnitureKind.OTHER, Place.TOP, " "),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(headed(), ACT)
