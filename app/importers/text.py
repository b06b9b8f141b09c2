"""Plain text: a paragraph a line or wrapped, ``~~struck~~``, form feeds between pages or none."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from app.importers.lines import Line, storable
from app.importers.source import SourceError

_STRUCK = "~~"
_SIGNATURES = (
    (b"GIF8", "a GIF image"),
    (b"\0\0\0\x0cjP", "a JPEG 2000 image"),
    (b"PK\x03\x04", "a ZIP, Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
)
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|html)\b", re.IGNORECASE)


def lines(data: bytes, path: Path) -> list[Line]:
    """The lines of a text file; ``path`` is for messages. Raises SourceError if it is no text."""
    text = decoded(data, path)
    pages = storable(text).rstrip().split("\f")
    found = list(_lines(pages))
    if not found:
        raise SourceError(f"{path}: the file holds no text; choose a file with a transcript in it")
    return found


def decoded(data: bytes, path: Path) -> str:
    """UTF-8, with or without byte order mark, or UTF-16 with one; else raises SourceError."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked and not data.startswith(codecs.BOM_UTF32_LE):
        return _decoded(data, 0, "utf-16", path)
    _refuse_other_formats(data, path)
    skipped = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return _decoded(data, skipped, "utf-8", path)


def _decoded(data: bytes, skipped: int, encoding: str, path: Path) -> str:
    try:
        return data[skipped:].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        what = f"byte {at} (0x{data[at]:02X}) is not {encoding.upper()}"
        raise SourceError(
            f"{path}: {what}; save the file as UTF-8 text and open it again"
        ) from error


def _refuse_other_formats(data: bytes, path: Path) -> None:
    advice = "open a text, hOCR, ALTO, PAGE, PDF, PNG, JPEG, TIFF or TEI file"
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{path}: this is {what}, not text; {advice}")
    if _MARKUP.match(data):
        raise SourceError(f"{path}: this is XML or HTML, but of no format that is read; {advice}")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise SourceError(
            f"{path}: byte 0 begins UTF-32 text; save the file as UTF-8 text and open it again"
        )
    at = data.find(b"\0")
    if at >= 0:
        raise SourceError(f"{path}: byte {at} is zero, so this is a binary file; {advice}")


def _lines(pages: list[str]) -> Iterator[Line]:
    known = len(pages) > 1
    for number, page in enumerate(pages):
        spaced = True
        for raw in page.splitlines():
            text = raw.strip()
            if not text:
                spaced = True
                continue
            inside = text[len(_STRUCK) : -len(_STRUCK)].strip()
            struck = text.startswith(_STRUCK) and text.endswith(_STRUCK) and _is_plain(inside)
            indent = float(len(blank) - len(blank.lstrip())) if (blank := raw.expandtabs()) else 0.0
            page_number = number if known else None
            yield Line(inside if struck else text, struck, spaced, page_number, indent=indent)
            spaced = False


def _is_plain(text: str) -> bool:
    """Whether the tildes around it are one pair: nothing in it begins or ends another."""
    return bool(text) and _STRUCK not in text and text[0] != "~" and text[-1] != "~"
