"""Each condition of a release, missing one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.consistency.undecided import RULE, undecided
from app.model import edits
from app.model.decisions import Decision, Exemption
from app.model.document import Document, Reviewer, Stamp
from app.model.redactions import with_decision
from app.model.terms import Act, Disposition
from app.release.readiness import described, missing
from tests.release.papers import ANN, CODE, act, decided, done, paper, reviewed

Change = Callable[[Document], Document]


def _decision(
    key: str, disposition: Disposition, *exemptions: Exemption, by: str = "rev-ab"
) -> Change:
    decision = Decision(disposition, Act(by, "2026-11-24T10:00:00Z"), exemptions)
    return lambda document: with_decision(document, key, decision)


CONDITIONS: dict[str, tuple[Change, str, str]] = {
    "undecided": (
        lambda d: done(d, ANN, edits.SetDisposition(("para-3",), None)),
        "para-3",
        "not yet reviewed",
    ),
    "an undecided title": (
        lambda d: done(d, ANN, edits.SetDisposition(("heading/title",), None)),
        "heading/title",
        "not yet reviewed",
    ),
    "edited after the decision": (
        lambda d: done(d, ANN, edits.CorrectText(2, 0, 3, "Fine")),
        "para-3",
        "not yet reviewed",
    ),
    "full, but withheld": (
        _decision("para-1", Disposition.RELEASE),
        "para-1",
        "words of it are withheld",
    ),
    "in part, but nothing": (_decision("para-3", Disposition.IN_PART), "para-3", "nothing of it"),
    "denied without a code": (_decision("para-3", Disposition.DENY), "para-3", "without a code"),
    "a code without its date": (
        _decision("para-3", Disposition.DENY, Exemption("25X1")),
        "para-3",
        "date or event",
    ),
    "referred to nobody": (_decision("para-3", Disposition.REFER), "para-3", "nobody"),
    "decided by nobody known": (
        _decision("para-3", Disposition.RELEASE, by="rev-nn"),
        "para-3",
        "nobody known",
    ),
    "not declassified": (
        lambda d: replace(d, metadata=replace(d.metadata, stamp=Stamp())),
        "para-2",
        "SECRET",
    ),
    "a mention elsewhere": (
        lambda d: done(
            d,
            ANN,
            edits.CorrectText(2, 0, 3, "Torrijano, Manuel's"),
            edits.CorrectText(2, 0, 19, "Manue1 Torrijano's"),
            edits.SetDisposition(("para-3",), Disposition.RELEASE),
        ),
        "para-3",
        "stand here too",
    ),
    "no second review": (lambda d: replace(d, second_review=None), "", "second review"),
    "a void review": (
        lambda d: done(d, ANN, edits.SetDisposition(("para-3",), Disposition.DENY, CODE)),
        "",
        "submit them again",
    ),
}


def test_nothing_is_missing_of_what_was_reviewed() -> None:
    assert missing(reviewed()) == ()


@pytest.mark.parametrize("name", CONDITIONS)
def test_what_is_missing_is_named_with_its_place(name: str) -> None:
    change, where, message = CONDITIONS[name]
    found = missing(change(reviewed()))
    assert any(one.where == where and message in one.message for one in found), found


def test_one_reviewer_is_enough_where_the_policy_says_so() -> None:
    assert missing(decided(), second_review=False) == ()
    assert len(missing(decided())) == 1


def test_a_mention_that_was_let_stand_is_decided() -> None:
    document = CONDITIONS["a mention elsewhere"][0](decided())
    (one,) = missing(document, second_review=False)
    (mention,) = undecided(document)
    let = edits.DismissFinding(RULE, one.where, mention.excerpt, "A namesake.")
    assert missing(done(document, ANN, let), second_review=False) == ()


def test_a_redaction_without_a_known_person_is_named() -> None:
    document = decided()
    document = replace(document, reviewers=(Reviewer("rev-zz", "Zed", "Z"),))
    assert any("nobody known made a redaction" in one.message for one in missing(document))


@pytest.mark.parametrize(
    ("where", "words"),
    [("para-3", "paragraph 3"), ("heading/title", "title"), ("heading/1", "head, entry 2")],
)
def test_places_are_told_in_words(where: str, words: str) -> None:
    assert described(paper(), where) == words
    assert act(ANN).by == "rev-ab"
