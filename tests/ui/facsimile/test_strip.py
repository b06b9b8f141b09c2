"""The proof strip shows the line with the caret."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.facsimile.caret import Spot
from app.model.document import Document
from app.ui.facsimile.renderer import Renderer
from app.ui.facsimile.strip import HEIGHT, NO_LINE, ProofStrip
from app.ui.facsimile.tone import Tone
from app.ui.theme import DARK


@pytest.fixture
def strip(qtbot: QtBot, scanned: Document, tmp_path: Path) -> ProofStrip:
    renderer = Renderer()
    renderer.open(tmp_path)
    strip = ProofStrip(renderer)
    renderer.setParent(strip)
    qtbot.addWidget(strip)
    strip.resize(600, HEIGHT)
    strip.set_column(50, 500)
    strip.show()
    qtbot.waitExposed(strip)
    return strip


def spot(document: Document, line: int, word: int | None = 0, page: int = 0) -> Spot:
    held = document.pages[page].lines[line]
    return Spot(document.pages[page], held, held.words[word] if word is not None else None)


def drawn(qtbot: QtBot, strip: ProofStrip) -> QImage:
    """The strip with its image."""
    with qtbot.waitSignal(strip._renderer.rendered):
        strip.grab()
    return strip.grab().toImage()


def dark(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixelColor(x, y)).lightness() < 60


def rows_of_ink(image: QImage, x: int) -> list[int]:
    return [y for y in range(image.height()) if dark(image, x, y)]


def test_the_line_is_in_the_middle_as_wide_as_the_text(
    qtbot: QtBot, strip: ProofStrip, scanned: Document
) -> None:
    strip.show_spot(spot(scanned, 2, None))
    image = drawn(qtbot, strip)
    columns = [x for x in range(image.width()) if dark(image, x, HEIGHT // 2)]
    assert 50 <= min(columns) <= 62
    assert 520 <= max(columns) <= 550
    rows = rows_of_ink(image, columns[3])
    assert abs((min(rows) + max(rows)) / 2 - HEIGHT / 2) < 3


def test_the_scale_is_the_same_from_line_to_line(
    qtbot: QtBot, strip: ProofStrip, scanned: Document
) -> None:
    """So one image does for the page, and nothing jumps."""
    strip.show_spot(spot(scanned, 0))
    drawn(qtbot, strip)
    with qtbot.assertNotEmitted(strip._renderer.rendered, wait=100):
        for line in range(1, len(scanned.pages[0].lines)):
            strip.show_spot(spot(scanned, line))
            strip.grab()


def test_the_word_is_outlined(qtbot: QtBot, strip: ProofStrip, scanned: Document) -> None:
    strip.show_spot(spot(scanned, 2, None))
    without = drawn(qtbot, strip)
    strip.show_spot(spot(scanned, 2, 1))
    assert strip.grab().toImage() != without


def test_the_tone_is_that_of_the_pages(qtbot: QtBot, strip: ProofStrip, scanned: Document) -> None:
    strip.show_spot(spot(scanned, 2, None))
    assert not dark(drawn(qtbot, strip), 53, HEIGHT // 2)
    strip.set_tone(Tone(0, True))
    assert dark(drawn(qtbot, strip), 53, HEIGHT // 2)


def test_what_it_says_to_a_screen_reader(strip: ProofStrip, scanned: Document) -> None:
    strip.show_spot(spot(scanned, 2, page=1))
    assert strip.accessibleDescription() == "Image of line 3 of page 2"
    strip.show_spot(Spot(scanned.pages[0]))
    assert strip.accessibleDescription() == NO_LINE
    strip.show_spot(None)
    assert strip.accessibleDescription() == NO_LINE


def test_without_an_image_it_is_calm(qtbot: QtBot, strip: ProofStrip, scanned: Document) -> None:
    strip.set_theme(DARK)
    page = replace(scanned.pages[0], image=None)
    for shown in (None, Spot(page), Spot(page, page.lines[0])):
        strip.show_spot(shown)
        with qtbot.assertNotEmitted(strip._renderer.rendered, wait=30):
            strip.grab()
    lost = replace(scanned.pages[0], image="lost.png")
    strip.show_spot(Spot(lost, lost.lines[0]))
    drawn(qtbot, strip)


def test_hidden_it_wants_nothing(qtbot: QtBot, strip: ProofStrip, scanned: Document) -> None:
    strip.hide()
    with qtbot.assertNotEmitted(strip._renderer.rendered, wait=100):
        strip.show_spot(spot(scanned, 2))
