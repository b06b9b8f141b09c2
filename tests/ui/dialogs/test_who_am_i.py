"""Saying who one is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.ui.dialogs import who_am_i
from app.ui.dialogs.who_am_i import WhoAmI, initials_of


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> WhoAmI:
    monkeypatch.setattr(who_am_i, "full_name", lambda: "")
    made = WhoAmI(Settings())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ada B. Lovelace", "ABL"),
        ("ada", "A"),
        ("", ""),
        ("J. (Jo) Doe", "JD"),
        ("Øystein Å", "ØÅ"),
    ],
)
def test_initials_of(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_initials_follow_the_name_until_they_are_typed(dialog: WhoAmI) -> None:
    QTest.keyClicks(dialog.name_field, "Ada Lovelace")
    assert dialog.initials == "AL"
    dialog.initials_field.selectAll()
    QTest.keyClicks(dialog.initials_field, "Lo")
    QTest.keyClicks(dialog.name_field, " King")
    assert (dialog.name, dialog.initials) == ("Ada Lovelace King", "Lo")


def test_both_are_needed(dialog: WhoAmI) -> None:
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    QTest.keyClicks(dialog.name_field, "  ")
    assert not ok.isEnabled()
    QTest.keyClicks(dialog.name_field, "Ada")
    assert ok.isEnabled()
    dialog.initials_field.selectAll()
    QTest.keyClick(dialog.initials_field, Qt.Key.Key_Delete)
    assert not ok.isEnabled()


def test_the_system_may_know_the_name(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who_am_i, "full_name", lambda: "Bo Editor")
    dialog = WhoAmI(Settings())
    qtbot.addWidget(dialog)
    assert (dialog.name, dialog.initials) == ("Bo Editor", "BE")
