"""What is shown is what was given last, and nothing else is in the view."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.tools.reading_view import Line, ReadingView, Run

_texts = st.sampled_from(["", "one", "two words", "\U0001d50a three"])
_lines = st.lists(_texts.map(lambda text: (Run(text),)), max_size=8).map(tuple)


def shown(lines: tuple[Line, ...]) -> str:
    return "\n".join("".join(run.text for run in line) for line in lines)


@given(st.lists(_lines, max_size=6))
def test_the_text_is_that_of_the_lines(
    qapp: QApplication, given_lines: list[tuple[Line, ...]]
) -> None:
    view = ReadingView("Memorandum")
    for lines in given_lines:
        view.show_lines(lines)
        assert view.toPlainText() == shown(lines)
        assert not view.document().isUndoAvailable()


def test_what_stays_the_same_stays_in_view(qtbot: QtBot) -> None:
    view = ReadingView("Memorandum")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    lines = tuple((Run(f"Line {number}"),) for number in range(200))
    view.show_lines(lines)
    view.verticalScrollBar().setValue(100)
    view.show_lines((*lines[:120], (Run("Another"),), *lines[121:]))
    assert view.verticalScrollBar().value() == 100


def test_out_of_date_words_are_not_copied(qtbot: QtBot) -> None:
    view = ReadingView("Memorandum")
    qtbot.addWidget(view)
    view.show()
    view.show_lines(((Run("Released words"),),))
    QApplication.clipboard().setText("before")
    view.selectAll()
    view.forbid_copying()
    QTest.keySequence(view, "Ctrl+A")
    QTest.keySequence(view, "Ctrl+C")
    assert QApplication.clipboard().text() == ""
    view.allow_copying()
    QTest.keySequence(view, "Ctrl+A")
    QTest.keySequence(view, "Ctrl+C")
    assert QApplication.clipboard().text() == "Released words"


def test_boxes_are_painted_round_what_is_boxed(qtbot: QtBot) -> None:
    view = ReadingView("Memorandum")
    qtbot.addWidget(view)
    view.resize(400, 100)
    view.show()
    plain = ((Run("\U0001d50a Some "), Run("[1 line not declassified]")),)
    view.show_lines(plain)
    before = view.grab().toImage()
    view.show_lines(((Run("\U0001d50a Some "), Run("[1 line not declassified]", boxed=True)),))
    after = view.grab().toImage()
    metrics = view.fontMetrics()
    left = 12 + metrics.horizontalAdvance("\U0001d50a Some ")
    changed = [
        x
        for x in range(before.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(before.height()))
    ]
    assert abs(min(changed) - left) <= 4
    assert len(changed) > metrics.horizontalAdvance("[1 line not declassified]") // 2
