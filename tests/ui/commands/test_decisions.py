"""Deciding on portions with real keys: in the text and in the ledger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.model.decisions import Decision, Exemption
from app.model.document import Document, Reviewer
from app.model.edits import (
    AddRedaction,
    SetDisposition,
    SetMarking,
    SubmitForSecondReview,
    TakeSecondReview,
    WithdrawSecondReview,
)
from app.model.redactions import portion, portions
from app.model.terms import Disposition, Level
from app.ui.commands.decisions import ALL_DECIDED, HIDDEN, OPINION_STAYS
from app.ui.dialogs import code_picker
from app.ui.dialogs.referral import ENERGY, ReferralDialog
from app.ui.main_window import MainWindow
from app.ui.tools.ledger.tool import LedgerTool
from tests.ui.desk import in_dialog, open_sample, press, press_for_dialog

CODE = (Exemption("1.4(c)"),)
BOB = Reviewer("rev-bc", "Bob Cedar", "BC")


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


def decision(window: MainWindow, key: str) -> Decision | None:
    held = portion(window.workplace.desk.document, key)
    assert held is not None
    return held.decision


def disposition(window: MainWindow, key: str) -> Disposition | None:
    held = decision(window, key)
    return held.disposition if held is not None else None


def caret_in(window: MainWindow) -> str:
    return window.workplace.desk.paragraph.id


def told(window: MainWindow) -> str:
    return window.workplace.status_line.currentMessage()


def ledger(window: MainWindow) -> LedgerTool:
    found = window.workplace.tools.tool("ledger")
    assert isinstance(found, LedgerTool)
    return found


def keys(document: Document) -> list[str]:
    return [one.key for one in portions(document)]


def withhold(window: MainWindow, key: str) -> None:
    window.workplace.desk.apply(AddRedaction(((key, 0, 4),), CODE))


def key_click(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


# -- in the text -----------------------------------------------------------------------------------


def test_a_key_decides_and_goes_on(window: MainWindow, sample: Document) -> None:
    first, second = (one.id for one in sample.paragraphs[:2])
    press(window, "Ctrl+5")
    assert disposition(window, first) is Disposition.RELEASE
    assert caret_in(window) == second
    assert "Paragraph 1: release in full. 1 of 37 decided." in told(window)
    assert window.workplace.desk.pane.editor.hasFocus()
    press(window, "Ctrl+Z")
    assert decision(window, first) is None


def test_all_selected_paragraphs_are_decided_in_one_step(
    window: MainWindow, sample: Document
) -> None:
    desk = window.workplace.desk
    desk.pane.place_caret(1, 0, select_to=(3, 1))
    press(window, "Ctrl+5")
    chosen = [one.id for one in sample.paragraphs[1:4]]
    assert [disposition(window, key) for key in chosen] == [Disposition.RELEASE] * 3
    assert caret_in(window) == sample.paragraphs[4].id
    press(window, "Ctrl+Z")
    assert [decision(window, key) for key in chosen] == [None] * 3


def test_what_is_not_reviewed_stays_where_it_is(window: MainWindow, sample: Document) -> None:
    press(window, "Ctrl+5")
    window.workplace.desk.pane.place_caret(0, 3)
    press(window, "Ctrl+9")
    assert decision(window, sample.paragraphs[0].id) is None
    assert caret_in(window) == sample.paragraphs[0].id


def test_in_full_says_what_to_press_where_words_are_withheld(
    window: MainWindow, sample: Document
) -> None:
    first = sample.paragraphs[0].id
    withhold(window, first)
    press(window, "Ctrl+5")
    assert decision(window, first) is None
    assert "Paragraph 1" in told(window)
    assert "Ctrl+6" in told(window)
    press(window, "Ctrl+6")
    assert disposition(window, first) is Disposition.IN_PART


def test_in_part_says_what_to_press_where_none_are(window: MainWindow, sample: Document) -> None:
    press(window, "Ctrl+6")
    assert decision(window, sample.paragraphs[0].id) is None
    assert "Ctrl+5" in told(window)


def test_a_denial_asks_for_codes(
    window: MainWindow, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, tuple[Exemption, ...]]] = []

    def choose(desk: object, about: str, chosen: tuple[Exemption, ...]) -> tuple[Exemption, ...]:
        asked.append((about, chosen))
        return CODE

    monkeypatch.setattr(code_picker, "choose_codes", choose)
    press(window, "Ctrl+7")
    held = decision(window, sample.paragraphs[0].id)
    assert held is not None
    assert (held.disposition, held.exemptions) == (Disposition.DENY, CODE)
    window.workplace.desk.pane.place_caret(0, 0)
    press(window, "Ctrl+7")
    assert asked == [("Deny Paragraph 1", ()), ("Deny Paragraph 1", CODE)]


def test_who_gives_up_decides_nothing(
    window: MainWindow, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_picker, "choose_codes", lambda *_: None)
    press(window, "Ctrl+7")
    assert window.workplace.desk.document is sample
    assert caret_in(window) == sample.paragraphs[0].id


def test_a_referral_by_keys_alone(window: MainWindow, sample: Document) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ReferralDialog)
        QTest.keyClicks(dialog.field, "cia")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.note, "Their source")
        QTest.keyClick(dialog.note, Qt.Key.Key_Return)

    in_dialog(act)
    press_for_dialog(window, "Ctrl+8")
    held = decision(window, sample.paragraphs[0].id)
    assert held is not None
    assert (held.agency, held.note) == ("Central Intelligence Agency", "Their source")


def restrict(window: MainWindow) -> str:
    """The first paragraph bears RD."""
    desk = window.workplace.desk
    assert desk.apply(SetMarking((0,), Level.S, ("RD",), None, None))
    return desk.document.paragraphs[0].id


def test_restricted_data_is_referred_to_energy_only(window: MainWindow, sample: Document) -> None:
    first = restrict(window)
    for refused in ("Ctrl+5", "Ctrl+7"):
        press(window, refused)
        assert decision(window, first) is None
        assert "Department of Energy" in told(window)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ReferralDialog)
        assert "Restricted Data" in dialog.explanation.text()
        assert not dialog.field.isEnabled()
        QTest.keyClicks(dialog.note, "Yield")
        QTest.keyClick(dialog.note, Qt.Key.Key_Return)

    in_dialog(act)
    press_for_dialog(window, "Ctrl+8")
    held = decision(window, first)
    assert held is not None
    assert held.agency == ENERGY


# -- the pass --------------------------------------------------------------------------------------


def test_a_whole_document_is_decided_with_two_keys(window: MainWindow, sample: Document) -> None:
    """Through the text, and at its end through the head, which is in the ledger."""
    for _ in sample.paragraphs:
        press(window, "Ctrl+5")
    head = keys(sample)[:4]
    assert ledger(window).has_keyboard
    assert [one.key for one in ledger(window).chosen] == head[:1]
    for key in head:
        assert decision(window, key) is None
        key_click(Qt.Key.Key_F)
    held = portions(window.workplace.desk.document)
    assert all(one.decision is not None for one in held)
    assert ALL_DECIDED in told(window)
    press(window, "Alt+J")
    assert told(window) == ALL_DECIDED


def test_next_and_previous_pass_over_what_is_decided(window: MainWindow, sample: Document) -> None:
    ids = [one.id for one in sample.paragraphs]
    window.workplace.desk.apply(SetDisposition((ids[1], ids[2]), Disposition.RELEASE))
    press(window, "Alt+J")
    assert caret_in(window) == ids[3]
    press(window, "Alt+Shift+J")
    assert caret_in(window) == ids[0]
    press(window, "Alt+Shift+J")
    assert [one.key for one in ledger(window).chosen] == [keys(sample)[3]]
    press(window, "Alt+Shift+J")
    press(window, "Alt+J")
    press(window, "Alt+J")
    assert [one.key for one in ledger(window).chosen] == [ids[0]]


def test_the_last_undecided_is_found_round_the_end(window: MainWindow, sample: Document) -> None:
    ids = [one.id for one in sample.paragraphs]
    rest = tuple(key for key in keys(sample) if key not in (ids[0], ids[5]))
    window.workplace.desk.apply(SetDisposition(rest, Disposition.RELEASE))
    window.workplace.desk.pane.place_caret(5, 0)
    press(window, "Ctrl+5")
    assert caret_in(window) == ids[0]


# -- the second reviewer ---------------------------------------------------------------------------


def submit(window: MainWindow, document: Document, *, blind: bool) -> None:
    """Everything is decided by Ada and submitted; nobody has taken the review on."""
    desk = window.workplace.desk
    withhold(window, document.paragraphs[0].id)
    desk.apply(SetDisposition((document.paragraphs[0].id,), Disposition.IN_PART))
    desk.apply(
        SetDisposition(
            tuple(set(keys(document)) - {document.paragraphs[0].id}), Disposition.RELEASE
        )
    )
    assert desk.apply(SubmitForSecondReview(blind))


def be_bob(window: MainWindow) -> None:
    review = window.workplace.desk.review
    assert review is not None
    review.reviewer = BOB


def test_the_second_reviewer_gives_opinions_with_the_same_keys(
    window: MainWindow, sample: Document
) -> None:
    submit(window, sample, blind=True)
    be_bob(window)
    desk = window.workplace.desk
    desk.apply(TakeSecondReview(BOB))
    desk.pane.place_caret(0, 0)
    press(window, "Ctrl+5")  # Words are withheld here, but not in Bob's eyes.
    review = desk.document.second_review
    assert review is not None
    (opinion,) = review.opinions
    assert opinion.second.disposition is Disposition.RELEASE
    assert opinion.first.disposition is Disposition.IN_PART
    assert disposition(window, sample.paragraphs[0].id) is Disposition.IN_PART
    assert caret_in(window) == sample.paragraphs[1].id
    assert "1 of 37" in told(window)
    desk.pane.place_caret(0, 0)
    press(window, "Ctrl+9")
    assert told(window) == OPINION_STAYS


@pytest.mark.parametrize("key", ["Ctrl+5", "Ctrl+6", "Ctrl+7", "Ctrl+8", "Ctrl+9", "Alt+J"])
def test_who_does_not_see_the_decisions_does_not_decide(
    window: MainWindow, sample: Document, key: str
) -> None:
    submit(window, sample, blind=True)
    be_bob(window)
    before = window.workplace.desk.document
    press(window, key)
    assert window.workplace.desk.document is before
    assert told(window) == HIDDEN


@pytest.mark.parametrize("command", ["decide.as_released", "decide.declassify"])
def test_what_would_show_the_first_decisions_is_refused(
    window: MainWindow, sample: Document, command: str
) -> None:
    submit(window, sample, blind=True)
    be_bob(window)
    window.workplace.menus.actions[command].trigger()
    assert told(window) == HIDDEN
    assert not window.workplace.tools.is_open("as_released")


def test_once_withdrawn_the_decisions_are_there_again(window: MainWindow, sample: Document) -> None:
    submit(window, sample, blind=True)
    be_bob(window)
    window.workplace.desk.apply(WithdrawSecondReview())
    press(window, "Alt+J")
    assert told(window) == ALL_DECIDED
