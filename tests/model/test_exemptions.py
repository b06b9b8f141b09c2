"""The codes that are offered for a paper, by its age and custody."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.model import exemptions
from app.model.decisions import Exemption
from app.model.document import Metadata
from app.model.exemptions import (
    TABLES,
    age_in_years,
    complaint,
    known_codes,
    offered_codes,
    read_codes,
    read_tables,
    titled,
)
from app.model.terms import Custody
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


def test_a_code_whose_wording_nobody_verified_says_so() -> None:
    codes = {code.code: code for code in known_codes()}
    assert codes["(b)(9)"].status == "unverified"
    assert codes["(b)(3)"].status == "verified"
    assert {f"(b)({n})" for n in (1, 2, 3, 4, 5, 6, 8, 9)} <= offered("1990-01-01")


def own_table(code: str = "X-1", family: str = "own") -> str:
    row = {"code": code, "title": "Ours", "needs": "statute"}
    return json.dumps({"families": [{"family": family, "status": "verified", "codes": [row]}]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables, where an agency can put its own."""
    shutil.copy(TABLES / "standard.json", tmp_path)
    return tmp_path


@pytest.fixture
def agency(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (folder / "agency.json").write_text(own_table())
    monkeypatch.setattr(exemptions, "TABLES", folder)
    exemptions.tables.cache_clear()
    exemptions._by_code.cache_clear()
    yield
    monkeypatch.undo()
    exemptions.tables.cache_clear()
    exemptions._by_code.cache_clear()


@pytest.mark.usefixtures("agency")
def test_an_agency_has_its_own_codes() -> None:
    assert offered_codes(short(), TODAY, Custody.AGENCY)[0].title == "Ours"
    assert "statute" in complaint(Exemption("X-1"))
    assert complaint(Exemption("X-1", "50 U.S.C. 3024")) == ""
    assert titled("X-1") == "Ours"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "lacks"),
        (own_table("25X1"), "another table"),
        (own_table(family="FOIA"), "another table"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(folder: Path, text: str, told: str) -> None:
    (folder / "agency.json").write_text(text)
    found = read_tables(folder)
    assert found.codes == read_codes((folder / "standard.json").read_text())
    assert len(found.complaints) == 1
    assert "agency.json" in found.complaints[0]
    assert told in found.complaints[0]


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
