"""The lines between two pages in words."""

from __future__ import annotations

import pytest

from app.model.document import Furniture
from app.model.passage import Passage
from app.model.terms import FurnitureKind, Level, Place
from app.ui.transcript.rules import printed


@pytest.mark.parametrize(
    ("kind", "text", "level", "shown"),
    [
        (FurnitureKind.BANNER, "SECRET", Level.S, "SECRET"),
        (FurnitureKind.BANNER, "", Level.C, "[CONFIDENTIAL?]"),
        (FurnitureKind.STAMP, "DECLASSIFIED\n2001", None, "DECLASSIFIED · 2001"),
        (FurnitureKind.OTHER, "", None, ""),
    ],
)
def test_what_is_printed(kind: FurnitureKind, text: str, level: Level | None, shown: str) -> None:
    assert printed(Furniture(kind, Place.TOP, Passage(text), level)) == shown
