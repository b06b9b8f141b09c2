"""The original reading beside the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model import edits
from app.model.comparing import differences, pieces, places, text_range
from app.model.passage import Passage
from app.model.spans import PAGE_BREAK, Correction
from app.model.terms import Act, CorrectionKind
from tests.model.records import awkward, narrative
from tests.model.steps import Step, edit_of, steps
from tests.strategies import passages

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def pairs(passage: Passage) -> list[tuple[str, str]]:
    return [(p.original, passage.text[p.start : p.end]) for p in differences(passage)]


@given(passages())
def test_the_pieces_are_the_text_and_the_witness(passage: Passage) -> None:
    found = pieces(passage)
    assert "".join(passage.text[p.start : p.end] for p in found) == passage.text
    assert "".join(p.original for p in found) == passage.witness.replace(PAGE_BREAK, "")
    assert [p.start for p in found[1:]] == [p.end for p in found[:-1]]
    for piece in found:
        same = piece.original == passage.text[piece.start : piece.end]
        assert same == (piece.correction is None)


@given(steps)
def test_after_any_edits_too(taken: list[Step]) -> None:
    document = awkward()
    for step in taken:
        try:
            document = edit_of(step, document).apply(document, ACT)
        except edits.EditRefused:
            continue
    for paragraph in document.paragraphs:
        originals = "".join(p.original for p in pieces(paragraph.passage))
        assert originals == paragraph.passage.witness.replace(PAGE_BREAK, "")


@given(passages(), st.data())
def test_a_range_of_the_original_is_one_of_the_text(passage: Passage, data: st.DataObject) -> None:
    found = pieces(passage)
    before = 0
    for piece in found:
        length = len(piece.original)
        start = data.draw(st.integers(0, length))
        end = data.draw(st.integers(start, length))
        if start < end:
            place = (piece.start, piece.end)
            if piece.correction is None:
                place = (piece.start + start, piece.start + end)
            assert text_range(found, before + start, before + end) == place
        before += length
    if before:
        assert text_range(found, 0, before) == (
            next(piece.start for piece in found if piece.original),
            [piece.end for piece in found if piece.original][-1],
        )


def test_only_the_words_that_differ() -> None:
    text = "On the Asian issues we"
    one = Correction(0, 22, "On tbe Asian  issues", CorrectionKind.OCR, ACT)
    assert pairs(Passage(text, (one,))) == [("tbe", "the"), ("  ", " "), ("", " we")]


def test_a_page_break_in_a_correction_is_no_word() -> None:
    one = Correction(0, 5, "tw\fo x", CorrectionKind.OCR, ACT)
    assert pairs(Passage("two x", (one,))) == []


def test_places_of_the_differences() -> None:
    document = narrative("one two", "three")
    for at, start, end, new in ((0, 4, 7, "2"), (0, 0, 3, "1"), (1, 0, 5, "3")):
        document = edits.CorrectText(at, start, end, new).apply(document, ACT)
    assert list(places(document)) == [(0, 0), (0, 2), (1, 0)]
