from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, Qt
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.ui.tables.row_table import RowTable
from app.ui.tips import plain_tip, show_tip


@pytest.mark.parametrize("text", ["", "a < b", "Gale & Sons"])
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert plain_tip(text) == text


def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    assert Qt.mightBeRichText("<b>Gale</b>")
    assert plain_tip("<b>Gale</b>") == "<p>&lt;b&gt;Gale&lt;/b&gt;</p>"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tips that are shown; the windows of tests can't be raised."""
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _over: said.append(text))
    return said


def hover(over: QWidget, point: QPoint) -> QHelpEvent:
    return QHelpEvent(QEvent.Type.ToolTip, point, over.mapToGlobal(point))


def test_a_tip_that_is_shown_holds_no_markup(qtbot: QtBot, shown: list[str]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    show_tip(widget, hover(widget, QPoint(1, 1)), "<b>Gale</b>")
    show_tip(widget, hover(widget, QPoint(1, 1)), "")
    assert shown == ["<p>&lt;b&gt;Gale&lt;/b&gt;</p>", ""]


def test_a_tip_of_a_table_holds_no_markup(qtbot: QtBot, shown: list[str]) -> None:
    table = RowTable("People", ("Name",))
    qtbot.addWidget(table)
    table.fill([("<b>Gale</b>",)])
    with qtbot.waitExposed(table):
        table.show()
    point = table.visualRect(table.model().index(0, 0)).center()
    QApplication.sendEvent(table.viewport(), hover(table.viewport(), point))
    assert shown == ["<p>&lt;b&gt;Gale&lt;/b&gt;</p>"]
