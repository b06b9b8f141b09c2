from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.edits import AddAlias
from app.model.terms import Act, Function, Kind
from app.ui.dialogs.speaker_picker import SpeakerPicker
from tests.ui.metadata.kaifu import kaifu, review_of

ACT = Act("rev-ab", "2024-05-01T12:00:00Z")
PM = 6
"""The paragraph labelled “PM -”, whose speaker is not known."""


def opened(qtbot: QtBot, at: tuple[int, ...], document: Document | None = None) -> SpeakerPicker:
    picker = SpeakerPicker(document or kaifu(), at)
    qtbot.addWidget(picker)
    picker.show()
    return picker


def picked(qtbot: QtBot, picker: SpeakerPicker, typed: str = "") -> Document:
    """The document after typing and Enter."""
    qtbot.keyClicks(picker.typed, typed)
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert picker.result() == QDialog.DialogCode.Accepted
    assert picker.edit is not None
    review = review_of(kaifu())
    review.apply(picker.edit)
    after = review.document
    review.undo()
    assert not review.modified
    assert review.redo_name in ("Assign Speaker", "Set Kind of Paragraph")
    return after


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [
        ("2", "p2"),
        ("kaifu", "p2"),
        ("TOSH", "p2"),
        ("minister", "p2"),
        ("pres", "p1"),
        ("interp", "p3"),
        ("karl nsc", "p4"),
        ("not known", None),
    ],
)
def test_typing_finds_a_speaker(qtbot: QtBot, typed: str, speaker: str | None) -> None:
    after = picked(qtbot, opened(qtbot, (2,)), typed)
    assert after.paragraphs[2].speaker == speaker
    assert after.paragraphs[2].kind is Kind.TURN


def test_narrative(qtbot: QtBot) -> None:
    after = picked(qtbot, opened(qtbot, (PM,)), "narr")
    assert after.paragraphs[PM].kind is Kind.NARRATIVE


def test_several_paragraphs_at_once(qtbot: QtBot) -> None:
    after = picked(qtbot, opened(qtbot, (1, 2)), "4")
    assert [after.paragraphs[at].speaker for at in (1, 2)] == ["p4", "p4"]


def test_arrow_keys_walk_the_list_from_who_speaks_now(qtbot: QtBot) -> None:
    picker = opened(qtbot, (1,))
    qtbot.keyClick(picker.typed, Qt.Key.Key_Down)
    assert picked(qtbot, picker).paragraphs[1].speaker == "p2"


def test_a_new_participant_on_the_spot(qtbot: QtBot) -> None:
    picker = opened(qtbot, (PM,))
    assert not picker.function.isVisible()
    qtbot.keyClicks(picker.typed, "Murata")
    assert picker.function.isVisible()
    qtbot.keyClick(picker.function, Qt.Key.Key_Home)
    after = picked(qtbot, picker)
    assert after.people[-1].name == "Murata"
    assert after.people[-1].function is Function.PRINCIPAL
    assert after.paragraphs[PM].speaker == after.people[-1].id


def test_a_new_participant_needs_a_name(qtbot: QtBot) -> None:
    picker = opened(qtbot, (PM,))
    qtbot.keyClick(picker.list, Qt.Key.Key_End)
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert picker.isVisible()
    assert picker.edit is None


def test_the_label_means_the_person_from_now_on(qtbot: QtBot) -> None:
    picker = opened(qtbot, (PM,))
    qtbot.keyClicks(picker.typed, "2")
    assert "“PM -”" in picker.alias.text()
    picker.alias.setFocus()
    qtbot.keyClick(picker.alias, Qt.Key.Key_Space)
    after = picked(qtbot, picker)
    assert after.people[1].aliases == ("Prime Minister Kaifu", "PM")
    assert after.paragraphs[PM].speaker == "p2"


def test_a_label_goes_over_to_a_new_participant(qtbot: QtBot) -> None:
    document = AddAlias("p1", "PM").apply(kaifu(), ACT)
    picker = opened(qtbot, (PM,), document)
    qtbot.keyClicks(picker.typed, "Murata")
    picker.alias.click()
    edit = picker.edit
    assert edit is not None
    after = edit.apply(document, ACT)
    assert [person.aliases for person in after.people if "PM" in person.aliases] == [("PM",)]
    assert after.people[-1].aliases == ("PM",)


def test_no_label_is_offered_that_means_the_person_already(qtbot: QtBot) -> None:
    picker = opened(qtbot, (2,))
    qtbot.keyClicks(picker.typed, "2")
    assert not picker.alias.isVisible()
    picker.typed.clear()
    qtbot.keyClicks(picker.typed, "1")
    assert picker.alias.isVisible()


def test_escape_picks_nobody(qtbot: QtBot) -> None:
    picker = opened(qtbot, (PM,))
    qtbot.keyClick(picker.typed, Qt.Key.Key_Escape)
    assert picker.result() == QDialog.DialogCode.Rejected


def test_it_begins_at_narrative_for_narrative(qtbot: QtBot) -> None:
    document = kaifu()
    assert document.paragraphs[0].kind is Kind.NARRATIVE
    picker = opened(qtbot, (0,), replace(document, people=()))
    assert picker.list.currentItem().text() == "Narrative (no speaker)"
