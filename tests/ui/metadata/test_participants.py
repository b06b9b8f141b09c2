from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit

from app.model.edits import AssignSpeaker
from app.model.terms import Function
from app.ui.dialogs.participant import ParticipantDialog
from app.ui.metadata.merging import MergeDialog
from app.ui.metadata.participants import ParticipantsSection
from app.ui.metadata.people_model import Column
from tests.ui.metadata.conftest import Desk


def cell(section: ParticipantsSection, row: int, column: Column) -> object:
    return section.model.index(row, column).data()


def names(desk: Desk) -> list[str]:
    return [person.name for person in desk.document.people]


def test_it_shows_keys_functions_and_turns(desk: Desk) -> None:
    section = desk.pane.participants
    assert [cell(section, 0, column) for column in Column] == [
        "1", "The President", "Principal", "2",
    ]  # fmt: skip
    desk.review.apply(AssignSpeaker((6,), "p2"))
    desk.qtbot.waitUntil(lambda: cell(section, 1, Column.TURNS) == "2")


def test_a_name_is_edited_in_the_table_by_keyboard(desk: Desk) -> None:
    section = desk.pane.participants
    section.table.setFocus()
    section.table.setCurrentIndex(section.model.index(2, Column.NAME))
    desk.qtbot.keyClick(section.table, Qt.Key.Key_Return)
    editor = section.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    desk.qtbot.keyClicks(editor, "F. Seeds")
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.document.people[2].name == "F. Seeds")
    desk.review.undo()
    assert cell(section, 2, Column.NAME) == "Frances Seeds"


def test_a_function_is_chosen_in_the_table(desk: Desk) -> None:
    section = desk.pane.participants
    section.table.setFocus()
    section.table.setCurrentIndex(section.model.index(2, Column.FUNCTION))
    desk.qtbot.keyClick(section.table, Qt.Key.Key_F2)
    editor = section.table.viewport().findChild(QComboBox)
    assert editor is not None
    assert editor.currentText() == "Interpreter"
    desk.qtbot.keyClick(editor, Qt.Key.Key_Down)
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.document.people[2].function is Function.NOTETAKER)


def test_an_empty_name_is_refused_and_the_old_one_stays(desk: Desk) -> None:
    section = desk.pane.participants
    section.model.setData(section.model.index(0, Column.NAME), " ")
    assert desk.refusals == ["A participant needs a name."]
    assert cell(section, 0, Column.NAME) == "The President"


def test_the_rest_is_edited_below_the_table(desk: Desk) -> None:
    section = desk.pane.participants
    section.table.selectRow(1)
    assert section.office.entry.text == "Prime Minister of Japan"
    desk.type(section.labels.entry, "Prime Minister Kaifu, PM, PM,")
    assert desk.document.people[1].aliases == ("Prime Minister Kaifu", "PM")
    assert section.labels.entry.text == "Prime Minister Kaifu, PM"
    desk.type(section.affiliation.entry, "LDP")
    assert desk.document.people[1].affiliation == "LDP"
    desk.review.undo()
    desk.review.undo()
    assert section.labels.entry.text == "Prime Minister Kaifu"
    assert section.affiliation.entry.text == ""


def test_whoever_speaks_cannot_be_removed(desk: Desk) -> None:
    section = desk.pane.participants
    section.table.setFocus()
    section.table.selectRow(0)
    desk.qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    assert len(desk.document.people) == 4
    assert "The President speaks in 4 paragraphs" in desk.refusals[0]
    section.table.selectRow(2)
    desk.qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    assert names(desk) == ["The President", "Toshiki Kaifu", "Karl D. Jackson"]


def test_moving_keeps_the_row_chosen(desk: Desk) -> None:
    section = desk.pane.participants
    section.table.setFocus()
    section.table.selectRow(1)
    desk.qtbot.keyClick(section.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(desk)[:2] == ["Toshiki Kaifu", "The President"]
    assert [person.name for person in section.chosen] == ["Toshiki Kaifu"]
    desk.qtbot.keyClick(section.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.refusals == []
    desk.click(section.buttons["Down"])
    assert names(desk)[:2] == ["The President", "Toshiki Kaifu"]


def test_adding_asks_for_the_participant(desk: Desk) -> None:
    section = desk.pane.participants

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ParticipantDialog)
        desk.qtbot.keyClicks(dialog.name, "Brent Scowcroft")
        desk.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)

    desk.on_dialog(fill_in)
    section.table.setFocus()
    desk.qtbot.keyClick(section.table, Qt.Key.Key_Insert)
    assert names(desk)[-1] == "Brent Scowcroft"
    assert cell(section, 4, Column.KEY) == "5"


def test_two_are_merged_and_the_person_chooses_who_stays(desk: Desk) -> None:
    section = desk.pane.participants
    section.table.setFocus()
    section.table.selectRow(0)
    assert not section.buttons["Merge"].isEnabled()
    desk.qtbot.keyClick(section.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    def keep_the_second(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        desk.qtbot.keyClick(dialog.kept[0], Qt.Key.Key_Down)
        desk.qtbot.keyClick(dialog.kept[1], Qt.Key.Key_Return)

    desk.on_dialog(keep_the_second)
    desk.click(section.buttons["Merge"])
    assert names(desk) == ["Toshiki Kaifu", "Frances Seeds", "Karl D. Jackson"]
    assert {p.speaker for p in desk.document.paragraphs} == {None, "p2"}
    assert "The President" in desk.document.people[0].aliases
    desk.review.undo()
    assert section.model.rowCount() == 4
