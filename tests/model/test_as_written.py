"""The view as of the writing."""

from __future__ import annotations

from app.model.as_written import as_written
from app.model.terms import Level
from tests.release.papers import decided, paper


def test_no_decision_shows() -> None:
    assert as_written(decided()) == as_written(paper())
    written = as_written(decided())
    assert written.level is Level.S
    assert written.portions[0].text == "MEMORANDUM OF CONVERSATION"
    second = next(one for one in written.portions if one.key == "para-2")
    assert (second.label, second.mark) == ("The President:", "(S)")
    assert "seventeen helicopters" in second.text
