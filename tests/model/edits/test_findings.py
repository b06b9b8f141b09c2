from __future__ import annotations

import pytest

from app.model.document import Dismissal
from app.model.edits import DismissFinding, EditRefused, RestoreFinding
from app.model.terms import Act
from tests.memoranda import short

ACT = Act("rev-ab", "2026-03-01T09:30:00Z")
KEY = ("spelling", "para-1", "tbe")


def test_a_dismissal_says_what_who_and_why() -> None:
    after = DismissFinding(*KEY, " As printed ").apply(short(), ACT)
    assert after.dismissed == (Dismissal(*KEY, "As printed", ACT),)


def test_dismissed_again_it_has_the_new_reason() -> None:
    after = DismissFinding(*KEY, "First").apply(short(), ACT)
    after = DismissFinding("spelling", "para-1", "other", "Other").apply(after, ACT)
    after = DismissFinding(*KEY, "Second").apply(after, ACT)
    assert [held.reason for held in after.dismissed] == ["Other", "Second"]


def test_a_reason_is_needed() -> None:
    with pytest.raises(EditRefused, match="why"):
        DismissFinding(*KEY, " ").apply(short(), ACT)


def test_it_is_taken_back() -> None:
    after = DismissFinding(*KEY, "As printed").apply(short(), ACT)
    assert RestoreFinding(*KEY).apply(after, ACT) == short()
    with pytest.raises(EditRefused, match="not dismissed"):
        RestoreFinding(*KEY).apply(short(), ACT)
