from __future__ import annotations

import pytest

from app.model.terms import FurnitureKind
from tests.ui.metadata.conftest import Desk
from tests.ui.metadata.kaifu import STAMP


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("authority", "E.O. 13526"),
        ("case", "2013-0517-M"),
        ("initials", "KBH"),
        ("date", "2019-07-16"),
    ],
)
def test_a_part_of_the_stamp(desk: Desk, part: str, value: str) -> None:
    entry = desk.pane.stamp.fields[f"stamp.{part}"].entry
    desk.type(entry, value)
    assert getattr(desk.document.metadata.stamp, part) == value
    desk.review.undo()
    assert entry.text != value


def test_a_stamp_without_its_authority_is_odd(desk: Desk) -> None:
    field = desk.pane.stamp.fields["stamp.authority"]
    desk.type(field.entry, "")
    assert "names its authority" in field.notice.text


def test_the_printed_block_is_corrected_line_by_line(desk: Desk) -> None:
    corrected = STAMP.replace("R 8/21/09", "KDE 8/21/09")
    desk.type(desk.pane.stamp.printed.entries[0], corrected)
    ((_, piece),) = desk.document.furniture(FurnitureKind.STAMP)
    assert piece.text.text == corrected
    assert piece.text.witness == STAMP
