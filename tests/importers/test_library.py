from __future__ import annotations

import pytest

from app.importers.library import is_library_stamp, is_sheet
from app.importers.lines import Line

WITHDRAWAL = """Withdrawal/Redaction Sheet
Document No. and Type   Subject/Title   Date   Restriction
Collection:
Folder Title:
Series: Memcons"""
PROFILE = """NSC/S PROFILE   RECORD ID: 9004471
TO: SCOWCROFT
STAFF OFFICER: JACKSON   LOGREF:
DOCUMENT DISTRIBUTION
FOR ACTION   FOR INFO"""
MEMORANDUM = """Presidential phone call
President -- Well, from the documents that I received it is in good shape.
It is a collection of comments from both sides for action next week."""


def lines(text: str) -> list[Line]:
    return [Line(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        (WITHDRAWAL, True),
        (WITHDRAWAL.replace("o", "0"), True),
        (PROFILE, True),
        (MEMORANDUM, False),
        (f"MEMORANDUM OF CONVERSATION\n{PROFILE}", False),
    ],
)
def test_is_sheet(text: str, sheet: bool) -> None:
    assert is_sheet(lines(text)) is sheet


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("CLINTON LIBRARY PHOTOCOPY", True),
        ("INTON LIBEIARY PHOTOCOPY", True),
        ("BUSH PRESIDENTIAL LIBRARY", True),
        ("The library made a photocopy.", False),
        ("CONFIDENTIAL", False),
    ],
)
def test_is_library_stamp(text: str, stamp: bool) -> None:
    assert is_library_stamp(text) is stamp
