"""What a PDF is made of: pages of text in Courier, lines, rectangles and grey images.

The file has no metadata, outline, attachment or annotation, one revision, and no clock or random
number in it, so the same pages are the same bytes. Courier is one of the fonts that every reader
has; each of its characters is 0.6 em wide. Letters that it has not are of ``typeface``, made as
wide, whose file is then in the PDF.
"""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass, field
from itertools import groupby

from app.release.writers import typeface

WIDTH, HEIGHT = 612, 792
"""A letter page in points."""
_FONTS = ("Courier", "Courier-Bold")
_COURIER_WIDTH = 600


class UnprintableError(Exception):
    """A character that no face at hand has: one line, which and where."""

    def __init__(self, letter: str, text: str) -> None:
        name = unicodedata.name(letter, "no name")
        at = text.find(letter)
        around = text[max(0, at - 20) : at + 21]
        super().__init__(f"“{letter}” (U+{ord(letter):04X}, {name}) in “{around}” can't be printed")


@dataclass
class PdfPage:
    """A page on its way: operators of its content, and the image it shows."""

    width: float = WIDTH
    height: float = HEIGHT
    operators: list[str] = field(default_factory=list)
    image: bytes = b""
    letters: set[str] = field(default_factory=set)
    """Those that are not of Courier."""

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        """Text with its base line at ``y``, from the bottom of the page."""
        for ours, run in groupby(printable(text), key=_in_courier):
            letters = "".join(run)
            self._show(x, y, letters, size, ours=ours, bold=bold)
            x += len(letters) * size * _COURIER_WIDTH / 1000

    def _show(
        self, x: float, y: float, letters: str, size: float, *, ours: bool, bold: bool
    ) -> None:
        before = after = ""
        if ours:
            font, shown = f"/F{2 if bold else 1}", _literal(letters)
        else:
            self.letters |= set(letters)
            glyphs = "".join(f"{typeface.glyph(letter):04X}" for letter in letters)
            size *= _COURIER_WIDTH / typeface.WIDTH
            font, shown = "/F3", f"<{glyphs}>"
            if bold:  # The face has none: its outlines are drawn, too.
                before, after = "2 Tr 0.3 w ", " 0 Tr"
        place = f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        self.operators.append(f"BT {font} {size:g} Tf {before}{place} {shown} Tj{after} ET")

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
    letters = {letter for page in pages for letter in page.letters}
    fonts = "/F1 3 0 R/F2 4 0 R"
    if letters:
        fonts += f"/F3 {len(bodies) + 1} 0 R"
        bodies += _embedded(letters, len(bodies) + 1)
    kids = []
    for page in pages:
        number = len(bodies) + 1
        kids.append(f"{number} 0 R")
        content = "\n".join(page.operators).encode()
        image = f"/XObject<</I1 {number + 2} 0 R>>" if page.image else ""
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width:g} {page.height:g}]"
            f"/Resources<</Font<<{fonts}>>{image}>>/Contents {number + 1} 0 R>>".encode()
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
    """The text in one form: blanks of any kind are blanks, what has no shape is left out.

    No letter is taken for another. Raises UnprintableError where a character can't be shown.
    """
    shown = "".join(map(_letter, unicodedata.normalize("NFC", text)))
    for letter in shown:
        if not _in_courier(letter) and not typeface.glyph(letter):
            raise UnprintableError(letter, text)
    return shown


def _letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Zs" or letter == "\t":
        return " "
    return "" if kind in ("Cc", "Cf") else letter


def _in_courier(letter: str) -> bool:
    try:
        return letter.encode("cp1252") >= b" "
    except UnicodeEncodeError:
        return False


def _literal(text: str) -> str:
    """A string of the content, in octal where it is not ASCII."""
    shown = []
    for byte in text.encode("cp1252"):
        letter = chr(byte)
        if letter in "()\\":
            shown.append(f"\\{letter}")
        else:
            shown.append(letter if 32 <= byte < 127 else f"\\{byte:03o}")
    return f"({''.join(shown)})"


# -- letters that Courier has not ------------------------------------------------------------------


def _embedded(letters: set[str], first: int) -> list[bytes]:
    """The objects of the other face, the first of which has the number ``first``."""
    packed = zlib.compress(typeface.content(), 9)
    size = len(typeface.content())
    name, width = typeface.NAME, typeface.WIDTH
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    to_unicode = _to_unicode(letters)
    return [
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{first + 1} 0 R]/ToUnicode {first + 4} 0 R>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}{system}/DW {width}"
        f"/CIDToGIDMap/Identity/FontDescriptor {first + 2} 0 R>>".encode(),
        f"<</Type/FontDescriptor/FontName/{name}/Flags 5/FontBBox[-558 -375 718 1028]/ItalicAngle 0"
        f"/Ascent 928/Descent -236/CapHeight 729/StemV 80/FontFile2 {first + 3} 0 R>>".encode(),
        f"<</Length {len(packed)}/Length1 {size}/Filter/FlateDecode>>\nstream\n".encode()
        + packed
        + b"\nendstream",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(to_unicode), to_unicode),
    ]


def _to_unicode(letters: set[str]) -> bytes:
    """Which character a glyph is, so that the text can be selected and searched."""
    rows = [
        f"<{typeface.glyph(letter):04X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for letter in sorted(letters)
    ]
    # A block holds a hundred.
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    lines = ["begincmap", "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange"]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap"]).encode()
