"""Documents with the places of their words, and page images on which the words are black boxes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from app.importers.pdf import PDFIUM
from app.model.document import Document, Page, TextLine, Word
from app.model.links import page_witnesses

WIDTH, HEIGHT = 1000, 1400
"""Pixels of a page, as the lines count them."""
_LEFT, _TOP, _LETTER, _LINE, _PITCH, _A_LINE = 100, 100, 16, 24, 48, 50


def printed(document: Document, image: str) -> Document:
    """The document with its words on its pages; ``image`` names the images, "p-{}.png"."""
    pages = tuple(
        replace(
            page,
            image=image.format(page.number),
            width=WIDTH,
            height=HEIGHT,
            lines=tuple(_lines(witness)),
        )
        for page, witness in zip(document.pages, page_witnesses(document), strict=True)
    )
    return replace(document, pages=pages)


def _lines(witness: str) -> Iterator[TextLine]:
    """At most 50 characters a line; the words in their order in the witness."""
    begun, held = 0, list[Word]()
    top = _TOP
    at = 0
    for text in witness.split():
        start = witness.index(text, at)
        at = start + len(text)
        if held and at - begun > _A_LINE:
            yield _line(top, held)
            begun, held, top = start, [], top + _PITCH
        left = _LEFT + (start - begun) * _LETTER
        held.append(Word(start, len(text), left, left + len(text) * _LETTER, 0.9))
    if held:
        yield _line(top, held)


def _line(top: int, words: list[Word]) -> TextLine:
    return TextLine(words[0].left, top, words[-1].right, top + _LINE, tuple(words))


def write_pdf(path: Path, pages: Sequence[Page], points: float = 0.5) -> Path:
    """A scan: each page is a picture, ``points`` for each of its pixels."""
    with PDFIUM:
        document = pypdfium2.PdfDocument.new()
        for page in pages:
            sheet = document.new_page(WIDTH * points, HEIGHT * points)
            bitmap = pypdfium2.PdfBitmap.new_native(WIDTH, HEIGHT, pdfium.FPDFBitmap_BGR)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, WIDTH, HEIGHT)
            for line in page.lines:
                for word in line.words:
                    size = word.right - word.left, line.bottom - line.top
                    bitmap.fill_rect((0, 0, 0, 255), word.left, line.top, *size)
            picture = pypdfium2.PdfImage.new(document)
            picture.set_bitmap(bitmap)
            picture.set_matrix(pypdfium2.PdfMatrix().scale(WIDTH * points, HEIGHT * points))
            sheet.insert_obj(picture)
            sheet.gen_content()
            bitmap.close()
            sheet.close()
        document.save(path)
        document.close()
    return path


def write_png(path: Path, page: Page) -> Path:
    """The page in greys."""
    rows = [bytearray(b"\xff" * WIDTH) for _ in range(HEIGHT)]
    for line in page.lines:
        for word in line.words:
            for y in range(line.top, line.bottom):
                rows[y][word.left : word.right] = bytes(word.right - word.left)
    path.write_bytes(png(WIDTH, HEIGHT, b"".join(b"\0" + row for row in rows)))
    return path


def png(width: int, height: int, pixels: bytes) -> bytes:
    """A grey PNG that says it is of this size, whatever the pixels are."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))
        for name, held in chunks
    )


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is the catalog."""
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, held in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % table)


def pdf_with_picture(width: int, height: int) -> bytes:
    """A page with a picture that says it is of this size."""
    content = b"q 100 0 0 100 0 0 cm /Im Do Q"
    return pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R"
        b" /Resources << /XObject << /Im 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
        b" /BitsPerComponent 1 /Length 1 >>\nstream\n\0\nendstream" % (width, height),
    ])  # fmt: skip


def encrypted_pdf() -> bytes:
    """A PDF that wants a password."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32),
        ],
        b"/Encrypt 4 0 R /ID [<00> <00>]",
    )
