"""The page images with the withheld lines burnt into the pixels, as a PDF of pictures alone.

Every page is new: grey pixels, overwritten at full resolution and packed again. There is no text
layer, no metadata and nothing of the image file but its pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.release.burning import Burnt
from app.release.pictures import Picture, picture
from app.release.writers.pdf import WIDTH, PdfPage, assembled

_BLACK = b"\x00"


def written(
    pages: tuple[Burnt, ...], folder: Path, step: Callable[[str], None] = lambda _: None
) -> bytes:
    """The file; the images are looked for below ``folder``. Raises PictureError.

    ``step`` is told which page is next; what it raises ends the work.
    """
    made = []
    for number, page in enumerate(pages, start=1):
        step(f"Burning page image {number} of {len(pages)}")
        shown = picture(page.page.image or "", folder, page.page.width, page.page.height)
        burn(shown, page)
        sheet = PdfPage(WIDTH, round(WIDTH * shown.height / shown.width, 2))
        sheet.grey(bytes(shown.pixels), shown.width, shown.height)
        made.append(sheet)
    return assembled(made)


def burn(shown: Picture, page: Burnt) -> None:
    """Overwrite the pixels."""
    whole = (0, 0, shown.width, shown.height)
    for left, top, right, bottom in (whole,) if page.whole else page.boxes:
        for row in range(top, min(bottom, shown.height)):
            start = row * shown.width
            shown.pixels[start + left : start + right] = _BLACK * (right - left)
