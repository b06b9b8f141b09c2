from __future__ import annotations

import pytest

from app.importers.lines import Line
from app.importers.memoranda import memoranda
from app.importers.pages import Leaf
from app.model.document import Furniture
from app.model.passage import Passage
from app.model.terms import FurnitureKind, Place

CAPTION = "Telephone call to PM Gandhi, June 8, 1989"
TITLE = "MEMORANDUM OF CONVERSATION"


def parts(*pages: str) -> list[list[int]]:
    """The numbers of the pages of each memorandum; "=" is a sheet, "2|" a page numbered 2."""
    leaves = []
    for number, page in enumerate(pages, 1):
        printed, bar, text = page.rpartition("|")
        top = [Furniture(FurnitureKind.PAGE_NUMBER, Place.TOP, Passage(printed))] if bar else []
        body = [Line(text)] if text not in ("", "=") else []
        leaves.append(Leaf(number, top=top, body=body, sheet=text == "="))
    return [[leaf.number for leaf in part] for part in memoranda(leaves)]


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        (("One.", "Two."), [[1, 2]]),
        ((TITLE, "One.", TITLE), [[1, 2], [3]]),
        (("One.", "=", CAPTION), [[1, 2], [3]]),
        (("One", "=", CAPTION), [[1, 2], [3]]),
        (("One.", CAPTION), [[1], [2]]),
        (("One", CAPTION), [[1, 2]]),
        (("One.", "=", "Two."), [[1, 2], [3]]),
        (("One.", "=", "2|Two."), [[1, 2, 3]]),
        (("One.", "=", "two."), [[1, 2, 3]]),
        (("One", "=", "Two."), [[1, 2, 3]]),
        (("One.", "="), [[1, 2]]),
        (("=", "One.", "Two."), [[2, 3, 1]]),
        (("=",), [[1]]),
    ],
)
def test_memoranda(pages: tuple[str, ...], found: list[list[int]]) -> None:
    assert parts(*pages) == found
