"""Withheld words stay withheld, whatever is done to the text around them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given, settings

from app.model import edits
from app.model.document import Document
from app.model.edits.keeping import with_decisions_kept
from app.model.redactions import passage_at, redactions_in, withheld
from app.model.terms import Act
from app.model.withholding import _withheld, opens
from tests.model.records import awkward, narrative
from tests.model.steps import CODE, Step, edit_of, steps

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
TYPING = (edits.CorrectText, edits.RevertCorrection, edits.SplitParagraph)


def done(document: Document, *steps: edits.Edit) -> Document:
    for edit in steps:
        after = edit.apply(document, ACT)
        document = with_decisions_kept(document, after, edit)
    return document


def hidden(document: Document, where: str = "para-1") -> list[str]:
    passage = passage_at(document, where)
    assert passage is not None
    return [passage.text[one.start : one.end] for one in withheld(passage)]


@settings(max_examples=400, deadline=None)
@given(steps)
def test_no_edit_opens_what_is_withheld_but_those_that_are_for_it(sequence: list[Step]) -> None:
    document = awkward()
    for step in sequence:
        edit = edit_of(step, document)
        with suppress(edits.EditRefused):
            after = edit.apply(document, ACT)
            before, now = _withheld(document.paragraphs), _withheld(after.paragraphs)
            assert opens(document, after) is (not before <= now)
            if isinstance(edit, TYPING):
                assert before <= now, edit
            document = with_decisions_kept(document, after, edit)


@settings(max_examples=300, deadline=None)
@given(steps)
@example([("redact", 0, 4, 16, ""), ("correct", 0, 4, 16, ""), ("revert", 0, 4, 4, "")])
def test_typing_in_a_document_with_redactions_opens_nothing(sequence: list[Step]) -> None:
    """The same, with nothing but typing, splitting and redacting."""
    document = awkward()
    for name, at, a, b, words in sequence:
        kind = ("redact", "correct", "split", "revert", "retype")[a % 5]
        edit = edit_of((kind, at, a, b, words), document)
        with suppress(edits.EditRefused):
            after = edit.apply(document, ACT)
            assert not opens(document, after), (name, edit)
            document = after


REDACTED = edits.AddRedaction((("para-1", 4, 11),), CODE)


def text() -> Document:
    return done(narrative("For Noriega said hello."), REDACTED)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (edits.CorrectText(0, 11, 11, "s"), ["Noriegas"]),
        (edits.CorrectText(0, 4, 4, "M"), ["MNoriega"]),
        (edits.CorrectText(0, 7, 7, "x"), ["Norxiega"]),
        (edits.CorrectText(0, 11, 11, " then"), ["Noriega"]),
        (edits.CorrectText(0, 0, 3, "By"), ["Noriega"]),
        (edits.CorrectText(0, 6, 14, "ri"), ["Noriid"]),
        (edits.CorrectText(0, 4, 11, "Endara"), ["Endara"]),
        (edits.SplitParagraph(0, 7), ["Nor"]),
    ],
)
def test_typing_at_the_edges(typed: edits.Edit, expected: list[str]) -> None:
    assert hidden(done(text(), typed)) == expected


def test_words_that_were_deleted_come_back_withheld() -> None:
    emptied = done(text(), edits.CorrectText(0, 4, 12, ""))
    assert "Noriega" in " ".join(hidden(done(emptied, edits.RevertCorrection(0, 0, 20))))
    typed = done(emptied, edits.CorrectText(0, 4, 4, "E"), edits.CorrectText(0, 5, 5, "n"))
    assert "En" in " ".join(hidden(typed))


@pytest.mark.parametrize(("start", "end"), [(11, 18), (4, 10), (4, 18), (10, 18), (13, 15)])
def test_a_deletion_leaves_no_withheld_reading_outside(start: int, end: int) -> None:
    """The correction that records it may take in the word beside it; the redaction then does so."""
    both = edits.AddRedaction((("para-1", 4, 18),), CODE)
    document = done(narrative("For Manuel Noriega said hello."), both)
    after = done(document, edits.CorrectText(0, start, end, ""))
    length = len(after.paragraphs[0].text)
    back = done(after, edits.RevertCorrection(0, 0, length))
    assert "Manuel Noriega" in " ".join(hidden(back))


def test_a_split_cuts_a_redaction_in_two_of_one_decision() -> None:
    document = done(text(), edits.SplitParagraph(0, 7))
    assert hidden(document, document.paragraphs[1].id) == ["iega"]
    ids = {r.id for p in document.paragraphs for r in redactions_in(p.passage)}
    assert len(ids) == 1


def test_a_join_that_would_open_a_denied_portion_is_refused() -> None:
    from app.model.terms import Disposition

    denied = edits.SetDisposition(("para-2",), Disposition.DENY, CODE)
    document = done(narrative("One.", "Two."), denied)
    with pytest.raises(edits.EditRefused, match="withheld"):
        done(document, edits.JoinParagraphs(1))
    kept = edits.SetDisposition(("para-1",), Disposition.DENY, CODE)
    assert len(done(document, kept, edits.JoinParagraphs(1)).paragraphs) == 1


def test_words_changed_after_the_decision_are_undecided() -> None:
    from app.model.terms import Disposition

    document = done(
        narrative("One.", "Two."),
        edits.SetDisposition(("para-1", "para-2"), Disposition.RELEASE),
        edits.CorrectText(0, 0, 3, "Uno"),
    )
    assert document.paragraphs[0].decision is None
    assert document.paragraphs[1].decision is not None
