"""Small source files of each format, for the tests."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from html import escape

Word = tuple[str, int, int, int, int]
"""A word with its box: left, top, right, bottom."""


def row(text: str, top: int, left: int = 100, across: int = 10) -> list[Word]:
    """A line of text of 20 pixels of height, each character ``across`` wide."""
    words, at = [], left
    for part in text.split(" "):
        if part:
            words.append((part, at, top, at + across * len(part), top + 20))
        at += across * (len(part) + 1)
    return words


def hocr(*pages: Sequence[Sequence[Word]], width: int = 1000, height: int = 1400) -> bytes:
    """hOCR whose pages are lines of words, all of confidence 96."""
    return "".join(
        [
            "<html><body>",
            *(
                f"<div class='ocr_page' title='bbox 0 0 {width} {height}'>{_lines(page)}</div>"
                for page in pages
            ),
            "</body></html>",
        ]
    ).encode()


def _lines(page: Sequence[Sequence[Word]]) -> str:
    return "".join(f"<span class='ocr_line'>{''.join(map(_word, line))}</span>" for line in page)


def _word(word: Word) -> str:
    text, *box = word
    place = " ".join(map(str, box))
    return f"<span class='ocrx_word' title='bbox {place}; x_wconf 96'>{escape(text)}</span> "


def pdf(
    *pages: Sequence[tuple[float, float, str]],
    rotate: int = 0,
    spacing: float = 0,
    font: str = "Courier",
) -> bytes:
    """A PDF of pages of 600 by 800 points: text of 10 points at places from the lower left.

    ``spacing`` is added after each character.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s >>" % font.encode())
    kids = []
    for page in pages:
        shown = "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj " for x, y, text in page)
        stream = f"BT /F1 10 Tf {spacing} Tc {shown}ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (rotate, len(objects))
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    return _pdf_file(objects)


def encrypted_pdf() -> bytes:
    """A PDF that only a password opens."""
    secret = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"01" * 32, b"02" * 32)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        secret,
    ]
    identity = b"/ID [<00><00>] /Encrypt 3 0 R "
    return _pdf_file(objects).replace(b"/Root 1 0 R ", b"/Root 1 0 R " + identity)


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n" % (len(objects) + 1, start)
    return bytes(made + b"%%EOF\n")


def png(width: int, height: int) -> bytes:
    """A white image, its pixels left out where it would be large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"" if width * height > 10**7 else (b"\0" + b"\xff" * width) * height
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG file, as far as its size."""
    comment = b"\xff\xfe\x00\x06abcd"
    return b"\xff\xd8" + comment + b"\xff\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width)


def tiff(*sizes: tuple[int, int], order: str = "<") -> bytes:
    """The directories of a TIFF file of so many images."""
    made = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    for at, (width, height) in enumerate(sizes):
        entries = struct.pack(order + "HHIHHHHII", 256, 3, 1, width, 0, 257, 4, 1, height)
        following = 0 if at == len(sizes) - 1 else 8 + (at + 1) * 30
        made += struct.pack(order + "H", 2) + entries + struct.pack(order + "I", following)
    return made
