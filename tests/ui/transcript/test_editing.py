"""Keys, input methods, the clipboard and dragging, and what the document says afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.model.spans import Correction
from app.model.witness import body_witness
from app.review import Review
from tests.builders import document
from tests.ui.transcript.conftest import OpenDesk
from tests.ui.transcript.desk import ANN, Clock, Desk

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(
        document("The President: Good rnorning. (U)", "PM: Thank you. (U)", "\f+ Good bye. (C)")
    )


def _agree(desk: Desk) -> list[str]:
    assert desk.blocks == desk.texts
    return desk.texts


def test_typing_over_a_word_keeps_what_it_read(desk: Desk) -> None:
    desk.at((0, 5), (0, 7)).type("m")
    assert _agree(desk)[0] == "Good morning."
    (span,) = desk.review.document.paragraphs[0].passage.spans
    assert isinstance(span, Correction)
    assert (span.original, span.act.by) == ("rnorning.", "rev-ab")
    assert desk.pane.caret() == (0, 6)


def test_keys_typed_at_once_are_one_step(open_desk: OpenDesk) -> None:
    desk = open_desk(document("PM: Thank you."))
    moment = Clock()()
    desk.review = Review(desk.review.document, ANN, lambda: moment)
    desk.pane.set_review(desk.review)
    desk.at((0, 9)).type(" very much")
    desk.review.undo()
    assert _agree(desk) == ["Thank you."]


def test_enter_splits_and_takes_the_blank_away(desk: Desk) -> None:
    desk.at((0, 4)).press(Key.Key_Return)
    assert _agree(desk)[:2] == ["Good", "rnorning."]
    assert desk.pane.caret() == (1, 0)


def test_line_break_key_splits_too(desk: Desk) -> None:
    desk.at((0, 5)).press(Key.Key_Return, SHIFT)
    assert _agree(desk)[:2] == ["Good", "rnorning."]
    assert desk.pane.caret() == (1, 0)


@pytest.mark.parametrize(("place", "key"), [((2, 0), Key.Key_Backspace), ((1, 10), Key.Key_Delete)])
def test_joins_across_a_page_break(desk: Desk, place: tuple[int, int], key: Key) -> None:
    witness = body_witness(desk.review.document)
    desk.at(place).press(key)
    assert _agree(desk)[1:] == ["Thank you. Good bye."]
    assert body_witness(desk.review.document) == witness
    (page_break,) = desk.review.document.paragraphs[1].passage.page_breaks
    assert page_break.page == "page-2"


def test_split_and_join_is_as_before(desk: Desk) -> None:
    desk.at((0, 4)).press(Key.Key_Return).press(Key.Key_Backspace)
    assert _agree(desk)[0] == "Good rnorning."
    assert desk.review.document.paragraphs[0].passage.spans == ()


def test_deletes_over_several_paragraphs(desk: Desk) -> None:
    witness = body_witness(desk.review.document)
    desk.at((0, 5), (2, 5)).press(Key.Key_Delete)
    assert _agree(desk) == ["Good bye."]
    assert body_witness(desk.review.document) == witness


def test_types_over_several_paragraphs(desk: Desk) -> None:
    desk.at((2, 4), (0, 5)).type("x")
    assert _agree(desk) == ["Good x bye."]
    assert desk.pane.caret() == (0, 6)


def test_a_tab_leaves_the_text(desk: Desk) -> None:
    desk.press(Key.Key_Tab)
    assert _agree(desk)[0] == "Good rnorning."
    assert desk.pane.marks.hasFocus()


# -- characters -----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["\U0001d50a", "e\u0301", "שלום", "\u00a0", "né"])
def test_any_character_is_kept_as_it_is(desk: Desk, text: str) -> None:
    desk.at((1, 5)).compose("?", text)
    assert _agree(desk)[1] == f"Thank{text} you."
    assert desk.pane.caret() == (1, 5 + len(text))


@pytest.mark.parametrize(
    ("text", "kept"), [("\x07", "\ufffd"), ("\t", " "), ("\uffff", "\ufffd"), ("\x00", "\ufffd")]
)
def test_what_a_record_cannot_hold_is_replaced(desk: Desk, text: str, kept: str) -> None:
    desk.at((1, 5)).compose("", text)
    assert _agree(desk)[1] == f"Thank{kept} you."


def test_half_a_surrogate_pair_does_not_stay(desk: Desk) -> None:
    desk.at((1, 5)).compose("", "\ud835x")
    assert _agree(desk)[1].startswith("Thank")
    desk.press(Key.Key_End).type("!")
    assert _agree(desk)[1].endswith("you.!")


def test_the_caret_steps_over_a_surrogate_pair(desk: Desk) -> None:
    desk.at((1, 0)).compose("", "\U0001d50a").press(Key.Key_Left)
    assert desk.pane.caret() == (1, 0)
    desk.press(Key.Key_Right)
    assert desk.pane.caret() == (1, 1)
    desk.press(Key.Key_Backspace)
    assert _agree(desk)[1] == "Thank you."


def test_composing_changes_nothing_before_it_is_done(desk: Desk) -> None:
    before = desk.review.document
    desk.at((1, 5)).compose("ni")
    assert desk.review.document is before
    desk.compose("", "你")
    assert _agree(desk)[1] == "Thank你 you."


# -- the clipboard and dragging -------------------------------------------------------------------


def test_lines_pasted_become_paragraphs(desk: Desk) -> None:
    desk.at((1, 5)).paste(" him.\r\n\r\nAnd\u2028also")
    assert _agree(desk)[1:4] == ["Thank him.", "And", "also you."]
    assert desk.pane.caret() == (3, 4)


def test_pastes_plain_text_from_the_clipboard(desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("bold")
    QGuiApplication.clipboard().setMimeData(mime)
    desk.at((1, 0))
    desk.pane.paste()
    assert _agree(desk)[1] == "boldThank you."
    assert desk.review.undo_name == "Correct Text"


def test_files_are_not_for_the_text(desk: Desk) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("file:///tmp/a.txt")])
    assert not desk.editor.canInsertFromMimeData(mime)


def test_copies_the_words_alone(desk: Desk) -> None:
    desk.at((1, 5)).compose("", "\u00a0").at((0, 5), (2, 4))
    desk.pane.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "rnorning.\nThank\u00a0 you.\nGood"
    assert not mime.hasHtml()


def test_cuts(desk: Desk) -> None:
    desk.at((1, 0), (1, 6))
    desk.pane.cut()
    assert _agree(desk)[1] == "you."
    assert QGuiApplication.clipboard().text() == "Thank "


def test_words_from_elsewhere_are_dropped_in(desk: Desk) -> None:
    desk.drop((1, 6), "all of\nthem ")
    assert _agree(desk)[1:3] == ["Thank all of", "them you."]


@pytest.mark.parametrize(
    ("start", "end", "to", "texts", "caret"),
    [
        ((0, 0), (0, 5), (2, 9), ["rnorning.", "Thank you.", "Good bye.Good "], (2, 14)),
        ((2, 4), (2, 8), (0, 0), [" byeGood rnorning.", "Thank you.", "Good."], (0, 0)),
        ((1, 0), (1, 6), (1, 10), ["Good rnorning.", "you.Thank ", "Good bye."], (1, 10)),
        ((1, 0), (1, 6), (1, 3), ["Good rnorning.", "Thank you.", "Good bye."], (1, 6)),
    ],
)
def test_words_dragged_within_are_one_step(
    desk: Desk,
    start: tuple[int, int],
    end: tuple[int, int],
    to: tuple[int, int],
    texts: list[str],
    caret: tuple[int, int],
) -> None:
    speakers = [paragraph.speaker for paragraph in desk.review.document.paragraphs]
    block = desk.editor.document().findBlockByNumber(to[0])
    desk.at(start, end).editor.text_dropped.emit(block.position() + to[1])
    assert _agree(desk) == texts
    assert desk.pane.caret() == caret
    assert [paragraph.speaker for paragraph in desk.review.document.paragraphs] == speakers
    if desk.review.undo_name is not None:
        assert desk.review.undo_name == "Move Text"
        desk.review.undo()
        assert _agree(desk) == ["Good rnorning.", "Thank you.", "Good bye."]


# -- undo -----------------------------------------------------------------------------------------


def test_undo_and_redo_put_the_caret_where_the_change_was(desk: Desk) -> None:
    desk.at((0, 5), (0, 7)).type("m").at((2, 0))
    desk.review.undo()
    assert _agree(desk)[0] == "Good rnorning."
    assert desk.pane.caret() == (0, 7)
    desk.at((2, 0))
    desk.review.redo()
    assert _agree(desk)[0] == "Good morning."
    assert desk.pane.caret() == (0, 6)


def test_undo_of_a_join(desk: Desk) -> None:
    desk.at((2, 0)).press(Key.Key_Backspace)
    desk.review.undo()
    assert _agree(desk)[1:] == ["Thank you.", "Good bye."]


def test_the_key_of_undo_is_the_windows(qtbot: QtBot, desk: Desk) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(desk.pane)
    undone: list[bool] = []
    action = QAction("Undo", window)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: undone.append(True))
    window.addAction(action)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    desk.editor.setFocus()
    qtbot.keyClick(desk.editor, Key.Key_Z, CONTROL)
    window.takeCentralWidget()
    assert undone == [True]
