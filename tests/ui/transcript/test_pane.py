"""What the window knows of the pane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.document import Document, Furniture
from app.model.edits import CorrectText, MovePageBreak
from app.model.passage import Passage
from app.model.spans import Correction, Doubt, Gap, Hint, Inclusion, Markup, PageBreak, Span
from app.model.terms import Act, CorrectionKind, FurnitureKind, Place
from app.review import Review
from app.ui.local_time import local_time
from app.ui.theme import DARK, LIGHT
from app.ui.transcript.pane import TranscriptPane
from tests.builders import document, page
from tests.ui.transcript.conftest import OpenDesk
from tests.ui.transcript.desk import ANN, Desk

Key = Qt.Key
ACT = Act("rev-ab", "2026-03-01T09:30:00Z")


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(document("The President called.", "PM: Thank you.", "\f+ Good bye."))


def test_a_pane_without_a_document_can_be_shown(qtbot: QtBot) -> None:
    pane = TranscriptPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.set_zoom(110)
    qtbot.keyClicks(pane.editor, "x")
    assert pane.caret()[0] == 0


def test_caret_and_selection_count_code_points(open_desk: OpenDesk) -> None:
    desk = open_desk(document("PM: \U0001d50a\U0001d50a Thank you.", "PM: Yes."))
    desk.at((0, 3))
    assert desk.pane.caret() == (0, 3)
    desk.at((1, 1), (0, 2))
    assert desk.pane.caret() == (0, 2)
    assert desk.pane.selection() == ((0, 2), (1, 1))


@pytest.mark.parametrize(
    ("start", "end", "paragraphs"),
    [
        ((1, 3), None, (1,)),
        ((0, 3), (1, 2), (0, 1)),
        ((2, 1), (0, 3), (0, 1, 2)),
        ((0, 3), (1, 0), (0,)),
        ((0, 21), (1, 1), (0, 1)),
    ],
)
def test_selected_paragraphs(
    desk: Desk, start: tuple[int, int], end: tuple[int, int] | None, paragraphs: tuple[int, ...]
) -> None:
    desk.at(start, end)
    assert desk.pane.selected_paragraphs() == paragraphs


def test_each_move_of_the_caret_is_told_once(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    desk.pane.caret_moved.connect(lambda: told.append(desk.pane.caret()))
    desk.at((1, 2)).press(Key.Key_Right).type("x")
    assert told == [(1, 2), (1, 3), (1, 4)]
    desk.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(told) == 4


def test_when_the_caret_is_told_the_texts_agree(desk: Desk) -> None:
    agreed: list[bool] = []
    desk.pane.caret_moved.connect(lambda: agreed.append(desk.blocks == desk.texts))
    desk.at((1, 5)).press(Key.Key_Return).press(Key.Key_Backspace).paste("a\nb ")
    desk.review.undo()
    assert len(agreed) > 4
    assert all(agreed)


def test_placing_the_caret_leaves_the_keyboard_where_it_is(desk: Desk) -> None:
    desk.pane.focus_marks()
    desk.at((1, 2))
    assert desk.pane.marks.hasFocus()


def test_the_keyboard_goes_to_the_text(desk: Desk) -> None:
    desk.pane.focus_marks()
    desk.pane.setFocus()
    assert desk.editor.hasFocus()


def test_a_far_place_comes_into_view(open_desk: OpenDesk) -> None:
    desk = open_desk(document(*(f"PM: Line {n}." for n in range(400))))
    desk.at((300, 2))
    assert desk.editor.viewport().rect().contains(desk.editor.cursorRect())


def test_another_document_takes_the_place_of_the_first(desk: Desk) -> None:
    first = desk.review
    desk.at((2, 2)).pane.show_matches(((0, 0, 3),))
    other = Review(document("A: One."), ANN)
    desk.pane.set_review(other)
    assert desk.blocks == ["One."]
    assert desk.pane.caret() == (0, 0)
    assert desk.editor.found == {}
    first.apply(CorrectText(0, 0, 3, "x"))
    assert desk.blocks == ["One."]
    desk.type("x")
    assert other.document.paragraphs[0].text == "xOne."


def test_a_document_that_is_shown_again_is_followed_once(desk: Desk) -> None:
    desk.pane.set_review(Review(document("A: One."), ANN))
    desk.pane.set_review(desk.review)
    desk.review.apply(CorrectText(0, 4, 13, "Queen"))
    assert desk.blocks == desk.texts


def test_zoom_enlarges_text_and_gutters(desk: Desk) -> None:
    desk.pane.resize(2000, 600)
    size, width = desk.editor.font().pointSizeF(), desk.pane.marks.natural_width()
    desk.pane.set_zoom(200)
    assert desk.editor.font().pointSizeF() == pytest.approx(2 * size)
    assert desk.pane.marks.natural_width() == pytest.approx(2 * width, rel=0.05)
    desk.pane.set_zoom(50)
    assert desk.editor.font().pointSizeF() == pytest.approx(size / 2)
    desk.pane.set_zoom(100)
    assert desk.editor.font().pointSizeF() == pytest.approx(size)


@pytest.fixture(params=["", "QCheckBox { spacing: 4px }"])
def _style_sheet(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """With any style sheet Qt hands palettes on to children in another way."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(request.param)
    yield
    qapp.setStyleSheet(before)


@pytest.mark.usefixtures("_style_sheet")
def test_dark_and_light(open_desk: OpenDesk) -> None:
    desk = open_desk(document("PM: Thank you."))
    desk.pane.set_theme(DARK)
    assert QColor(DARK.base).rgb() in _colours(desk)
    desk.pane.set_theme(LIGHT)
    assert QColor(LIGHT.base).rgb() in _colours(desk)


# -- what is painted ------------------------------------------------------------------------------


SPANS: dict[str, Span] = {
    "correction": Correction(0, 5, "Tbank", CorrectionKind.OCR, ACT),
    "deletion": Correction(5, 5, "x", CorrectionKind.OCR, ACT),
    "doubt": Doubt(0, 5, 0.4),
    "hint": Hint(6, 6, "lost-label", "A label may be lost."),
    "page break": PageBreak(6, 6, "page-2"),
    "markup": Markup(0, 5, "{urn:x}hi"),
    "inclusion": Inclusion(6, 6, "<x/>"),
    "gap": Gap(0, 5),
    "gap without words": Gap(6, 6),
}
TIPS = {
    "correction": f"Source reads “Tbank” (OCR slip; rev-ab, {local_time(ACT.when)})",
    "deletion": f"Source reads “x” (OCR slip; rev-ab, {local_time(ACT.when)})",
    "doubt": "Doubtful reading: certainty 40%",
    "hint": "A label may be lost.",
    "page break": "Page 2 begins here",
    "markup": "Element hi of another program, kept as it is",
    "inclusion": "An element of another program, kept as it is",
    "gap": "Withheld on the paper",
    "gap without words": "Withheld on the paper",
}


def _with_span(span: Span | None) -> Document:
    made = document("PM: Thank you.", "PM: Yes.")
    spans = (span,) if span is not None else ()
    paragraph = replace(made.paragraphs[0], passage=Passage("Thank you.", spans))
    return replace(made.with_paragraphs(0, 1, (paragraph,)), pages=(page(1), page(2)))


def test_each_thing_looks_different_without_colour(open_desk: OpenDesk) -> None:
    pictures = {}
    for name, span in {"nothing": None, **SPANS}.items():
        desk = open_desk(_with_span(span))
        desk.at((1, 0))
        desk.pane.focus_marks()
        image = desk.editor.viewport().grab().toImage()
        pictures[name] = tuple(
            QColor(image.pixel(x, y)).lightness() < 190
            for x in range(0, 120)
            for y in range(image.height())
        )
        desk.pane.hide()
    assert len(set(pictures.values())) == len(SPANS) + 1


@pytest.mark.parametrize("name", SPANS)
def test_each_thing_explains_itself(open_desk: OpenDesk, name: str) -> None:
    span = SPANS[name]
    desk = open_desk(_with_span(span))
    (row,) = (row for row in desk.editor.rows(0, 600) if row.at == 0)
    point = row.caret_rect((span.start + span.end) // 2).center()
    assert desk.editor.tip_at(point) == TIPS[name]
    assert desk.editor.tip_at(point + QPointF(300, 0)) == ""


def test_places_found_are_painted_until_their_text_changes(desk: Desk) -> None:
    ground = QColor(LIGHT.found_ground).rgb()
    assert ground not in _colours(desk)
    desk.pane.show_matches(((0, 4, 13), (1, 0, 5), (2, 0, 4)))
    assert ground in _colours(desk)
    desk.at((1, 2)).type("x")
    assert set(desk.editor.found) == {0, 2}
    desk.at((1, 2)).press(Key.Key_Return)
    assert set(desk.editor.found) == {0}
    desk.pane.show_matches(())
    assert ground not in _colours(desk)


def test_right_to_left_text_is_marked_where_it_is(open_desk: OpenDesk) -> None:
    made = document("PM: שלום עולם")
    span = Correction(0, 4, "x", CorrectionKind.OCR, ACT)
    paragraph = replace(made.paragraphs[0], passage=Passage("שלום עולם", (span,)))
    desk = open_desk(made.with_paragraphs(0, 1, (paragraph,)))
    (row,) = desk.editor.rows(0, 600)
    (first,), (second,) = row.rects(0, 4), row.rects(5, 9)
    assert first.width() > 10
    assert first.left() >= second.right()


def test_composed_text_moves_what_follows(open_desk: OpenDesk) -> None:
    desk = open_desk(_with_span(SPANS["hint"]))
    (before,) = (r.caret_rect(6) for r in desk.editor.rows(0, 600) if r.at == 0)
    desk.at((0, 2)).compose("nihao")
    (after,) = (r.caret_rect(6) for r in desk.editor.rows(0, 600) if r.at == 0)
    assert after.left() > before.left() + 10


# -- page rules -----------------------------------------------------------------------------------


def test_a_click_on_a_page_rule_asks_for_the_page(qtbot: QtBot, desk: Desk) -> None:
    desk.at((0, 0))
    (row,) = (row for row in desk.editor.rows(0, 600) if row.at == 2)
    with qtbot.waitSignal(desk.pane.page_requested) as asked:
        qtbot.mouseClick(
            desk.editor.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(100, round(row.text_top) - 20),
        )
    assert asked.args == ["page-2"]
    assert desk.pane.caret() == (0, 0)


def test_the_first_and_the_last_page_have_rules_too(desk: Desk) -> None:
    rows = list(desk.editor.rows(0, 600))
    labels = [[placed.rule.label for placed in desk.editor.rules_of(row)] for row in rows]
    assert labels == [["Page 1"], [], ["Page 2", "End"]]


def test_rules_move_with_their_page(qtbot: QtBot, desk: Desk) -> None:
    tops = [row.text_top - row.top for row in desk.editor.rows(0, 600)]
    with qtbot.waitSignal(desk.editor.document().documentLayout().documentSizeChanged):
        desk.review.apply(MovePageBreak("page-2", 1, 0))
    moved = [row.text_top - row.top for row in desk.editor.rows(0, 600)]
    assert moved == [tops[0], tops[2], 0]
    assert desk.editor.viewport().rect().contains(desk.editor.cursorRect())


def test_a_rule_grows_with_what_stands_on_the_page(qtbot: QtBot, desk: Desk) -> None:
    (before,) = (row.text_top for row in desk.editor.rows(0, 600) if row.at == 2)
    stamp = Furniture(FurnitureKind.STAMP, Place.BOTTOM, Passage("DECLASSIFIED\n2000-0429-F"))
    made = desk.review.document
    pages = (replace(made.pages[0], furniture=(*made.pages[0].furniture, stamp)), made.pages[1])
    desk.pane.set_review(Review(replace(made, pages=pages), ANN))
    (after,) = (row.text_top for row in desk.editor.rows(0, 600) if row.at == 2)
    assert after > before + 10


def _colours(desk: Desk) -> set[int]:
    image = desk.editor.viewport().grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
