"""The pane, driven by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from app.facsimile.caret import place_at
from app.model import edits
from app.model.document import Document, Page, TextLine
from app.review import Review
from app.ui.facsimile import pane as wording
from app.ui.facsimile.layout import Fit
from app.ui.facsimile.view import BAND
from app.ui.theme import DARK
from tests.facsimile import papers
from tests.ui.facsimile.conftest import Desk, document

MakeDesk = Callable[[Document], Desk]


# -- between text and page ---------------------------------------------------------------------


def test_a_click_on_a_word_asks_for_the_caret_there(desk: Desk) -> None:
    page = desk.review.document.pages[0]
    line, word = page.lines[3], page.lines[3].words[2]
    desk.click(desk.shown(0, 3, 2).center())
    expected = place_at(
        desk.review.document, page, (word.left + word.right) / 2, (line.top + line.bottom) / 2
    )
    assert desk.places == [expected]


def test_a_click_holds_after_the_text_was_edited(desk: Desk) -> None:
    desk.click(desk.shown(0, 0, 1).center())
    desk.review.apply(edits.CorrectText(0, 0, 4, "This is the first page, which"))
    desk.click(desk.shown(0, 0, 1).center())
    (_, before), (_, after) = desk.places
    assert after - before == len("This is the first page, which") - len("Page")


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_click_on_a_turned_page(desk: Desk, turns: int) -> None:
    desk.click(desk.shown(0, 1, 1).center())
    desk.pane.fit(Fit.PAGE)
    for _ in range(turns):
        desk.pane.turn(1)
    desk.view.go_to_page(0)
    desk.click(desk.shown(0, 1, 1).center())
    assert desk.places[1][0] == desk.places[0][0]
    assert abs(desk.places[1][1] - desk.places[0][1]) <= 1


def test_dragging_moves_the_page_and_asks_for_nothing(desk: Desk) -> None:
    viewport, button = desk.view.viewport(), Qt.MouseButton.LeftButton
    desk.view.go_to_page(1)
    before = desk.scrolled
    desk.qtbot.mousePress(viewport, button, pos=QPoint(200, 200))
    desk.qtbot.mouseMove(viewport, QPoint(200, 150))
    desk.qtbot.mouseMove(viewport, QPoint(200, 120))
    desk.qtbot.mouseRelease(viewport, button, pos=QPoint(200, 120))
    assert desk.scrolled == before + 80
    assert desk.places == []


def test_the_word_at_the_caret_is_outlined(desk: Desk) -> None:
    spots: list[object] = []
    desk.pane.spotted.connect(spots.append)
    above = desk.shown(0, 2, 3).center() - QPointF(0, desk.shown(0, 2, 3).height() / 2 + 2)
    assert desk.grey(above) > 250
    at, offset = place_of(desk, 2, 3)
    desk.pane.show_place(at, offset)
    assert desk.grey(above) < 200
    assert len(spots) == 1
    desk.pane.show_place(at, offset + 1)
    assert len(spots) == 1


def place_of(desk: Desk, line: int, word: int) -> tuple[int, int]:
    """The place in the text of a word on the first page."""
    page = desk.review.document.pages[0]
    box = page.lines[line]
    place = place_at(desk.review.document, page, box.words[word].left, box.top)
    assert place is not None
    return place


@pytest.mark.parametrize("size", [(200, 120), (900, 300), (300, 900)])
def test_the_word_stays_in_view_when_the_pane_gets_another_size(
    desk: Desk, size: tuple[int, int]
) -> None:
    last = len(desk.review.document.pages[0].lines) - 1
    desk.pane.show_place(*place_of(desk, last, 0))
    for width, height in (size, (500, 400)):
        desk.pane.resize(width, height)
        desk.qtbot.waitUntil(lambda: desk.view.width() == desk.pane.width())
        assert QRectF(desk.view.viewport().rect()).contains(desk.shown(0, last, 0))


def test_who_looks_elsewhere_is_not_taken_back_by_another_size(desk: Desk) -> None:
    desk.pane.show_place(*place_of(desk, 0, 0))
    desk.view.go_to_page(2)
    desk.pane.resize(700, 500)
    desk.qtbot.waitUntil(lambda: desk.view.width() == desk.pane.width())
    assert desk.view.current == 2


def test_the_page_rests_while_the_word_is_in_the_middle(desk: Desk) -> None:
    height = desk.view.viewport().height()
    moves = 0
    before = desk.scrolled
    last = len(desk.review.document.pages[0].lines) - 1
    for line in range(last + 1):
        box = desk.shown(0, line, 0)
        in_band = BAND[0] * height <= box.top() and box.bottom() <= BAND[1] * height
        desk.pane.show_place(*place_of(desk, line, 0))
        if in_band:
            assert desk.scrolled == before
        moves += desk.scrolled != before
        # Never further than a line and what stands between.
        assert abs(desk.scrolled - before) < 40
        before = desk.scrolled
    assert desk.shown(0, last, 0).bottom() <= BAND[1] * height + 1
    assert moves
    for line in range(last, -1, -1):
        desk.pane.show_place(*place_of(desk, line, 0))
        assert desk.shown(0, line, 0).top() >= BAND[0] * height - 1 or desk.scrolled == 0
    assert desk.scrolled < 30


def test_a_word_out_of_view_comes_to_the_middle(desk: Desk) -> None:
    desk.pane.show_place(4, 0)
    box = desk.shown(2, 0, 0)
    height = desk.view.viewport().height()
    assert abs(box.center().y() - height / 2) < 2
    assert desk.view.current == 2


def test_following_keeps_the_zoom(desk: Desk) -> None:
    desk.pane.zoom(3)
    scale = desk.view.scale
    desk.pane.show_place(4, 0)
    assert desk.view.scale == scale
    assert desk.view.viewport().rect().contains(desk.shown(2, 0, 0).toRect())


def test_typing_in_a_word_leaves_the_page_where_a_person_put_it(desk: Desk) -> None:
    desk.pane.show_place(0, 1)
    desk.press(Qt.Key.Key_End)
    before = desk.scrolled
    desk.pane.show_place(0, 2)
    assert desk.scrolled == before


def test_without_boxes_it_follows_the_page_breaks(make_desk: MakeDesk, scanned: Document) -> None:
    bare = tuple(replace(page, lines=()) for page in scanned.pages)
    desk = make_desk(replace(scanned, pages=bare))
    desk.pane.show_place(2, 5)
    assert desk.view.current == 1
    before = desk.scrolled
    desk.pane.show_place(3, 5)
    assert desk.scrolled == before
    desk.click(QPointF(desk.view.viewport().rect().center()))
    assert (desk.places, desk.notices) == ([], [wording.NO_WORDS])


def test_hidden_it_follows_when_it_is_shown_again(desk: Desk) -> None:
    desk.pane.hide()
    desk.pane.show_place(4, 0)
    assert desk.view.current == 0
    desk.pane.show()
    assert desk.view.current == 2


def test_the_image_may_have_more_pixels_than_the_engine_counted(
    make_desk: MakeDesk, scanned: Document
) -> None:
    """Half as many, here, and the boxes with them."""
    desk = make_desk(replace(scanned, pages=tuple(halved(page) for page in scanned.pages)))
    desk.wait_for_images()
    box = desk.shown(0, 1, 1)
    assert desk.grey(box.center()) < 30
    assert desk.grey(box.topLeft() - QPointF(5, 0)) > 220


def halved(page: Page) -> Page:
    lines = tuple(
        TextLine(
            line.left // 2, line.top // 2, line.right // 2, line.bottom // 2,
            tuple(replace(w, left=w.left // 2, right=w.right // 2) for w in line.words),
        )
        for line in page.lines
    )  # fmt: skip
    return replace(page, width=page.width // 2, height=page.height // 2, lines=lines)


# -- what is not there -------------------------------------------------------------------------


def test_a_transcript_without_images(make_desk: MakeDesk) -> None:
    desk = make_desk(document())
    assert desk.pane.notice.isVisible()
    assert "no page images" in desk.pane.notice.text.text()
    with desk.qtbot.waitSignal(desk.pane.locate_requested, timeout=500):
        desk.qtbot.mouseClick(desk.pane.notice.button, Qt.MouseButton.LeftButton)
    desk.pane.show_place(1, 3)


def test_images_that_are_lost_are_named_and_found_again(
    desk: Desk, scanned: Document, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    desk.pane.set_review(desk.review, elsewhere)
    assert desk.pane.notice.isVisible()
    assert "scan.pdf" in desk.pane.notice.title.text()
    assert "Locate" in desk.pane.notice.button.text()
    (tmp_path / "scan.pdf").rename(elsewhere / "scan.pdf")
    desk.pane.set_review(desk.review, elsewhere)
    assert not desk.pane.notice.isVisible()
    desk.wait_for_images()


def test_without_a_folder(desk: Desk) -> None:
    desk.pane.set_review(desk.review, None)
    assert "in no folder yet" in desk.pane.notice.text.text()


def test_images_that_lie_elsewhere_are_not_read(
    make_desk: MakeDesk, scanned: Document, tmp_path: Path
) -> None:
    (tmp_path / "scan.pdf").rename(tmp_path.parent / "outside.pdf")
    outside = tuple(replace(page, image="../outside.pdf") for page in scanned.pages)
    desk = make_desk(replace(scanned, pages=outside))
    assert "no place below the document's folder" in desk.pane.notice.text.text()


def test_one_broken_page_does_not_take_the_others_with_it(
    make_desk: MakeDesk, scanned: Document, tmp_path: Path
) -> None:
    (tmp_path / "huge.png").write_bytes(papers.png(100_000, 100_000, b""))
    first, second, third = scanned.pages
    pages = (replace(first, image="huge.png"), second, replace(third, image=None))
    desk = make_desk(replace(scanned, pages=pages))
    renderer = desk.pane.renderer
    desk.qtbot.waitUntil(lambda: renderer.problem("huge.png") is not None)
    assert "100000 x 100000 pixels" in str(renderer.problem("huge.png"))
    desk.view.go_to_page(1)
    desk.qtbot.waitUntil(lambda: renderer.size("scan.pdf#page=2") is not None)
    desk.view.go_to_page(2)
    desk.view.viewport().grab()


# -- the document changes ----------------------------------------------------------------------


def test_another_document_takes_its_place(desk: Desk, tmp_path: Path) -> None:
    other = papers.printed(document(1), "scan.pdf#page={}")
    desk.press(Qt.Key.Key_End)
    review = Review(other, desk.review.reviewer)
    desk.pane.set_review(review, tmp_path)
    assert (desk.view.current, desk.pane.bar.count.text()) == (0, "of 1")
    desk.review.apply(edits.CorrectText(0, 0, 4, "Leaf"))
    desk.pane.show_place(0, 0)


def test_an_edit_of_the_pages_leaves_the_view_as_it_is(desk: Desk) -> None:
    desk.press(Qt.Key.Key_PageDown)
    desk.wait_for_images()
    before = desk.scrolled
    desk.review.apply(edits.CorrectFurniture("page-1", 0, "SECRET"))
    assert desk.scrolled == before
    assert desk.view.sharp


def test_pages_whose_size_is_not_known_are_corrected_without_a_jump(
    make_desk: MakeDesk, scanned: Document
) -> None:
    wide = replace(scanned.pages[0], width=1400, height=1000, lines=())
    sizeless = tuple(replace(page, width=0, height=0, lines=()) for page in scanned.pages[1:])
    desk = make_desk(replace(scanned, pages=(wide, *sizeless)))
    desk.wait_for_images()
    heights = [page.rect.height() for page in desk.view._layout.pages]
    assert heights[0] > desk.view._layout.pages[0].rect.width()
    desk.view.go_to_page(2)
    desk.wait_for_images()
    assert desk.view.current == 2
    rect = desk.view._layout.pages[2].rect
    assert rect.height() / rect.width() == pytest.approx(1.4, abs=0.01)


def test_the_theme_can_change(desk: Desk) -> None:
    desk.pane.set_theme(DARK)
    assert desk.grey(QPoint(6, 100)) < 60
