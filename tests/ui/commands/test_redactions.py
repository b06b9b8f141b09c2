"""Withholding in a real window, by keys, asserted on the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.decisions import Exemption
from app.model.document import Document, Reviewer
from app.model.edits import SetDisposition, SubmitForSecondReview, TakeSecondReview
from app.model.redactions import passage_at, passages, portions, redactions, redactions_in
from app.model.terms import Custody, Disposition
from app.ui.commands.redactions import FIRST_ONLY, NO_REDACTIONS, NONE_HERE
from app.ui.commands.stretches import on_page
from app.ui.commands.withholding import NO_WORD
from app.ui.dialogs.code_picker import CodePicker
from app.ui.dialogs.withhold_everywhere import WithholdEverywhere
from app.ui.dialogs.withhold_in_head import WithholdInHead
from app.ui.dialogs.withhold_value import WithholdValue
from app.ui.main_window import MainWindow
from tests.ui.desk import find_place, in_dialog, open_sample, press, press_for_dialog

BOB = Reviewer("rev-bc", "Bob Cedar", "BC")


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


def picking(*steps: str) -> None:
    """In the picker that opens next: type, and press Enter after each."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, CodePicker)
        for step in steps:
            target = dialog.focusWidget()
            assert target is not None
            QTest.keyClicks(target, step)
            QTest.keyClick(target, Qt.Key.Key_Return)

    in_dialog(act)


def select(window: MainWindow, words: str) -> tuple[str, int, int]:
    desk = window.workplace.desk
    at, offset = find_place(desk.document, words)
    desk.pane.place_caret(at, offset, select_to=(at, offset + len(words)))
    desk.pane.setFocus()
    return desk.document.paragraphs[at].id, offset, offset + len(words)


def put_caret(window: MainWindow, words: str) -> tuple[str, int, int]:
    where, start, end = select(window, words)
    desk = window.workplace.desk
    desk.pane.place_caret(desk.caret[0], start + 1)
    return where, start, end


def withhold(window: MainWindow, words: str, *steps: str) -> tuple[str, int, int]:
    place = select(window, words)
    picking(*steps)
    press_for_dialog(window, "Alt+Q")
    return place


def held(window: MainWindow) -> list[tuple[str, int, int, str]]:
    return [
        (where, one.start, one.end, "; ".join(e.text for e in one.exemptions))
        for where, one in redactions(window.workplace.desk.document)
    ]


def said(window: MainWindow) -> str:
    return window.workplace.status_line.currentMessage()


def run(window: MainWindow, command: str) -> None:
    window.workplace.menus.actions[f"redactions.{command}"].trigger()


def test_a_selection_is_withheld_and_again(window: MainWindow, sample: Document) -> None:
    first = withhold(window, "good evening", "25x1", "2040")
    assert held(window) == [(*first, "25X1, 2040")]
    assert said(window) == "Withheld 25X1: 2 words"
    desk = window.workplace.desk
    assert desk.pane.selection() == ((desk.caret[0], first[2]),) * 2
    other = select(window, "meetings went well")
    press(window, "Alt+Shift+Q")
    assert (*other, "25X1, 2040") in held(window)
    press(window, "Ctrl+Z")
    assert held(window) == [(*first, "25X1, 2040")]
    press(window, "Ctrl+Z")
    assert held(window) == []


def test_again_asks_where_nothing_was_withheld(window: MainWindow, sample: Document) -> None:
    place = select(window, "good evening")
    picking("b6")
    press_for_dialog(window, "Alt+Shift+Q")
    assert held(window) == [(*place, "(b)(6)")]


def test_the_word_at_the_caret(window: MainWindow, sample: Document) -> None:
    place = put_caret(window, "Gorbachev")
    picking("b6")
    press_for_dialog(window, "Alt+Q")
    assert held(window) == [(*place, "(b)(6)")]


def test_where_words_are_withheld_the_codes_are_asked_for(
    window: MainWindow, sample: Document
) -> None:
    withhold(window, "good evening", "b6")
    put_caret(window, "good evening")
    picking("")  # Enter alone: as ticked

    def other(dialog: QDialog) -> None:
        assert isinstance(dialog, CodePicker)
        assert dialog.exemptions == (Exemption("(b)(6)"),)
        QTest.keyClicks(dialog.typed, "b5")
        QTest.keyClick(dialog.typed, Qt.Key.Key_Return)

    press_for_dialog(window, "Alt+Q")
    put_caret(window, "good evening")
    in_dialog(other)
    press_for_dialog(window, "Alt+Shift+C")
    assert [row[3] for row in held(window)] == ["(b)(6); (b)(5)"]


def test_blanks_around_and_parts_of_words(window: MainWindow, sample: Document) -> None:
    desk = window.workplace.desk
    where, start, end = select(window, "ood evening ")
    picking("b6")
    press_for_dialog(window, "Alt+Q")
    assert held(window) == [(where, start - 1, end - 1, "(b)(6)")]
    assert desk.document is not sample


def test_over_several_paragraphs_as_one(window: MainWindow, sample: Document) -> None:
    desk = window.workplace.desk
    desk.pane.place_caret(1, 9, select_to=(3, 6))
    desk.pane.setFocus()
    picking("b6")
    press_for_dialog(window, "Alt+Q")
    assert [row[0] for row in held(window)] == [p.id for p in sample.paragraphs[1:4]]
    assert len({one.id for _, one in redactions(desk.document)}) == 1
    press(window, "Ctrl+Z")
    assert held(window) == []


def test_no_word_no_redaction(window: MainWindow, sample: Document) -> None:
    desk = window.workplace.desk
    at, offset = find_place(sample, ". I am")
    desk.pane.place_caret(at, offset + 1, select_to=(at, offset + 2))
    press(window, "Alt+Q")
    assert said(window) == NO_WORD


def test_a_whole_portion_with_its_label(window: MainWindow, sample: Document) -> None:
    at, _ = find_place(sample, "good evening")
    window.workplace.desk.pane.place_caret(at, 3)
    picking("b6")
    run(window, "portion")
    places = {row[0] for row in held(window)}
    assert places == {sample.paragraphs[at].id, f"{sample.paragraphs[at].id}/label"}
    text = sample.paragraphs[at].text
    assert (sample.paragraphs[at].id, 0, len(text), "(b)(6)") in held(window)


def test_a_page(window: MainWindow, sample: Document) -> None:
    desk = window.workplace.desk
    pages = [tuple(on_page(sample, page.id)) for page in sample.pages]
    everything = sum(end - start for page in pages for _, start, end in page)
    whole = sum(
        len(p.text) + (len(p.label.text) if p.label is not None else 0) for p in sample.paragraphs
    )
    assert everything == whole
    desk.pane.place_caret(len(sample.paragraphs) - 1, 0)
    picking("b6")
    run(window, "page")
    assert tuple(row[:3] for row in held(window)) == pages[-1]


def test_the_first_page_has_the_head(window: MainWindow, sample: Document) -> None:
    window.workplace.desk.pane.place_caret(0, 0)
    picking("b6")
    run(window, "page")
    assert {"heading/title", "heading/0/text"} <= {row[0] for row in held(window)}


def test_the_whole_document(window: MainWindow, sample: Document) -> None:
    picking("b6")
    run(window, "document")
    document = window.workplace.desk.document
    for portion in portions(document):
        for where in portion.where:
            passage = passage_at(document, where)
            assert passage is not None
            if passage.text.strip():
                assert [(r.start, r.end) for r in redactions_in(passage)] == [
                    (0, len(passage.text))
                ]


def test_resize_split_merge_remove(window: MainWindow, sample: Document) -> None:
    desk = window.workplace.desk
    where, start, end = withhold(window, "the relaxed exchange", "b6")
    at = desk.caret[0]
    desk.pane.place_caret(at, start + 4, select_to=(at, end + len(" at Camp")))
    press(window, "Alt+Z")
    assert [row[:3] for row in held(window)] == [(where, start + 4, end + len(" at Camp"))]
    desk.pane.place_caret(at, end)
    run(window, "split")
    assert [row[1:3] for row in held(window)] == [(start + 4, end), (end, end + 8)]
    assert len({one.id for _, one in redactions(desk.document)}) == 2
    desk.pane.place_caret(at, start + 4, select_to=(at, end + 8))
    run(window, "merge")
    assert [row[1:3] for row in held(window)] == [(start + 4, end + 8)]
    desk.pane.place_caret(at, start + 6)
    press(window, "Alt+Shift+X")
    assert held(window) == []
    for _ in range(5):
        press(window, "Ctrl+Z")
    assert held(window) == []
    assert not window.workplace.desk.review or not window.workplace.desk.review.modified


@pytest.mark.parametrize("command", ["codes", "split", "remove"])
def test_where_nothing_is_withheld(window: MainWindow, sample: Document, command: str) -> None:
    run(window, command)
    assert said(window) in (NONE_HERE, "Nothing is withheld here.")


def test_from_redaction_to_redaction(window: MainWindow, sample: Document) -> None:
    desk = window.workplace.desk
    press(window, "Ctrl+Alt+.")
    assert said(window) == NO_REDACTIONS
    first = withhold(window, "good evening", "b6")
    other = withhold(window, "the relaxed exchange", "b6")
    desk.pane.place_caret(0, 0)
    places = []
    for keys in ("Ctrl+Alt+.", "Ctrl+Alt+.", "Ctrl+Alt+.", "Ctrl+Alt+,"):
        press(window, keys)
        places.append((desk.paragraph.id, desk.caret[1]))
    assert places[:3] == [first[:2], other[:2], first[:2]]
    assert places[3] == other[:2]


def test_the_status_line_says_the_codes(window: MainWindow, sample: Document, qtbot: QtBot) -> None:
    withhold(window, "good evening", "25x1", "2040")
    put_caret(window, "good evening")
    reading = window.workplace.status_line.reading
    qtbot.waitUntil(lambda: reading.text().startswith("Withheld 25X1, 2040"))


def test_words_of_the_head(window: MainWindow, sample: Document) -> None:
    def title(dialog: QDialog) -> None:
        assert isinstance(dialog, WithholdInHead)
        assert dialog.stretch == ("heading/title", 0, len(sample.heading.title.text))
        cursor = dialog.text.textCursor()
        cursor.setPosition(0)
        cursor.setPosition(10, cursor.MoveMode.KeepAnchor)
        dialog.text.setTextCursor(cursor)
        picking("b6")
        dialog.take.click()

    in_dialog(title)
    run(window, "head")
    assert held(window) == [("heading/title", 0, 10, "(b)(6)")]

    def release(dialog: QDialog) -> None:
        assert isinstance(dialog, WithholdInHead)
        assert dialog.give_back.isEnabled()
        dialog.give_back.click()

    in_dialog(release)
    run(window, "head")
    assert held(window) == []


def test_values(window: MainWindow, sample: Document) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, WithholdValue)
        assert not dialog.give_back.isEnabled()
        picking("b6")
        QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    in_dialog(choose)
    run(window, "value")
    document = window.workplace.desk.document
    assert [one.field for one in document.withheld] == ["metadata/subject", "metadata/date"]

    def release(dialog: QDialog) -> None:
        assert isinstance(dialog, WithholdValue)
        assert "withheld (b)(6)" in dialog.list.item(0).text()
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    in_dialog(release)
    run(window, "value")
    document = window.workplace.desk.document
    assert [one.field for one in document.withheld] == ["metadata/date"]


def test_everywhere_is_one_step(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    select(window, "Gorbachev")

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, WithholdEverywhere)
        qtbot.waitUntil(lambda: bool(dialog.model.rows))
        picking("b6")
        QTest.keyClick(dialog.term, Qt.Key.Key_Return)

    in_dialog(take)
    press_for_dialog(window, "Alt+Shift+E")
    document = window.workplace.desk.document
    there = sum(passage.text.count("Gorbachev") for _, passage in passages(document))
    assert len(held(window)) == there > 5
    assert len({one.id for _, one in redactions(document)}) == there
    assert said(window) == f"{there} mentions withheld."
    press(window, "Ctrl+Z")
    assert held(window) == []


def test_custody_is_remembered(window: MainWindow, sample: Document) -> None:
    select(window, "Gorbachev")

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, CodePicker)
        dialog.custody.setCurrentIndex(2)
        dialog.reject()

    in_dialog(act)
    press_for_dialog(window, "Alt+Q")
    assert window.preferences.settings.custody is Custody.DONATED
    assert held(window) == []


@pytest.fixture
def second(window: MainWindow, sample: Document) -> MainWindow:
    """Bob reviews blindly what Ada decided: a few words are withheld, a portion is denied."""
    desk = window.workplace.desk
    withhold(window, "good evening", "b6")
    keys = tuple(portion.key for portion in portions(desk.document))
    at, _ = find_place(sample, "good evening")
    here = sample.paragraphs[at].id
    rest = tuple(key for key in keys if key != here)
    assert desk.apply(SetDisposition((here,), Disposition.IN_PART))
    assert desk.apply(SetDisposition(rest, Disposition.RELEASE))
    assert desk.apply(SubmitForSecondReview(blind=True))
    assert desk.review is not None
    desk.review.reviewer = BOB
    assert desk.apply(TakeSecondReview(BOB))
    window.workplace.follow_person()
    return window


def test_the_second_withholds_for_themselves(second: MainWindow) -> None:
    desk = second.workplace.desk
    before = desk.document
    press(second, "Ctrl+Alt+.")
    assert said(second) == NO_REDACTIONS

    def nothing_used(dialog: QDialog) -> None:
        assert isinstance(dialog, CodePicker)
        assert dialog.table.item(0, 0).text() != "Used in this document"  # type: ignore[union-attr]
        QTest.keyClicks(dialog.typed, "b5")
        QTest.keyClick(dialog.typed, Qt.Key.Key_Return)

    place = put_caret(second, "good evening")
    in_dialog(nothing_used)
    press_for_dialog(second, "Alt+Q")
    assert desk.document.paragraphs is before.paragraphs
    assert desk.document.second_review is not None
    (opinion,) = desk.document.second_review.opinions
    (judged,) = opinion.second.ranges
    assert (judged.where, judged.start) == place[:2]
    assert judged.exemptions == (Exemption("(b)(5)"),)


@pytest.mark.parametrize("command", ["codes", "resize", "split", "merge"])
def test_the_second_changes_no_redaction(second: MainWindow, command: str) -> None:
    select(second, "good evening")
    before = second.workplace.desk.document
    run(second, command)
    assert said(second) == FIRST_ONLY
    assert second.workplace.desk.document is before


def test_the_blind_are_not_told_that_a_mention_is_withheld(
    qtbot: QtBot, second: MainWindow
) -> None:
    select(second, "good evening")
    reasons: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, WithholdEverywhere)
        qtbot.waitUntil(lambda: bool(dialog.model.rows))
        reasons.extend(row.why for row in dialog.model.rows)
        dialog.reject()

    in_dialog(look)
    press_for_dialog(second, "Alt+Shift+E")
    assert reasons[0] == "The same"
    assert "Withheld already" not in reasons


def test_last_codes_are_of_this_document(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    withhold(window, "good evening", "b6")
    desk = window.workplace.desk
    assert [one.code for one in desk.last_codes] == ["(b)(6)"]
    window.workplace.session.abandon()
    open_sample(qtbot, window)
    assert not desk.last_codes
