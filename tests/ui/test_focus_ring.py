"""What has the keyboard has a ring."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.focus_ring import FocusRing
from app.ui.main_window import MainWindow


def test_the_ring_follows_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    column = QVBoxLayout(parent)
    one, other, field = QPushButton("One"), QPushButton("Other"), QLineEdit()
    for widget in (one, other, field):
        column.addWidget(widget)
    with qtbot.waitActive(parent):
        parent.show()
        parent.activateWindow()
    for button in (one, other, one):
        button.setFocus()
        assert {ring.widget() for ring in rings(parent)} == {button}
    field.setFocus()
    assert rings(parent) == []
    one.setFocus()
    one.deleteLater()
    qtbot.waitUntil(lambda: rings(parent) == [])


def rings(parent: QWidget) -> list[FocusRing]:
    return [ring for ring in parent.findChildren(FocusRing) if ring.isVisible()]
