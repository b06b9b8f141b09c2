"""Finished files taken apart into strands of text, by plain reading of the bytes.

No parser that could skip something: markup is what stands between < and >, and everything in it is
looked at, whatever it is called.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_DATA = re.compile(r"data:[\w/+.-]*;base64,([A-Za-z0-9+/=\s]+)")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_INSTRUCTION = re.compile(r"<\?(.*?)\?>", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_UNSHOWN = re.compile(r"<(style|script|template)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be")
_WAYS_IN = 3
"""Entities within entities, archives within archives."""


@dataclass(frozen=True, slots=True)
class Strand:
    """Text found in a file. ``shown``: released words belong there, as a reader of the file sees
    them; elsewhere they are as odd as withheld ones. ``kind`` says what it is ("comment").
    """

    kind: str
    text: str
    shown: bool = False


def strands(name: str, content: bytes) -> Iterator[Strand]:
    """All text in a file that is no PDF, its name included."""
    yield Strand("file name", name)
    if zipfile.is_zipfile(io.BytesIO(content)):
        yield from _archived(content)
    for text in decoded(content):
        if name.lower().endswith((".xml", ".html", ".htm", ".tei", ".svg")):
            yield from _marked_up(text)
        else:
            yield Strand("text", text, shown=True)
        yield from _encoded(text)
    if b"\x00" in content[:4096]:
        yield from (Strand("packed text", text) for text in inflated(content))


def decoded(content: bytes) -> Iterator[str]:
    """The text in the encodings it could have; one of 16 bits where it looks like that."""
    try:
        yield content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield content.decode("cp1252", "replace")
        yield content.decode("utf-8", "replace")
    if b"\x00" in content:
        for encoding in _ENCODINGS:
            yield content.decode(encoding, "replace")


def inflated(content: bytes) -> Iterator[str]:
    """Whatever in the bytes zlib can unpack."""
    at = content.find(b"\x78")
    while at >= 0:
        if content[at + 1 : at + 2] in (b"\x01", b"\x5e", b"\x9c", b"\xda"):
            try:
                raw = zlib.decompressobj().decompress(content[at:], 16_000_000)
            except zlib.error:
                raw = b""
            if len(raw) > 3:
                yield raw.decode("latin-1")
                yield raw.decode("utf-8", "replace")
        at = content.find(b"\x78", at + 1)


def _marked_up(text: str) -> Iterator[Strand]:
    for kind, pattern in (("comment", _COMMENT), ("processing instruction", _INSTRUCTION)):
        for match in pattern.finditer(text):
            yield Strand(kind, resolved(match[1]))
        text = pattern.sub("", text)
    text = _CDATA.sub(lambda match: match[1].replace("<", "&lt;"), text)
    for match in _UNSHOWN.finditer(text):
        yield Strand("style or script", match[2])
    text = _UNSHOWN.sub(" ", text)
    for match in _TAG.finditer(text):
        yield Strand("attribute", resolved(match[0]))
    yield Strand("text", resolved(_TAG.sub(" ", text)), shown=True)
    # A word that elements cut in two, "Nor<hi>iega</hi>", is whole without them.
    yield Strand("text cut by elements", resolved(_TAG.sub("", text)), shown=True)


def resolved(text: str) -> str:
    """The text with its entities and character references resolved, also escaped twice."""
    for _ in range(_WAYS_IN):
        plain = unescape(text)
        if plain == text:
            break
        text = plain
    return text


def _encoded(text: str) -> Iterator[Strand]:
    for match in _DATA.finditer(text):
        try:
            raw = base64.b64decode(match[1], validate=False)
        except (binascii.Error, ValueError):
            continue
        for plain in (raw.decode("utf-8", "replace"), *inflated(raw)):
            yield Strand("embedded file", plain)


def _archived(content: bytes, depth: int = 1) -> Iterator[Strand]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for held in archive.infolist():
            yield Strand("archive", f"{held.filename} {held.comment.decode('utf-8', 'replace')}")
            if held.file_size < 64_000_000 and not held.is_dir() and depth <= _WAYS_IN:
                for strand in strands(held.filename, archive.read(held)):
                    yield Strand(f"archive: {strand.kind}", strand.text)
