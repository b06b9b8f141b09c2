"""From the caret to the page and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.facsimile.caret import place_at, spot_of
from app.model import edits
from app.model.document import Document
from app.model.terms import Act
from tests import builders
from tests.facsimile import papers

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


@pytest.fixture
def document() -> Document:
    return papers.printed(
        builders.document(
            "The President: Good morning to you, and thank you for calling so early today. (U)",
            "Kaifu: It is late here. \fBut I am glad.",
        ),
        "p-{}.png",
    )


def test_a_click_on_a_word_puts_the_caret_into_it(document: Document) -> None:
    seen = 0
    for page in document.pages:
        for line in page.lines:
            for word in line.words:
                middle = (word.left + word.right) / 2, (line.top + line.bottom) / 2
                place = place_at(document, page, *middle)
                assert place is not None
                spot = spot_of(document, *place)
                assert spot is not None
                assert spot.page is page
                if spot.word == word:
                    seen += 1
                else:  # labels and marks are no part of the text: their neighbour is
                    assert place[1] in (0, len(document.paragraphs[place[0]].text))
    assert seen == sum(len(paragraph.text.split()) for paragraph in document.paragraphs)


def test_the_letter_that_was_clicked(document: Document) -> None:
    line = document.pages[0].lines[0]
    word = next(word for word in line.words if word.length == len("morning"))
    x = word.left + (word.right - word.left) * 3.5 / 7
    assert place_at(document, document.pages[0], x, line.top) == (0, len("Good ") + 3)


@pytest.mark.parametrize("y", [-1000.0, 1e9, float(papers.HEIGHT)])
def test_far_from_any_line_there_is_no_place(document: Document, y: float) -> None:
    assert place_at(document, document.pages[0], 300, y) is None


def test_beside_a_line_its_nearest_word_counts(document: Document) -> None:
    line = document.pages[1].lines[0]
    assert place_at(document, document.pages[1], 0, line.top - 5) == (1, len("It is late here. "))
    assert place_at(document, document.pages[1], 1e6, line.bottom + 5) == (
        1,
        len(document.paragraphs[1].text),
    )


def test_the_link_outlives_edits_elsewhere(document: Document) -> None:
    offset = document.paragraphs[0].text.index("calling")
    before = spot_of(document, 0, offset)
    edited = edits.CorrectText(0, 0, 4, "A very good").apply(document, ACT)
    edited = edits.SplitParagraph(0, edited.paragraphs[0].text.index("calling")).apply(edited, ACT)
    after = spot_of(edited, 1, 0)
    assert before is not None
    assert before.word is not None
    assert after == before


def test_a_place_without_a_word_has_the_line_of_the_word_before(document: Document) -> None:
    page = document.pages[0]
    first, second = page.lines[:2]
    bare = replace(first, words=first.words[:-1])
    pages = (replace(page, lines=(bare, second)), document.pages[1])
    document = replace(document, pages=pages)
    lost = first.words[-1]
    place = place_at(document, pages[0], second.words[0].left, second.top)
    assert place is not None
    spot = spot_of(document, place[0], place[1] - lost.length + 1)
    assert spot is not None
    assert (spot.line, spot.word) == (bare, None)


def test_without_boxes_there_is_the_page(document: Document) -> None:
    pages = tuple(replace(page, lines=()) for page in document.pages)
    document = replace(document, pages=pages)
    assert spot_of(document, 1, len("It is late here. But")) == (pages[1], None, None)
    assert place_at(document, pages[1], 100, 100) is None
