"""Withheld here, released there, as findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.checks.check import DocumentCheck
from app.checks.consistency import DIFFERENT, MENTIONED, READS, TreatedAlike
from app.checks.finding import Finding
from app.checks.findings import Findings, findings, refreshed
from app.checks.places import described
from app.consistency.parts import parts_of
from app.consistency.treatment import different
from app.consistency.undecided import undecided
from app.model import edits
from app.model.document import Document, Heading, HeadingEntry, Metadata, Person
from app.model.passage import Passage
from app.model.redactions import redactions_in
from app.model.terms import Disposition
from app.release.readiness import missing
from tests.model.records import narrative
from tests.release.papers import ANN, CODE, decided, done, paper, stretch

ENTRY = Heading(entries=(HeadingEntry(Passage("SUBJECT:"), Passage("Noriega")),))
LONG = "The whole plan is called Sandpiper"


def found(document: Document) -> Findings:
    return findings(document, (DocumentCheck(TreatedAlike(), READS, parts_of),))


def told(document: Document) -> list[Finding]:
    return list(found(document))


def withheld(*texts: str, words: str = "Noriega") -> Document:
    """The first mention in the first paragraph is withheld."""
    document = narrative(*texts)
    where = document.paragraphs[0].id
    edit = edits.AddRedaction((stretch(document, where, words),), CODE)
    return done(document, ANN, edit)


def test_nothing_is_found_where_nothing_is_withheld() -> None:
    assert told(paper()) == []


def test_a_mention_that_is_released_is_found_and_withheld_for_the_same_reason() -> None:
    document = withheld("He met Noriega.", "Norriega left.")
    (finding,) = told(document)
    assert (finding.rule, finding.where.key, finding.excerpt) == (MENTIONED, "para-2", "Norriega")
    assert "orriega" not in finding.message
    document = done(document, ANN, finding.fixes[0].edit)
    (redaction,) = redactions_in(document.paragraphs[1].passage)
    assert redaction.exemptions == CODE
    assert told(document) == []


@pytest.mark.parametrize(
    ("change", "key", "mention"),
    [
        (lambda d: replace(d, metadata=Metadata(place="Noriega House")), "metadata/place", ""),
        (lambda d: replace(d, people=(Person("p-1", "Manuel Noriega"),)), "people/p-1", ""),
        (lambda d: replace(d, heading=Heading(Passage("NORIEGA"))), "heading/title", "NORIEGA"),
        (lambda d: replace(d, heading=ENTRY), "heading/0", "Noriega"),
    ],
    ids=["a value", "a participant", "the title", "the head"],
)
def test_the_head_and_values_are_looked_at(
    change: Callable[[Document], Document], key: str, mention: str
) -> None:
    document = change(withheld("He met Noriega."))
    (finding,) = told(document)
    assert (finding.where.key, finding.excerpt) == (key, mention or "Noriega")
    assert described(document, finding.where)
    assert told(done(document, ANN, finding.fixes[0].edit)) == []


def test_what_is_let_stand_is_ready_for_release() -> None:
    """Whatever the place: a dismissal in the pane counts for ``readiness``."""
    document = change_all(withheld("He met Noriega.", "Noriega: So did I."))
    rows = told(document)
    assert len(rows) == len(undecided(document)) == 4
    for finding in rows:
        document = done(document, ANN, edits.DismissFinding(*finding.key, "A namesake."))
    assert all(finding.dismissed for finding in told(document))
    assert undecided(document) == ()
    assert not any("stand here too" in one.message for one in missing(document))


def change_all(document: Document) -> Document:
    people = (Person("p-1", "Manuel Noriega"),)
    return replace(document, metadata=Metadata(place="Noriega House"), people=people, heading=ENTRY)


def test_a_longer_passage_released_elsewhere_is_found() -> None:
    document = done(
        narrative(f"{LONG}, he said.", f"He said: {LONG}."),
        ANN,
        edits.SetDisposition(("para-1",), Disposition.DENY, CODE),
    )
    assert told(document) == []
    document = done(document, ANN, edits.SetDisposition(("para-2",), Disposition.RELEASE))
    (finding,) = told(document)
    assert (finding.rule, finding.where.key) == (DIFFERENT, "para-1")
    assert "paragraph 2" in finding.message
    assert "Sandpiper" not in finding.message
    let = edits.DismissFinding(*finding.key, "A quotation.")
    assert [one.where for one in different(document)] == ["para-1"]
    assert different(done(document, ANN, let)) == ()


def test_after_any_edit_it_is_as_good_as_new() -> None:
    document = withheld("He met Noriega.", "Norriega left.", "Nobody.")
    steps = (
        edits.CorrectText(2, 0, 7, "Noriega came."),
        edits.AddRedaction((("para-2", 9, 13),), CODE),
        edits.SplitParagraph(0, 6),
        edits.CorrectText(0, 0, 2, "Left"),
        edits.SetDisposition(("para-2",), Disposition.DENY, CODE),
        edits.RemoveRedaction(document.paragraphs[0].passage.spans[0].id),  # type: ignore[union-attr]
    )
    kept = found(document)
    for step in steps:
        document = done(document, ANN, step)
        kept = refreshed(kept, document)
        assert list(kept) == told(document)


def test_a_second_reviewer_is_offered_no_change_of_the_first_decisions() -> None:
    document = done(
        decided(),
        ANN,
        edits.CorrectText(2, 0, 0, "Manuel Torrijano: "),
        edits.SetDisposition(("para-3",), Disposition.RELEASE),
    )
    assert all(one.fixes for one in told(document) if one.rule is MENTIONED)
    document = done(document, ANN, edits.SubmitForSecondReview(False))
    assert [one.fixes for one in told(document) if one.rule is MENTIONED] == [()]
