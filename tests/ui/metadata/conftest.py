"""The pane in a window, with a review of the small memorandum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.review import Review
from app.ui.metadata.entry import TextEntry
from app.ui.metadata.pane import MetadataPane
from app.ui.theme import LIGHT
from tests.ui.metadata.kaifu import kaifu, review_of


@dataclass
class Desk:
    """The pane, its review and what the pane said."""

    qtbot: QtBot
    pane: MetadataPane
    review: Review
    refusals: list[str] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.review.document

    def type(self, entry: TextEntry, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Type over what is there, and end with a key."""
        entry.setFocus()
        entry.selectAll()
        self.qtbot.keyClick(entry, Qt.Key.Key_Delete)
        for line, part in enumerate(text.split("\n")):
            if line:
                self.qtbot.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
            self.qtbot.keyClicks(entry, part)
        if end is not None:
            self.qtbot.keyClick(entry, end)

    def on_dialog(self, run: Callable[[QDialog], None]) -> None:
        """Do this once a dialog is open; it has to close the dialog."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.isActiveWindow():
                waiting.stop()
                run(dialog)

        waiting = QTimer(self.pane)
        waiting.setInterval(5)
        waiting.timeout.connect(look)
        waiting.start()

    def click(self, widget: QWidget) -> None:
        """Click where a check box, wider than its words, still feels it."""
        place = QPoint(8, widget.height() // 2)
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def make_desk(qtbot: QtBot) -> Callable[[Document], Desk]:
    def make(document: Document) -> Desk:
        pane = MetadataPane()
        qtbot.addWidget(pane)
        pane.set_theme(LIGHT)
        review = review_of(document)
        pane.set_review(review)
        desk = Desk(qtbot, pane, review)
        pane.refused.connect(desk.refusals.append)
        pane.resize(380, 900)
        pane.show()
        pane.activateWindow()
        qtbot.waitExposed(pane)
        return desk

    return make


@pytest.fixture
def desk(make_desk: Callable[[Document], Desk]) -> Desk:
    return make_desk(kaifu())
