"""Page images: PNG, JPEG and TIFF, of which only the sizes are read, from the file's headers.

So no image library is needed, and a picture that would fill the memory is found out unopened.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from app.importers.geometry import ScannedPage
from app.importers.source import SourceError

MOST_PIXELS = 250_000_000
"""A sheet of A3 at 900 dots an inch has fewer."""
_MOST_PAGES = 10_000
_PNG = b"\x89PNG"
_JPEG = b"\xff\xd8\xff"
_TIFF = (b"II*\0", b"MM\0*")
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_TIFF_WIDTH, _TIFF_HEIGHT = 256, 257
_TIFF_NUMBERS = {1: "B", 3: "H", 4: "I"}

Size = tuple[int, int]


def is_image(start: bytes) -> bool:
    """Whether a file that begins so is a page image."""
    return _reader(start) is not None


def pages(data: bytes, path: Path) -> list[ScannedPage]:
    """A page without text for each image in the file. Raises SourceError."""
    return [ScannedPage((), *size) for size in sizes(io.BytesIO(data), path)]


def sizes(handle: BinaryIO, path: Path) -> list[Size]:
    """Width and height of each image in the file, in pixels; ``path`` is for messages.

    Raises SourceError: damaged, or larger than any page.
    """
    reader = _reader(handle.read(8))
    try:
        found = list(reader(handle)) if reader else []
    except (struct.error, ValueError, OverflowError):
        found = []
    if not found or any(0 in size for size in found):
        raise SourceError(f"{path}: the image is damaged; make it again or leave it out")
    for width, height in found:
        if width * height > MOST_PIXELS:
            most = MOST_PIXELS // 1_000_000
            raise SourceError(
                f"{path}: the image has {width} x {height} pixels, and a page may have {most}"
                " million; scale it down"
            )
    return found


def _reader(start: bytes) -> Callable[[BinaryIO], Iterator[Size]] | None:
    if start.startswith(_PNG):
        return _png
    if start.startswith(_JPEG):
        return _jpeg
    return _tiff if start.startswith(_TIFF) else None


def _png(handle: BinaryIO) -> Iterator[Size]:
    handle.seek(16)
    yield _numbers(handle, ">II")


def _jpeg(handle: BinaryIO) -> Iterator[Size]:
    """From the first frame: the segments before it are skipped."""
    handle.seek(2)
    while True:
        mark, kind = _numbers(handle, ">BB")
        while kind == 0xFF:  # fill bytes may stand before a segment
            (kind,) = _numbers(handle, ">B")
        if mark != 0xFF:
            return
        if kind in _JPEG_ALONE:
            continue
        (length,) = _numbers(handle, ">H")
        if kind in _JPEG_FRAMES:
            _, height, width = _numbers(handle, ">BHH")
            yield width, height
            return
        if length < 2:
            return
        handle.seek(length - 2, io.SEEK_CUR)


def _tiff(handle: BinaryIO) -> Iterator[Size]:
    handle.seek(0)
    order = "<" if handle.read(2) == b"II" else ">"
    handle.seek(4)
    (at,) = _numbers(handle, order + "I")
    seen: set[int] = set()
    while at and at not in seen and len(seen) < _MOST_PAGES:
        seen.add(at)
        handle.seek(at)
        (count,) = _numbers(handle, order + "H")
        size = {_TIFF_WIDTH: 0, _TIFF_HEIGHT: 0}
        for _ in range(count):
            tag, kind, _, value = _numbers(handle, order + "HHI4s")
            if tag in size and kind in _TIFF_NUMBERS:
                size[tag] = struct.unpack_from(order + _TIFF_NUMBERS[kind], value)[0]
        yield size[_TIFF_WIDTH], size[_TIFF_HEIGHT]
        (at,) = _numbers(handle, order + "I")


def _numbers(handle: BinaryIO, layout: str) -> Any:
    return struct.unpack(layout, handle.read(struct.calcsize(layout)))
