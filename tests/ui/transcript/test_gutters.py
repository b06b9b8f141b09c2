"""Speakers and portion marks beside the text, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.document import Document, Mark, Person
from app.model.edits import AssignSpeaker, SetMarking
from app.model.spans import Hint
from app.model.terms import Certainty, Level
from app.review import Review
from app.ui.transcript.gutter import Gutter
from tests.builders import document
from tests.ui.transcript.conftest import OpenDesk
from tests.ui.transcript.desk import ANN, Desk

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(
        document(
            "The President called. (U)",
            "The President: Good morning. (U)",
            "+ And good\f evening. (C)",
            "\fPM: Thank you.",
        )
    )


def _middle(desk: Desk, gutter: Gutter, at: int) -> QPoint:
    """The middle of a cell."""
    (row,) = (row for row in desk.editor.rows(0, 600) if row.at == at)
    return gutter.cell_of(row).center().toPoint()


@pytest.mark.parametrize("name", ["speakers", "marks"])
def test_a_click_asks_for_the_paragraph(qtbot: QtBot, desk: Desk, name: str) -> None:
    gutter: Gutter = getattr(desk.pane, name)
    signal = {"speakers": desk.pane.speaker_requested, "marks": desk.pane.mark_requested}[name]
    with qtbot.waitSignal(signal) as asked:
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=_middle(desk, gutter, 2))
    assert asked.args == [2]
    assert desk.pane.caret()[0] == 2
    assert desk.editor.hasFocus()


def test_a_click_in_a_selection_leaves_it(qtbot: QtBot, desk: Desk) -> None:
    desk.at((1, 2), (3, 4))
    gutter = desk.pane.speakers
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=_middle(desk, gutter, 2))
    assert desk.pane.selected_paragraphs() == (1, 2, 3)


@pytest.mark.parametrize("name", ["speakers", "marks"])
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_goes_from_cell_to_cell_by_keyboard(qtbot: QtBot, desk: Desk, name: str, key: Key) -> None:
    desk.at((0, 3))
    getattr(desk.pane, f"focus_{name}")()
    gutter: Gutter = getattr(desk.pane, name)
    assert gutter.hasFocus()
    asked: list[int] = []
    gutter.requested.connect(asked.append)
    for pressed in (Key.Key_Down, Key.Key_Down, Key.Key_Up, key):
        qtbot.keyClick(gutter, pressed)
    assert asked == [1]
    assert desk.pane.caret() == (1, 0)
    qtbot.keyClick(gutter, Key.Key_Escape)
    assert desk.editor.hasFocus()


def test_the_ends_are_the_ends(qtbot: QtBot, desk: Desk) -> None:
    desk.pane.focus_marks()
    qtbot.keyClick(desk.pane.marks, Key.Key_Up)
    assert desk.pane.caret()[0] == 0
    qtbot.keyClick(desk.pane.marks, Key.Key_PageDown)
    assert desk.pane.caret()[0] == 3


def test_shift_takes_paragraphs_along(qtbot: QtBot, desk: Desk) -> None:
    desk.at((1, 4))
    desk.pane.focus_speakers()
    qtbot.keyClick(desk.pane.speakers, Key.Key_Down, SHIFT)
    qtbot.keyClick(desk.pane.speakers, Key.Key_Down, SHIFT)
    assert desk.pane.selected_paragraphs() == (1, 2, 3)
    for _ in range(3):
        qtbot.keyClick(desk.pane.speakers, Key.Key_Up, SHIFT)
    assert desk.pane.selected_paragraphs() == (0, 1)


def test_keys_of_the_gutter_do_not_type(qtbot: QtBot, desk: Desk) -> None:
    before = desk.review.document
    desk.pane.focus_speakers()
    for key in (Key.Key_X, Key.Key_Backspace, Key.Key_Delete):
        qtbot.keyClick(desk.pane.speakers, key)
    assert desk.review.document is before


def test_tab_goes_round_speakers_text_and_marks(qtbot: QtBot, desk: Desk) -> None:
    desk.pane.focus_speakers()
    order: list[QWidget | None] = []
    for _ in range(2):
        focused = desk.pane.window().focusWidget()
        qtbot.keyClick(focused, Key.Key_Tab)
        order.append(desk.pane.window().focusWidget())
    assert order == [desk.editor, desk.pane.marks]


def test_the_accessible_names_say_where_one_is(qtbot: QtBot, desk: Desk) -> None:
    desk.at((1, 0))
    desk.pane.focus_speakers()
    assert desk.pane.speakers.accessibleName() == "Speakers, paragraph 2: The President"
    qtbot.keyClick(desk.pane.speakers, Key.Key_Down)
    assert desk.pane.speakers.accessibleName().endswith("The President (continues)")
    desk.pane.focus_marks()
    assert desk.pane.marks.accessibleName() == (
        "Portion marks, paragraph 3: Portion mark (C), after the paragraph"
    )
    assert desk.editor.accessibleName() == "Transcript"
    assert "Paragraph 3 of 4. page 2. The President" in desk.editor.accessibleDescription()


@pytest.mark.parametrize("name", ["speakers", "marks"])
def test_focus_is_seen(desk: Desk, name: str) -> None:
    gutter: Gutter = getattr(desk.pane, name)
    before = _picture_bytes(gutter)
    gutter.setFocus()
    assert _picture_bytes(gutter) != before


def test_cells_are_painted_anew_with_the_document(desk: Desk) -> None:
    speakers, marks = _picture_bytes(desk.pane.speakers), _picture_bytes(desk.pane.marks)
    desk.review.apply(AssignSpeaker((1,), "person-2"))
    desk.review.apply(SetMarking((1,), Level.TS))
    assert _picture_bytes(desk.pane.speakers) != speakers
    assert _picture_bytes(desk.pane.marks) != marks


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize(
    ("at", "text", "painted"),
    [(1, "x", False), (1, "a new line " * 12, True), (2, "x", True), (3, "One.\nTwo.", True)],
)
def test_gutters_are_painted_only_where_they_have_to(
    qtbot: QtBot, desk: Desk, at: int, text: str, painted: bool
) -> None:
    desk.at((at, 3))
    QTest.qWait(20)
    paints = Paints(desk.pane.speakers)
    desk.paste(text) if len(text) > 1 else desk.type(text)
    QTest.qWait(20)
    assert (paints.count > 0) is painted


MARKS: dict[str, Mark | None] = {
    "none": None,
    "plain": Mark(Level.C),
    "struck": Mark(Level.C, struck=True),
    "proposed": Mark(Level.C, certainty=Certainty.LOW),
    "misread": Mark(Level.C, reading="(Ø)"),
    "cleared": Mark(None, reading="(Ø)"),
    "caveat": Mark(Level.C, ("NF",)),
}


def test_each_mark_looks_different_without_colour(open_desk: OpenDesk) -> None:
    pictures = {}
    for name, mark in MARKS.items():
        desk = open_desk(_with_mark(mark))
        image = desk.pane.marks.grab().toImage()
        grey = [
            QColor(image.pixel(x, y)).lightness() < 190
            for x in range(image.width())
            for y in range(image.height())
        ]
        pictures[name] = tuple(grey)
        desk.pane.hide()
    assert len(set(pictures.values())) == len(MARKS)


def _with_mark(mark: Mark | None) -> Document:
    made = document("PM: Thank you.")
    return made.with_paragraphs(0, 1, (replace(made.paragraphs[0], mark=mark),))


@pytest.mark.parametrize("zoom", [50, 100, 200])
def test_names_never_run_into_the_text(open_desk: OpenDesk, zoom: int) -> None:
    made = document("PM: Thank you.")
    long = replace(made, people=(Person("person-1", "A Very Long Name Indeed " * 4),))
    desk = open_desk(long)
    desk.pane.set_zoom(zoom)
    (row,) = desk.editor.rows(0, 600)
    gutter = desk.pane.speakers
    assert gutter.geometry().right() < desk.editor.viewport().geometry().left() + 1
    edge = gutter.width() - round(desk.pane.speakers._page_width) + 1
    image = gutter.grab().toImage()
    ground = image.pixel(edge, round(row.text_top))
    assert {
        image.pixel(x, y)
        for x in range(edge, gutter.width())
        for y in range(round(row.text_top), round(row.text_bottom))
    } == {ground}


def test_a_page_that_begins_inside_has_a_label_to_click(qtbot: QtBot, desk: Desk) -> None:
    (row,) = (row for row in desk.editor.rows(0, 600) if row.at == 2)
    x = desk.pane.speakers.width() - 16
    with qtbot.waitSignal(desk.pane.page_requested) as asked:
        qtbot.mouseClick(
            desk.pane.speakers,
            Qt.MouseButton.LeftButton,
            pos=QPoint(x, round(row.caret_rect(9).center().y())),
        )
    assert asked.args == ["page-2"]


def test_a_hint_has_a_sign(open_desk: OpenDesk) -> None:
    made = document("PM: Thank you.")
    paragraph = made.paragraphs[0]
    passage = paragraph.passage.with_span(Hint(5, 5, "lost-label", "A label may be lost."))
    desk = open_desk(made)
    before = _picture_bytes(desk.pane.speakers)
    hinted = made.with_paragraphs(0, 1, (replace(paragraph, passage=passage),))
    desk.pane.set_review(Review(hinted, ANN))
    assert _picture_bytes(desk.pane.speakers) != before
    (row,) = desk.editor.rows(0, 600)
    assert desk.editor.tip_at(QPointF(row.caret_rect(5).center())) == "A label may be lost."


def _picture_bytes(widget: QWidget) -> bytes:
    image = widget.grab().toImage()
    return bytes(image.constBits())


def test_the_wheel_scrolls_the_text_over_a_gutter(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(document(*(f"PM: Line {n}." for n in range(60))))
    bar = desk.editor.verticalScrollBar()
    QTest.qWait(20)
    _wheel(desk.pane.marks)
    assert bar.value() > 0


def _wheel(widget: QWidget) -> None:
    point = QPointF(widget.rect().center())
    event = QWheelEvent(
        point,
        widget.mapToGlobal(point),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
