"""The findings as a whole: kept up to date, dismissed, back again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checks.check import Check, ParagraphCheck
from app.checks.finding import Finding, Fix, InParagraph, Rule, Severity
from app.checks.findings import findings, refreshed
from app.checks.registry import with_spelling
from app.model import edits
from app.model.document import Document, Person
from app.model.edits import CorrectText, DismissFinding, Edit, EditRefused, RestoreFinding
from app.model.terms import FurnitureKind, Level, Place
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller
from tests.builders import document
from tests.checks.finds import ACT
from tests.model.steps import Step, edit_of, steps
from tests.strategies import documents

CHECKS = with_spelling(Speller(english(), diplomatic()))

LINES = (
    "They met (again . They met tbe others. (C)",
    "The President: That it is it , Gorbachev and Gorbachov. (U)",
    "+ It is CONFIDENTIAL now, the \fthe end.",
    "The President: Did Sihanouk go? (C)",
    "Kaifu: There were 15 of them, Sihanuk too.",
)
HEAD_EDITS: tuple[Edit, ...] = (
    edits.ReviseMetadata("date", "1990-06-04"),
    edits.ReviseMetadata("zone", "EST"),
    edits.ReviseMetadata("place", "Sihanuk"),
    edits.ReviseMetadata("declassify_on", "OADR"),
    edits.ReviseStamp("date", "1989-01-01"),
    edits.CorrectTrailer("-- End --"),
    edits.JudgeWord("tbe", "good"),
    edits.JudgeWord("others", "bad"),
    edits.JudgeWord("Gorbachev", "bad"),
    edits.OverrideClassification(Level.TS, "Compilation"),
    edits.AddFurniture("page-1", FurnitureKind.BANNER, Place.TOP, "SECRET", Level.S),
    edits.AddFurniture("page-1", FurnitureKind.PAGE_NUMBER, Place.TOP, "7"),
    DismissFinding("spelling", "para-1", "tbe", "as printed"),
)


def applied(before: Document, edit: Edit) -> Document:
    try:
        return edit.apply(before, ACT)
    except EditRefused:
        return before


def walk(before: Document, changes: list[Step | Edit]) -> None:
    """After each change the findings kept up to date are those of a look at everything."""
    held = findings(before, CHECKS)
    for change in changes:
        edit = edit_of(change, held.document) if isinstance(change, tuple) else change
        held = refreshed(held, applied(held.document, edit))
        assert list(held) == list(findings(held.document, CHECKS))


changes = st.lists(st.sampled_from(HEAD_EDITS), max_size=3)


@given(steps, changes)
@settings(deadline=None, max_examples=60)
def test_kept_up_to_date_is_as_good_as_new(walked: list[Step], head: list[Edit]) -> None:
    walk(document(*LINES), [*walked[:12], *head, *walked[12:]])


@given(documents(), steps)
@settings(deadline=None, max_examples=30)
def test_whatever_the_document(before: Document, walked: list[Step]) -> None:
    walk(before, [*walked[:6]])


def test_several_edits_at_once() -> None:
    before = document(*LINES)
    held = findings(before, CHECKS)
    after = edits.JoinParagraphs(1).apply(before, ACT)
    after = CorrectText(0, 0, 4, "Tbey").apply(after, ACT)
    after = edits.AddPerson(Person("p-9", "Nobody")).apply(after, ACT)
    assert list(refreshed(held, after)) == list(findings(after, CHECKS))


def test_every_fix_of_a_moved_finding_fits_its_new_place() -> None:
    held = findings(document(*LINES), CHECKS)
    held = refreshed(held, edits.SplitParagraph(0, 8).apply(held.document, ACT))
    last = [one for one in held if isinstance(one.where, InParagraph) and one.where.at == 4]
    assert last
    for finding in last:
        assert finding.where.key == held.document.paragraphs[4].id
        for fix in finding.fixes:
            assert getattr(fix.edit, "at", None) in (4, (4,))


def test_a_check_is_run_again_where_a_paragraph_has_moved() -> None:
    split = edits.SplitParagraph(0, 8)
    walk(document(*LINES), [split, edits.JudgeWord("Gorbachev", "bad"), split])


SEEN = Rule("seen", "Seen", Severity.HINT, "for this test")


def watched(seen: list[int], reads: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """A check that notes where it looked, and finds every paragraph."""

    def look(document: Document, at: int) -> Iterator[Finding]:
        seen.append(at)
        fix = Fix("x", CorrectText(at, 0, 0, "x"))
        yield Finding(SEEN, InParagraph(at, document.paragraphs[at].id), "", "", (fix,))

    return (ParagraphCheck(look, reads),)


@pytest.mark.parametrize(
    ("edit", "looked"),
    [
        (CorrectText(5, 0, 0, "x"), [4, 5, 6]),
        (edits.SplitParagraph(5, 2), [4, 5, 6, 7]),
        (edits.JoinParagraphs(5), [3, 4, 5]),
        (edits.ReviseMetadata("zone", "EST"), []),
        (DismissFinding("seen", "para-1", "", "Right"), []),
    ],
)
def test_only_what_may_have_changed_is_looked_at(edit: Edit, looked: list[int]) -> None:
    before = document(*(f"Line {number}." for number in range(10)))
    seen: list[int] = []
    held = findings(before, watched(seen))
    assert seen == list(range(10))
    seen.clear()
    held = refreshed(held, edit.apply(before, ACT))
    assert sorted(seen) == looked
    places = [one.where.at for one in held if isinstance(one.where, InParagraph)]
    assert places == list(range(len(held.document.paragraphs)))


def test_what_a_check_reads_is_named() -> None:
    seen: list[int] = []
    held = findings(document("One.", "Two."), watched(seen, ("metadata.zone",)))
    seen.clear()
    held = refreshed(held, edits.ReviseMetadata("place", "Bonn").apply(held.document, ACT))
    assert seen == []
    refreshed(held, edits.ReviseMetadata("zone", "EST").apply(held.document, ACT))
    assert seen == [0, 1]


def only(held_document: Document) -> Finding:
    (finding,) = (one for one in findings(held_document, CHECKS) if one.rule.id == "doubled-word")
    return finding


def test_a_dismissed_finding_is_back_when_its_words_change() -> None:
    before = document("We saw the the paper.", "That was all.")
    finding = only(before)
    dismissed = DismissFinding(*finding.key, "Printed so").apply(before, ACT)
    assert only(dismissed) == replace(finding, dismissed=True)
    elsewhere = CorrectText(0, 15, 20, "papers").apply(dismissed, ACT)
    assert only(elsewhere).dismissed
    changed = CorrectText(0, 7, 8, "T").apply(dismissed, ACT)
    assert not only(changed).dismissed
    restored = RestoreFinding(*finding.key).apply(dismissed, ACT)
    assert only(restored) == finding


def test_findings_are_in_the_order_of_the_document() -> None:
    places = [
        (one.where.at, one.where.start) if isinstance(one.where, InParagraph) else (-1, 0)
        for one in findings(document(*LINES), CHECKS)
    ]
    assert places == sorted(places)
    assert len(places) > 10
