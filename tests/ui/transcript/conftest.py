"""What the tests of the transcript share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.model.document import Document
from tests.ui.transcript.desk import Desk

OpenDesk = Callable[[Document], Desk]


@pytest.fixture
def open_desk(qtbot: QtBot) -> OpenDesk:
    """Shows a document in a pane with the keyboard in its text."""

    def open_it(document: Document) -> Desk:
        desk = Desk(document)
        qtbot.addWidget(desk.pane)
        with qtbot.waitExposed(desk.pane):
            desk.pane.show()
        desk.pane.activateWindow()
        desk.editor.setFocus()
        return desk

    return open_it
