"""Amounts as FRUS prints them, rounded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.document import TextLine, Word
from app.release.amounts import LINE, Amount, measure, of_portions, of_words
from tests.memoranda import short


@pytest.mark.parametrize(
    ("length", "wording", "quantity"),
    [
        (1, "less than 1 line", "1"),
        (64, "less than 1 line", "1"),
        (65, "1 line", "1"),
        (98, "1½ lines", "1.5"),
        (130, "2 lines", "2"),
        (162, "2½ lines", "2.5"),
    ],
)
def test_within_a_portion(length: int, wording: str, quantity: str) -> None:
    amount = of_words("x" * length, LINE)
    assert (amount.wording, amount.quantity, amount.unit) == (wording, quantity, "lines")


def test_whole_portions() -> None:
    assert of_portions(["x" * 10], LINE).wording == "1 paragraph (1 line)"
    three = of_portions(["x" * 400, "x" * 400, "x" * 300], LINE)
    assert (three.wording, three.quantity, three.unit) == (
        "3 paragraphs (19 lines)",
        "3",
        "paragraphs",
    )


@pytest.mark.parametrize(
    ("pages", "wording", "quantity"),
    [(1.0, "1 page", "1"), (1.3, "1½ pages", "1.5"), (2.9, "3 pages", "3")],
)
def test_whole_pages(pages: float, wording: str, quantity: str) -> None:
    amount = of_portions(["x" * 4000], LINE, pages)
    assert (amount.wording, amount.quantity, amount.unit) == (wording, quantity, "pages")


def test_coarse_amounts_tell_less() -> None:
    told = {of_words("x" * length, LINE, coarse=True) for length in range(1, 300)}
    assert told == {Amount("less than 5 lines", "5", "lines")}
    assert of_portions(["x" * 400], LINE, coarse=True).wording == "1 paragraph (less than 10 lines)"


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "fewer than 10"), (9, "fewer than 10"), (14, "about 10"), (16, "about 20")],
)
def test_words_are_rounded(count: int, words: str) -> None:
    assert of_words("w " * count, LINE).words == words


def test_the_measure_is_that_of_the_page_image() -> None:
    document = short()
    line = TextLine(0, 0, 9, 9, (Word(0, 19, 0, 9), Word(20, 20, 0, 9)))
    page = replace(document.pages[0], lines=(line,))
    assert measure(replace(document, pages=(page,))) == 40
    assert measure(document) == LINE
