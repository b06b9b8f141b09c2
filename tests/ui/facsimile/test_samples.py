"""A real scan, with what an engine read on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.importers import read_source
from app.model.document import Document, Reviewer
from app.review import Review
from app.ui.facsimile import ink
from app.ui.facsimile.pane import FacsimilePane
from tests.conftest import SHARED
from tests.ui.facsimile.conftest import Desk

SAMPLES = SHARED / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("endara-gandhi-1989-06-07.hocr", 1),
        ("endara-gandhi-1989-06-07.alto.xml", 0),
        ("redacted-1994-11-07/redacted-1994-11-07.pdf", 0),
        ("redacted-1994-11-07/p-2.hocr", 0),
    ],
)
def test_the_words_are_printed_where_their_boxes_are(qtbot: QtBot, path: str, number: int) -> None:
    source = SAMPLES / path
    desk = shown(qtbot, read_source(source)[number], source.parent)
    page = next(at for at, page in enumerate(desk.review.document.pages) if page.lines)
    desk.view.go_to_page(page)
    desk.wait_for_images()
    grab = desk.view.viewport().grab().toImage()
    inked = boxes = 0
    for line in desk.review.document.pages[page].lines:
        for word in line.words:
            box = desk.view.box_in_view(page, ink.box_of_word(line, word)).toAlignedRect()
            if word.length > 3 and grab.rect().contains(box):
                boxes += 1
                across = range(box.left(), box.right())
                shades = [grab.pixelColor(x, box.center().y()).lightness() for x in across]
                inked += min(shades) < 150 < max(shades)
    assert boxes > 20
    assert inked >= 0.95 * boxes


def shown(qtbot: QtBot, document: Document, folder: Path) -> Desk:
    pane = FacsimilePane()
    qtbot.addWidget(pane)
    review = Review(document, Reviewer("rev-ar", "Ada Reviewer", "AR"))
    pane.set_review(review, folder)
    pane.resize(1000, 1300)
    pane.show()
    qtbot.waitExposed(pane)
    return Desk(qtbot, pane, review)
