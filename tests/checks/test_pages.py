from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.finding import OnPage
from app.model.document import Document, Furniture
from app.model.passage import Passage
from app.model.terms import FurnitureKind, Place
from tests.builders import document, page
from tests.checks.finds import ACT, excerpts, fixed, found


def numbered(*printed: str, sheets: tuple[int, ...] = ()) -> Document:
    """Pages with these numbers on them ("" for none); some are sheets."""
    made = document("One.", *(f"\fPage {number}." for number in range(1, len(printed))))
    pages = tuple(
        replace(
            page(at + 1),
            furniture=(_number(text),) if text else (),
            sheet=at in sheets,
        )
        for at, text in enumerate(printed)
    )
    return replace(made, pages=pages)


def _number(text: str) -> Furniture:
    return Furniture(FurnitureKind.PAGE_NUMBER, Place.TOP, Passage(text))


@pytest.mark.parametrize(
    ("printed", "off"),
    [
        (("", "2", "3"), []),
        (("", "- 2 -", "", "Page 4"), []),
        (("", "2", "4", "5"), ["page-3"]),
        (("5", "6", "8"), ["page-3"]),
        (("1", "1"), ["page-2"]),
        (("", "ii", "3"), []),
    ],
)
def test_page_numbers(printed: tuple[str, ...], off: list[str]) -> None:
    made = numbered(*printed)
    found_there = found(made, "page-sequence")
    assert [one.where for one in found_there] == [OnPage(one, 0) for one in off]


def test_the_number_that_is_due() -> None:
    made = numbered("", "- 2 -", "- 8 -")
    (finding,) = found(made, "page-sequence")
    assert finding.fixes[0].text == "It reads - 3 -"
    assert found(finding.fixes[0].edit.apply(made, ACT), "page-sequence") == ()


def test_sheets_are_not_counted() -> None:
    assert found(numbered("", "2", "", "3", sheets=(2,)), "page-sequence") == ()


def test_a_running_head_inside_the_text() -> None:
    made = document("He went \fCONFIDENTIAL on with it.")
    (finding,) = found(made, "running-head")
    assert finding.excerpt == "CONFIDENTIAL"
    assert [after.paragraphs[0].text for after in fixed(made, finding)] == ["He went on with it."]


@pytest.mark.parametrize(
    "line", ["It is CONFIDENTIALLY meant.", "The SECRET of START.", "It is confidential."]
)
def test_other_capitals(line: str) -> None:
    assert excerpts(document(line), "running-head") == []
