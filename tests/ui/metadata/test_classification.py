from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.model.edits import ClearMarking, CorrectText, SetMarking
from app.model.terms import Level
from app.ui.dialogs.override import OverrideDialog
from app.ui.local_time import local_time
from tests.ui.metadata.conftest import Desk


def test_it_names_the_portion_and_leads_to_it(desk: Desk) -> None:
    section = desk.pane.classification
    assert section.level.text() == "CONFIDENTIAL"
    assert section.portion.text() == "from paragraph 6 on page 2 (C)"
    with desk.qtbot.waitSignal(desk.pane.paragraph_requested) as asked:
        section.portion.setFocus()
        desk.qtbot.keyClick(section.portion, Qt.Key.Key_Space)
    assert asked.args == [5]


def test_it_follows_the_portions(desk: Desk) -> None:
    section = desk.pane.classification
    desk.review.apply(SetMarking((2,), Level.S))
    desk.qtbot.waitUntil(lambda: section.level.text() == "SECRET")
    assert section.portion.text() == "from paragraph 3 on page 1 (S)"
    assert section.original.currentText() == "CONFIDENTIAL"
    desk.review.undo()
    desk.qtbot.waitUntil(lambda: section.level.text() == "CONFIDENTIAL")


def test_typing_does_not_count_anew(desk: Desk) -> None:
    desk.review.apply(CorrectText(1, 0, 1, "t"))
    assert not desk.pane._later.isActive()
    desk.review.apply(ClearMarking((5,)))
    assert desk.pane._later.isActive()


def test_where_the_head_is_the_highest_it_leads_there(desk: Desk) -> None:
    desk.review.apply(ClearMarking(tuple(range(7))))
    section = desk.pane.classification
    desk.qtbot.waitUntil(lambda: section.portion.text() == "from SUBJECT in the head (U)")
    desk.click(section.portion)
    mark = desk.pane.memorandum.mark
    assert mark is not None
    assert QApplication.focusWidget() is mark.level


def test_an_override_needs_its_reason_and_can_be_taken_back(desk: Desk) -> None:
    section = desk.pane.classification

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, OverrideDialog)
        desk.qtbot.keyClick(dialog.level, Qt.Key.Key_End)
        desk.qtbot.keyClicks(dialog.reason, "Compilation")
        dialog.accept()

    desk.on_dialog(fill_in)
    desk.click(section.override)
    override = desk.document.metadata.override
    assert override is not None
    assert (override.level, override.reason) == (Level.TS, "Compilation")
    assert section.level.text() == "TOP SECRET"
    assert f"Ann Baker, {local_time(override.act.when)}: Compilation" in section.reason.text()
    assert section.from_portions.text() == "CONFIDENTIAL"
    desk.click(section.take_back)
    assert desk.document.metadata.override is None
    assert section.level.text() == "CONFIDENTIAL"
    assert not section.take_back.isVisible()


def test_the_level_on_the_paper_is_chosen(desk: Desk) -> None:
    original = desk.pane.classification.original
    original.setFocus()
    for key, level in ((Qt.Key.Key_Down, Level.S), (Qt.Key.Key_Home, None)):
        desk.qtbot.keyClick(original, key)
        assert desk.document.metadata.original_level is level
    assert original.currentText() == "Not stated"
    desk.review.undo()
    assert original.currentData() is Level.S
