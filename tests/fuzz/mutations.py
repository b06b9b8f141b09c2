"""Ways to damage a file."""

from __future__ import annotations

import re
from random import Random

TOKENS = (
    *(b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b", b"\n", b"\r\n", b"\f", b" " * 99),
    *(b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&lol;", b"]]>", b"<![CDATA[", b"<!--", b"-->"),
    *(b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<?xml version='1.1'?>", b'encoding="utf-7"'),
    *(b"{", b"}", b"[", b"]", b'"', b"\\u0000", b"\\ud800", b"null", b"true", b"NaN", b"Infinity"),
    *(b"0", b"-1", b"1e309", b"9" * 30, b"-" + b"9" * 5000, b"2147483648", b"18446744073709551616"),
    *("\u202e\u200b\ufeff".encode(), b"\xed\xa0\x80", b"\xc0\x80", b"%s%n", b"../../etc/passwd"),
    *(b"/Kids [2 0 R]", b"/Length 999999999", b"xml:id='a'", b"who='#x'", b"bbox 0 0 -1 1e9"),
)
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]*>")


def mutated(seeds: list[bytes], rng: Random) -> bytes:
    """One of the seeds with one to five things done to it."""
    content = rng.choice(seeds)
    for _ in range(rng.choice((1, 1, 2, 5))):
        content = rng.choice(_WAYS)(content, seeds, rng)
    return content


def _flipped(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    at = rng.randrange(len(content) + 1)
    return content[:at] + bytes([rng.randrange(256)]) + content[at + 1 :]


def _with_token(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    at = rng.randrange(len(content) + 1)
    return content[:at] + rng.choice(TOKENS) + content[at + rng.choice((0, 0, 1, 9)) :]


def _cut(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    start, stop = sorted(rng.randrange(len(content) + 1) for _ in range(2))
    stop = min(stop, start + rng.choice((1, 20, 500)))
    return content[:start] + content[stop:]


def _truncated(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    return content[: rng.randrange(len(content) + 1)]


def _doubled(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    start = rng.randrange(len(content) + 1)
    stop = start + rng.choice((1, 30, 400))
    part = content[start:stop]
    return content[:stop] + part * rng.choice((1, 1, 1, 200)) + content[stop:]


def _spliced(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    other = rng.choice(seeds)
    return content[: rng.randrange(len(content) + 1)] + other[rng.randrange(len(other) + 1) :]


def _renumbered(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    found = list(_NUMBER.finditer(content))
    if not found:
        return content
    one = rng.choice(found)
    number = rng.choice((b"0", b"-1", b"65536", b"999999999", b"9" * 25, b"1.5", b"", b"0x10"))
    return content[: one.start()] + number + content[one.end() :]


def _moved_tag(content: bytes, seeds: list[bytes], rng: Random) -> bytes:
    found = list(_TAG.finditer(content))
    if not found:
        return content
    one, other = rng.choice(found), rng.choice(found)
    return content[: one.start()] + other[0] * rng.choice((1, 1, 50)) + content[one.end() :]


_WAYS = (
    *(_flipped, _flipped, _with_token, _with_token, _cut, _truncated, _doubled, _spliced),
    *(_renumbered, _moved_tag),
)
