from __future__ import annotations

import pytest

from app.importers.furniture import Loose, Piece
from app.importers.lines import Line
from app.importers.pages import Leaf, laid_out
from app.model.document import Furniture
from app.model.passage import Passage
from app.model.terms import FurnitureKind, Place

KINDS = {
    "B": FurnitureKind.BANNER,
    "O": FurnitureKind.DECLASSIFY_ON,
    "S": FurnitureKind.STAMP,
    "L": FurnitureKind.LETTERHEAD,
}


def piece(sign: str, page: int | None = None) -> Piece:
    if sign == "t":
        return Line("Text.", page=page)
    if sign == "M":
        return Line("MEMORANDUM OF CONVERSATION", page=page)
    kind = KINDS.get(sign, FurnitureKind.PAGE_NUMBER)
    return Loose(Furniture(kind, Place.TOP, Passage(sign)), page)


def shown(sheet: Leaf) -> str:
    top = "".join(piece.text.text for piece in sheet.top)
    bottom = "".join(piece.text.text for piece in sheet.bottom)
    return f"{top}|{'t' * len(sheet.body)}|{bottom}"


@pytest.mark.parametrize(
    ("signs", "pages"),
    [
        ("t", ["|t|"]),
        ("BtB", ["B|t|B"]),
        ("tBOBSBB2t", ["|t|BOBS", "BB2|t|"]),
        ("tBBB2Bt", ["|t|BB", "B2B|t|"]),
        ("tBB2t", ["|t|B", "B2|t|"]),
        ("tB2t", ["|t|B", "2|t|"]),
        ("tOS2t", ["|t|OS", "2|t|"]),
        ("tB1Bt2B", ["|t|B1", "B|t|2B"]),
        ("t1t2t", ["|t|1", "|t|2", "|t|"]),
        ("tBBt", ["|t|B", "B|t|"]),
        ("tBt", ["|tt|B"]),
        ("tBBBB", ["|t|BBBB"]),
        ("tBB2BB", ["|t|B", "B2BB||"]),
        ("t7t", ["|tt|7"]),
        ("tBB4tBB5t", ["|t|B", "B4|t|B", "B5|t|"]),
        ("B", ["B||"]),
        ("MtBBLMt", ["|tt|B", "BL|tt|"]),
        ("MtMt", ["|tt|", "|tt|"]),
        ("MtB2tBBLLBMtBB2t", ["|tt|B", "2|t|B", "BLLB|tt|B", "B2|t|"]),
    ],
)
def test_pages_of_a_text_without_form_feeds(signs: str, pages: list[str]) -> None:
    sheets = laid_out(list(map(piece, signs)), None)
    assert list(map(shown, sheets)) == pages
    assert [sheet.number for sheet in sheets] == list(range(1, len(pages) + 1))


@pytest.mark.parametrize(
    ("signs", "pages"),
    [
        (["BtB", "B2tOB"], ["B|t|B", "B2|t|OB"]),
        (["tBt", "", "BB"], ["|tt|B", "||", "B||B"]),
    ],
)
def test_pages_that_are_known(signs: list[str], pages: list[str]) -> None:
    pieces = [piece(sign, page) for page, held in enumerate(signs) for sign in held]
    assert list(map(shown, laid_out(pieces, len(signs) - 1))) == pages


def test_furniture_is_put_in_its_place() -> None:
    sheet = laid_out(list(map(piece, "BtB")), None)[0]
    assert [piece.place for piece in sheet.furniture] == [Place.TOP, Place.BOTTOM]
