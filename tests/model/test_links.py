"""The links between the text and the page hold whatever was edited."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.model import edits
from app.model.document import Document, TextLine, Word
from app.model.links import page_place, page_witnesses, place_of_word, word_at
from app.model.spans import PAGE_BREAK, Correction, PageBreak
from app.model.terms import Act
from app.model.witness import (
    after_text,
    before_text,
    body_witness,
    opening_breaks,
    passage_witness,
)
from tests.model.records import awkward
from tests.model.steps import Step, edit_of, steps

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
Places = dict[tuple[str, int], tuple[int, int]]


@settings(deadline=None)
@given(steps)
def test_each_character_that_was_not_changed_is_found_both_ways(taken: list[Step]) -> None:
    document = edited(awkward(), taken)
    witness = page_witnesses(document)
    numbers = {page.id: at for at, page in enumerate(document.pages)}
    for (page, start), (at, offset) in unchanged(document).items():
        assert document.paragraphs[at].text[offset] == witness[numbers[page]][start]
        assert place_of_word(document, page, start) == (at, offset)
        assert page_place(document, at, offset) == (page, start)


@settings(deadline=None)
@given(steps)
def test_every_place_of_the_source_is_somewhere_in_the_text(taken: list[Step]) -> None:
    document = edited(awkward(), taken)
    for page, witness in zip(document.pages, page_witnesses(document), strict=True):
        for start in range(len(witness)):
            place = place_of_word(document, page.id, start)
            assert place is not None
            assert 0 <= place[1] <= len(document.paragraphs[place[0]].text)


@settings(deadline=None)
@given(steps)
def test_every_place_of_the_text_is_on_a_page(taken: list[Step]) -> None:
    document = edited(awkward(), taken)
    witness = dict(zip((p.id for p in document.pages), page_witnesses(document), strict=True))
    for at, paragraph in enumerate(document.paragraphs):
        for offset in range(len(paragraph.text) + 1):
            place = page_place(document, at, offset)
            assert place is not None
            assert 0 <= place[1] <= len(witness[place[0]])


def test_what_is_not_there_has_no_place() -> None:
    document = awkward()
    assert place_of_word(document, "page-9", 0) is None
    assert place_of_word(document, "page-1", 10_000) is None


@pytest.mark.parametrize(
    ("offset", "start"), [(0, 0), (1, 0), (2, 4), (10, 4), (11, 4), (12, None)]
)
def test_the_word_at_the_caret(offset: int, start: int | None) -> None:
    words = (Word(0, 3, 0, 9), Word(4, 9, 9, 20))
    document = awkward()
    page = replace(document.pages[0], lines=(TextLine(0, 0, 20, 9, words),))
    document = replace(document, pages=(page, *document.pages[1:]))
    document = edits.CorrectText(0, 0, 3, "A").apply(document, ACT)
    found = word_at(document, 0, offset)
    assert (found[2].start if found else None) == start


def edited(document: Document, taken: list[Step]) -> Document:
    for step in taken:
        with suppress(edits.EditRefused):
            document = edit_of(step, document).apply(document, ACT)
    return document


def unchanged(document: Document) -> Places:
    """Where each character of the source stands that is still in a text, found the slow way."""
    places: Places = {}
    page, start = 0, 0
    for at, paragraph in enumerate(document.paragraphs):
        breaks, text = opening_breaks(paragraph.passage)
        run: list[tuple[str, int | None]] = []
        if at and paragraph.made is None:
            run.append(("\n", None))
        run += [(sign, None) for sign in passage_witness(breaks) + before_text(paragraph)]
        done = 0
        for span in text.spans:
            if isinstance(span, Correction):
                run += [(text.text[place], place) for place in range(done, span.start)]
                run += [(sign, None) for sign in span.original]
                done = span.end
            elif isinstance(span, PageBreak) and span.found:
                run += [(text.text[place], place) for place in range(done, span.start)]
                run.append((PAGE_BREAK, None))
                done = span.start
        run += [(text.text[place], place) for place in range(done, len(text.text))]
        run += [(sign, None) for sign in after_text(paragraph)]
        for sign, place in run:
            if sign == PAGE_BREAK:
                page, start = page + 1, 0
                continue
            if place is not None:
                places[document.pages[page].id, start] = at, place
            start += 1
    assert len(body_witness(document).split(PAGE_BREAK)) == page + 1
    return places
