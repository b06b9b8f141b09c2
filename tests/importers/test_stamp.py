from __future__ import annotations

import pytest

from app.importers.lines import Line
from app.importers.stamp import parsed_stamp, parted, stamp_length, starts_stamp
from app.model.document import Stamp


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("DECLASSIFIED", True),
        ("DECLASSIFIED IN PART", True),
        ("DECLASSIFlED", True),
        ("“DECLASS1FIED", True),
        ("Declassified by the Archivist", False),
        ("UNCLASSIFIED", False),
        ("Declassify on: OADR", False),
    ],
)
def test_starts_stamp(text: str, starts: bool) -> None:
    assert starts_stamp(Line(text)) is starts


@pytest.mark.parametrize(
    ("texts", "length"),
    [
        (["DECLASSIFIED", "PER E.O. 12958,", "AS AMENDED", "2000-0429-F", "R 8/21/09"], 5),
        (["DECLASSIFIED", "PER E.O. 12958,", "", "AS AMENDED", "", "A paragraph follows."], 3),
        (["DECLASSIFIED", "MEMORANDUM OF CONVERSATION"], 1),
        (["DECLASSIFIED", "SUBJECT: A talk"], 1),
        (["DECLASSIFIED", "SEGRET 2.00 ~ 0929 -F"], 1),
        (["DECLASSIFIED", "and " * 20], 1),
        (["DECLASSIFIED", *["scrawl"] * 20], 8),
    ],
)
def test_stamp_length(texts: list[str], length: int) -> None:
    lines = [
        Line(text, spaced=at > 0 and not texts[at - 1]) for at, text in enumerate(texts) if text
    ]
    assert stamp_length(lines, 0) == length


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        (
            "DECLASSIFIED\nPER E.O. 12958,\nAS AMENDED\n2000-0429-F\nR 8/21/09",
            Stamp("E.O. 12958, as amended", "2000-0429-F", "R", "2009-08-21"),
        ),
        ("DECLASSIFIED PER E.0.13526 2013-0517-M 7/16/2019 KBH",
         Stamp("E.O. 13526", "2013-0517-M", "", "2019-07-16")),
        ("KBH 13/45/09", Stamp(initials="KBH")),
        ("2013-0517-M KBH 7/16/2019", Stamp("", "2013-0517-M", "KBH", "2019-07-16")),
        ("2013-0517-M (1.04)", Stamp(case="2013-0517-M (1.04)")),
        ("", Stamp()),
    ],
)  # fmt: skip
def test_parsed_stamp(text: str, stamp: Stamp) -> None:
    assert parsed_stamp([text]) == stamp


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (["Good luck.  (U) DECLASSIFIED"], ["Good luck.  (U)", "DECLASSIFIED"]),
        (["So it was. DECLASSIFIED IN PART"], ["So it was.", "DECLASSIFIED IN PART"]),
        (["Declassify on: OADR DECLASSIFIED"], ["Declassify on: OADR", "DECLASSIFIED"]),
        (["So. DECLASSIFIED", "and so   PER E.O. 12958,"],
         ["So.", "DECLASSIFIED", "and so", "PER E.O. 12958,"]),
        (["It was DECLASSIFIED last year by them"], ["It was DECLASSIFIED last year by them"]),
        (["PER E.O. 12958,"], ["PER E.O. 12958,"]),
        (["DECLASSIFIED", "PER E.O. 12958,"], ["DECLASSIFIED", "PER E.O. 12958,"]),
    ],
)  # fmt: skip
def test_a_stamp_beside_the_text(texts: list[str], parts: list[str]) -> None:
    assert [line.text for line in parted([Line(text) for text in texts])] == parts
