"""The codes that are offered for a paper, by its age and custody."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.model.document import Metadata
from app.model.exemptions import (
    Custody,
    age_in_years,
    complaint,
    known_codes,
    offered_codes,
    read_codes,
    titled,
)
from tests.conftest import SHARED
from tests.memoranda import short

TODAY = date(2026, 11, 24)


def offered(written: str, custody: Custody = Custody.AGENCY) -> set[str]:
    document = replace(short(), metadata=Metadata(date=written))
    return {code.code for code in offered_codes(document, TODAY, custody)}


@pytest.mark.parametrize(
    ("written", "new", "old"),
    [
        ("2001-11-25", True, False),
        ("2001-11-24", False, True),
        ("1990-06-04", False, True),
        ("2026", True, False),
        ("", True, True),
        ("June 1990", True, True),
    ],
)
def test_by_age(written: str, new: bool, old: bool) -> None:
    codes = offered(written)
    assert ("1.4(c)" in codes) is new
    assert ("25X1" in codes) is old
    assert ("3.3(b)(1)" in codes) is old
    assert ("50X1-HUM" in codes) is old
    assert "(b)(1)" in codes


def test_by_custody() -> None:
    assert "P5" in offered("2010-01-01", Custody.PRESIDENTIAL)
    assert "P5" not in offered("1990-01-01", Custody.PRESIDENTIAL), "twelve years are over"
    assert "P5" not in offered("2010-01-01")
    assert "C" in offered("1990-01-01", Custody.DONATED)


def test_a_code_that_nobody_verified_is_not_offered_but_taken() -> None:
    unverified = [code for code in known_codes() if code.status != "verified"]
    assert unverified
    assert not offered("1990-01-01") & {code.code for code in unverified}
    assert titled("(b)(7)(E)") == "Investigative techniques"


def test_an_agency_has_its_own_codes() -> None:
    own = read_codes(
        json.dumps(
            {
                "families": [
                    {
                        "family": "own",
                        "status": "verified",
                        "codes": [{"code": "X-1", "title": "Ours", "needs": "statute"}],
                    }
                ]
            }
        )
    )
    document = short()
    assert offered_codes(document, TODAY, Custody.AGENCY, own)[0].title == "Ours"
    from app.model.decisions import Exemption

    assert "statute" in complaint(Exemption("X-1"), own)
    assert titled("X-1", own) == "Ours"


@pytest.mark.parametrize(
    "text",
    ["{}", "[]", "nothing", '{"families": [{"codes": [{"code": "a;b", "title": ""}]}]}', "1"],
)
def test_a_bad_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"code|JSON|Expecting"):
        read_codes(text)


def test_the_table_says_what_the_sources_say() -> None:
    path = SHARED / "domain" / "codes.json"
    if not path.exists():
        pytest.skip("../shared is not there")
    table = json.loads(Path(path).read_text(encoding="utf-8"))
    ours = {code.code: code for code in known_codes()}
    for name in ("eo13526_1_4", "foia_552b"):
        for row in table[name]["rows"]:
            assert ours[row["code"]].title == row["title"]
            assert ours[row["code"]].status == row.get("status", table[name]["status"])


def test_age() -> None:
    assert age_in_years("1990-06-04", date(2015, 6, 3)) == 24
    assert age_in_years("1990-06-04", date(2015, 6, 4)) == 25
    assert age_in_years("1990-02-30", TODAY) is None
