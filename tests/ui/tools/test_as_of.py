"""The memorandum as written and as released, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import tei
from app.model.decisions import Exemption
from app.model.document import Document, Reviewer
from app.model.edits import AddRedaction, SetDisposition, SubmitForSecondReview
from app.model.redactions import portions
from app.model.terms import Disposition
from app.release.build import build
from app.release.writers import plain
from app.ui.commands.decisions import HIDDEN
from app.ui.main_window import MainWindow
from app.ui.tools.as_of import AsOfTool, released_lines, written_lines
from tests.release.papers import decided, paper, stretch
from tests.ui.desk import open_file, press

WITHHELD = ("Torrijano", "seventeen", "Quillfeather", "Sandpiper")


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Document:
    path = tmp_path / "garden.xml"
    path.write_bytes(tei.write(decided()))
    return open_file(qtbot, window, path)


def show(qtbot: QtBot, window: MainWindow, name: str) -> AsOfTool:
    window.workplace.menus.actions[f"decide.{name}"].trigger()
    tool = window.workplace.tools.tool(name)
    assert isinstance(tool, AsOfTool)
    qtbot.waitUntil(lambda: bool(tool.view.toPlainText()))
    return tool


def copied(tool: AsOfTool) -> str:
    """What is on the clipboard after all was selected and copied."""
    QApplication.clipboard().setText("before")
    tool.view.setFocus()
    QTest.keySequence(tool.view, "Ctrl+A")
    QTest.keySequence(tool.view, "Ctrl+C")
    return QApplication.clipboard().text()


def test_as_written_is_the_whole_memorandum(
    qtbot: QtBot, window: MainWindow, opened: Document
) -> None:
    text = show(qtbot, window, "as_written").view.toPlainText()
    assert all(words in text for words in WITHHELD)
    assert text.startswith("SECRET\n")
    assert "nobody must hear about it. (S)\n" in text
    assert "[struck]" not in text


def test_copying_as_released_copies_no_withheld_word(
    qtbot: QtBot, window: MainWindow, opened: Document
) -> None:
    tool = show(qtbot, window, "as_released")
    text = copied(tool)
    assert "joined them on Tuesday" in text
    assert "[less than 1 line not declassified; 1.4(c)]" in text
    assert not [words for words in WITHHELD if words in text]
    assert not [words for words in WITHHELD if words in tool.view.toPlainText()]
    assert not [words for words in WITHHELD if words in window.windowTitle()]


def test_what_is_withheld_just_now_is_not_copied_any_more(
    qtbot: QtBot, window: MainWindow, opened: Document
) -> None:
    tool = show(qtbot, window, "as_released")
    tool.view.selectAll()
    desk = window.workplace.desk
    where = stretch(desk.document, "para-3", "weather")
    desk.apply(AddRedaction((where,), (Exemption("1.4(c)"),)))
    desk.apply(SetDisposition(("para-3",), Disposition.IN_PART))
    assert copied(tool) == ""
    qtbot.waitUntil(lambda: "weather" not in tool.view.toPlainText())
    assert "weather" not in copied(tool)
    assert "joined them on Tuesday" in copied(tool)


def test_what_is_undone_can_be_copied_again(
    qtbot: QtBot, window: MainWindow, opened: Document
) -> None:
    tool = show(qtbot, window, "as_released")
    desk = window.workplace.desk
    desk.apply(SetDisposition(("para-3",), None))
    assert desk.review is not None
    desk.review.undo()
    qtbot.waitUntil(lambda: "weather" in copied(tool))


def test_hidden_it_holds_no_words(qtbot: QtBot, window: MainWindow, opened: Document) -> None:
    tool = show(qtbot, window, "as_released")
    window.workplace.menus.actions["decide.as_released"].trigger()
    assert not tool.isVisible()
    assert tool.view.toPlainText() == ""


def test_a_blind_second_reviewer_is_not_shown_it(
    qtbot: QtBot, window: MainWindow, opened: Document
) -> None:
    tool = show(qtbot, window, "as_released")
    desk = window.workplace.desk
    assert desk.review is not None
    desk.apply(SubmitForSecondReview(blind=True))
    qtbot.waitUntil(lambda: copied(tool) != "")
    desk.review.reviewer = Reviewer("rev-zz", "Zoe Zed", "ZZ")
    window.workplace.tools.follow_person()
    assert copied(tool) == ""
    qtbot.waitUntil(lambda: tool.state.text() == HIDDEN)
    assert tool.view.toPlainText() == ""
    press(window, "Ctrl+Shift+X")
    assert not window.workplace.tools.is_open("as_released")
    assert window.workplace.status_line.currentMessage() == HIDDEN


def test_released_lines_read_as_the_plain_release() -> None:
    """Word for word; only the title is not in capitals."""
    document = decided()
    lines = ["".join(run.text for run in line) for line in released_lines(document)]
    written = plain.written(build(document)).decode()
    assert " ".join("\n".join(lines).split()).upper() == " ".join(written.split()).upper()
    boxed = {run.text for line in released_lines(document) for run in line if run.boxed}
    assert boxed == {
        "[less than 1 line not declassified; 1.4(c)]",
        "[less than 1 line not released; (b)(3), 50 U.S.C. 3024(i)(1)]",
        "[1 paragraph (2 lines) not declassified; 1.4(c)]",
    }


def test_nothing_of_an_undecided_portion_is_released() -> None:
    document = paper()
    text = "\n".join("".join(run.text for run in line) for line in released_lines(document))
    for held in portions(document):
        if held.at is not None:
            assert document.paragraphs[held.at].text[:20] not in text
    assert written_lines(document) == written_lines(decided())
