from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.records import MAGIC, framed, unframed

values = st.dictionaries(st.text(max_size=4), st.integers() | st.text(max_size=8), max_size=3)


@given(st.lists(values, max_size=5))
def test_records_come_back(records: list[dict[str, Any]]) -> None:
    assert unframed(MAGIC + b"".join(map(framed, records))) == (records, 0)


@given(st.lists(values, min_size=1, max_size=5), st.data())
def test_a_torn_tail_is_dropped(records: list[dict[str, Any]], drawn: st.DataObject) -> None:
    whole = MAGIC + b"".join(map(framed, records))
    last = len(framed(records[-1]))
    missing = drawn.draw(st.integers(1, last))
    assert unframed(whole[: len(whole) - missing]) == (records[:-1], last - missing)


@given(st.lists(values, min_size=2, max_size=5), st.data())
def test_a_damaged_record_ends_the_reading(
    records: list[dict[str, Any]], drawn: st.DataObject
) -> None:
    whole = bytearray(MAGIC + b"".join(map(framed, records)))
    at = drawn.draw(st.integers(len(MAGIC), len(whole) - 1))
    whole[at] ^= drawn.draw(st.integers(1, 255))
    found, dropped = unframed(bytes(whole))
    assert found == records[: len(found)]
    assert len(found) < len(records)
    assert dropped > 0


@pytest.mark.parametrize(
    "tail",
    [
        b"\0" * 4096,
        b"\x01",
        struct.pack("<II", 0xFFFFFFFF, 0),
        framed({})[:4] + b"\0\0\0\0{}",
        framed({"a": 1}).replace(b"{", b"["),
    ],
)
def test_what_is_no_record_is_dropped(tail: bytes) -> None:
    assert unframed(MAGIC + framed({"a": 1}) + tail) == ([{"a": 1}], len(tail))


def test_another_file_is_no_journal() -> None:
    with pytest.raises(ValueError, match="no journal"):
        unframed(b"<TEI/>")
