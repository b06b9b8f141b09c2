"""What a PDF is made of: pages of text in Courier, lines, rectangles and grey images.

The file has no metadata, outline, attachment or annotation, one revision, and no clock or random
number in it, so the same pages are the same bytes. Courier is one of the fonts that every reader
has; each of its characters is 0.6 em wide.
"""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 612, 792
"""A letter page in points."""
_FONTS = ("Courier", "Courier-Bold")
_CLOSEST = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "ı": "i", "−": "-", "‐": "-", "‑": "-"}
)


@dataclass
class PdfPage:
    """A page on its way: operators of its content, and the image it shows."""

    width: float = WIDTH
    height: float = HEIGHT
    operators: list[str] = field(default_factory=list)
    image: bytes = b""

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        """Text with its base line at ``y``, from the bottom of the page."""
        font = f"/F{2 if bold else 1}"
        shown = _literal(text)
        self.operators.append(f"BT {font} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} Tj ET")

    def line(self, x: float, y: float, right: float) -> None:
        """A rule."""
        self.operators.append(f"0.8 w {x:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """The outline of a rectangle; ``y`` is its bottom."""
        self.operators.append(f"0.8 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def grey(self, pixels: bytes, width: int, height: int) -> None:
        """The page shows this image, a byte a pixel, from edge to edge."""
        packed = zlib.compress(pixels, 6)
        head = (
            f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray"
            f"/BitsPerComponent 8/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
        )
        self.image = head.encode() + packed + b"\nendstream"
        self.operators.append(f"q {self.width:g} 0 0 {self.height:g} 0 0 cm /I1 Do Q")


def assembled(pages: list[PdfPage]) -> bytes:
    """The file."""
    bodies: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R/Lang(en)>>", b""]
    for font in _FONTS:
        body = f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>"
        bodies.append(body.encode())
    kids = []
    for page in pages:
        number = len(bodies) + 1
        kids.append(f"{number} 0 R")
        content = "\n".join(page.operators).encode()
        image = f"/XObject<</I1 {number + 2} 0 R>>" if page.image else ""
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width:g} {page.height:g}]"
            f"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>{image}>>/Contents {number + 1} 0 R>>".encode()
        )
        bodies.append(b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content))
        if page.image:
            bodies.append(page.image)
    bodies[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(pages)}>>".encode()
    return _file(bodies)


def _file(bodies: list[bytes]) -> bytes:
    parts = [b"%PDF-1.4\n"]
    places = []
    length = len(parts[0])
    for number, body in enumerate(bodies, start=1):
        places.append(length)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        length += len(parts[-1])
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(bodies) + 1, rows))
    parts.append(b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(bodies) + 1))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % length)
    return b"".join(parts)


def printable(text: str) -> str:
    """The text in the letters that Courier has; the closest one for any other."""
    return "".join(map(_letter, text.translate(_CLOSEST)))


def _letter(letter: str) -> str:
    for candidate in (letter, unicodedata.normalize("NFKC", letter), _bare(letter)):
        if _has(candidate):
            return candidate
    return "" if unicodedata.combining(letter) else "?"


def _bare(letter: str) -> str:
    parted = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parted if not unicodedata.combining(part))


def _has(text: str) -> bool:
    try:
        raw = text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return bool(raw) and min(raw) >= 32 and 127 not in raw


def _literal(text: str) -> str:
    """A string of the content, in octal where it is not ASCII."""
    shown = []
    for byte in printable(text).encode("cp1252"):
        letter = chr(byte)
        if letter in "()\\":
            shown.append(f"\\{letter}")
        else:
            shown.append(letter if 32 <= byte < 127 else f"\\{byte:03o}")
    return f"({''.join(shown)})"
