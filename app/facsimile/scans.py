"""The files that hold the page images: how large a page is, and its pixels.

A file is judged before it is decoded: what would fill the memory is refused unopened.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from app.facsimile.references import FacsimileError, Reference, resolve
from app.importers import images
from app.importers.pdf import DOTS, PDFIUM
from app.importers.source import SourceError

MOST_RENDERED = 9_000_000
"""Pixels a page is rendered with at most, 36 MB: a letter page at 300 dots an inch has 8.4."""
_MOST_EMBEDDED = 250_000_000
"""Pixels of all pictures on a PDF page that are still decoded."""
_POINTS = 72
_DEPTH = 3
"""Forms within forms in which pictures of a PDF page are looked for."""

Size = tuple[int, int]


Canvas = Callable[[int, int], memoryview]
"""Gives the memory for an image of this width and height, four bytes a pixel: B, G, R, unused."""


class ImageFile(NamedTuple):
    """An image still to be decoded: its file, which of the file's images (from 0), its size."""

    path: Path
    at: int
    size: Size


class Scans:
    """The page images below a document's folder. For one thread at a time; ``close`` it.

    The PDF used last stays open, so that its pages come quickly.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None
        self._document: pypdfium2.PdfDocument | None = None

    def close(self) -> None:
        """Let go of the file that is open."""
        # Freed by hand and under the lock: PDFium must not meet the garbage collector elsewhere.
        with PDFIUM:
            if self._document is not None:
                self._document.close()
        self._document = self._path = None

    def page(self, reference: str, width: int, canvas: Canvas) -> tuple[Size, ImageFile | None]:
        """The page's own size in pixels, and the file to decode; None where it was drawn.

        A PDF page is drawn on the canvas, ``width`` pixels wide, or less where it would have more
        than ``MOST_RENDERED``; its own pixels are counted at 300 an inch. Raises FacsimileError.
        """
        place = resolve(reference, self._folder)
        try:
            with place.path.open("rb") as handle:
                if b"%PDF-" in handle.read(1024):
                    return self._drawn(place, width, canvas), None
                handle.seek(0)
                sizes = images.sizes(handle, Path(place.path.name))
        except SourceError as error:
            raise FacsimileError(str(error)) from error
        except OSError as error:
            raise FacsimileError(
                f"{place.path.name}: can't be read; check its permissions"
            ) from error
        size = sizes[_index(place, len(sizes))]
        return size, ImageFile(place.path, _index(place, len(sizes)), size)

    def _drawn(self, place: Reference, width: int, canvas: Canvas) -> Size:
        with PDFIUM:
            try:
                document = self._opened(place.path)
                page = document[_index(place, len(document))]
            except pypdfium2.PdfiumError as error:
                raise _broken(place.path.name, error) from error
            try:
                _check_pictures(page, place)
                return _draw(page, width, canvas)
            except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
                raise _broken(place.path.name, error) from error
            finally:
                page.close()

    def _opened(self, path: Path) -> pypdfium2.PdfDocument:
        if self._document is None or self._path != path:
            self.close()
            self._document, self._path = pypdfium2.PdfDocument(path), path
        return self._document


def _draw(page: pypdfium2.PdfPage, width: int, canvas: Canvas) -> Size:
    def on_canvas(width: int, height: int, **options: int) -> pypdfium2.PdfBitmap:
        memory = (ctypes.c_ubyte * (4 * width * height)).from_buffer(canvas(width, height))
        return pypdfium2.PdfBitmap.new_native(width, height, buffer=memory, **options)

    across, down = (max(1.0, side) for side in page.get_size())
    most = math.sqrt(MOST_RENDERED / (across * down))
    # The library rounds up: a hair less gives the very width, which is painted unscaled.
    scale = min((width - 0.01) / across, most)
    page.render(scale=scale, prefer_bgrx=True, bitmap_maker=on_canvas).close()
    return round(across * DOTS / _POINTS), round(down * DOTS / _POINTS)


def _index(place: Reference, count: int) -> int:
    if place.page > count:
        raise FacsimileError(
            f"{place.path.name} has no page {place.page}, only {count}; attach the right file"
        )
    return place.page - 1


def _check_pictures(page: pypdfium2.PdfPage, place: Reference) -> None:
    pixels = 0
    for picture in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH):
        with suppress(pypdfium2.PdfiumError):  # one that is damaged is left out of the page
            across, down = picture.get_px_size()
            pixels += across * down
    if pixels > _MOST_EMBEDDED:
        raise FacsimileError(
            f"{place.path.name}: page {place.page} holds pictures of {pixels // 1_000_000} million"
            f" pixels, and {_MOST_EMBEDDED // 1_000_000} million is the most; scale it down"
        )


def _broken(name: str, error: Exception) -> FacsimileError:
    if "password" in str(error).lower():
        return FacsimileError(
            f"{name}: the PDF is encrypted; save a copy without password and attach that"
        )
    return FacsimileError(f"{name}: the PDF is damaged; repair it or print it to a new PDF")
