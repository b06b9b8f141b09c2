"""Page images for a document that is there already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.importers import page_images
from app.importers.geometry import ScannedPage
from app.importers.page_images import PageImage
from app.importers.source import SourceError
from app.model.document import Document


def images_for(document: Document, paths: Sequence[Path], folder: Path) -> tuple[PageImage, ...]:
    """The image of each of the document's pages, in order; ``folder`` is the document's.

    ``paths`` are PDFs, image files or folders of them. Where they hold as many images as the
    document has pages, each is one page; else they are the whole source, whose page n is the nth.
    Raises SourceError: too few, or of another shape than the pages.
    """
    given = page_images.given(paths, folder)
    pages = document.pages
    if len(given) != len(pages):
        most = max(page.number for page in pages)
        if len(given) < most:
            raise SourceError(
                f"{len(given)} page images were given for {len(pages)} pages, the last of which is"
                f" page {most} of the source; give one for each"
            )
        given = [given[page.number - 1] for page in pages]
    known = [ScannedPage((), page.width, page.height) for page in pages]
    return tuple(page_images.checked(given, known))
