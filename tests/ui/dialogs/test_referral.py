"""Referring by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.ui.dialogs.referral import AGENCIES, ENERGY, Referral, ReferralDialog

NOTHING = Referral()


def dialog(qtbot: QtBot, known: Referral = NOTHING, restricted: str = "") -> ReferralDialog:
    made = ReferralDialog("Paragraph 3", known, restricted)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def enter(widget: object) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("typed", "agency"),
    [
        ("cia", "Central Intelligence Agency"),
        ("treas", "Department of the Treasury"),
        ("Foreign Office", "Foreign Office"),
        ("department of energy", ENERGY),
    ],
)
def test_typing_narrows_or_names_another(qtbot: QtBot, typed: str, agency: str) -> None:
    shown = dialog(qtbot)
    assert shown.field.hasFocus()
    QTest.keyClicks(shown.field, typed)
    enter(shown.field)
    assert shown.note.hasFocus()
    assert shown.problem.text() == ""
    QTest.keyClicks(shown.note, "Theirs")
    enter(shown.note)
    assert shown.result() == QDialog.DialogCode.Accepted
    assert shown.referral == Referral(agency, "Theirs")


def test_down_chooses_in_the_list(qtbot: QtBot) -> None:
    shown = dialog(qtbot)
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    assert shown.referral.agency == AGENCIES[1][0]
    QTest.keyClick(shown.field, Qt.Key.Key_Up)
    QTest.keyClick(shown.field, Qt.Key.Key_Up)
    assert shown.referral.agency == AGENCIES[0][0]


def test_without_a_note_it_stays(qtbot: QtBot) -> None:
    shown = dialog(qtbot)
    enter(shown.field)
    enter(shown.note)
    assert shown.isVisible()
    assert "equity" in shown.problem.text()


def test_what_was_known_is_there_again(qtbot: QtBot) -> None:
    shown = dialog(qtbot, Referral("Foreign Office", "Theirs"))
    enter(shown.field)
    assert shown.result() == QDialog.DialogCode.Accepted
    assert shown.referral == Referral("Foreign Office", "Theirs")


def test_restricted_data_can_only_go_to_energy(qtbot: QtBot) -> None:
    shown = dialog(qtbot, Referral("Department of State", ""), "Paragraph 3")
    assert shown.note.hasFocus()
    assert shown.explanation.isVisible()
    assert "Paragraph 3 bears RD or FRD" in shown.explanation.text()
    assert not shown.field.isEnabled()
    assert shown.referral.agency == ENERGY
