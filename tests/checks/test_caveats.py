from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.checks.caveats import known_caveats

SHARED = Path(__file__).parents[3] / "shared"


def test_codes_are_unique_and_titled() -> None:
    caveats = known_caveats()
    assert len({caveat.code for caveat in caveats}) == len(caveats) > 20
    assert all(caveat.title for caveat in caveats)


def test_only_verified_codes_are_offered() -> None:
    table = SHARED / "domain" / "codes.json"
    if not table.exists():
        pytest.skip("the shared tables are not beside this checkout")
    verified = json.loads(table.read_text(encoding="utf-8"))["caveats"]
    assert verified["status"] == "verified"
    assert [caveat.code for caveat in known_caveats()] == [row["code"] for row in verified["rows"]]
