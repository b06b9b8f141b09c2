from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.registry import with_spelling
from app.model.document import Document, Person
from app.model.edits import JudgeWord
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller
from tests.builders import document
from tests.checks.finds import ACT, excerpts, fixed, found

CHECKS = with_spelling(Speller(english(), diplomatic()))


def readings(line: str, rule: str) -> list[str]:
    made = document(line)
    (finding,) = found(made, rule, checks=CHECKS)
    return [after.paragraphs[0].text for after in fixed(made, finding)]


@pytest.mark.parametrize(
    ("line", "word", "first"),
    [
        ("We told tbe people.", "tbe", "We told the people."),
        ("It is thistime.", "thistime", "It is this time."),
        ("Good infor mation came.", "infor mation", "Good information came."),
        ("Good inform ition came.", "ition", None),
    ],
)
def test_unknown_words(line: str, word: str, first: str | None) -> None:
    assert excerpts(document(line), "spelling", CHECKS) == [word]
    if first is not None:
        assert readings(line, "spelling")[0] == first


def test_a_word_torn_in_two_is_one_finding() -> None:
    made = document("The infor mation on the gover nment, the ment.")
    assert excerpts(made, "spelling", CHECKS) == ["infor mation", "gover nment", "ment"]


def test_the_first_part_may_be_known_by_itself() -> None:
    made = document("An inter pretation came.")
    assert excerpts(made, "spelling", CHECKS) == ["inter pretation"]
    assert readings("An inter pretation came.", "spelling") == ["An interpretation came."]


def test_a_word_broken_at_a_line_end() -> None:
    line = "Good infor-mation came."
    assert readings(line, "broken-word")[0] == "Good information came."
    assert excerpts(document(line), "spelling", CHECKS) == []


def test_names_of_the_document_are_good_words() -> None:
    made = document("He met kaifu today.")
    assert excerpts(made, "spelling", CHECKS) == ["kaifu"]
    named = replace(made, people=(Person("p1", "Toshiki Kaifu"),))
    assert excerpts(named, "spelling", CHECKS) == []
    assert excerpts(made, "spelling", CHECKS) == ["kaifu"]


def test_word_lists_of_the_document() -> None:
    made = document("The modem world and the xyzzy.")
    assert excerpts(made, "spelling", CHECKS) == ["xyzzy"]
    judged = JudgeWord("xyzzy", "good").apply(made, ACT)
    judged = JudgeWord("Modem", "bad").apply(judged, ACT)
    (finding,) = found(judged, "spelling", checks=CHECKS)
    assert (finding.excerpt, finding.fixes[0].text) == ("modem", "modern")


def talk(*names: str) -> Document:
    return document(*(f"We saw {name} there." for name in names))


@pytest.mark.parametrize(
    ("names", "odd"),
    [
        (("Sihanouk", "Sihanouk", "Sihanuk"), ["Sihanuk"]),
        (("Gorbachev", "Gorbachov"), ["Gorbachov"]),
        (("Samphan", "Samphon", "Samphan"), ["Samphon"]),
        (("Korea", "Koreans", "Korean"), []),
        (("Kaifu", "Kohl", "Mulroney"), []),
        (("Marshall", "Marshal"), []),
        (("Murata", "Murata"), []),
    ],
)
def test_names_spelt_in_two_ways(names: tuple[str, ...], odd: list[str]) -> None:
    made = talk(*names)
    assert excerpts(made, "name-two-ways", CHECKS) == odd
    for finding in found(made, "name-two-ways", checks=CHECKS):
        (after,) = fixed(made, finding)
        assert excerpts(after, "name-two-ways", CHECKS) == []
