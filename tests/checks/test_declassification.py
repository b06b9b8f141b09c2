from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.checks.declassification import automatic_declassification, carried_forward
from app.model.document import Document, Metadata, Stamp
from tests.builders import document
from tests.checks.finds import ACT, excerpts, found

RULES = ("carry-forward", "declassify-late", "exemption-date")


def stating(instruction: str, dated: str = "1990-06-04", stamp: Stamp | None = None) -> Document:
    metadata = Metadata(date=dated, declassify_on=instruction, stamp=stamp or Stamp())
    return replace(document("One. (C)"), metadata=metadata)


def test_the_dates_of_the_sample() -> None:
    assert automatic_declassification(date(1990, 6, 4)) == date(2015, 12, 31)
    assert carried_forward(date(1990, 6, 4), "OADR") == date(2015, 6, 4)
    assert carried_forward(date(1988, 2, 29), " x4 ") == date(2013, 2, 28)
    assert carried_forward(date(1990, 6, 4), "2010-01-01") is None


@pytest.mark.parametrize(
    ("instruction", "rules"),
    [
        ("OADR", ["carry-forward"]),
        ("X3", ["carry-forward"]),
        ("2015-12-31", []),
        ("2016-01-01", ["declassify-late"]),
        ("25X1", ["exemption-date"]),
        ("25X1, 2040-01-01", []),
        ("25X1 20400101", []),
        ("50X1-HUM", []),
        ("50X1-HUM, 2060-01-01", ["exemption-date"]),
        ("", []),
    ],
)
def test_declassify_on(instruction: str, rules: list[str]) -> None:
    assert [one.rule.id for one in found(stating(instruction), *RULES)] == rules


def test_the_dates_are_said() -> None:
    (finding,) = found(stating("OADR"), "carry-forward")
    assert "2015-06-04" in finding.message
    assert "2015-12-31" in finding.message


def test_once_declassified_the_instruction_is_spent() -> None:
    stamped = stating("OADR", stamp=Stamp("E.O. 12958", date="2009-08-21"))
    assert found(stamped, *RULES) == ()


def stamped_with_strikes(*struck: bool) -> Document:
    """A declassified paper of a page with two banners."""
    made = stating("", stamp=Stamp("E.O. 12958", date="2009-08-21"))
    pieces = zip(made.pages[0].furniture, struck, strict=True)
    furniture = tuple(replace(piece, struck=lined) for piece, lined in pieces)
    return replace(made, pages=(replace(made.pages[0], furniture=furniture),))


@pytest.mark.parametrize(
    ("struck", "count"), [((True, True), 0), ((True, False), 1), ((False, False), 0)]
)
def test_first_page_marks_are_lined_through(struck: tuple[bool, bool], count: int) -> None:
    made = stamped_with_strikes(*struck)
    assert excerpts(made, "banner-not-struck") == ["CONFIDENTIAL"] * count
    for finding in found(made, "banner-not-struck"):
        assert found(finding.fixes[0].edit.apply(made, ACT), "banner-not-struck") == ()
