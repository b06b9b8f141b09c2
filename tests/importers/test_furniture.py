from __future__ import annotations

import pytest

from app.importers.furniture import (
    Loose,
    declassify_on,
    is_end_mark,
    page_number,
    says_in_part,
    sorted_out,
)
from app.importers.lines import Line
from app.model.document import Furniture
from app.model.passage import Passage
from app.model.terms import FurnitureKind, Place

HEAD = ["~SECRET", "NATIONAL COUNCIL", "Washington", "4471 Add-On", "MEMORANDUM OF CONVERSATION"]


def kinds(*texts: str) -> list[FurnitureKind | None]:
    lines = [Line(text.removeprefix("~"), struck=text.startswith("~")) for text in texts]
    return [
        piece.furniture.kind if isinstance(piece, Loose) else None for piece in sorted_out(lines)
    ]


def test_what_stands_above_the_title_is_furniture() -> None:
    assert kinds(*HEAD, "NATIONAL COUNCIL") == [
        FurnitureKind.BANNER,
        FurnitureKind.LETTERHEAD,
        FurnitureKind.OTHER,
        FurnitureKind.LOG_NUMBER,
        None,
        None,
    ]


def test_the_head_of_a_later_memorandum_begins_where_the_text_ends() -> None:
    text = "So it was said, and then it was said again by the other side."
    assert kinds(text, "THE WHITE HOUSE", HEAD[-1])[:2] == [None, FurnitureKind.LETTERHEAD]


def test_cells_of_a_head_are_pieces_of_their_own() -> None:
    assert kinds("SECRET          5422", HEAD[-1]) == [
        FurnitureKind.BANNER,
        FurnitureKind.LOG_NUMBER,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2", FurnitureKind.PAGE_NUMBER),
        ("- 12 -", FurnitureKind.PAGE_NUMBER),
        ("Page 3", FurnitureKind.PAGE_NUMBER),
        ("1990 was", None),
        ("Declassify on: OADR", FurnitureKind.DECLASSIFY_ON),
        ("lassify on: OADR", FurnitureKind.DECLASSIFY_ON),
        ("We agreed on: nothing", None),
        ("4471 Add-On", None),
        ("Classified by: WJC", FurnitureKind.OTHER),
        ("CLINTON LIBRARY PHOTOCOPY", FurnitureKind.OTHER),
        ("os", FurnitureKind.OTHER),
        ("(jSjT", None),
    ],
)
def test_furniture_in_the_text(text: str, kind: FurnitureKind | None) -> None:
    assert kinds("Text.", text, "Text.") == [None, kind, None]


def test_a_stamp_is_one_piece_with_its_line_breaks() -> None:
    (stamp,) = sorted_out([Line("DECLASSIFIED"), Line("PER E.O.  12958,", spaced=True)])
    assert isinstance(stamp, Loose)
    assert stamp.furniture.kind is FurnitureKind.STAMP
    assert stamp.furniture.text.text == "DECLASSIFIED\nPER E.O. 12958,"


@pytest.mark.parametrize(("text", "number"), [("2", 2), ("- 12 -", 12), ("Page 3", 3)])
def test_page_number(text: str, number: int) -> None:
    assert page_number(piece(FurnitureKind.PAGE_NUMBER, text)) == number
    assert page_number(piece(FurnitureKind.OTHER, text)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Declassify on: OADR", "OADR"),
        ("Declassify on: OADR scrawl", "OADR"),
        ("Declassify on: 6/4/96", "6/4/96"),
    ],
)
def test_declassify_on(text: str, value: str) -> None:
    assert declassify_on(piece(FurnitureKind.DECLASSIFY_ON, text)) == value


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("-- End of Conversation --", True),
        ("--End of C0nversation--", True),
        ("END OF CONVERSATION", True),
        ("It was the end of the conversation with the others.", False),
        ("End of quote", False),
    ],
)
def test_is_end_mark(text: str, mark: bool) -> None:
    assert is_end_mark(text) is mark


def piece(kind: FurnitureKind, text: str) -> Furniture:
    return Furniture(kind, Place.TOP, Passage(text))


def test_a_page_of_a_sheet_is_all_furniture() -> None:
    found = sorted_out([Line("SECRET", page=0), Line("Text.", page=1)], {0})
    assert isinstance(found[0], Loose)
    assert (found[0].furniture.kind, found[0].furniture.level) == (FurnitureKind.OTHER, None)
    assert isinstance(found[1], Line)


def test_a_banner_with_a_number_beside_it_is_two_pieces() -> None:
    assert kinds("SECREF 21316", HEAD[-1])[:2] == [FurnitureKind.BANNER, FurnitureKind.LOG_NUMBER]
    texts = ("SECRET 2", "It was so.", "It was so.")
    found = sorted_out([Line(text, page=0) for text in texts])
    assert [p.furniture.kind for p in found if isinstance(p, Loose)] == [
        FurnitureKind.BANNER,
        FurnitureKind.PAGE_NUMBER,
    ]


def test_the_space_above_a_speck_is_above_the_line_after_it() -> None:
    found = sorted_out([Line("Text."), Line("os", spaced=True), Line("More.")])
    assert [piece.spaced for piece in found if isinstance(piece, Line)] == [False, True]


def test_a_stamp_that_says_in_part() -> None:
    assert says_in_part(piece(FurnitureKind.STAMP, "DECLASSIFIED IN PART"))
    assert not says_in_part(piece(FurnitureKind.STAMP, "DECLASSIFIED"))
