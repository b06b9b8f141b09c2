"""Somebody else wrote the open file: it is told, merged on request, and never written over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import tei
from app.model.document import Document, Revision
from app.storage.history_chain import sealed, verified
from app.ui.main_window import MainWindow
from tests.ui.desk import (
    come_back,
    first_words,
    in_dialog,
    open_file,
    press,
    press_button,
    type_text,
)


def saved_by_ben(memo: Path, change: Callable[[Document], Document]) -> bytes:
    """The file as a desk of his leaves it."""
    changed = change(tei.read(memo.read_bytes()))
    save = Revision("2026-11-24T10:00:00Z", "", "Ben's work")
    _, content = sealed(replace(changed, revisions=(*changed.revisions, save)))
    memo.write_bytes(content)
    return content


def with_subject(document: Document) -> Document:
    return replace(document, metadata=replace(document.metadata, subject="By Ben"))


def with_text(text: str) -> Callable[[Document], Document]:
    def change(document: Document) -> Document:
        first = document.paragraphs[0]
        passage = replace(first.passage, text=text)
        return document.with_paragraphs(0, 1, (replace(first, passage=passage),))

    return change


def come_to_the_front(qtbot: QtBot, window: MainWindow) -> None:
    """As after work in another window."""
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    other.close()
    window.activateWindow()


def test_a_change_is_noticed_when_the_window_comes_to_the_front_and_told_once(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("Mine ")
    theirs = saved_by_ben(memo, with_subject)
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText())
        press_button("Cancel")(dialog)

    in_dialog(look)
    come_to_the_front(qtbot, window)
    qtbot.waitUntil(lambda: bool(said))
    assert "another program changed the file" in said[0]
    come_to_the_front(qtbot, window)
    qtbot.wait(200)
    assert len(said) == 1
    assert first_words(window).startswith("Mine ")
    assert memo.read_bytes() == theirs


def test_a_file_that_was_only_touched_has_not_changed(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    memo.write_bytes(memo.read_bytes())
    come_to_the_front(qtbot, window)
    qtbot.wait(200)
    come_back(qtbot, window)


def test_what_ben_changed_is_merged_and_then_saved(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("Mine ")
    saved_by_ben(memo, with_subject)
    in_dialog(press_button("Merge…"))
    press(window, "Ctrl+S")
    desk = window.workplace.desk
    qtbot.waitUntil(lambda: desk.document.metadata.subject == "By Ben")
    come_back(qtbot, window)
    assert first_words(window).startswith("Mine ")
    assert window.isWindowModified()
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    written = tei.read(memo.read_bytes())
    assert written.metadata.subject == "By Ben"
    assert written.paragraphs[0].text.startswith("Mine ")
    assert [one.note for one in written.revisions] == ["Ben's work", "Correct Text (5), Merge"]
    assert verified(memo.read_bytes()).intact


def test_a_merge_that_is_taken_back_writes_over_nothing(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    open_file(qtbot, window, memo)
    type_text("Mine ")
    theirs = saved_by_ben(memo, with_subject)
    in_dialog(press_button("Merge…"))
    press(window, "Ctrl+S")
    desk = window.workplace.desk
    qtbot.waitUntil(lambda: desk.document.metadata.subject == "By Ben")
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    assert desk.document.metadata.subject != "By Ben"
    asked: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        asked.append(dialog.informativeText())
        press_button("Merge…")(dialog)

    in_dialog(look)
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: desk.document.metadata.subject == "By Ben")
    assert len(asked) == 1
    assert memo.read_bytes() == theirs
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Y")
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    written = tei.read(memo.read_bytes())
    assert written.metadata.subject == "By Ben"
    assert written.paragraphs[0].text.startswith("Mine ")
    assert written.revisions[0].note == "Ben's work"
    assert verified(memo.read_bytes()).intact


def test_what_both_changed_is_asked_place_by_place(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    from PySide6.QtCore import Qt

    from app.ui.dialogs.merge import SettleConflicts

    shown: list[tuple[str, str]] = []
    marked: list[str] = []

    def settle(dialog: QDialog) -> None:
        assert isinstance(dialog, SettleConflicts)
        assert not dialog.merge_button.isEnabled()
        shown.append((dialog.mine.toPlainText(), dialog.theirs.toPlainText()))
        marked.extend(
            one.cursor.selectedText()
            for view in (dialog.mine, dialog.theirs)
            for one in view.extraSelections()
        )
        qtbot.keyClick(dialog.places, Qt.Key.Key_Right)
        assert dialog.told.text() == "All is settled."
        qtbot.keyClick(dialog.places, Qt.Key.Key_Return)

    def merge(dialog: QDialog) -> None:
        in_dialog(settle)
        press_button("Merge…")(dialog)

    open_file(qtbot, window, memo)
    type_text("Mine ")
    saved_by_ben(memo, with_text("The Secretary telephoned."))
    in_dialog(merge)
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: first_words(window) == "The Secretary telephoned.")
    assert shown == [("Mine The President telephoned.", "The Secretary telephoned.")]
    assert marked == ["Mine ", "Secretary"]
    come_back(qtbot, window)
    press(window, "Ctrl+Z")
    assert first_words(window) == "Mine The President telephoned."


def test_words_of_a_very_long_conflict_are_not_marked(
    qtbot: QtBot, window: MainWindow, memo: Path
) -> None:
    from app.ui.dialogs.merge import MOST_MARKED, SettleConflicts

    seen: list[tuple[int, int]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, SettleConflicts)
        sides = (dialog.mine, dialog.theirs)
        seen.extend((len(one.toPlainText()), len(one.extraSelections())) for one in sides)
        dialog.reject()

    def merge(dialog: QDialog) -> None:
        in_dialog(look)
        press_button("Merge…")(dialog)

    open_file(qtbot, window, memo)
    type_text("Mine ")
    long = "The Secretary telephoned. " * (MOST_MARKED // 20)
    saved_by_ben(memo, with_text(long.strip()))
    in_dialog(merge)
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: bool(seen))
    (_, mine), (length, theirs) = seen
    assert length > MOST_MARKED
    assert (mine > 0, theirs) == (True, 0)


def test_compare_shows_both_and_asks_again(qtbot: QtBot, window: MainWindow, memo: Path) -> None:
    from app.ui.dialogs.contrast import ContrastView

    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ContrastView)
        qtbot.waitUntil(lambda: "differ" in dialog.count.text())
        seen.append(dialog.view.toPlainText())
        in_dialog(press_button("Reload"))
        dialog.reject()

    def compare(dialog: QDialog) -> None:
        in_dialog(look)
        press_button("Compare…")(dialog)

    open_file(qtbot, window, memo)
    type_text("Mine ")
    saved_by_ben(memo, with_subject)
    in_dialog(compare)
    with qtbot.waitSignal(window.workplace.session.opened):
        press(window, "Ctrl+S")
    assert "By Ben" in seen[0]
    assert "Mine The President telephoned." in seen[0]
    assert window.workplace.desk.document.metadata.subject == "By Ben"
    assert not window.isWindowModified()
