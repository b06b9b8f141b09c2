from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.findings import findings, refreshed
from app.checks.registry import CHECKS
from app.model.document import Document
from app.model.edits import RevisePerson, SplitToSpeaker
from app.model.spans import Hint
from app.model.terms import Kind
from tests.builders import document
from tests.checks.finds import ACT, fixed, found


def hinted(place: int, kind: str = "lost-label") -> Document:
    made = document("A: One.", "B: Did they ask? I told them. We met.", "B: And then?")
    passage = made.paragraphs[1].passage.with_span(Hint(place, place, kind, "Lost?"))
    return made.with_paragraphs(1, 2, (replace(made.paragraphs[1], passage=passage),))


def test_a_lost_label() -> None:
    made = hinted(14)
    (finding,) = found(made, "lost-label")
    assert finding.excerpt == "I told them."
    assert finding.fixes[0].edit == SplitToSpeaker(1, 14, "person-1")
    split, dismissed = fixed(made, finding)
    assert [p.text for p in split.paragraphs[1:3]] == ["Did they ask?", "I told them. We met."]
    assert split.paragraphs[2].kind is Kind.TURN
    assert found(split, "lost-label", "speaker-twice") == ()
    assert found(dismissed, "lost-label") == ()


def test_a_hint_after_all_the_words_says_nothing_any_more() -> None:
    end = len(hinted(0).paragraphs[1].text)
    assert found(hinted(end), "lost-label") == ()


@pytest.mark.parametrize(
    ("kind", "rule"), [("blank-box", "blank-box"), ("something-new", "import-hint")]
)
def test_other_hints(kind: str, rule: str) -> None:
    end = len(hinted(0).paragraphs[1].text)
    made = hinted(end, kind)
    (finding,) = found(made, "lost-label", "blank-box", "import-hint")
    assert (finding.rule.id, finding.message) == (rule, "Lost?")
    assert [found(after, rule) for after in fixed(made, finding)] == [()]


def test_the_fix_names_the_other_as_they_are_called_now() -> None:
    held = findings(hinted(14), CHECKS)
    renamed = replace(held.document.people[0], name="The President")
    after = refreshed(held, RevisePerson(renamed).apply(held.document, ACT))
    (finding,) = (one for one in after if one.rule.id == "lost-label")
    assert finding.fixes[0].text == "From here on The President speaks"
