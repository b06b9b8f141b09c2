"""Moving page breaks keeps where the source breaks; images are attached to pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import TextLine
from app.model.edits.pages import place_of
from app.model.terms import Act
from app.model.witness import body_witness
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def test_a_moved_break_and_the_place_it_was_found() -> None:
    document = after(awkward(), edits.MovePageBreak("page-2", 2, 3))
    found = place_of(document, "page-2")
    assert found is not None
    at, anchor = found
    assert (at, anchor.start, anchor.found, anchor.act) == (2, 3, False, ACT)
    assert body_witness(document) == body_witness(awkward())


def test_moving_it_back_leaves_no_trace() -> None:
    there = edits.MovePageBreak("page-2", 2, 3)
    assert after(awkward(), there, edits.MovePageBreak("page-2", 3, 0)) == awkward()


def test_the_end_of_a_paragraph_is_the_beginning_of_the_next() -> None:
    document = after(awkward(), edits.MovePageBreak("page-2", 0, 32))
    found = place_of(document, "page-2")
    assert found is not None
    assert (found[0], found[1].start) == (1, 0)


@pytest.mark.parametrize(
    ("page", "at", "offset"),
    [("page-1", 1, 0), ("page-2", 4, 0), ("page-3", 2, 0), ("page-2", 3, 99)],
)
def test_pages_stay_in_order(page: str, at: int, offset: int) -> None:
    with pytest.raises(edits.EditRefused):
        edits.MovePageBreak(page, at, offset).apply(awkward(), ACT)


IMAGES = tuple((f"p-{number}.png", 300, 400) for number in (1, 2, 3, 4))


def test_each_page_gets_its_image_and_size() -> None:
    pages = after(awkward(), edits.AttachImages(IMAGES)).pages
    assert [(page.image, page.width, page.height) for page in pages] == list(IMAGES)
    assert [replace(page, image=None, width=0, height=0) for page in pages] == [
        replace(page, image=None, width=0, height=0) for page in awkward().pages
    ]


def test_a_size_in_which_lines_count_stays() -> None:
    document = awkward()
    first = replace(document.pages[0], width=150, height=200, lines=(TextLine(1, 2, 3, 4),))
    document = replace(document, pages=(first, *document.pages[1:]))
    page = after(document, edits.AttachImages(IMAGES)).pages[0]
    assert page == replace(first, image="p-1.png")


def test_images_attached_again_are_no_change() -> None:
    once = after(awkward(), edits.AttachImages(IMAGES))
    assert after(once, edits.AttachImages(IMAGES)) is once


def test_every_page_needs_an_image() -> None:
    with pytest.raises(edits.EditRefused, match="2 images for 4 pages"):
        edits.AttachImages(IMAGES[:2]).apply(awkward(), ACT)
