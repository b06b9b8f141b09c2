"""The pixels of a page image, grey, a byte each. PDFium decodes them all: also those of a PNG or
JPEG file, which a PDF can hold as they are.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from app.facsimile.references import FacsimileError, resolve
from app.importers.pdf import PDFIUM

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_COLOURS = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3)}
MOST = 60_000_000
"""Pixels of a page; one that has more is refused."""


class PictureError(Exception):
    """A page image that can't be released: one line, which and why."""


@dataclass
class Picture:
    """``pixels`` has ``width * height`` bytes, row by row from the top; 0 is black."""

    width: int
    height: int
    pixels: bytearray


def picture(reference: str, folder: Path, width: int, height: int) -> Picture:
    """The page image in so many pixels. Raises PictureError."""
    if not 0 < width * height <= MOST:
        raise PictureError(f"{reference}: its size is not known or too large to be released")
    try:
        place = resolve(reference, folder)
        content = place.path.read_bytes()
    except FacsimileError as error:
        raise PictureError(str(error)) from error
    except OSError as error:
        raise PictureError(f"{reference}: it can't be read; check its permissions") from error
    number = place.page
    if b"%PDF-" not in content[:1024]:
        content, number = _as_pdf(content, reference), 1
    return _rendered(content, number, reference, width, height)


def _rendered(content: bytes, number: int, name: str, width: int, height: int) -> Picture:
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise PictureError(f"{name}: the image is damaged") from error
        try:
            page = document[number - 1]
            scale = max(width / page.get_width(), height / page.get_height())
            bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
            return _cropped(bitmap, width, height)
        except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
            raise PictureError(f"{name}: the image can't be drawn") from error
        finally:
            document.close()


def _cropped(bitmap: pypdfium2.PdfBitmap, width: int, height: int) -> Picture:
    raw = bytes(bitmap.buffer)
    across = min(width, bitmap.width)
    pixels = bytearray(b"\xff" * (width * height))
    for row in range(min(height, bitmap.height)):
        start = row * bitmap.stride
        pixels[row * width : row * width + across] = raw[start : start + across]
    bitmap.close()
    return Picture(width, height, pixels)


def _as_pdf(content: bytes, name: str) -> bytes:
    """A PDF of one page that shows the image file."""
    if content.startswith(_PNG):
        return _png_as_pdf(content, name)
    if content.startswith(_JPEG):
        width, height, colours = _jpeg_size(content, name)
        space = {1: "/DeviceGray", 3: "/DeviceRGB"}.get(colours)
        if space is None:
            raise PictureError(f"{name}: a JPEG of {colours} colours can't be released")
        return _one_page(content, width, height, f"/ColorSpace{space}/Filter/DCTDecode")
    raise PictureError(f"{name}: only PDF, PNG and JPEG page images can be released; convert it")


def _png_as_pdf(content: bytes, name: str) -> bytes:
    at, packed, palette, head = len(_PNG), b"", b"", b""
    while at + 8 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += length + 12
        if kind == b"IHDR":
            head = body
        elif kind == b"PLTE":
            palette = body
        elif kind == b"IDAT":
            packed += body
    if len(head) != 13:
        raise PictureError(f"{name}: the image is damaged")
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if colour == 3 and palette:
        space, count = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]", 1
    elif colour in _COLOURS:
        space, count = _COLOURS[colour]
    else:
        raise PictureError(f"{name}: a PNG that is transparent can't be released; convert it")
    if interlaced:
        raise PictureError(f"{name}: an interlaced PNG can't be released; convert it")
    facts = f"/Predictor 15/Colors {count}/BitsPerComponent {depth}/Columns {width}"
    coding = f"/ColorSpace{space}/Filter/FlateDecode/DecodeParms<<{facts}>>"
    return _one_page(packed, width, height, coding, depth)


def _jpeg_size(content: bytes, name: str) -> tuple[int, int, int]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        kind = content[at + 1]
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width, colours = struct.unpack(">HHB", content[at + 5 : at + 10])
            return width, height, colours
        at += 2 + length
    raise PictureError(f"{name}: the image is damaged")


def _one_page(packed: bytes, width: int, height: int, coding: str, depth: int = 8) -> bytes:
    image = f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}"
    image += f"/BitsPerComponent {depth}{coding}/Length {len(packed)}>>\nstream\n"
    show = f"q {width} 0 0 {height} 0 0 cm /I1 Do Q"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources"
        f"<</XObject<</I1 5 0 R>>>>/Contents 4 0 R>>".encode(),
        f"<</Length {len(show)}>>\nstream\n{show}\nendstream".encode(),
        image.encode() + packed + b"\nendstream",
    ]
    written = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 6\n0000000000 65535 f \n" + rows
    end = b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(written)
    return written + table + end
