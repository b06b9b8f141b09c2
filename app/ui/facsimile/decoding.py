"""From what a scan's file holds to an image."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from app.facsimile.references import FacsimileError
from app.facsimile.scans import MOST_RENDERED, ImageFile, Scans, Size

MOST_MEGABYTES = 256
"""Memory that decoding one image may take."""


def width_within(width: int, size: Size) -> int:
    """``width``, or the most that a page of this size may be wide so as not to be too large."""
    across, down = size
    return min(width, int((MOST_RENDERED * across / max(1, down)) ** 0.5))


def page_image(scans: Scans, reference: str, width: int) -> tuple[Size, QImage]:
    """The page's own size, and the page as an RGB32 image about ``width`` wide.

    An image file's is never enlarged. Raises FacsimileError.
    """
    drawn: list[QImage] = []

    def canvas(width: int, height: int) -> memoryview:
        # PDFium draws into the image itself: a copy of a large page takes as long as drawing it.
        drawn.append(QImage(width, height, QImage.Format.Format_RGB32))
        return memoryview(drawn[0].bits())

    size, file = scans.page(reference, width, canvas)
    if file is None:
        return size, drawn[0]
    return size, _read(file, min(width_within(width, size), size[0]))


def _read(file: ImageFile, width: int) -> QImage:
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    reader = QImageReader(str(file.path))
    reader.setDecideFormatFromContent(True)
    if file.at and not reader.jumpToImage(file.at):
        raise _damaged(file)
    across, down = file.size
    if width < across:
        reader.setScaledSize(QSize(width, max(1, round(width * down / across))))
    image = reader.read()
    if image.isNull():
        raise _damaged(file)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _damaged(file: ImageFile) -> FacsimileError:
    return FacsimileError(
        f"{file.path.name}: the image can't be decoded; it is damaged or needs more than"
        f" {MOST_MEGABYTES} MB. Make it again, or scale it down"
    )
