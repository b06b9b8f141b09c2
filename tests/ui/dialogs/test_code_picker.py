"""Picking codes by keyboard: one, several, with what they need beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.terms import Custody
from app.ui.dialogs.code_picker import CodePicker
from app.ui.dialogs.code_rows import code_rows, matching, used_rows, why_offered
from tests.release.papers import paper

TODAY = date(2026, 11, 24)
SET = (Exemption("(b)(6)"), Exemption("25X6", "2045"))
CTRL = Qt.KeyboardModifier.ControlModifier


def dated(when: str) -> Document:
    document = paper()
    return replace(document, metadata=replace(document.metadata, date=when))


def opened(
    qtbot: QtBot,
    when: str = "1990-06-04",
    custody: Custody = Custody.AGENCY,
    chosen: tuple[Exemption, ...] = (),
    used: tuple[tuple[Exemption, ...], ...] = (),
) -> CodePicker:
    picker = CodePicker(dated(when), custody, "“Words” (1 word)", chosen, used, TODAY)
    qtbot.addWidget(picker)
    with qtbot.waitActive(picker):
        picker.show()
    return picker


def keys(picker: CodePicker, *steps: str) -> None:
    """Type where the keyboard is; "Enter", "Tick" and "Down" are keys."""
    for step in steps:
        target = picker.focusWidget()
        assert target is not None
        if step == "Enter":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif step == "Tick":
            QTest.keyClick(target, Qt.Key.Key_Space, CTRL)
        elif step == "Down":
            QTest.keyClick(target, Qt.Key.Key_Down)
        else:
            QTest.keyClicks(target, step)


def listed(picker: CodePicker) -> list[str]:
    """The first column."""
    cells = (picker.table.item(at, 0) for at in range(picker.table.rowCount()))
    return [cell.text() for cell in cells if cell is not None]


def accepted(picker: CodePicker) -> bool:
    return picker.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    ("steps", "taken"),
    [
        (("50x1-hum", "Enter"), [("50X1-HUM", "")]),
        (("b6", "Enter"), [("(b)(6)", "")]),
        (("privacy", "Enter"), [("(b)(6)", "")]),
        (("25x1", "Enter", "2040-12-31", "Enter"), [("25X1", "2040-12-31")]),
        (("b6", "Tick", "b5", "Enter"), [("(b)(6)", ""), ("(b)(5)", "")]),
        (("b6", "Tick", "b5", "Tick", "Enter"), [("(b)(6)", ""), ("(b)(5)", "")]),
        (("b6", "Tick", "b6", "Tick", "b5", "Enter"), [("(b)(5)", "")]),
        (("b1", "Enter", "c", "Enter"), [("(b)(1)", "1.4(c)")]),
        (("b1", "Enter", "1.4(D)", "Enter"), [("(b)(1)", "1.4(d)")]),
        (("b3", "Enter", "50 U.S.C. 3024", "Enter"), [("(b)(3)", "50 U.S.C. 3024")]),
        (("1.4(c)", "Enter"), [("1.4(c)", "")]),  # not offered, but typed out
        (("75x1", "Enter", "2060", "Enter"), [("75X1", "2060")]),
        (
            ("25x1", "Tick", "25x6", "Enter", "2040", "Enter", "2041", "Enter"),
            [("25X1", "2040"), ("25X6", "2041")],
        ),
    ],
)
def test_by_keys_alone(qtbot: QtBot, steps: tuple[str, ...], taken: list[tuple[str, str]]) -> None:
    picker = opened(qtbot)
    keys(picker, *steps)
    assert accepted(picker)
    assert [(one.code, one.detail) for one in picker.exemptions] == taken


@pytest.mark.parametrize(
    "steps", [("25x1", "Enter"), ("b1", "Enter", "x", "Enter"), ("no such code", "Enter")]
)
def test_what_is_not_right_is_not_taken(qtbot: QtBot, steps: tuple[str, ...]) -> None:
    picker = opened(qtbot)
    keys(picker, *steps)
    assert not accepted(picker)
    assert picker.isVisible()
    assert not picker.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_what_is_wrong_is_said_under_its_field(qtbot: QtBot) -> None:
    picker = opened(qtbot)
    keys(picker, "25x1")
    assert picker.details.isVisible()
    assert "needs the date or event" in picker.details.complaints["25X1"].text()
    keys(picker, "Enter", "2040")
    assert picker.details.complaints["25X1"].text() == ""
    assert not picker.details.complaints["25X1"].isVisible()


def test_the_last_codes_are_one_enter(qtbot: QtBot) -> None:
    picker = opened(qtbot, used=(SET, (Exemption("(b)(5)"),)))
    assert listed(picker)[:3] == ["Used in this document", "(b)(6); 25X6", "(b)(5)"]
    keys(picker, "Enter")
    assert accepted(picker)
    assert picker.exemptions == SET


def test_down_goes_past_headings(qtbot: QtBot) -> None:
    picker = opened(qtbot, used=((Exemption("(b)(5)"),),))
    keys(picker, "Down")
    assert picker.current is not None
    assert picker.current.codes == "3.3(b)(1)"


def test_codes_of_the_redaction_are_ticked(qtbot: QtBot) -> None:
    picker = opened(qtbot, chosen=SET)
    keys(picker, "Enter")
    assert picker.exemptions == SET


def test_space_and_the_box_tick_in_the_list(qtbot: QtBot) -> None:
    picker = opened(qtbot, used=((Exemption("(b)(5)"),),))
    picker.table.setFocus()
    QTest.keyClick(picker.table, Qt.Key.Key_Space)
    box = picker.table.item(1, 0)
    assert box is not None
    assert box.checkState() is Qt.CheckState.Checked
    box.setCheckState(Qt.CheckState.Unchecked)
    other = picker.table.item(listed(picker).index("(b)(8)"), 0)
    assert other is not None
    other.setCheckState(Qt.CheckState.Checked)
    QTest.keyClick(picker.table, Qt.Key.Key_Return)
    assert picker.exemptions == (Exemption("(b)(8)"),)


def test_all_codes_are_shown_when_asked_for(qtbot: QtBot) -> None:
    picker = opened(qtbot)
    assert "1.4(a)" not in listed(picker)
    assert "25X1" in listed(picker)
    picker.everything.setChecked(True)
    assert "1.4(a)" in listed(picker)
    assert "1.4 · not offered for this paper" in listed(picker)


def test_custody_decides_what_is_offered_and_is_told(qtbot: QtBot) -> None:
    picker = opened(qtbot, "2015-06-04")
    assert "P1" not in listed(picker)
    with qtbot.waitSignal(picker.custody_chosen) as told:
        picker.custody.setCurrentIndex(1)
    assert told.args == [Custody.PRESIDENTIAL]
    assert "P1" in listed(picker)
    assert "presidential records" in picker.why.text()


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("1990-06-04", "36 years old, agency records: 3.3(b), 25X, 50X, FOIA"),
        ("2010", "16 years old, agency records: 1.4, FOIA"),
        ("2025-11-24", "1 year old, agency records: 1.4, FOIA"),
        ("", "Of unknown age, agency records: 1.4, 3.3(b), 25X, 50X, FOIA"),
    ],
)
def test_why_codes_are_offered(when: str, why: str) -> None:
    assert why_offered(dated(when), TODAY, Custody.AGENCY) == why


def test_unverified_wordings_say_so() -> None:
    rows = tuple(code_rows(dated("1990"), TODAY, Custody.AGENCY, everything=False))
    (found,) = (row for row in rows if row.codes == "(b)(9)")
    assert found.wording.endswith("(wording not verified)")
    assert not any(row.wording.endswith(")") for row in rows if row.codes == "(b)(6)")


def test_codes_used_before_say_with_what() -> None:
    used = (Exemption("3.3(b)(6)", "2040-12-31"), Exemption("(b)(3)", "50 U.S.C. 3024(i)(1)"))
    (row,) = used_rows([used])
    assert row.bare_codes == "3.3(b)(6); (b)(3)"
    assert row.codes == "3.3(b)(6), 2040-12-31; (b)(3), 50 U.S.C. 3024(i)(1)"
    assert row.wording.startswith("2040-12-31 · Serious harm")
    assert "; 50 U.S.C. 3024(i)(1) · Exempted" in row.wording


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("25x1", ["25X1"]),
        ("b7", ["(b)(7)(A)", "(b)(7)(B)", "(b)(7)(C)", "(b)(7)(D)", "(b)(7)(E)", "(b)(7)(F)"]),
        ("confidential human", ["50X1-HUM"]),
        ("50x", ["50X1-HUM", "50X2-WMD", *(f"50X{n}" for n in range(1, 10))]),
        ("", None),
    ],
)
def test_typing_narrows(typed: str, codes: list[str] | None) -> None:
    rows = tuple(code_rows(dated("1990"), TODAY, Custody.AGENCY, everything=False))
    found = [row.codes for row in matching(rows, typed)]
    assert found == (codes if codes is not None else [row.codes for row in rows])
