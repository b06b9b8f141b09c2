"""Section 508 (36 CFR 1194, WCAG 2.1 AA), as far as a program can tell.

Asked through ``QAccessible``, as a screen reader does, of the window with a document and all its
parts, and of every dialog that a command opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QFrame,
    QLabel,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.checks.finding import Severity
from app.ui.commands.command import Command
from app.ui.commands.table import COMMANDS
from app.ui.findings.severity import WORDS, sign
from app.ui.main_window import MainWindow
from app.ui.theme import DARK, LIGHT, Theme
from app.ui.tools.docks import TOOLS
from tests.ui.desk import find_place, look_in_dialogs, open_sample, press
from tests.ui.test_theme import contrast

OUTLINES = 3.0
"""WCAG 2.1, 1.4.11: what tells a control or its state, and signs."""
OF_QT = (QDockWidget, QTabBar, QScrollBar, QScrollArea)
"""Qt's own parts, which take their names from their contents."""
OF_THE_SYSTEM = ("file.open", "file.save_as", "file.quit", "file.close")
"""They open dialogs of the system, or close the window."""


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with a document, the findings and the queue."""
    open_sample(qtbot, window)
    qtbot.waitUntil(lambda: window.workplace.proofreading.watch.is_true)
    press(window, "Ctrl+I")
    press(window, "F12")
    return window


def controls(parent: QWidget) -> Iterator[QWidget]:
    """Everything in view that takes the keyboard."""
    for widget in parent.findChildren(QWidget):
        of_qt = isinstance(widget, OF_QT)
        within = widget.focusProxy() is not None or _is_inner(widget)
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and widget.isVisible() and widget.isEnabled() and not of_qt and not within:
            yield widget


def _is_inner(widget: QWidget) -> bool:
    """Qt's own parts of a control, such as the line of a combo box."""
    return widget.objectName().startswith("qt_")


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Name)


def without_name_or_role(parent: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in controls(parent)
        if not name(widget).strip() or interface(widget).role() is QAccessible.Role.NoRole
    ]


# -- names and roles -------------------------------------------------------------------------------


def test_every_control_of_the_window_has_a_name_and_a_role(desk: MainWindow) -> None:
    assert len(list(controls(desk))) > 20
    assert without_name_or_role(desk) == []


def test_the_words_of_a_label_are_heard(desk: MainWindow) -> None:
    """A name of its own would take their place (``NamedLabel``)."""
    for tool in TOOLS:
        desk.workplace.tools.open(tool.name)
        QApplication.processEvents()
    labels = [label for label in desk.findChildren(QLabel) if label.text()]
    assert len(labels) > 50
    assert [one.text() for one in labels if one.text().replace("&", "") not in name(one)] == []


def test_controls_of_the_start_page_have_names(window: MainWindow) -> None:
    assert list(controls(window.start_page))
    assert without_name_or_role(window.start_page) == []


def test_no_two_controls_of_a_part_have_the_same_name(desk: MainWindow) -> None:
    for part in (desk.workplace.proofreading.pane, desk.workplace.proofreading.bar):
        names = [name(widget) for widget in controls(part)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "command",
    [one for one in COMMANDS if one.text.endswith(("...", "…")) or one.id == "help.shortcuts"],
    ids=lambda command: command.id,
)
def test_controls_of_dialogs_have_names(qtbot: QtBot, window: MainWindow, command: Command) -> None:
    if command.id in OF_THE_SYSTEM:
        pytest.skip("a dialog of the system, or one that closes the window")
    open_sample(qtbot, window)
    if not command.enabled(window.workplace.desk):
        pytest.skip("not to be done with this document")
    told: list[str] = []

    look_in_dialogs(
        qtbot, window, command.id, lambda dialog: told.extend(without_name_or_role(dialog))
    )
    assert told == []


# -- focus -----------------------------------------------------------------------------------------


def test_the_focus_can_be_seen(qtbot: QtBot, desk: MainWindow) -> None:
    unseen = []
    press(desk, "Tab")  # As one does who has no mouse.
    for widget in list(controls(desk)):
        bring_into_view(widget)
        widget.clearFocus()
        QApplication.processEvents()
        before = grabbed(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.hasFocus() and grabbed(widget) == before:
            unseen.append(f"{type(widget).__name__} {name(widget)}")
    assert unseen == []


def bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def grabbed(widget: QWidget) -> QImage:
    """With what is drawn round it."""
    window = widget.window()
    area = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))
    return window.grab(area.adjusted(-3, -3, 3, 3)).toImage()


def test_tab_goes_through_the_findings_in_order(desk: MainWindow) -> None:
    pane = desk.workplace.proofreading.pane
    filters, details = pane.filters, pane.details
    wanted: list[QWidget] = [
        filters.words,
        filters.kind,
        filters.severity,
        filters.page,
        filters.dismissed,
        pane.table,
        *(button for button in details.fixes if button.isVisible()),
        *(one for one in (details.all_alike, details.dismiss) if one.isVisible()),
    ]
    filters.words.setFocus()
    reached = []
    for _ in wanted:
        reached.append(QApplication.focusWidget())
        press(desk, "Tab")
    assert reached == wanted


def test_tab_goes_through_the_queue_in_order(desk: MainWindow) -> None:
    bar = desk.workplace.proofreading.bar
    bar.setFocus()
    wanted = [
        button
        for button in (bar.accept, bar.dismiss, bar.good, bar.skip, bar.back, bar.close_button)
        if button.isEnabled() and button.isVisible()
    ]
    reached = []
    for _ in wanted:
        press(desk, "Tab")
        reached.append(QApplication.focusWidget())
    assert reached == wanted


# -- what the gutters show -------------------------------------------------------------------------


def test_a_screen_reader_is_told_what_the_gutters_show(desk: MainWindow) -> None:
    pane, document = desk.workplace.desk.pane, desk.workplace.desk.document
    at, _ = find_place(document, "Did the Soviet Union raise")
    pane.place_caret(at, 0)
    told = interface(pane.editor).text(QAccessible.Text.Description)
    person = document.person(document.paragraphs[at].speaker)
    assert person is not None
    for words in (
        person.name,
        "page 2",
        "Portion mark (C)",
        "not confirmed",
        f"Paragraph {at + 1}",
    ):
        assert words in told
    pane.focus_marks()
    assert "Portion mark (C)" in name(pane.marks)
    pane.focus_speakers()
    assert person.name in name(pane.speakers)


def test_a_finding_is_told_in_full(desk: MainWindow) -> None:
    table = desk.workplace.proofreading.pane.table
    table.selectRow(1)
    finding = desk.workplace.proofreading.pane.current
    assert finding is not None
    cells = interface(table)
    told = [cells.child(n).text(QAccessible.Text.Name) for n in range(cells.childCount())]
    words = WORDS[finding.rule.severity], finding.message, finding.rule.title
    assert any(all(word in text for word in words) for text in told)


def test_words_that_change_are_told(qtbot: QtBot, desk: MainWindow) -> None:
    """A label with a name is known by it, and its words are not read."""
    line = desk.workplace.status_line
    qtbot.waitUntil(lambda: bool(line.findings.text()))
    labels = [label for label in desk.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) > 10
    assert [label.text() for label in labels if label.text() not in name(label)] == []
    assert name(line.speaker) == f"Speaker: {line.speaker.text()}"


# -- colours ---------------------------------------------------------------------------------------

GROUNDS = ("window", "base", "gutter")
SIGNS = [
    *((sign, ground) for sign in ("accent", "quiet") for ground in GROUNDS),
    *((sign, ground) for sign in ("error", "doubt", "hint") for ground in ("base", "rule")),
    *(("error", ground) for ground in ("correction_ground", "doubt_ground", "found_ground")),
    *(("correction", ground) for ground in ("gutter", "window")),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_outlines_and_signs_stand_out(theme: Theme, sign: str, ground: str) -> None:
    assert contrast(getattr(theme, sign), getattr(theme, ground)) >= OUTLINES


def test_severities_are_told_without_colour(qapp: QApplication) -> None:
    """Each in black and white, and in words."""
    shapes = {
        severity: sign(severity, LIGHT)
        .pixmap(14, 14)
        .toImage()
        .convertToFormat(QImage.Format.Format_Mono)
        for severity in Severity
    }
    for one, other in combinations(Severity, 2):
        assert shapes[one] != shapes[other]
    assert len(set(WORDS.values())) == len(Severity)


# -- large text ------------------------------------------------------------------------------------


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Text twice as large, all over the desk."""
    usual, twice = qapp.font(), qapp.font()
    twice.setPointSizeF(2 * usual.pointSizeF())
    qapp.setFont(twice)
    yield
    qapp.setFont(usual)


def test_nothing_of_large_text_is_cut_off(large: None, desk: MainWindow) -> None:
    desk.resize(1280, 800)
    QApplication.processEvents()
    assert desk.width() == 1280
    for part in (desk.workplace.proofreading.pane, desk.workplace.proofreading.bar):
        assert cut_off(part) == []


@pytest.mark.parametrize("identifier", ["help.shortcuts", "review.progress"])
def test_nothing_of_large_text_in_dialogs(
    qtbot: QtBot, large: None, desk: MainWindow, identifier: str
) -> None:
    told: list[str] = []
    seen: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog)
        told.extend(cut_off(dialog))

    look_in_dialogs(qtbot, desk, identifier, look)
    assert len(seen) == 1
    assert told == []


def cut_off(parent: QWidget) -> list[str]:
    """Buttons and labels that have less room than their words need."""
    return [
        f"{type(widget).__name__} {widget.property('text')}"
        for widget in parent.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLabel | QComboBox)
        and not isinstance(widget.parent(), QFrame | QDockWidget)
        and widget.isVisible()
        and _is_short(widget)
    ]


def _is_short(widget: QWidget) -> bool:
    if widget.hasHeightForWidth() and isinstance(widget, QLabel):
        return widget.height() < widget.heightForWidth(widget.width())
    needed = widget.minimumSizeHint()
    return widget.width() < needed.width() or widget.height() < needed.height()


# -- time ------------------------------------------------------------------------------------------


def test_what_is_told_waits_for_its_reader(qtbot: QtBot, desk: MainWindow) -> None:
    desk.workplace.tell("That can't be done.")
    line = desk.workplace.status_line
    assert line.currentMessage() == "That can't be done."
    # Qt would hide a message by a timer of its own; none is there.
    assert not [timer for timer in line.findChildren(QTimer) if timer.isActive()]
