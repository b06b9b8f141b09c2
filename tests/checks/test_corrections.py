from __future__ import annotations

import pytest

from app.model.edits import CorrectText
from tests.builders import document
from tests.checks.finds import ACT, fixed, found


@pytest.mark.parametrize(
    ("line", "old", "new", "changed"),
    [
        ("There were 15 men.", "15", "16", "a number"),
        ("There were two men.", "two", "ten", "a number"),
        ("We meet on June 4.", "June", "July", "a date"),
        ("We meet in May 1990.", "May", "June", "a date"),
        ("We do now agree.", "now", "not", "a negation"),
        ("We don't agree.", "don't", "do", "a negation"),
        (
            "We never met on Monday.",
            "never met on Monday",
            "met on Friday",
            "a date and a negation",
        ),
    ],
)
def test_a_correction_that_changes_the_meaning(line: str, old: str, new: str, changed: str) -> None:
    before = document(line)
    start = line.index(old)
    after = CorrectText(0, start, start + len(old), new).apply(before, ACT)
    (finding,) = found(after, "correction-meaning")
    assert finding.message.endswith(f": {changed} changed.")
    assert [one.paragraphs[0].text for one in fixed(after, finding)] == [line]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        ("We may not tbe agree.", "tbe", "the"),
        ("There were 15 mcn.", "15 mcn", "15 men"),
        ("You rnay go.", "rnay", "may"),
    ],
)
def test_a_correction_that_does_not(line: str, old: str, new: str) -> None:
    start = line.index(old)
    after = CorrectText(0, start, start + len(old), new).apply(document(line), ACT)
    assert after.paragraphs[0].passage.corrections
    assert found(after, "correction-meaning") == ()
