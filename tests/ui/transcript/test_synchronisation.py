"""Edits that are refused or come from elsewhere, and documents that are still being put in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.edits import (
    AssignSpeaker,
    Compound,
    CorrectText,
    Edit,
    EditRefused,
    JoinParagraphs,
    ReplaceText,
    SplitParagraph,
    SwapSpeakers,
)
from app.review import Change
from app.ui.transcript.filling import FIRST
from tests.builders import document
from tests.ui.transcript.conftest import OpenDesk
from tests.ui.transcript.desk import Desk

Key = Qt.Key


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(document("The President called. (U)", "PM: Thank you. (U)", "+ Good bye. (C)"))


def _long() -> Document:
    return document(*(f"PM: Paragraph {n} \U0001d50a." for n in range(5 * FIRST)))


REFUSED: dict[str, Callable[[Desk], object]] = {
    "a key": lambda desk: desk.at((1, 5)).type("x"),
    "a deletion": lambda desk: desk.at((0, 4), (2, 4)).press(Key.Key_Delete),
    "a split": lambda desk: desk.at((1, 5)).press(Key.Key_Return),
    "a join": lambda desk: desk.at((2, 0)).press(Key.Key_Backspace),
    "a paste": lambda desk: desk.at((2, 2), (1, 1)).paste("a\nb\nc"),
    "an input method": lambda desk: desk.at((1, 5)).compose("ni", "你"),
}


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_put_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, act: Callable[[Desk], object]
) -> None:
    before, texts = desk.review.document, desk.texts

    def refuse(edit: Edit, origin: object = None) -> Change:
        raise EditRefused("Not here.")

    monkeypatch.setattr(desk.review, "apply", refuse)
    act(desk)
    assert desk.refusals == ["Not here."]
    assert desk.blocks == texts
    assert desk.review.document is before
    monkeypatch.undo()
    desk.at((1, 0)).type("x")
    assert desk.texts[1] == desk.blocks[1] == "xThank you."


def test_the_selection_is_back_after_a_refusal(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(edit: Edit, origin: object = None) -> Change:
        raise EditRefused("Not here.")

    monkeypatch.setattr(desk.review, "apply", refuse)
    desk.at((0, 4), (2, 4)).type("x")
    assert desk.pane.selection() == ((0, 4), (2, 4))


EDITS: dict[str, tuple[Edit, tuple[int, int]]] = {
    "text": (CorrectText(0, 4, 13, "Queen"), (0, 9)),
    "split": (SplitParagraph(1, 5), (2, 0)),
    "join": (JoinParagraphs(1), (0, 22)),
    "several": (Compound("x", (CorrectText(2, 0, 4, "Well"), CorrectText(0, 0, 3, "A"))), (0, 1)),
    "across": (ReplaceText((0, 4), (2, 4), ("b", "c")), (1, 1)),
    "speaker": (AssignSpeaker((1,), "person-1"), (2, 3)),
}


@pytest.mark.parametrize(("edit", "caret"), EDITS.values(), ids=EDITS)
def test_commands_patch_the_text(desk: Desk, edit: Edit, caret: tuple[int, int]) -> None:
    desk.at((2, 3))
    desk.review.apply(edit)
    assert desk.blocks == desk.texts
    if not isinstance(edit, AssignSpeaker | ReplaceText):
        assert desk.pane.caret() == caret
    desk.review.undo()
    assert desk.blocks == desk.texts == ["The President called.", "Thank you.", "Good bye."]


def test_undo_elsewhere_brings_its_paragraph_into_view(open_desk: OpenDesk) -> None:
    desk = open_desk(_long())
    desk.review.apply(AssignSpeaker((0,), None))
    desk.at((200, 3))
    desk.review.undo()
    assert desk.pane.caret() == (0, 0)


def test_another_panes_edit_leaves_the_caret(qtbot: QtBot, desk: Desk) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    desk.at((2, 3))
    desk.review.apply(CorrectText(0, 0, 3, "A"), origin=other)
    assert desk.blocks == desk.texts
    assert desk.pane.caret() == (2, 3)


def test_all_speakers_at_once_change_no_text(open_desk: OpenDesk) -> None:
    desk = open_desk(document("A: One.", "B: Two.", "A: Three."))
    revision = desk.editor.document().revision()
    desk.review.apply(SwapSpeakers(0, "person-1", "person-2"))
    assert desk.editor.document().revision() == revision


# -- filling --------------------------------------------------------------------------------------


def _filled(desk: Desk) -> bool:
    return len(desk.blocks) == len(desk.texts)


def test_the_first_screens_are_there_at_once_and_the_rest_soon(qtbot: QtBot) -> None:
    desk = Desk(_long())
    qtbot.addWidget(desk.pane)
    assert len(desk.blocks) == FIRST
    qtbot.waitUntil(lambda: _filled(desk))
    assert desk.blocks == desk.texts


def _edit_at_the_seam(desk: Desk) -> None:
    last = len(desk.blocks) - 1
    desk.at((last - 1, 3)).press(Key.Key_Return).type("x")


FILLING: dict[str, Callable[[Desk], object]] = {
    "type": lambda desk: desk.at((3, 1)).type("xyz"),
    "type at the end of what is there": lambda desk: desk.at((FIRST - 1, 99)).type("x"),
    "split": lambda desk: desk.at((3, 4)).press(Key.Key_Return),
    "split near the seam": _edit_at_the_seam,
    "join": lambda desk: desk.at((3, 0)).press(Key.Key_Backspace),
    "delete at the seam": lambda desk: desk.at((FIRST - 1, 99)).press(Key.Key_Delete),
    "a command before the seam": lambda desk: desk.review.apply(CorrectText(3, 0, 4, "x")),
    "a command after the seam": lambda desk: desk.review.apply(JoinParagraphs(2 * FIRST)),
    "split at the seam": lambda desk: desk.review.apply(SplitParagraph(FIRST - 1, 4)),
    "join at the seam": lambda desk: desk.review.apply(JoinParagraphs(FIRST)),
    "shrink over the seam": lambda desk: desk.review.apply(
        ReplaceText((3, 1), (2 * FIRST, 1), ("",))
    ),
    "grow over the seam": lambda desk: desk.review.apply(
        ReplaceText((FIRST - 2, 1), (FIRST + 2, 1), tuple("abcdefghijkl"))
    ),
    "select all": lambda desk: desk.pane.select_all(),
    "go to the end": lambda desk: desk.press(Key.Key_End, Qt.KeyboardModifier.ControlModifier),
    "go far": lambda desk: desk.at((4 * FIRST, 2)).type("x"),
}


@pytest.mark.parametrize("act", FILLING.values(), ids=FILLING)
def test_people_may_work_while_the_text_is_put_in(
    qtbot: QtBot, act: Callable[[Desk], object]
) -> None:
    desk = Desk(_long())
    qtbot.addWidget(desk.pane)
    act(desk)
    assert desk.blocks == desk.texts[: len(desk.blocks)]
    qtbot.waitUntil(lambda: _filled(desk))
    assert desk.blocks == desk.texts
    while desk.review.undo_name is not None:
        desk.review.undo()
    assert desk.blocks == desk.texts == [p.text for p in _long().paragraphs]


def test_the_caret_at_the_seam_stays(qtbot: QtBot) -> None:
    desk = Desk(_long())
    qtbot.addWidget(desk.pane)
    desk.at((FIRST - 1, 3), (FIRST - 1, 99))
    place = desk.pane.selection()
    qtbot.waitUntil(lambda: _filled(desk))
    assert desk.pane.selection() == place
