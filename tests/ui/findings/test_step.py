from __future__ import annotations

import pytest

from app.checks.finding import AtEnd, Finding, InParagraph, Rule, Severity
from app.ui.findings.step import stepped

RULE = Rule("rule", "Rule", Severity.HINT, "Because")
WHOLE = Finding(RULE, AtEnd(), "whole")
ONE = Finding(RULE, InParagraph(1, "para-2", 5, 8), "one")
TWO = Finding(RULE, InParagraph(1, "para-2", 9, 12), "two")
ROWS = (WHOLE, ONE, TWO)


@pytest.mark.parametrize(
    ("last", "here", "by", "expected"),
    [
        (None, (0, 0), 1, ONE),
        (None, (0, 0), -1, WHOLE),
        (None, (1, 5), 1, TWO),
        (None, (2, 0), 1, WHOLE),
        (None, (2, 0), -1, TWO),
        (WHOLE, (2, 0), 1, ONE),
        (WHOLE, (2, 0), -1, TWO),
        (ONE, (1, 5), 1, TWO),
        (TWO, (1, 9), 1, WHOLE),
        (ONE, (0, 3), 1, ONE),
        (ONE, (0, 3), -1, WHOLE),
    ],
)
def test_step(last: Finding | None, here: tuple[int, int], by: int, expected: Finding) -> None:
    assert stepped(ROWS, last, here, by) is expected


def test_nothing_to_go_to() -> None:
    assert stepped((), None, (0, 0), 1) is None
