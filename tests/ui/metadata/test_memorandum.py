from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model.document import Document, Metadata
from app.model.edits import CorrectHeading, ReviseMetadata
from app.model.terms import Certainty, FurnitureKind, Level
from tests.ui.metadata.conftest import Desk
from tests.ui.metadata.kaifu import SUBJECT, kaifu, review_of


def texts(document: Document, kind: FurnitureKind) -> list[str]:
    return [piece.text.text for _, piece in document.furniture(kind)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", "Telcon with Kaifu"),
        ("date", "1990-06-05"),
        ("time_from", "19:09:00-05:00"),
        ("time_to", "19:40:00-05:00"),
        ("zone", "EDT"),
        ("place", "Camp David"),
        ("repository", "Bush Library"),
        ("declassify_on", "2015-12-31"),
    ],
)
def test_a_field_is_kept_on_enter_and_undo_puts_it_back(desk: Desk, field: str, value: str) -> None:
    entry = desk.pane.memorandum.fields[field].entry
    before = entry.text
    desk.type(entry, value)
    assert getattr(desk.document.metadata, field) == value
    desk.review.undo()
    assert entry.text == before
    desk.review.redo()
    assert entry.text == value


def test_leaving_a_field_keeps_it(desk: Desk) -> None:
    fields = desk.pane.memorandum.fields
    desk.type(fields["place"].entry, "Camp David", end=Qt.Key.Key_Tab)
    assert desk.document.metadata.place == "Camp David"
    assert QApplication.focusWidget() is not fields["place"].entry


def test_escape_restores_a_field(desk: Desk) -> None:
    entry = desk.pane.memorandum.fields["place"].entry
    desk.type(entry, "Camp", end=Qt.Key.Key_Escape)
    assert entry.text == "The Oval Office"
    assert not desk.review.modified


def test_what_is_typed_survives_changes_elsewhere(desk: Desk) -> None:
    entry = desk.pane.memorandum.fields["place"].entry
    desk.type(entry, "Camp", end=None)
    desk.review.apply(ReviseMetadata("zone", "EDT"))
    assert entry.text == "Camp"
    desk.review.apply(ReviseMetadata("place", "Elsewhere"))
    assert entry.text == "Elsewhere"


def test_a_wrong_date_is_not_kept_and_says_why(desk: Desk) -> None:
    field = desk.pane.memorandum.fields["date"]
    desk.type(field.entry, "1990-06-31")
    assert desk.document.metadata.date == "1990-06-04"
    assert "no day 1990-06-31" in field.notice.text
    assert field.notice.isVisible()
    assert "no day" in field.entry.accessibleDescription()
    desk.qtbot.keyClick(field.entry, Qt.Key.Key_Escape)
    assert field.entry.text == "1990-06-04"
    assert not field.notice.isVisible()


def test_a_time_may_be_typed_without_seconds(desk: Desk) -> None:
    entry = desk.pane.memorandum.fields["time_from"].entry
    desk.type(entry, "19:08-05:00")
    assert entry.text == "19:08:00-05:00"
    assert not desk.review.modified


def test_an_odd_time_is_kept_with_a_warning(desk: Desk) -> None:
    field = desk.pane.memorandum.fields["time_to"]
    desk.type(field.entry, "19:00:00-05:00")
    assert desk.document.metadata.time_to == "19:00:00-05:00"
    assert "not after the start" in field.notice.text
    desk.review.undo()
    assert not field.notice.isVisible()


def test_the_printed_date_stands_beside_and_can_be_corrected(desk: Desk) -> None:
    printed = desk.pane.memorandum.printed[2]
    assert "June 4, 1990, 7:08 - 7:36pm EST\nThe Oval Office" in printed.caption.text()
    assert not printed.text.isVisible()
    printed.toggle.setFocus()
    desk.qtbot.keyClick(printed.toggle, Qt.Key.Key_Space)
    assert printed.text.isVisible()
    desk.type(printed.text, "June 5, 1990\nThe Oval Office")
    passage = desk.document.heading.entries[2].text
    assert passage.text == "June 5, 1990\nThe Oval Office"
    assert passage.witness == "June 4, 1990, 7:08 - 7:36pm EST\nThe Oval Office"
    assert "✎ corrected" in printed.caption.text()
    desk.review.undo()
    assert "corrected" not in printed.caption.text()


def test_the_subjects_mark(desk: Desk) -> None:
    mark = desk.pane.memorandum.mark
    assert mark is not None
    mark.level.setFocus()
    desk.qtbot.keyClick(mark.level, Qt.Key.Key_Down)
    kept = desk.document.heading.entries[0].mark
    assert kept is not None
    assert (kept.level, kept.reading) == (Level.C, "(U)")
    assert mark.note.text() == "Read as (U)"
    desk.click(mark.struck)
    kept = desk.document.heading.entries[0].mark
    assert kept is not None
    assert kept.struck
    desk.review.undo()
    desk.review.undo()
    assert mark.level.currentData() is Level.U
    assert not mark.struck.isChecked()


def test_the_subjects_mark_is_cleared(desk: Desk) -> None:
    mark = desk.pane.memorandum.mark
    assert mark is not None
    mark.level.setFocus()
    desk.qtbot.keyClick(mark.level, Qt.Key.Key_Home)
    kept = desk.document.heading.entries[0].mark
    assert kept is not None
    assert (kept.level, kept.reading) == (None, "(U)")
    assert mark.level.currentText() == "No mark"
    desk.review.undo()
    assert mark.level.currentData() is Level.U


def test_a_proposed_mark_is_confirmed(desk: Desk) -> None:
    document = kaifu()
    entry = document.heading.entries[0]
    assert entry.mark is not None
    doubtful = replace(entry, mark=replace(entry.mark, certainty=Certainty.LOW))
    heading = replace(document.heading, entries=(doubtful, *document.heading.entries[1:]))
    review = review_of(replace(document, heading=heading))
    desk.pane.set_review(review)
    mark = desk.pane.memorandum.mark
    assert mark is not None
    assert "Not confirmed" in mark.note.text()
    mark.confirm.setFocus()
    desk.qtbot.keyClick(mark.confirm, Qt.Key.Key_Space)
    kept = review.document.heading.entries[0].mark
    assert kept is not None
    assert kept.confirmed
    assert not mark.confirm.isVisible()


def test_title_and_end_mark_keep_their_reading(desk: Desk) -> None:
    section = desk.pane.memorandum
    desk.type(section.title, "MEMORANDUM OF CONVERSATION")
    assert desk.document.heading.title.witness == "MEMORANDUM OF TELEPHONE CONVERSATION"
    assert desk.document.heading.title.text == "MEMORANDUM OF CONVERSATION"
    desk.type(section.trailer, "-- The End --")
    assert desk.document.trailer is not None
    assert desk.document.trailer.text == "-- The End --"


def test_letterhead_and_log_number_are_lines_of_the_page(desk: Desk) -> None:
    pages = desk.pane.memorandum.pages
    desk.type(pages[FurnitureKind.LOG_NUMBER].entries[0], "4472")
    assert texts(desk.document, FurnitureKind.LOG_NUMBER) == ["4472"]
    second = pages[FurnitureKind.LETTERHEAD].entries[1]
    desk.type(second, "WASHINGTON, D.C. 20500")
    assert texts(desk.document, FurnitureKind.LETTERHEAD) == [
        "NATIONAL SECURITY COUNCIL", "WASHINGTON, D.C. 20500",
    ]  # fmt: skip


def test_a_missing_log_number_is_added_and_taken_away_again(desk: Desk) -> None:
    document = kaifu()
    first = document.pages[0]
    bare = tuple(p for p in first.furniture if p.kind is not FurnitureKind.LOG_NUMBER)
    pages = (replace(first, furniture=bare), *document.pages[1:])
    review = review_of(replace(document, pages=pages))
    desk.pane.set_review(review)
    log_number = desk.pane.memorandum.pages[FurnitureKind.LOG_NUMBER]
    desk.type(log_number.entries[0], "4471")
    assert texts(review.document, FurnitureKind.LOG_NUMBER) == ["4471"]
    desk.type(log_number.entries[0], "")
    assert texts(review.document, FurnitureKind.LOG_NUMBER) == []


def test_a_new_label_of_the_head_rebuilds_the_rows(desk: Desk) -> None:
    desk.pane.memorandum.printed[0].toggle.click()
    desk.type(desk.pane.memorandum.printed[0].label, "FROM:")
    assert desk.document.heading.entries[0].label.text == "FROM:"
    assert desk.pane.memorandum.mark is None
    desk.review.undo()
    assert desk.pane.memorandum.mark is not None


def test_another_document_takes_the_place_of_the_first(desk: Desk) -> None:
    other = review_of(replace(kaifu(), metadata=Metadata(subject="Other")))
    desk.pane.set_review(other)
    assert desk.pane.memorandum.fields["subject"].entry.text == "Other"
    desk.review.apply(ReviseMetadata("subject", "Late"))
    assert desk.pane.memorandum.fields["subject"].entry.text == "Other"


def test_the_first_shows_what_the_document_holds(desk: Desk) -> None:
    assert desk.pane.memorandum.fields["subject"].entry.text == SUBJECT
    desk.review.apply(CorrectHeading(None, "text", "MEMO"))
    assert desk.pane.memorandum.title.text == "MEMO"
