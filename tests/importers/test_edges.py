from __future__ import annotations

import pytest

from app.importers.edges import edges
from app.importers.lines import Line

TEXT = "He went on at length and they agreed"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["#", TEXT, "#", TEXT, "#"], {0, 4}),
        (["#", "#"], {0, 1}),
        ([TEXT, TEXT, "pero"], {2}),
        ([TEXT, TEXT, "agreed."], set()),
        ([TEXT, TEXT, "Ann: yes"], set()),
        (["pero", TEXT, TEXT], set()),
    ],
)
def test_edges_of_a_page(texts: list[str], found: set[int]) -> None:
    lines = [Line(text, spaced=True, page=0) for text in texts]
    assert edges(lines, lambda at: lines[at].text == "#") == found


def test_of_pages_that_are_not_known_only_the_first_and_last_edge_count() -> None:
    lines = [Line(text, spaced=True) for text in ("#", TEXT, "#", "pero")]
    assert edges(lines, lambda at: lines[at].text == "#") == {0}
