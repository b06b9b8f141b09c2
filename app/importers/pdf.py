"""PDF: its pages, and the words of their text layer where they have one."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median
from threading import RLock
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from app.importers.geometry import Printed, ScannedPage, Token, around, box_of, printed_line
from app.importers.lines import Box, storable
from app.importers.source import SourceError

PDFIUM = RLock()
"""PDFium is not made for several threads: whoever calls it holds this for as long."""
DOTS = 300
"""Dots an inch at which a page's pixels are counted."""
_POINTS = 72
_MOST_PIXELS = 60_000_000
_MOST_PAGES = 20_000
_MOST_SIGNS = 200_000
"""Characters a page may have; a page of small print has 10,000."""
_SIGNS_A_BLANK = 20
"""Characters that stand for each blank at most where a layer has blanks of its own."""
_LEFT_OUT = 1.5
"""Times the pitch from which a place is left out."""
_FEW_STEPS, _UNEVEN, _MOSTLY = 6, 0.1, 0.8
"""Characters are set at one pitch where, of so many, this share is off by this share at most."""
_SPACED_RUN = 4
"""Single characters in a row from which a text may be letter-spaced."""
_APART = 1.8
"""Times the gaps inside words that those between letter-spaced words are at least."""
_CLOSE = 0.7
"""Share of a character's width that stands between the letters of one word at most."""

_HYPHENS = frozenset((0x02, 0xFFFE))
"""How the library gives a hyphen at the end of a line, which it then does not end."""
_NOWHERE = Box(0, 0, 0, 0)

Size = tuple[int, int]


def pages(data: bytes, path: Path) -> list[ScannedPage]:
    """The pages of the file; those without text layer have no lines. Raises SourceError."""
    with _opened(data, path) as document:
        return [_page(document, at, path) for at in range(_count(document, path))]


def sizes(path: Path) -> list[Size]:
    """Width and height of each page at ``DOTS`` an inch. Raises SourceError."""
    with _opened(path, path) as document, PDFIUM:
        count = _count(document, path)
        try:
            return [_pixels(document.get_page_size(at)) for at in range(count)]
        except pypdfium2.PdfiumError as error:
            raise _broken(path) from error


def pictures(data: bytes, path: Path) -> Iterator[bytes]:
    """Each page in greys at ``DOTS`` an inch as a PGM file, made when it is asked for.

    A page larger than any paper is made smaller. Raises SourceError.
    """
    with _opened(data, path) as document:
        for at in range(_count(document, path)):
            with PDFIUM:
                try:
                    page = document[at]
                except pypdfium2.PdfiumError as error:
                    raise _broken(path) from error
                across, down = page.get_size()
                most = math.sqrt(_MOST_PIXELS / max(1.0, across * down))
                bitmap = page.render(scale=min(DOTS / _POINTS, most), grayscale=True)
                width, height, stride = bitmap.width, bitmap.height, bitmap.stride
                grey = bytes(bitmap.buffer)
                bitmap.close()
                page.close()
            rows = (grey[at : at + width] for at in range(0, stride * height, stride))
            yield b"P5 %d %d 255\n" % (width, height) + b"".join(rows)


@contextmanager
def _opened(source: bytes | Path, path: Path) -> Iterator[pypdfium2.PdfDocument]:
    with PDFIUM:
        document = _document(source, path)
    try:
        yield document
    finally:
        with PDFIUM:
            document.close()


def _document(source: bytes | Path, path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if _is_encrypted(source):
            raise SourceError(
                f"{path}: the PDF is encrypted; save a copy without password and open that"
            ) from error
        raise _broken(path) from error
    except OSError as error:
        raise SourceError(f"{path}: can't be read; check the file") from error


def _is_encrypted(source: bytes | Path) -> bool:
    """Whether the file says so; the library's last error may be an older one."""
    return b"/Encrypt" in (source if isinstance(source, bytes) else source.read_bytes())


def _broken(path: Path) -> SourceError:
    return SourceError(f"{path}: the PDF is damaged; repair it or print it to a new PDF")


def _count(document: pypdfium2.PdfDocument, path: Path) -> int:
    count = len(document)
    if not 0 < count <= _MOST_PAGES:
        raise SourceError(f"{path}: the PDF has {count} pages; split it or choose another")
    return count


def _pixels(points: tuple[float, float]) -> Size:
    across, down = (max(1, round(side * DOTS / _POINTS)) for side in points)
    return across, down


def _page(document: pypdfium2.PdfDocument, at: int, path: Path) -> ScannedPage:
    with PDFIUM:
        try:
            page = document[at]
            size = _pixels(page.get_size())
            layer = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise _broken(path) from error
        try:
            if layer.count_chars() > _MOST_SIGNS:
                raise SourceError(f"{path}: page {at + 1} of the PDF is no page of text; cut it")
            signs = list(_signs(page, layer, size))
        finally:
            layer.close()
            page.close()
    return ScannedPage(tuple(_lines(signs)), *size)


class _Sign(NamedTuple):
    """A character with its box; a blank or the end of a line has none. ``inferred``: the layer
    holds no such blank, and the library took a gap for one.
    """

    text: str
    box: Box | None = None
    inferred: bool = False


def _signs(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, size: Size) -> Iterator[_Sign]:
    """The characters in the order of the text layer."""
    place = _Placing(page, size)
    rectangle = pdfium.FS_RECTF()
    high = ""
    for at in range(layer.count_chars()):
        code = pdfium.FPDFText_GetUnicode(layer, at)
        if 0xD800 <= code < 0xDC00:  # one half of a character that UTF-16 writes in two
            high = chr(code)
            continue
        text = "-" if code in _HYPHENS else chr(code)
        if high:
            text = (high + text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            high = ""
        if storable(text).isspace():
            yield _Sign(text, None, pdfium.FPDFText_IsGenerated(layer, at) == 1)
            continue
        found = pdfium.FPDFText_GetLooseCharBox(layer, at, ctypes.byref(rectangle))
        yield _Sign(text, place.box(rectangle) if found else _NOWHERE)
        if code in _HYPHENS:
            yield _Sign("\n")


class _Placing:
    """From points on the page, which may be turned or cut, to pixels of its image."""

    def __init__(self, page: pypdfium2.PdfPage, size: Size) -> None:
        self._origin = self._pixel(page, size, 0, 0)
        right, up = self._pixel(page, size, 1000, 0), self._pixel(page, size, 0, 1000)
        self._right = tuple((a - b) / 1000 for a, b in zip(right, self._origin, strict=True))
        self._up = tuple((a - b) / 1000 for a, b in zip(up, self._origin, strict=True))

    @staticmethod
    def _pixel(page: pypdfium2.PdfPage, size: Size, x: float, y: float) -> Size:
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        return across.value, down.value

    def box(self, found: pdfium.FS_RECTF) -> Box:
        left, top = self._point(found.left, found.top)
        right, bottom = self._point(found.right, found.bottom)
        return box_of(left, top, right, bottom) or _NOWHERE

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return (
            self._origin[0] + self._right[0] * x + self._up[0] * y,
            self._origin[1] + self._right[1] * x + self._up[1] * y,
        )


def _lines(signs: Sequence[_Sign]) -> Iterator[Printed]:
    own = sum(sign.box is None and not sign.inferred for sign in signs)
    blanks = own * _SIGNS_A_BLANK >= sum(sign.box is not None for sign in signs)
    for ended, group in groupby(signs, key=lambda sign: sign.text in "\r\n"):
        if not ended and (line := printed_line(_words(_with_true_blanks(list(group), blanks)))):
            yield line


def _with_true_blanks(signs: Sequence[_Sign], blanks: bool) -> list[_Sign]:
    """The line with those of the inferred blanks that part words.

    In a layer that has ``blanks`` of its own, such a blank is as wide as a letter. Else, where each
    character was put in its place by itself, as a typewriter does, it is a place left out.
    """
    letters = [sign.box for sign in signs if sign.box]
    if not letters:
        return []
    pitch = None if blanks else _pitch(letters)
    if pitch is None and not blanks:
        return list(signs)
    width = median(box.right - box.left for box in letters)
    kept: list[_Sign] = []
    for sign in signs:
        if sign.inferred:
            continue
        before = kept[-1].box if kept else None
        if before and sign.box:
            step, gap = sign.box.left - before.left, sign.box.left - before.right
            if step >= _LEFT_OUT * pitch if pitch else gap >= width:
                kept.append(_Sign(" "))
        kept.append(sign)
    return kept


def _pitch(letters: Sequence[Box]) -> float | None:
    """The distance from each character to the next, None where they are not set at one."""
    steps = [after.left - before.left for before, after in pairwise(letters)]
    if len(steps) < _FEW_STEPS:
        return None
    usual = median(steps)
    even = sum(abs(step - usual * max(1, round(step / max(1, usual)))) <= _UNEVEN * usual
               for step in steps)  # fmt: skip
    return usual if usual > 0 and even >= _MOSTLY * len(steps) else None


def _words(signs: Sequence[_Sign]) -> list[Token]:
    words = [
        Token("".join(sign.text for sign in held), around([s.box for s in held if s.box]))
        for blank, group in groupby(signs, key=lambda sign: sign.box is None)
        if not blank
        for held in [list(group)]
    ]
    return _unspaced(words)


def _unspaced(words: list[Token]) -> list[Token]:
    """The words with those put together whose letters a blank was set between."""
    made: list[Token] = []
    for single, group in groupby(words, key=lambda word: len(word.text) == 1):
        run = list(group)
        made += _put_together(run) if single and len(run) >= _SPACED_RUN else run
    return made


def _put_together(letters: list[Token]) -> list[Token]:
    boxes = [letter.box or _NOWHERE for letter in letters]
    gaps = [after.left - before.right for before, after in pairwise(boxes)]
    widest = _widest_inside(gaps, median(box.right - box.left for box in boxes))
    words = [letters[:1]]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        if gap > widest:
            words.append([])
        words[-1].append(letter)
    return [
        Token("".join(letter.text for letter in word), around([w.box for w in word if w.box]))
        for word in words
    ]


def _widest_inside(gaps: Sequence[int], letter: float) -> float:
    """The widest gap that stands inside a word, less than any gap if these are no words.

    The gaps fall into two kinds where the step between two of them, in order of width, is large;
    else all are of one kind, and inside a word only if they are narrow.
    """
    ordered = sorted(max(gap, 1) for gap in gaps)
    steps = [after / before for before, after in pairwise(ordered)]
    if steps and max(steps) >= _APART:
        return ordered[steps.index(max(steps))]
    return math.inf if median(ordered) <= _CLOSE * letter else -math.inf
