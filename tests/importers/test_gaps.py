from __future__ import annotations

import pytest

from app.importers.gaps import begins_with_gap, boxed, ends_with_gap, gaps
from app.model.spans import Gap


@pytest.mark.parametrize(
    ("text", "stated", "gap"),
    [
        ("So. (b)(1) Yes.", "(b)(1)", Gap(4, 10, codes=("(b)(1)",))),
        ("E.O. 13526, 1.4(c)", "E.O. 13526, 1.4(c)", Gap(0, 18, codes=("1.4(c)",))),
        ("x 1.4 (c), (d) y", "1.4 (c)", Gap(2, 9, codes=("1.4(c)",))),
        ("3.3(b)(1), 3.5(c)", "3.3(b)(1), 3.5(c)", Gap(0, 17, codes=("3.3(b)(1)", "3.5(c)"))),
        ("25X1", "25X1", Gap(0, 4, codes=("25X1",))),
        ("[1 line not declassified]", "[1 line not declassified]",
         Gap(0, 25, quantity="1", unit="lines")),
        ("[2½ lines not declassified]", "[2½ lines not declassified]",
         Gap(0, 27, quantity="2½", unit="lines")),
        ("[less than 1 line not declassified]", "[less than 1 line not declassified]",
         Gap(0, 35, quantity="less than 1", unit="lines")),
        ("[name not declassified]", "[name not declassified]",
         Gap(0, 23, quantity="1", unit="names")),
        ("[two words illegible]", "[two words illegible]",
         Gap(0, 21, reason="illegible", quantity="2", unit="words")),
    ],
)  # fmt: skip
def test_gaps(text: str, stated: str, gap: Gap) -> None:
    assert gaps(text) == (gap,)
    assert text[gap.start : gap.end] == stated


@pytest.mark.parametrize(
    "text",
    ["", "It is 1.4 (about).", "[They laughed]", "under Section 1.4(c) of the order", "(b) one"],
)
def test_no_gaps(text: str) -> None:
    assert gaps(text) == ()


def test_gaps_at_the_edges() -> None:
    assert begins_with_gap("|E.O. 13526, 1.4(c) |Action:")
    assert not begins_with_gap("Action: 1.4(c)")
    assert ends_with_gap("diverted.| E.O. 13526, 1.4(c)")
    assert not ends_with_gap("(b)(1) so")


def test_a_box_is_that_of_the_gap_it_touches_or_a_gap_of_its_own() -> None:
    stated = gaps("So. (b)(1) Yes.")
    gap = Gap(4, 10, codes=("(b)(1)",), quantity="4", unit="lines")
    assert boxed(stated, [(10, 2), (4, 1)]) == ([gap], [])
    assert boxed(stated, [(15, 2)]) == (list(stated), [Gap(15, 15, quantity="2", unit="lines")])
