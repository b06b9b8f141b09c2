"""Short questions, answered by their buttons and by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app import __version__
from app.tei import Problem
from app.ui.dialogs import files, questions
from app.ui.dialogs.about import show_about
from app.ui.dialogs.changed_on_disk import Choice, ask_about_changed
from app.ui.dialogs.file_problems import FileProblems
from app.ui.dialogs.questions import Answer
from app.ui.dialogs.which_memorandum import WhichMemorandum, choose_memorandum, described
from tests.memoranda import short
from tests.ui.desk import in_dialog, press_button


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("button", "given"),
    [
        ("Save", Answer.SAVE),
        ("Discard", Answer.DISCARD),
        ("Cancel", Answer.CANCEL),
    ],
)
def test_unsaved(parent: QWidget, button: str, given: Answer) -> None:
    in_dialog(press_button(button))
    assert questions.ask_unsaved(parent, "memo.xml") is given


@pytest.mark.parametrize(
    ("key", "given"), [(Qt.Key.Key_Return, Answer.SAVE), (Qt.Key.Key_Escape, Answer.CANCEL)]
)
def test_unsaved_by_keys(parent: QWidget, key: Qt.Key, given: Answer) -> None:
    in_dialog(lambda dialog: QTest.keyClick(dialog, key))
    assert questions.ask_unsaved(parent, "memo.xml") is given


@pytest.mark.parametrize(
    ("button", "choice"),
    [
        ("Compare…", Choice.COMPARE),
        ("Merge…", Choice.MERGE),
        ("Save As…", Choice.SAVE_AS),
        ("Reload", Choice.RELOAD),
        ("Cancel", Choice.CANCEL),
    ],
)
def test_changed_on_disk(parent: QWidget, button: str, choice: Choice) -> None:
    in_dialog(press_button(button))
    assert ask_about_changed(parent, "memo.xml: changed", frozenset(Choice)) is choice


def test_file_names_are_no_markup(parent: QWidget) -> None:
    seen = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        seen.append((dialog.textFormat(), dialog.informativeText()))
        dialog.accept()

    in_dialog(look)
    questions.warn(parent, "Not opened", "<b>x</b>: no such file")
    assert seen == [(Qt.TextFormat.PlainText, "<b>x</b>: no such file")]


def test_about_names_the_version(parent: QWidget) -> None:
    seen = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        seen.append(dialog.text())
        dialog.reject()

    in_dialog(look)
    show_about(parent)
    assert seen == [f"Memcon Desk {__version__}"]


def test_memorandum_is_chosen_by_keys(parent: QWidget, tmp_path: Path) -> None:
    two = (short("One"), short("Two"))
    saved = (tmp_path / "tape-1.xml", tmp_path / "tape-2.xml")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, WhichMemorandum)
        QTest.keyClick(dialog.memoranda, Qt.Key.Key_Down)
        QTest.keyClick(dialog.memoranda, Qt.Key.Key_Return)

    in_dialog(choose)
    assert choose_memorandum(parent, "tape.txt", two, saved) == 1
    in_dialog(lambda dialog: dialog.reject())
    assert choose_memorandum(parent, "tape.txt", two, saved) is None


def test_the_first_memorandum_that_is_not_saved_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    two = (short("One"), short("Two"))
    saved = (tmp_path / "tape-1.xml", tmp_path / "tape-2.xml")
    saved[0].touch()
    dialog = WhichMemorandum("tape.txt", two, saved, parent)
    assert dialog.memoranda.item(0).text() == "1.  One (1 page) · saved as tape-1.xml"
    assert dialog.memoranda.item(1).text() == "2.  Two (1 page)"
    assert dialog.memoranda.currentRow() == 1


def test_memorandum_is_described_by_date_subject_and_pages() -> None:
    document = short("A call")
    dated = replace(document, metadata=replace(document.metadata, date="1990-06-04"))
    assert described(dated) == "1990-06-04 · A call (1 page)"


def test_a_problem_of_the_file_leads_to_its_paragraph(qtbot: QtBot, parent: QWidget) -> None:
    problems = (Problem("unknown", paragraph="para-7"), Problem("odd", line=2))
    dialog = FileProblems("memo.xml", problems, parent)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.problems.setCurrentRow(0)
    with qtbot.waitSignal(dialog.paragraph_requested) as requested:
        dialog.problems.itemActivated.emit(dialog.problems.item(0))
    assert requested.args == ["para-7"]
    with qtbot.assertNotEmitted(dialog.paragraph_requested):
        dialog.problems.itemActivated.emit(dialog.problems.item(1))


@pytest.mark.parametrize(
    ("typed", "path"),
    [("", None), ("/x/memo.xml", Path("/x/memo.xml")), ("/x/memo", Path("/x/memo.xml"))],
)
def test_a_name_without_suffix_gets_one(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, typed: str, path: Path | None
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, ""))
    assert files.choose_to_save(parent, Path("/x/y.xml")) == path


@pytest.mark.parametrize(
    ("choose", "title", "ending"),
    [
        (files.choose_to_open, "Open a Transcript or TEI File", "*.hocr"),
        (files.choose_reading, "Compare with New Reading", "*.pdf"),
        (files.choose_copy, "Merge Copies: the Other Reviewer's File", "*.xml"),
        (files.choose_original, "Merge Copies: the Original That Both Come From", "*.txt"),
    ],
)
def test_a_file_to_read_is_chosen_or_none(
    parent: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    choose: Callable[[QWidget, Path], Path | None],
    title: str,
    ending: str,
) -> None:
    asked: list[tuple[object, ...]] = []
    names = iter(("/x/memo.xml", ""))

    def answer(*question: object) -> tuple[str, str]:
        asked.append(question)
        return next(names), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    assert choose(parent, Path("/x")) == Path("/x/memo.xml")
    assert choose(parent, Path("/x")) is None
    assert asked[0][:3] == (parent, title, "/x")
    assert ending in str(asked[0][3])
