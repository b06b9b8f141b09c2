"""Records in an append-only file: each is whole and right, or it and all after it do not count.

A record is its length and its CRC-32 (4 bytes each, little-endian), then its bytes: JSON in UTF-8.
"""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

MAGIC = b"memcon-desk journal 1\n"
"""What the file begins with."""
_HEAD = struct.Struct("<II")


def framed(record: dict[str, Any]) -> bytes:
    """The record as it is appended."""
    payload = json.dumps(record, separators=(",", ":"), allow_nan=False).encode("ascii")
    return _HEAD.pack(len(payload), zlib.crc32(payload)) + payload


def unframed(content: bytes) -> tuple[list[dict[str, Any]], int]:
    """The records of a whole file, and how many bytes at its end are no record any more.

    Raises ValueError where the file does not begin as one of ours.
    """
    if not content.startswith(MAGIC):
        raise ValueError("no journal")
    records: list[dict[str, Any]] = []
    at = len(MAGIC)
    while (payload := _payload(content, at)) is not None:
        record = _record(payload)
        if record is None:
            break
        records.append(record)
        at += _HEAD.size + len(payload)
    return records, len(content) - at


def _payload(content: bytes, at: int) -> bytes | None:
    if at + _HEAD.size > len(content):
        return None
    length, check = _HEAD.unpack_from(content, at)
    payload = content[at + _HEAD.size : at + _HEAD.size + length]
    return payload if len(payload) == length and zlib.crc32(payload) == check else None


def _record(payload: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None
