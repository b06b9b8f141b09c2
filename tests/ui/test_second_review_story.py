"""Two people and a third: decided, submitted, reviewed blind, disputed, resolved. By keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.decisions import Exemption, SecondReview
from app.model.document import Document
from app.model.edits import AddRedaction, Edit, SetDisposition
from app.model.redactions import portions
from app.model.second_review import FIELDS, shortcomings
from app.model.terms import Disposition, ReviewState
from app.release.readiness import missing
from app.ui.commands.second_review import NAME
from app.ui.dialogs import files
from app.ui.dialogs.resolve import Resolve
from app.ui.dialogs.submit_review import SubmitReview
from app.ui.main_window import MainWindow
from app.ui.tools.second_review.tool import SecondReviewTool
from tests.ui.desk import find_place, in_dialog, open_file, open_sample, press, press_for_dialog

CODE = (Exemption("25X1", "the death of the source"),)
DENIAL = (Exemption("(b)(6)"),)
AGENCY, EQUITY = "Department of Odd Affairs", "Their cable of March"
OF_THE_FIRST = ("25X1", "death of the source", "(b)(6)", AGENCY, EQUITY)
DECIDED = ("In part", "Release in part", "Deny", "Denied", "Refer")
PEOPLE = {"ada": ("Ada Reviewer", "AR"), "bob": ("Bob Second", "BS"), "cyd": ("Cyd Third", "CT")}


def test_from_the_first_decision_to_agreement(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "memo.xml"
    monkeypatch.setattr(files, "choose_to_save", lambda *_: path)
    open_sample(qtbot, window)
    withheld_in, denied, referred = decide(window)
    submit(window)
    save(qtbot, window)

    # The first can't review their own decisions, under another name of the same letters neither.
    for own in (PEOPLE["ada"], ("ADA  Reviewer.", "XX")):
        sit_down(qtbot, window, own, path)
        take(window)
        assert reviewed(window).state is ReviewState.AWAITED
        assert "another person must review" in window.workplace.status_line.currentMessage()

    sit_down(qtbot, window, PEOPLE["bob"], path)
    assert_blind(window)
    take(window)
    assert reviewed(window).state is ReviewState.UNDER_WAY
    assert_blind(window)
    judge_all_but_the_last(qtbot, window, withheld_in, denied, referred)
    save(qtbot, window)
    sit_down(qtbot, window, PEOPLE["bob"], path)
    assert_blind(window, own=AGENCY)
    qtbot.waitUntil(
        lambda: window.workplace.status_line.second_review.text().endswith("under way, 1 left")
    )
    judge_values(window)
    given = {one.portion: one.note for one in reviewed(window).opinions}
    assert len(given) == len(list(portions(window.workplace.desk.document))) + 1
    assert given[withheld_in] == "Known since 1995"
    finish(window)
    assert reviewed(window).state is ReviewState.DISPUTED
    disputed = [one.portion for one in reviewed(window).opinions if not one.agrees]
    assert disputed == [withheld_in, denied]
    save(qtbot, window)

    # Now both are shown. The first gives way on one portion, and can't insist on it.
    sit_down(qtbot, window, PEOPLE["ada"], path)
    open_dock(window)
    assert "25X1" in " ".join(words_on_screen(window))
    resolve(window, "second", "It is known", other_is_own=True)
    assert len(reviewed(window).resolutions) == 1
    resolved = next(
        one for one in portions(window.workplace.desk.document) if one.key == withheld_in
    )
    assert resolved.decision is not None
    assert resolved.decision.disposition is Disposition.RELEASE
    save(qtbot, window)

    # A third person decides between the two on the other.
    sit_down(qtbot, window, PEOPLE["cyd"], path)
    open_dock(window)
    resolve(window, "first", "Privacy")
    assert reviewed(window).state is ReviewState.COMPLETE
    save(qtbot, window)

    document = sit_down(qtbot, window, PEOPLE["ada"], path)
    assert shortcomings(document) == ()
    complaints = set(missing(document)) - set(missing(document, second_review=False))
    assert complaints == set()
    qtbot.waitUntil(
        lambda: window.workplace.status_line.second_review.text() == "Second review: complete"
    )
    open_dock(window)
    assert tool(window).state.text() == "Complete"
    assert "Bob Second" in tool(window).sentence.text()


# -- what the people do ----------------------------------------------------------------------------


def decide(window: MainWindow) -> tuple[str, str, str]:
    """The first's decisions: the portions with words withheld, denied and referred."""
    at, offset = find_place(document_of(window), "Camp David")
    denied_at, _ = find_place(document_of(window), "There was no discussion of broad security")
    keys = [one.key for one in portions(document_of(window))]
    withheld_in, denied = (document_of(window).paragraphs[n].id for n in (at, denied_at))
    referred = document_of(window).paragraphs[-1].id
    rest = tuple(key for key in keys if key not in (withheld_in, denied, referred))
    do(window, AddRedaction(((withheld_in, offset, offset + 10),), CODE))
    do(window, SetDisposition((withheld_in,), Disposition.IN_PART))
    do(window, SetDisposition((denied,), Disposition.DENY, DENIAL))
    do(window, SetDisposition((referred,), Disposition.REFER, (), AGENCY, EQUITY))
    do(window, SetDisposition(rest, Disposition.RELEASE))
    return withheld_in, denied, referred


def do(window: MainWindow, edit: Edit) -> None:
    review = window.workplace.desk.review
    assert review is not None
    review.apply(edit)


def submit(window: MainWindow) -> None:
    open_dock(window)
    assert pressed_button().text() == "Submit for Second Review..."

    def choose_blind(dialog: QDialog) -> None:
        assert isinstance(dialog, SubmitReview)
        assert dialog.blind.isChecked()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(choose_blind)
    press_for_dialog(window, "Space")
    assert reviewed(window).blind


def take(window: MainWindow) -> None:
    open_dock(window)
    assert pressed_button().text() == "Take Second Review"
    press(window, "Space")


def judge_all_but_the_last(
    qtbot: QtBot, window: MainWindow, withheld_in: str, denied: str, referred: str
) -> None:
    """Released in full, but for the referral, which the second would make as well. The portions
    with words withheld, and denied, are where the two will differ.
    """
    assert QApplication.focusWidget() is tool(window).list
    while True:
        row = tool(window).chosen
        assert row is not None
        assert_blind(window, own=AGENCY if row.key == FIELDS else "")
        if row.key == FIELDS:
            return
        if row.key == referred:
            do(window, opinion_to_refer(window))
            press(window, "Ctrl+F10")
            continue
        press(window, "Ctrl+Shift+U")
        if row.key == withheld_in:
            tool(window).choose(row.key)
            tool(window).detail.note.setFocus()
            QTest.keyClicks(tool(window).detail.note, "Known since 1995")
            press(window, "Return")
            tool(window).list.setFocus()
            press(window, "Ctrl+F10")


def opinion_to_refer(window: MainWindow) -> Edit:
    from app.model.standpoint import decided_by

    desk = window.workplace.desk
    row = tool(window).chosen
    assert row is not None
    return decided_by(desk.document, desk.person, (row.key,), Disposition.REFER, (), AGENCY)


def judge_values(window: MainWindow) -> None:
    """The last one, from the text: nothing is withheld as a whole."""
    window.workplace.desk.pane.setFocus()
    press(window, "Ctrl+F10")
    row = tool(window).chosen
    assert row is not None
    assert row.key == FIELDS
    assert QApplication.focusWidget() is tool(window).list
    press(window, "Ctrl+Shift+U")


def finish(window: MainWindow) -> None:
    while pressed_text() != "Finish Second Review":
        press(window, "Tab")
    press(window, "Space")


def resolve(window: MainWindow, side: str, why: str, *, other_is_own: bool = False) -> None:
    def adopt(dialog: QDialog) -> None:
        assert isinstance(dialog, Resolve)
        assert dialog.first.isEnabled() is not other_is_own
        if not other_is_own:
            (dialog.first if side == "first" else dialog.second).setFocus()
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
            dialog.reason.setFocus()
        assert dialog.focusWidget() is dialog.reason
        assert not dialog.adopt.isEnabled()
        QTest.keyClicks(dialog.reason, why)
        assert dialog.side == side
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    in_dialog(adopt)
    press_for_dialog(window, "Ctrl+Shift+V")


def sit_down(qtbot: QtBot, window: MainWindow, who: tuple[str, str], path: Path) -> Document:
    """Another person opens the file at a desk that has their name."""
    settings = window.preferences.settings
    window.preferences.revise(replace(settings, reviewer_name=who[0], reviewer_initials=who[1]))
    window.workplace.tools.docks[NAME].hide()
    return open_file(qtbot, window, path)


def save(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")


# -- what is there ---------------------------------------------------------------------------------


def document_of(window: MainWindow) -> Document:
    return window.workplace.desk.document


def reviewed(window: MainWindow) -> SecondReview:
    review = document_of(window).second_review
    assert review is not None
    return review


def tool(window: MainWindow) -> SecondReviewTool:
    made = window.workplace.tools.tool(NAME)
    assert isinstance(made, SecondReviewTool)
    return made


def open_dock(window: MainWindow) -> None:
    window.workplace.desk.pane.setFocus()
    if window.workplace.tools.is_open(NAME):
        press(window, "Ctrl+Shift+J")
    press(window, "Ctrl+Shift+J")
    assert tool(window).has_keyboard


def pressed_button() -> QPushButton:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    return focused


def pressed_text() -> str:
    focused = QApplication.focusWidget()
    return focused.text() if isinstance(focused, QPushButton) else ""


def assert_blind(window: MainWindow, own: str = "") -> None:
    """Nothing of what the first decided can be read anywhere, but for what is in the second's
    ``own`` opinions.
    """
    if not tool(window).has_keyboard:
        open_dock(window)
    said = words_on_screen(window)
    assert len(said) > 100
    for words in OF_THE_FIRST:
        if words == own:
            continue
        assert [one for one in said if words in one] == []
    rows = [one for view in views(window) for one in cells(view)]
    for words in DECIDED:
        assert own or [one for one in rows if words in one] == []


def words_on_screen(window: MainWindow) -> list[str]:
    """All that can be read of the window, or heard: shown or not, but for the menus."""
    found = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QMenu):
            continue
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        found += [widget.statusTip(), widget.whatsThis()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView):
            found += cells(widget)
    return [text for text in found if text]


def views(window: MainWindow) -> list[QAbstractItemView]:
    return [view for view in window.findChildren(QAbstractItemView) if view.isVisible()]


def cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    return [
        str(model.index(row, column).data(role) or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in roles
    ]
