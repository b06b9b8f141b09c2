"""A merge releases nothing that nobody saw."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.decisions import Exemption
from app.model.edits import Edit
from app.model.terms import Disposition
from tests.model.merging.test_merging import MEMO, both

RELEASE = edits.SetDisposition((MEMO.paragraphs[1].id,), Disposition.RELEASE)
DENY = edits.SetDisposition((MEMO.paragraphs[1].id,), Disposition.DENY, (Exemption("1.4(c)"),))
CORRECT = edits.CorrectText(1, 0, 5, "Thanks")
ELSEWHERE = edits.CorrectText(0, 0, 4, "Fine")


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (RELEASE, CORRECT, False),
        (RELEASE, ELSEWHERE, True),
        (RELEASE, RELEASE, True),
        (DENY, CORRECT, True),
    ],
)
def test_a_release_holds_for_the_words_that_were_seen(one: Edit, other: Edit, kept: bool) -> None:
    for made in (both([one], [other]), both([other], [one])):
        assert (made.document.paragraphs[1].decision is not None) is kept
