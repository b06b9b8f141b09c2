"""The pane in a window, with a document whose pages are scans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.model.document import Document, Reviewer
from app.review import Review
from app.ui.facsimile import ink
from app.ui.facsimile.pane import FacsimilePane
from app.ui.facsimile.view import PageView
from tests import builders
from tests.facsimile import papers

ADA = Reviewer("rev-ar", "Ada Reviewer", "AR")


@dataclass
class Desk:
    """The pane, its review, and what the pane asked for."""

    qtbot: QtBot
    pane: FacsimilePane
    review: Review
    places: list[tuple[int, int]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def view(self) -> PageView:
        return self.pane.view

    @property
    def scrolled(self) -> int:
        return self.view.verticalScrollBar().value()

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.view, key)

    def shown(self, page: int, line: int, word: int) -> QRectF:
        """Where a word is in the view."""
        held = self.review.document.pages[page].lines[line]
        return self.view.box_in_view(page, ink.box_of_word(held, held.words[word]))

    def click(self, place: QPointF) -> None:
        viewport = self.view.viewport()
        self.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place.toPoint())

    def grey(self, place: QPoint | QPointF) -> int:
        """How light the view is there."""
        point = place if isinstance(place, QPoint) else place.toPoint()
        return QColor(self.view.viewport().grab().toImage().pixelColor(point)).lightness()

    def wait_for_images(self) -> None:
        """Until the pages in view are sharp."""
        self.view.viewport().grab()  # painting orders them
        self.qtbot.waitUntil(lambda: self.view.sharp)


def document(pages: int = 3) -> Document:
    """Each page has two paragraphs of several lines."""
    text = "the quick brown fox jumps over the lazy dog " * 8
    lines = ["Page one begins. " + text, text]
    for number in range(2, pages + 1):
        lines += [f"\fPage {number} begins. {text}", text]
    return builders.document(*(line.strip(" ") for line in lines))


@pytest.fixture
def scanned(tmp_path: Path) -> Document:
    """Three pages of a PDF."""
    made = papers.printed(document(), "scan.pdf#page={}")
    papers.write_pdf(tmp_path / "scan.pdf", made.pages)
    return made


@pytest.fixture
def make_desk(qtbot: QtBot, tmp_path: Path) -> Callable[[Document], Desk]:
    def make(document: Document) -> Desk:
        pane = FacsimilePane()
        qtbot.addWidget(pane)
        review = Review(document, ADA)
        desk = Desk(qtbot, pane, review)
        pane.place_requested.connect(lambda at, offset: desk.places.append((at, offset)))
        pane.noticed.connect(desk.notices.append)
        pane.set_review(review, tmp_path)
        pane.resize(500, 400)
        pane.show()
        pane.activateWindow()
        qtbot.waitExposed(pane)
        pane.view.setFocus()
        return desk

    return make


@pytest.fixture
def desk(make_desk: Callable[[Document], Desk], scanned: Document) -> Desk:
    made = make_desk(scanned)
    made.wait_for_images()
    return made
