"""Withholding words: what it needs, and what can be done to it afterwards."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.decisions import Exemption
from app.model.document import Document
from app.model.redactions import passage_at, redactions, withheld
from app.model.terms import Disposition
from tests.release.papers import ANN, CODE, STATUTE, act, decided, done, paper, stretch

HELICOPTERS = edits.AddRedaction((stretch(paper(), "para-2", "seventeen helicopters"),), CODE)


def hidden(document: Document, where: str = "para-2") -> list[str]:
    passage = passage_at(document, where)
    assert passage is not None
    return [passage.text[one.start : one.end] for one in withheld(passage)]


def test_a_range_over_several_paragraphs_is_one_decision() -> None:
    text = paper().paragraphs[1].text
    added = edits.AddRedaction((("para-2", 50, len(text)), ("para-3", 0, 11)), CODE)
    document = done(paper(), ANN, added)
    assert len({one.id for _, one in redactions(document)}) == 1
    assert hidden(document, "para-3") == ["The weather"]
    changed = done(document, ANN, edits.SetCodes("redaction-6", STATUTE))
    assert {one.exemptions for _, one in redactions(changed)} == {STATUTE}
    assert list(redactions(done(changed, ANN, edits.RemoveRedaction("redaction-6")))) == []


def test_a_redaction_takes_whole_words_and_whole_corrections() -> None:
    at = paper().paragraphs[1].text.index("helicopters")
    document = done(paper(), ANN, edits.AddRedaction((("para-2", at + 2, at + 5),), CODE))
    assert hidden(document) == ["helicopters"]
    document = done(paper(), ANN, edits.CorrectText(1, 0, 7, "They needed"))
    document = done(document, ANN, edits.AddRedaction((("para-2", 0, 2),), CODE))
    assert hidden(document) == ["They needed"]


def test_overlapping_ranges_run_together_with_the_codes_of_both() -> None:
    other = edits.AddRedaction((stretch(paper(), "para-2", "helicopters from"),), STATUTE)
    document = done(paper(), ANN, HELICOPTERS, other)
    passage = document.paragraphs[1].passage
    (one,) = withheld(passage)
    assert passage.text[one.start : one.end] == "seventeen helicopters from"
    assert one.exemptions == (*CODE, *STATUTE)
    merged = done(document, ANN, edits.MergeRedactions(("redaction-6", "redaction-7")))
    ((_, held),) = redactions(merged)
    assert held.exemptions == (*CODE, *STATUTE)


def test_a_redaction_is_split_and_resized() -> None:
    document = done(paper(), ANN, HELICOPTERS)
    _, start, _ = stretch(document, "para-2", "helicopters")
    document = done(document, ANN, edits.SplitRedaction("redaction-6", "para-2", start))
    assert [one.id for _, one in redactions(document)] == ["redaction-6", "redaction-7"]
    _, start, end = stretch(document, "para-2", "seventeen")
    smaller = edits.ResizeRedaction("redaction-7", "para-2", start, end)
    document = done(document, ANN, smaller)
    assert hidden(document) == ["seventeen "]


def test_a_portion_released_in_full_is_then_released_in_part() -> None:
    document = done(
        paper(), ANN, edits.SetDisposition(("para-2",), Disposition.RELEASE), HELICOPTERS
    )
    decision = document.paragraphs[1].decision
    assert decision is not None
    assert decision.disposition is Disposition.IN_PART


def test_values_are_withheld_and_released() -> None:
    document = done(paper(), ANN, edits.WithholdField("person/person-1", CODE))
    assert document.withheld[0].field == "person/person-1"
    assert done(document, ANN, edits.ReleaseField("person/person-1")).withheld == ()


@pytest.mark.parametrize(
    ("exemption", "complaint"),
    [
        (Exemption(""), "code"),
        (Exemption("25X1"), "date or event"),
        (Exemption("3.3(b)(1)"), "date or event"),
        (Exemption("50X1-HUM", "2040-01-01"), "no date"),
        (Exemption("50X2-WMD", "2040"), "no date"),
        (Exemption("75X1"), "date or event"),
        (Exemption("(b)(3)"), "statute"),
        (Exemption("(b)(1)"), "letter"),
        (Exemption("(b)(1)", "1.4(z)"), "letter"),
        (Exemption("a;b"), "semicolon"),
    ],
)
def test_a_code_needs_what_stands_beside_it(exemption: Exemption, complaint: str) -> None:
    with pytest.raises(edits.EditRefused, match=complaint):
        edits.AddRedaction((("para-1", 0, 4),), (exemption,)).apply(paper(), act(ANN))


@pytest.mark.parametrize(
    "exemption",
    [
        Exemption("25X1", "2040-12-31"),
        Exemption("25X5", "end of the plan"),
        Exemption("50X1-HUM"),
        Exemption("(b)(1)", "1.4(b)"),
        Exemption("P5"),
        Exemption("AGENCY-1", "whatever it needs"),
    ],
)
def test_a_code_with_all_it_needs_is_taken(exemption: Exemption) -> None:
    document = done(paper(), ANN, edits.AddRedaction((("para-1", 0, 4),), (exemption,)))
    assert next(redactions(document))[1].exemptions == (exemption,)


@pytest.mark.parametrize(
    "edit",
    [
        edits.AddRedaction((("para-1", 0, 4),), ()),
        edits.AddRedaction((("para-1", 4, 4),), CODE),
        edits.AddRedaction((("para-1", 0, 999),), CODE),
        edits.AddRedaction((("para-99", 0, 1),), CODE),
        edits.AddRedaction((), CODE),
        edits.SetCodes("redaction-99", CODE),
        edits.RemoveRedaction("redaction-99"),
        edits.ResizeRedaction("redaction-99", "para-1", 0, 1),
        edits.SplitRedaction("redaction-99", "para-1", 2),
        edits.MergeRedactions(("redaction-6", "redaction-6")),
        edits.WithholdField("metadata/nothing", CODE),
        edits.ReleaseField("metadata/place"),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(decided(), act(ANN))
