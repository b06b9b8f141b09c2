from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QTableView, QWidget

from app.model.terms import FurnitureKind
from app.ui.metadata.entry import TextEntry
from app.ui.metadata.section import Section
from app.ui.theme import DARK
from tests.ui.metadata.conftest import Desk


def test_every_control_has_a_name(desk: Desk) -> None:
    controls = [
        *desk.pane.findChildren(TextEntry),
        *desk.pane.findChildren(QComboBox),
        *desk.pane.findChildren(QTableView),
    ]
    assert len(controls) > 20
    assert all(control.accessibleName() for control in controls)
    buttons = desk.pane.memorandum.findChildren(QAbstractButton)
    assert all(button.accessibleName() or button.text() for button in buttons)


def test_tab_goes_through_the_pane_in_the_order_of_its_parts(desk: Desk) -> None:
    desk.pane.memorandum.printed[0].toggle.click()
    desk.type(desk.pane.memorandum.printed[0].label, "FROM:")
    desk.review.undo()
    desk.pane.classification.override.setFocus()
    visited: list[QWidget] = []
    for _ in range(70):
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused)
        desk.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    head = desk.pane.memorandum
    expected = (
        head.pages[FurnitureKind.LETTERHEAD].entries[1],
        head.title,
        head.fields["subject"].entry,
        head.printed[0].toggle,
        head.fields["date"].entry,
        head.trailer,
        desk.pane.participants.table,
        desk.pane.participants.office.entry,
        desk.pane.stamp.fields["stamp.date"].entry,
        desk.pane.pages.table,
        desk.pane.pages.text.entry,
    )
    places = [visited.index(control) for control in expected]
    assert places == sorted(places)


def test_a_section_folds(desk: Desk) -> None:
    section: Section = desk.pane.stamp
    heading = section._heading
    entry = desk.pane.stamp.fields["stamp.date"].entry
    heading.setFocus()
    desk.qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert not entry.isVisible()
    assert heading.accessibleName() == "Declassification stamp, folded"
    desk.qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert entry.isVisible()


def test_the_wheel_does_not_change_a_choice_it_passes(desk: Desk) -> None:
    assert desk.pane.pages.kind.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_the_theme_can_change_while_it_is_open(desk: Desk) -> None:
    desk.pane.set_theme(DARK)
    assert DARK.accent in desk.pane.styleSheet()
