from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.importers.lines import Line, capitals, cells, storable
from app.importers.text import lines

PATH = Path("paper.txt")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("one\ntwo\n\nthree", [Line("one", spaced=True), Line("two"), Line("three", spaced=True)]),
        ("a\fb", [Line("a", spaced=True, page=0), Line("b", spaced=True, page=1)]),
        ("a\f\fb\f\n", [Line("a", spaced=True, page=0), Line("b", spaced=True, page=2)]),
        ("~~ SECRET ~~", [Line("SECRET", struck=True, spaced=True)]),
        ("~~a~~ b ~~c~~", [Line("~~a~~ b ~~c~~", spaced=True)]),
        ("~~~~", [Line("~~~~", spaced=True)]),
        ("~~", [Line("~~", spaced=True)]),
        ("a\x01\x1cb", [Line("a\ufffd\ufffdb", spaced=True)]),
        ("a\r\nb\rc\x0bd", [Line("a", spaced=True), Line("b"), Line("c"), Line("d")]),
    ],
)
def test_lines(source: str, found: list[Line]) -> None:
    assert lines(source.encode(), PATH) == [replace(line, indent=0.0) for line in found]


def test_a_struck_line_is_printed_with_its_tildes_and_single_blanks() -> None:
    assert Line("TOP   SECRET", struck=True).printed == "~~TOP SECRET~~"


@pytest.mark.parametrize(
    ("text", "found"),
    [("a b", ["a b"]), ("a    b", ["a", "b"]), ("a\tb", ["a", "b"]), ("a  b", ["a  b"])],
)
def test_cells_are_three_blanks_apart(text: str, found: list[str]) -> None:
    assert cells(text) == found


@pytest.mark.parametrize(("text", "found"), [("S-E CRet", "SECRET"), ("secret", ""), ("12", "")])
def test_capitals(text: str, found: str) -> None:
    assert capitals(text) == found


@pytest.mark.parametrize("sign", ["\0", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(sign: str) -> None:
    assert storable(f"a{sign}b\t\n") == "a\ufffdb\t\n"


@pytest.mark.parametrize(
    ("text", "prose"),
    [("He said that it was good, and so it is.", True), ("Ann Lee, NSC", False), ("x" * 71, True)],
)
def test_prose(text: str, prose: bool) -> None:
    assert Line(text).prose is prose
