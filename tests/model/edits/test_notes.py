"""Notes on a range."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.document import Document
from app.model.spans import Note
from app.model.terms import Act, NoteKind
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
ASKED = edits.AddNote(4, 4, 11, NoteKind.QUESTION, " Is this right? ")


def notes(document: Document) -> list[tuple[str, int, int, tuple[str, ...], bool]]:
    return [
        (p.id, n.start, n.end, tuple(m.text for m in n.messages), n.resolved is not None)
        for p in document.paragraphs
        for n in p.passage.spans
        if isinstance(n, Note)
    ]


def test_a_note_is_asked_answered_settled_and_removed() -> None:
    document = after(awkward(), ASKED, edits.AnswerNote("note-7", "Yes."))
    assert notes(document) == [("para-5", 4, 11, ("Is this right?", "Yes."), False)]
    settled = after(document, edits.ResolveNote("note-7"))
    assert notes(settled)[0][-1] is True
    assert notes(after(settled, edits.AnswerNote("note-7", "Wait.")))[0][-1] is False
    assert notes(after(settled, edits.ResolveNote("note-7", resolved=False)))[0][-1] is False
    assert notes(after(settled, edits.RemoveNote("note-7"))) == []


def test_a_note_that_is_cut_stays_one_note() -> None:
    document = after(awkward(), ASKED, edits.SplitParagraph(4, 7))
    assert [note[:3] for note in notes(document)] == [("para-5", 4, 6)]


@pytest.mark.parametrize(
    "edit",
    [
        edits.AddNote(4, 4, 11, NoteKind.SOURCE, "  "),
        edits.AddNote(4, 4, 99, NoteKind.SOURCE, "x"),
        edits.AnswerNote("note-1", "x"),
        edits.ResolveNote("note-1"),
        edits.RemoveNote("note-1"),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(awkward(), ACT)
