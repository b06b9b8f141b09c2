"""A finished PDF taken apart: what PDFium shows of it, and every string in its bytes."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pypdfium2

from app.release.leaks.strands import Strand

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")
_COMMENT = re.compile(rb"(?<!%)%([^\r\n]*)")
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]+)")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MOST = 64_000_000
_FACE_FACTS = (
    b"/Encoding/Identity-H",
    b"/CIDToGIDMap/Identity",
    b"/Registry(Adobe)/Ordering(Identity)/Supplement 0",
    b"/Flags 5/",
    b"/Ascent 928/Descent -236/",
)
"""What a PDF says of that font with words that somebody may have withheld."""
_FACE = "602ec86b8948cfcd956482fe64f94c36c867770149ef2f791d4613f443bcecb3"
"""SHA-256 of the one font file that a release may hold, which is looked at no further: it is the
same in every release.
"""

FORBIDDEN = {
    b"/Info": "metadata",
    b"/Metadata": "metadata",
    b"/Outlines": "an outline",
    b"/EmbeddedFile": "an attachment",
    b"/Annots": "annotations",
    b"/JavaScript": "a script",
    b"/AcroForm": "a form",
    b"/Encrypt": "encryption",
    b"/StructTreeRoot": "a structure tree",
}
"""What no release has in it, whatever it says."""


class UnreadablePdf(Exception):  # noqa: N818 - a finding, as it is told
    """PDFium can't read it, so it can't be vouched for."""


def pdf_strands(name: str, content: bytes) -> Iterator[Strand]:
    """All text of the PDF. Raises UnreadablePdf."""
    yield Strand("file name", name)
    yield from _shown(content)
    rest = _STREAM.sub(b"stream endstream", content)
    for fact in _FACE_FACTS:
        rest = rest.replace(fact, b"/")
    yield from _strings(rest, "string")
    yield Strand("comment", b" ".join(_COMMENT.findall(rest)).decode("latin-1"))
    yield Strand("name", b" ".join(_NAME.findall(rest)).decode("latin-1"))
    for match in _STREAM.finditer(content):
        raw = _unpacked(match[1])
        if not _is_picture(content, match.start()) and not _is_face(raw):
            yield from _strings(raw, "string in a stream", shown=True)
            rest = _LITERAL.sub(b" ", raw)
            yield Strand("stream", rest.decode("latin-1"), shown=True)
            yield Strand("stream", rest.decode("utf-8", "replace"), shown=True)


def faults(content: bytes) -> list[str]:
    """What must not be in the PDF of a release, apart from words."""
    unpacked = [content, *(_unpacked(match[1]) for match in _STREAM.finditer(content))]
    found = [told for key, told in FORBIDDEN.items() if any(_has(raw, key) for raw in unpacked)]
    if content.count(b"%%EOF") > 1 or content.count(b"startxref") > 1:
        found.append("an older revision")
    if content.rstrip()[-5:] != b"%%EOF":
        found.append("something after its end")
    return list(dict.fromkeys(found))


def _has(raw: bytes, key: bytes) -> bool:
    return re.search(re.escape(key) + rb"(?![A-Za-z])", raw) is not None


def _shown(content: bytes) -> Iterator[Strand]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf(str(error)) from error
    try:
        for value in document.get_metadata_dict().values():
            yield Strand("metadata", value)
        for mark in document.get_toc():
            yield Strand("outline", mark.get_title())
        for number in range(document.count_attachments()):
            attached = document.get_attachment(number)
            yield Strand("attachment", attached.get_name())
            with suppress(pypdfium2.PdfiumError):
                yield Strand("attachment", bytes(attached.get_data()).decode("utf-8", "replace"))
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_bounded())
            text.close()
            page.close()
        yield Strand("text", "\n".join(pages), shown=True)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf(str(error)) from error
    finally:
        document.close()


def _unpacked(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, _MOST)
    except zlib.error:
        return raw


def _is_picture(content: bytes, at: int) -> bool:
    head = content[max(0, at - 400) : at]
    return b"/Image" in head[head.rfind(b" obj") :]


def _is_face(raw: bytes) -> bool:
    return hashlib.sha256(raw).hexdigest() == _FACE


def _strings(raw: bytes, kind: str, *, shown: bool = False) -> Iterator[Strand]:
    """The strings one by one, and run together as they would be shown."""
    found = [_ESCAPE.sub(_unescaped, one) for one in _LITERAL.findall(raw)]
    for digits in _HEX.findall(raw):
        with suppress(ValueError):
            found.append(bytes.fromhex(re.sub(rb"\s", b"", digits).decode()))
    texts = [_text(one) for one in found]
    if texts:
        yield Strand(kind, " ".join(texts), shown)
        yield Strand(kind, "".join(texts), shown)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code in _PLAIN:
        return _PLAIN[code]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 255])
    return b"" if code.strip() == b"" else code


def _text(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    if raw[::2].count(0) * 2 > len(raw) * 0.8:
        return raw.decode("utf-16-be", "replace")
    return raw.decode("cp1252", "replace")
