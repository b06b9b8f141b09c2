"""Splitting, joining and replacing across paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import Document
from app.model.passage import Passage
from app.model.spans import Correction, Hint, Markup, Message, Name, Note, Span, ordered
from app.model.terms import Act, Certainty, Kind, Level, NameKind, NoteKind
from app.model.witness import body_witness
from tests.builders import document as written
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def after(document: Document, *done: edits.Edit) -> Document:
    for edit in done:
        document = edit.apply(document, ACT)
    return document


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_splitting_and_joining_again_restores_the_text_and_the_break() -> None:
    split = after(awkward(), edits.SplitParagraph(0, 21))
    assert texts(split)[:2] == ["The President called.", "He was ok."]
    assert split.paragraphs[1].made == ACT
    joined = after(split, edits.JoinParagraphs(1))
    assert joined.paragraphs[0].passage == awkward().paragraphs[0].passage


def test_joining_and_splitting_at_the_joint_restores_the_source_s_own_break() -> None:
    document = after(awkward(), edits.SetKind((2,), Kind.NARRATIVE))
    plain = after(document, edits.ClearMarking((1,)))
    joined = after(plain, edits.JoinParagraphs(2))
    assert joined.paragraphs[1].text == "Toshiki, good morning On tbe Asian  issues"
    split = after(joined, edits.SplitParagraph(1, 21))
    assert split.paragraphs[2].made is None
    assert split.paragraphs[1].passage.corrections == ()


HI = "{http://www.tei-c.org/ns/1.0}hi"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def spanning(*spans: Span) -> Document:
    """Two paragraphs; the spans are on the first."""
    document = written("Good morning to all.", "Thank you, they said.")
    first = document.paragraphs[0]
    return document.with_paragraphs(
        0, 1, (replace(first, passage=Passage(first.text, ordered(list(spans)))),)
    )


def test_a_span_over_a_split_is_on_both_sides_and_nowhere_else() -> None:
    document = spanning(
        Name(5, 20, NameKind.PERSON, "person-1"), Markup(5, 20, HI, ((XML_ID, "x"), ("rend", "b")))
    )
    first, second, _ = edits.SplitParagraph(0, 12).apply(document, ACT).paragraphs
    assert [s for s in first.passage.spans if not isinstance(s, Correction)] == [
        Name(5, 12, NameKind.PERSON, "person-1"),
        Markup(5, 12, HI, ((XML_ID, "x"), ("rend", "b"))),
    ]
    assert second.passage.spans == (
        Name(0, 7, NameKind.PERSON, "person-1"),
        Markup(0, 7, HI, (("rend", "b"),)),
    )


def test_what_has_an_identifier_is_on_one_side_of_a_joint_that_is_reverted() -> None:
    note = Note(5, 30, "note-1", NoteKind.QUESTION, (Message("Who?", ACT),))
    document = edits.JoinParagraphs(1).apply(spanning(), ACT)
    joined = document.paragraphs[0]
    marked = joined.passage.with_span(note).with_span(Markup(6, 30, HI, ((XML_ID, "x"),)))
    document = document.with_paragraphs(0, 1, (replace(joined, passage=marked),))
    (joint,) = joined.passage.corrections
    document = edits.RevertCorrection(0, joint.start, joint.end).apply(document, ACT)
    first, second = document.paragraphs
    assert [s.id for s in first.passage.spans if isinstance(s, Note)] == ["note-1"]
    assert not any(isinstance(s, Note) for s in second.passage.spans)
    assert [s.attributes for s in first.passage.spans if isinstance(s, Markup)] == [
        ((XML_ID, "x"),)
    ]
    assert [s.attributes for s in second.passage.spans if isinstance(s, Markup)] == [()]


def test_the_rest_of_a_split_turn_continues_it_with_a_proposed_mark() -> None:
    document = after(awkward(), edits.ConfirmMarks((4,)), edits.SplitParagraph(4, 12))
    first, second = document.paragraphs[4:6]
    assert (second.kind, second.speaker) == (Kind.CONTINUATION, "p2")
    assert first.mark is not None
    assert second.mark is not None
    assert (first.mark.level, first.mark.reading) == (Level.C, "")
    assert first.mark.certainty is Certainty.LOW
    assert second.mark.reading == "(\u00d8)"
    assert second.mark.confirmed


def test_a_joined_label_and_mark_stay_in_the_record() -> None:
    document = after(awkward(), edits.JoinParagraphs(4))
    joined = document.paragraphs[3]
    assert joined.text == "Thank you very much Did it rise? There was none. I told him."
    assert joined.label is not None
    assert joined.label.text == "PM -"
    assert [c.original for c in joined.passage.corrections] == ["\nKaifu: ", " (\u00d8)"]
    assert joined.mark is not None
    assert (joined.mark.level, joined.mark.confirmed) == (Level.C, False)
    assert body_witness(document) == body_witness(awkward())


def test_a_split_where_the_importer_hints_at_it_answers_the_hint() -> None:
    document = after(awkward(), edits.SplitParagraph(4, 13))
    assert not [s for p in document.paragraphs for s in p.passage.spans if isinstance(s, Hint)]
    elsewhere = after(awkward(), edits.SplitParagraph(4, 5))
    assert [s for s in elsewhere.paragraphs[5].passage.spans if isinstance(s, Hint)]


def test_joining_goes_across_a_page_break_and_keeps_it() -> None:
    joined = after(awkward(), edits.JoinParagraphs(3)).paragraphs[2]
    assert [b.page for b in joined.passage.page_breaks] == ["page-2", "page-3"]


def test_what_continued_a_joined_turn_keeps_its_speaker() -> None:
    document = after(awkward(), edits.SplitParagraph(3, 9), edits.JoinParagraphs(3))
    follower = document.paragraphs[3]
    assert (follower.kind, follower.speaker) == (Kind.TURN, "p2")


def test_enter_at_the_end_and_delete_leave_the_next_paragraph_as_it_was() -> None:
    document = awkward()
    split = after(document, edits.SplitParagraph(0, 32))
    assert after(split, edits.JoinParagraphs(2)).paragraphs[1] == document.paragraphs[1]


@pytest.mark.parametrize(
    ("start", "end", "lines", "expected"),
    [
        ((0, 4), (0, 13), ("X",), ["The X called. He was ok."]),
        ((0, 4), (1, 9), ("",), ["The good morning"]),
        ((0, 4), (1, 9), ("A", "B", "C"), ["The A", "B", "Cgood morning"]),
        ((0, 32), (0, 32), ("", ""), ["The President called. He was ok.", ""]),
    ],
)
def test_replacing_text(
    start: tuple[int, int], end: tuple[int, int], lines: tuple[str, ...], expected: list[str]
) -> None:
    document = after(awkward(), edits.ReplaceText(start, end, lines))
    assert texts(document)[: len(expected)] == expected
    assert body_witness(document) == body_witness(awkward())


def test_deleting_everything_leaves_one_empty_paragraph_and_the_whole_record() -> None:
    document = awkward()
    empty = after(document, edits.ReplaceText((0, 0), (5, 0)))
    assert texts(empty) == [""]
    assert body_witness(empty) == body_witness(document)


@pytest.mark.parametrize(
    "edit",
    [
        edits.JoinParagraphs(0),
        edits.SplitParagraph(0, 99),
        edits.SplitParagraph(9, 0),
        edits.ReplaceText((1, 0), (0, 0)),
        edits.ReplaceText((0, 0), (0, 99)),
        edits.ReplaceText((0, 0), (0, 1), ("a\nb",)),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(awkward(), ACT)
