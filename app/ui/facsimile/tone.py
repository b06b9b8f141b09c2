"""Contrast and inversion of a page image."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QImage

MOST_CONTRAST = 3
_ENDS = ((0, 255), (40, 235), (80, 215), (120, 200))
"""By contrast: the greys that become black and white. White stays white, so paper gets cleaner."""


class Tone(NamedTuple):
    """``contrast`` is 0, as scanned, to MOST_CONTRAST."""

    contrast: int = 0
    inverted: bool = False


def toned(image: QImage, tone: Tone) -> QImage:
    """The RGB32 image in this tone."""
    if tone.contrast:
        black, white = _ENDS[tone.contrast]
        steps = (round((grey - black) * 255 / (white - black)) for grey in range(256))
        table = bytes(min(255, max(0, step)) for step in steps)
        # The unused fourth byte of each pixel is 255 and stays it.
        pixels = bytes(image.constBits()).translate(table)
        size = image.width(), image.height(), image.bytesPerLine()
        image = QImage(pixels, *size, QImage.Format.Format_RGB32).copy()
    if tone.inverted:
        image.invertPixels(QImage.InvertMode.InvertRgb)
    return image
