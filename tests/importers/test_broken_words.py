from __future__ import annotations

import pytest

from app.importers.broken_words import broken, rest, vocabulary


@pytest.mark.parametrize(
    ("text", "left", "right", "kept"),
    [
        ("the President-elect came", "President", "elect", True),
        ("it was discussed", "dis", "cussed", False),
        ("nothing", "dis", "cussed", False),
        ("nothing", "Euro", "Atlantic", True),
        ("a well known man", "well", "known", True),
        ("a wellknown man, well known", "well", "known", False),
        ("The President came", "President", "elect", True),
    ],
)
def test_whose_hyphen_it_is(text: str, left: str, right: str, kept: bool) -> None:
    assert vocabulary([text]).keeps_hyphen(left, right) is kept


def test_parts_of_a_broken_word_are_no_words() -> None:
    assert vocabulary(["we dis-", "cussed it"]).words == {"we", "it"}


def test_where_a_word_is_broken() -> None:
    assert broken("we dis-") == "dis"
    assert broken("START -") is None
    assert broken("we") is None
    assert rest("cussed it.") == "cussed"
    assert rest("(U)") is None
