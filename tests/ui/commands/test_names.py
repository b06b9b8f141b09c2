"""Names of persons and places, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.name_lists import NameListError
from app.model.spans import Name
from app.model.terms import NameKind
from app.ui.commands import names as commands
from app.ui.dialogs import exporting, files, questions
from app.ui.dialogs.name_link import NameLink
from app.ui.dialogs.same_names import SameNames
from app.ui.main_window import MainWindow
from tests.ui.desk import find_place, in_dialog, open_sample, press, press_for_dialog


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


def choose(text: str) -> None:
    """In the dialog that opens next: narrow the list down and take what is left."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, NameLink)
        QTest.keyClicks(dialog.field, text)
        dialog.accept()

    in_dialog(act)


def select(window: MainWindow, words: str) -> tuple[int, int]:
    desk = window.workplace.desk
    at, offset = find_place(desk.document, words)
    desk.pane.place_caret(at, offset, select_to=(at, offset + len(words)))
    desk.pane.setFocus()
    return at, offset


def found(window: MainWindow) -> list[tuple[int, Name]]:
    return [
        (at, span)
        for at, paragraph in enumerate(window.workplace.desk.document.paragraphs)
        for span in paragraph.passage.spans
        if isinstance(span, Name)
    ]


def test_a_person_is_marked_and_all_the_same(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    at, offset = select(window, "Kaifu")
    choose("toshiki")
    press_for_dialog(window, "Ctrl+P")
    person = sample.people[1].id
    assert found(window) == [(at, Name(offset, offset + 5, NameKind.PERSON, person))]
    # The likely one is chosen before anything is typed.
    select(window, "Gorbachev")
    choose("not in the")
    press_for_dialog(window, "Ctrl+P")
    assert found(window)[-1][1].ref == ""
    others = sum(paragraph.text.count("Gorbachev") for paragraph in sample.paragraphs) - 1

    def leave_one(dialog: QDialog) -> None:
        assert isinstance(dialog, SameNames)
        assert len(dialog.model.rows) == others
        press_space(dialog)
        dialog.accept()

    def press_space(dialog: SameNames) -> None:
        QTest.keyClicks(dialog.list, " ")
        assert dialog.take.text() == f"Mark {others - 1}"

    in_dialog(leave_one)
    press_for_dialog(window, "Ctrl+Shift+M")
    assert len(found(window)) == 1 + others
    assert window.workplace.desk.review is not None
    assert window.workplace.desk.review.undo_name == "Mark Names"


def test_a_place_is_new_then_in_the_list(window: MainWindow, sample: Document) -> None:
    select(window, "Camp David")
    choose("new place")
    press_for_dialog(window, "Ctrl+Shift+O")
    (place,) = window.workplace.desk.document.places
    assert place.name == "Camp David"
    assert found(window)[0][1].ref == place.id
    press(window, "Ctrl+Z")
    assert (window.workplace.desk.document.places, found(window)) == ((), [])
    press(window, "Ctrl+Shift+Z")
    select(window, "North Korea")
    choose("camp")
    press_for_dialog(window, "Ctrl+Shift+O")
    assert {name.ref for _, name in found(window)} == {place.id}
    press(window, "Ctrl+Shift+K")
    assert len(found(window)) == 1
    press(window, "Ctrl+Shift+K")
    assert "no marked name here" in window.workplace.status_line.currentMessage()


def test_words_have_to_be_selected(window: MainWindow, sample: Document) -> None:
    press(window, "Ctrl+P")
    assert "Select the words" in window.workplace.status_line.currentMessage()
    press(window, "Ctrl+Shift+M")
    assert "on a marked name" in window.workplace.status_line.currentMessage()
    window.workplace.desk.pane.place_caret(0, 0, select_to=(1, 3))
    press(window, "Ctrl+P")
    assert found(window) == []


@pytest.mark.parametrize("ending", ["xml", "csv"])
def test_lists_go_out_and_come_in(
    window: MainWindow,
    sample: Document,
    ending: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / f"names.{ending}"
    monkeypatch.setattr(exporting, "choose_to_write", lambda *_: file)
    monkeypatch.setattr(files, "choose_to_read", lambda *_: file)
    actions = window.workplace.menus.actions
    actions["names.export"].trigger()
    assert file.stat().st_mode & 0o777 == 0o600
    listed = commands.read_names(file)
    assert [one.name for one in listed.people] == [one.name for one in sample.people]
    actions["names.import"].trigger()
    assert "in the lists already" in window.workplace.status_line.currentMessage()
    content = file.read_bytes().replace(b"Toshiki Kaifu", b"Roh Tae Woo")
    file.write_bytes(content)
    actions["names.import"].trigger()
    people = window.workplace.desk.document.people
    assert people[:-1] == sample.people
    assert people[-1].name == "Roh Tae Woo"


def test_a_file_that_is_no_list_is_explained(
    window: MainWindow, sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "names.csv"
    said: list[str] = []
    monkeypatch.setattr(files, "choose_to_read", lambda *_: file)
    monkeypatch.setattr(questions, "warn", lambda _, what, message: said.append(message))
    file.write_bytes(b"kind,name\r\nperson,\xff\r\n")
    window.workplace.menus.actions["names.import"].trigger()
    assert said[-1] == f"{file}: it is not in UTF-8; save the table so"
    file.write_bytes(b"a,b\r\n")
    window.workplace.menus.actions["names.import"].trigger()
    assert 'line 1: the columns "kind" and "name"' in said[-1]
    with pytest.raises(NameListError, match="no such file"):
        commands.read_names(tmp_path / "nowhere.csv")


def test_the_report_is_saved(
    window: MainWindow, sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "changes.html"
    monkeypatch.setattr(exporting, "choose_to_write", lambda *_: file)
    window.workplace.menus.actions["tools.report"].trigger()
    assert "Nothing was changed" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
