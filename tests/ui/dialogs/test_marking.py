from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.document import Mark
from app.model.edits import SetMarking
from app.model.terms import Act, Certainty, Level, Position
from app.ui.dialogs.marking import MarkingDialog
from tests.ui.metadata.kaifu import kaifu, review_of

DOUBTFUL = 5


def opened(qtbot: QtBot, *at: int) -> MarkingDialog:
    dialog = MarkingDialog(kaifu(), at)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def marks(qtbot: QtBot, dialog: MarkingDialog, *at: int) -> list[Mark | None]:
    """The marks after Enter."""
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    review = review_of(kaifu())
    review.apply(dialog.edit)
    return [review.document.paragraphs[place].mark for place in at]


def only(qtbot: QtBot, dialog: MarkingDialog, at: int) -> Mark:
    (mark,) = marks(qtbot, dialog, at)
    assert mark is not None
    return mark


@pytest.mark.parametrize(
    ("key", "level"),
    [
        (Qt.Key.Key_U, Level.U),
        (Qt.Key.Key_C, Level.C),
        (Qt.Key.Key_S, Level.S),
        (Qt.Key.Key_T, Level.TS),
    ],
)
def test_a_key_sets_the_level(qtbot: QtBot, key: Qt.Key, level: Level) -> None:
    dialog = opened(qtbot, 0)
    qtbot.keyClick(dialog.levels[Level.U], key)
    assert only(qtbot, dialog, 0).level is level


def test_it_shows_the_reading_and_confirms(qtbot: QtBot) -> None:
    dialog = opened(qtbot, DOUBTFUL)
    assert dialog.reading.text() == "OCR read (Ø)"
    assert dialog.mark.text() == "(C)"
    assert dialog.mark.accessibleName() == "Resulting mark: (C)"
    assert dialog.mark.font().strikeOut()
    mark = only(qtbot, dialog, DOUBTFUL)
    assert (mark.level, mark.struck, mark.reading) == (Level.C, True, "(Ø)")
    assert mark.certainty is Certainty.HIGH


def test_struck_and_place(qtbot: QtBot) -> None:
    dialog = opened(qtbot, 0)
    dialog.struck.setFocus()
    qtbot.keyClick(dialog.struck, Qt.Key.Key_Space)
    assert dialog.mark.font().strikeOut()
    dialog.trailing.setFocus()
    qtbot.keyClick(dialog.trailing, Qt.Key.Key_Down)
    mark = only(qtbot, dialog, 0)
    assert mark.struck
    assert mark.position is Position.LEADING
    assert mark.read_at is Position.TRAILING


def test_caveats_are_searched_ticked_and_stand_in_order(qtbot: QtBot) -> None:
    dialog = opened(qtbot, DOUBTFUL)
    for typed in ("not releasable", "oc"):
        qtbot.keyClicks(dialog.caveats.typed, typed)
        qtbot.keyClick(dialog.caveats.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.mark.text() == "(C//OC//NF)"
    assert only(qtbot, dialog, DOUBTFUL).caveats == ("OC", "NF")


def test_a_caveat_that_the_register_lacks_is_typed(qtbot: QtBot) -> None:
    dialog = opened(qtbot, DOUBTFUL)
    texts = [dialog.caveats.list.item(at).text() for at in range(dialog.caveats.list.count())]
    assert not any("WNINTEL" in text for text in texts)
    qtbot.keyClicks(dialog.caveats.typed, "wnintel")
    qtbot.keyClick(dialog.caveats.typed, Qt.Key.Key_Return)
    assert only(qtbot, dialog, DOUBTFUL).caveats == ("WNINTEL",)


def test_a_caveat_is_ticked_in_the_list_by_keyboard(qtbot: QtBot) -> None:
    dialog = opened(qtbot, DOUBTFUL)
    qtbot.keyClicks(dialog.caveats.typed, "controlled")
    qtbot.keyClick(dialog.caveats.typed, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.caveats.list, Qt.Key.Key_Space)
    assert only(qtbot, dialog, DOUBTFUL).caveats == ("OC",)


def test_what_differs_stays_as_it_is(qtbot: QtBot) -> None:
    dialog = opened(qtbot, 0, DOUBTFUL)
    assert dialog.mark.text() == "Different marks"
    dialog.leading.setFocus()
    qtbot.keyClick(dialog.leading, Qt.Key.Key_Space)
    first, second = marks(qtbot, dialog, 0, DOUBTFUL)
    assert first is not None
    assert second is not None
    assert (first.level, second.level) == (Level.U, Level.C)
    assert (first.struck, second.struck) == (False, True)
    assert {first.position, second.position} == {Position.LEADING}


def test_different_caveats_stay_until_one_is_ticked(qtbot: QtBot) -> None:
    document = SetMarking((0,), caveats=("NF",)).apply(kaifu(), Act("rev-ab", ""))
    dialog = MarkingDialog(document, (0, DOUBTFUL))
    qtbot.addWidget(dialog)
    assert isinstance(dialog.edit, SetMarking)
    assert dialog.edit.caveats is None
    qtbot.keyClicks(dialog.caveats.typed, "oc")
    qtbot.keyClick(dialog.caveats.typed, Qt.Key.Key_Return)
    assert isinstance(dialog.edit, SetMarking)
    assert dialog.edit.caveats == ("OC",)


def test_clear_keeps_the_reading(qtbot: QtBot) -> None:
    dialog = opened(qtbot, DOUBTFUL)
    dialog.clear.setFocus()
    qtbot.keyClick(dialog.clear, Qt.Key.Key_Space)
    assert dialog.result() == QDialog.DialogCode.Accepted
    review = review_of(kaifu())
    review.apply(dialog.edit)
    mark = review.document.paragraphs[DOUBTFUL].mark
    assert mark is not None
    assert (mark.level, mark.reading) == (None, "(Ø)")


def test_a_paragraph_without_a_mark_needs_a_level(qtbot: QtBot) -> None:
    document = kaifu()
    bare = replace(document.paragraphs[0], mark=None)
    dialog = MarkingDialog(document.with_paragraphs(0, 1, (bare,)), (0,))
    qtbot.addWidget(dialog)
    dialog.show()
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    assert not dialog.clear.isEnabled()
    qtbot.keyClick(dialog.levels[Level.U], Qt.Key.Key_S)
    assert ok.isEnabled()
    assert dialog.mark.text() == "(S)"
