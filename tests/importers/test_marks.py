from __future__ import annotations

import pytest

from app.importers.marks import (
    bracketed_mark,
    highest,
    is_mark,
    leading_mark,
    lone_marks,
    misread_mark,
    printed_mark,
    with_levels,
)
from app.model.document import Mark
from app.model.terms import Certainty, Level, Position

U, C, S, TS = Level.U, Level.C, Level.S, Level.TS


@pytest.mark.parametrize(
    ("text", "rest", "level", "caveats", "struck", "reading"),
    [
        ("It is. (U)", "It is.", U, (), False, "(U)"),
        ("It is.(C)", "It is.", C, (), False, "(C)"),
        ("It is. ~~(C)~~", "It is.", C, (), True, "(C)"),
        ("It is. (S//NF) ", "It is.", S, ("NF",), False, "(S//NF)"),
        ("It is. (TS//SI/NF)", "It is.", TS, ("SI", "NF"), False, "(TS//SI/NF)"),
        ("(U)", "", U, (), False, "(U)"),
    ],
)
def test_printed_mark(
    text: str, rest: str, level: Level, caveats: tuple[str, ...], struck: bool, reading: str
) -> None:
    lifted = printed_mark(text)
    assert lifted
    assert lifted.text == rest
    assert lifted.mark == Mark(level, caveats, struck, reading=reading)


@pytest.mark.parametrize("text", ["", "It is.", "(START)", "plan(s)", "It is. (Ø)", "word(S)"])
def test_no_printed_mark(text: str) -> None:
    assert printed_mark(text) is None


def test_leading_mark() -> None:
    lifted = leading_mark("(C//NF) It is.")
    assert lifted
    assert lifted.text == "It is."
    assert lifted.mark == Mark(
        C, ("NF",), position=Position.LEADING, reading="(C//NF)", read_at=Position.LEADING
    )
    assert leading_mark("It (U) is") is None


@pytest.mark.parametrize(
    "reading", ["(Ø)", "(P)", "(%)", "(2)", "(Z)", "(f)", "(jSjT", "ij^", "ijt]", "(pf", "+6}"]
)
def test_misread_mark(reading: str) -> None:
    lifted = misread_mark(f"It is good. {reading}")
    assert lifted
    assert lifted.text == "It is good."
    assert lifted.mark == Mark(None, struck=True, reading=reading, certainty=Certainty.LOW)


def test_a_stroke_that_is_printed_makes_a_misread_mark_less_doubtful() -> None:
    lifted = misread_mark("It is good? ~~(Ø)~~")
    assert lifted
    assert lifted.mark
    assert (lifted.text, lifted.mark.reading) == ("It is good?", "(Ø)")
    assert lifted.mark.certainty is Certainty.MEDIUM


@pytest.mark.parametrize(
    "text",
    [
        "", "It is good.", "It is (Ø)", "It is. Yes.", "It is. (sic)", "He left. OK?", "It is. :",
        "It cost. $20", "It did. 5%", 'He said "no." So', "It is. (phone disconnected)",
    ],
)  # fmt: skip
def test_no_misread_mark(text: str) -> None:
    assert misread_mark(text) is None


@pytest.mark.parametrize(
    ("marks", "banner", "levels"),
    [
        ("(U) (Ø)", C, [U, C]),
        ("(U) (Ø)", None, [U, C]),
        ("(Ø) (U)", S, [S, U]),
        ("(C) (U) (Ø)", S, [C, U, C]),
        ("(Ø) (C)", S, [C, C]),
        ("(jSjT", S, [S]),
        ("(jSjT", C, [C]),
        ("(Uj", C, [U]),
        ("(Ø)", U, [C]),
    ],
)
def test_levels_proposed(marks: str, banner: Level | None, levels: list[Level]) -> None:
    read = [
        lifted.mark
        for mark in marks.split()
        if (lifted := printed_mark(mark) or misread_mark(f"Yes. {mark}"))
    ]
    assert [mark and mark.level for mark in with_levels(read, banner)] == levels
    assert with_levels([None], banner) == [None]


def levels_of(marks: list[Mark | None], banner: Level | None) -> list[Level | None]:
    return [mark.level if mark else None for mark in with_levels(marks, banner)]


def test_a_mark_is_proposed_for_a_portion_without_one_where_most_have_one() -> None:
    read, none = Mark(U, reading="(U)"), None
    assert levels_of([read, none, read], C) == [U, C, U]
    (proposed,) = with_levels([read, none, read], C)[1:2]
    assert proposed == Mark(C, struck=True, certainty=Certainty.LOW)


@pytest.mark.parametrize("banner", [None, U])
def test_no_mark_is_proposed_where_nothing_is_classified(banner: Level | None) -> None:
    read = Mark(U, reading="(U)")
    assert levels_of([read, None, read], banner) == [U, None, U]


def test_no_mark_is_proposed_where_few_portions_have_one() -> None:
    assert levels_of([Mark(C, reading="(C)"), *[None] * 4], C) == [C, None, None, None, None]


def test_highest() -> None:
    doubtful = Mark(TS, certainty=Certainty.LOW)
    assert highest([Mark(U), None, Mark(C), doubtful]) is C
    assert highest([None]) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [("(U)", True), ("ij^", True), ("(jSjT", True), ("Yes. (U)", False), ("(sic)", False)],
)
def test_is_mark(text: str, mark: bool) -> None:
    assert is_mark(text) is mark


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["It is.", "(U)"], {1}),
        (["It is so. (U)", "It was.", "ij^"], {2}),
        (["It is so. (U)", "ij^"], set()),
        (["It is so.", "ij^"], set()),
        (["It is (U)", "It was in", "ij^"], set()),
    ],
)
def test_lone_marks(lines: list[str], found: set[int]) -> None:
    assert lone_marks(lines) == found


@pytest.mark.parametrize(
    ("text", "rest", "reading"),
    [
        ("Meeting on Bosnia ($3", "Meeting on Bosnia", "($3"),
        ("Meeting on Bosnia (-S-)", "Meeting on Bosnia", "(-S-)"),
    ],
)
def test_bracketed_mark(text: str, rest: str, reading: str) -> None:
    lifted = bracketed_mark(text)
    assert lifted
    assert lifted.mark
    assert (lifted.text, lifted.mark.reading) == (rest, reading)


@pytest.mark.parametrize("text", ["Meeting on Bosnia", "Talks (START)", "Talks (I and II)"])
def test_no_bracketed_mark(text: str) -> None:
    assert bracketed_mark(text) is None
