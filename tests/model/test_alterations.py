"""What people changed, with who and when."""

from __future__ import annotations

from dataclasses import replace

from app.model import edits
from app.model.alterations import Alteration, alterations, of_paragraph
from app.model.document import Document, Heading, HeadingEntry, Override
from app.model.passage import Passage
from app.model.spans import Correction
from app.model.terms import Act, CorrectionKind, Level
from tests.builders import document

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
MEMO = document("A: Tbe summit. (C)", "B: Roh \fis meeting. (U)", "told")


def done(*made: edits.Edit, to: Document = MEMO) -> Document:
    for edit in made:
        to = edit.apply(to, ACT)
    return to


def rows(after: Document) -> list[tuple[int, int | None, str, str, str]]:
    found = list(alterations(after))
    assert {one.act for one in found} <= {ACT}
    return [(one.page, one.at, one.what, one.original, one.now) for one in found]


def test_nothing_was_changed() -> None:
    assert rows(MEMO) == []


def test_words_have_their_kind_place_and_page() -> None:
    after = done(
        edits.CorrectText(1, 7, 14, "met", CorrectionKind.TYPO), edits.CorrectText(0, 0, 3, "The")
    )
    assert list(alterations(after)) == [
        Alteration(1, 0, "OCR slip", "Tbe", "The", ACT, 0, 3, True),
        Alteration(2, 1, "Silent typo", "meeting.", "met.", ACT, 7, 11, True),
    ]


def test_decisions() -> None:
    after = done(
        edits.AssignSpeaker((0,), "person-2"),
        edits.CorrectLabel(0, "B -"),
        edits.SetMarking((0,), Level.S, ("NF",), True),
        edits.SplitParagraph(0, 4),
        edits.MovePageBreak("page-2", 2, 0),
    )
    assert rows(after) == [
        (1, 0, "Speaker", "", "B"),
        (1, 0, "Speaker label", "A:", "B -"),
        (1, 1, "Paragraph break", "no break", "new paragraph"),
        (1, 1, "Speaker", "", "B"),
        (1, 1, "Portion mark", "(C)", "(S//NF), struck through"),
        *rows(after)[5:],
    ]
    moved = [row for row in rows(after) if row[2] == "Page break"]
    assert moved == [(2, 2, "Page break", "elsewhere", "page 2 begins here")]
    assert next(of_paragraph(after, 1)).what == "Paragraph break"


def test_a_break_that_was_joined_away_is_named() -> None:
    after = done(edits.JoinParagraphs(2))
    assert [row[:3] for row in rows(after)] == [(2, 1, "OCR slip")]
    assert "\n" in rows(after)[0][3]


def test_head_lines_and_end() -> None:
    fixed = Passage("CALL", (Correction(0, 4, "CAIL", CorrectionKind.OCR, ACT),))
    entry = HeadingEntry(Passage("SUBJECT:"), fixed)
    made = replace(
        MEMO,
        heading=Heading(fixed, (entry,)),
        trailer=fixed,
        metadata=replace(MEMO.metadata, override=Override(Level.S, "compilation", ACT)),
    )
    made = done(edits.CorrectFurniture("page-2", 0, "SECRET"), to=made)
    assert rows(made) == [
        (1, None, "Title", "CAIL", "CALL"),
        (1, None, "Heading, SUBJECT", "CAIL", "CALL"),
        (2, None, "Banner", "CONFIDENTIAL", "SECRET"),
        (2, None, "End mark", "CAIL", "CALL"),
        (2, None, "Overall classification", "", "SECRET: compilation"),
    ]


def test_what_was_undone_is_not_there() -> None:
    assert rows(done(edits.CorrectText(0, 0, 3, "The"), edits.RevertCorrection(0, 0, 3))) == []
