from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.finding import InHeading, InParagraph, Severity
from app.model.document import Document, Heading, HeadingEntry, Mark
from app.model.passage import Passage
from app.model.terms import Certainty, Level
from tests.builders import document
from tests.checks.finds import ACT, found


def marked(*caveats: str, level: Level = Level.S) -> Document:
    made = document("One. (U)", "Two. (S)")
    mark = Mark(level, caveats)
    return made.with_paragraphs(1, 2, (replace(made.paragraphs[1], mark=mark),))


def test_a_portion_without_a_mark() -> None:
    made = document("One. (C)", "Two is unmarked.", " ", "Four. (U)")
    (finding,) = found(made, "portion-unmarked", "no-portion-marks")
    assert finding.where == InParagraph(1, "para-2", part="mark")
    assert finding.rule.severity is Severity.ERROR
    assert finding.fixes[0].text == "Mark it (C)"
    after = finding.fixes[0].edit.apply(made, ACT)
    assert found(after, "portion-unmarked") == ()


def test_a_paper_without_any_marks_is_one_finding() -> None:
    made = document("One.", "Two.")
    (finding,) = found(made, "portion-unmarked", "no-portion-marks")
    assert finding.rule.id == "no-portion-marks"


@pytest.mark.parametrize(("mark", "count"), [(None, 1), (Mark(None), 1), (Mark(Level.U), 0)])
def test_the_subject_is_a_portion(mark: Mark | None, count: int) -> None:
    entry = HeadingEntry(Passage("SUBJECT:"), Passage("A call"), mark)
    made = replace(document("One. (U)"), heading=Heading(entries=(entry,)))
    found_there = found(made, "subject-unmarked")
    assert [one.where for one in found_there] == [InHeading(0)] * count
    for finding in found_there:
        assert found(finding.fixes[0].edit.apply(made, ACT), "subject-unmarked") == ()


def test_a_misread_mark() -> None:
    made = document("One. (U)", "Two. (C)")
    mark = Mark(Level.C, struck=True, reading="(Ø)", certainty=Certainty.LOW)
    made = made.with_paragraphs(1, 2, (replace(made.paragraphs[1], mark=mark),))
    (finding,) = found(made, "mark-misread")
    assert (finding.excerpt, finding.message) == ("(Ø)", "The mark reads (Ø); (C) is proposed.")
    assert [fix.text for fix in finding.fixes] == [
        "It is (C)", "It is (U)", "It is (S)", "It is (TS)",
    ]  # fmt: skip
    for fix in finding.fixes:
        assert found(fix.edit.apply(made, ACT), "mark-misread") == ()


@pytest.mark.parametrize(
    ("caveats", "level", "rule"),
    [
        (("XYZ",), Level.S, "caveat-unknown"),
        (("FOUO",), Level.C, "caveat-level"),
        (("RD",), Level.U, "caveat-level"),
        (("NF", "REL TO USA, JPN"), Level.S, "caveat-conflict"),
        (("NOFORN", "REL"), Level.S, "caveat-conflict"),
        (("NF", "OC"), Level.S, "caveat-order"),
        (("NODIS", "ORCON"), Level.S, "caveat-order"),
    ],
)
def test_caveats(caveats: tuple[str, ...], level: Level, rule: str) -> None:
    rules = ("caveat-unknown", "caveat-level", "caveat-conflict", "caveat-order")
    assert [one.rule.id for one in found(marked(*caveats, level=level), *rules)] == [rule]


@pytest.mark.parametrize(
    ("caveats", "level"),
    [
        ((), Level.S),
        (("NF",), Level.S),
        (("FOUO",), Level.U),
        (("OC", "NF"), Level.S),
        (("ORCON", "NOFORN"), Level.TS),
        (("REL TO USA, JPN",), Level.S),
        (("FGI JPN", "REL TO USA, JPN"), Level.S),
        (("USA/GBR EYES ONLY",), Level.S),
        (("EXDIS",), Level.C),
    ],
)
def test_caveats_that_go_together(caveats: tuple[str, ...], level: Level) -> None:
    rules = ("caveat-unknown", "caveat-level", "caveat-conflict", "caveat-order")
    assert found(marked(*caveats, level=level), *rules) == ()


def test_the_order_is_mended() -> None:
    made = marked("NOFORN", "ORCON")
    (finding,) = found(made, "caveat-order")
    after = finding.fixes[0].edit.apply(made, ACT)
    mark = after.paragraphs[1].mark
    assert mark is not None
    assert mark.caveats == ("ORCON", "NOFORN")
