"""The page images of a release: is the area of each withheld word one colour?"""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from app.model.document import Document, Page
from app.model.links import page_witnesses
from app.model.withholding import withheld_places


def unburnt(content: bytes, document: Document) -> Iterator[int]:
    """The numbers of the pages on which a withheld word can still be seen.

    The pages of the PDF are those of the document that have an image and are no library sheet.
    """
    shown = [page for page in document.pages if page.image is not None and not page.sheet]
    pdf = pypdfium2.PdfDocument(content)
    try:
        if len(pdf) != len(shown):
            yield from (page.number for page in shown)
            return
        for at, page in enumerate(shown):
            if not _is_burnt(pdf[at], page, _withheld_on(document, page)):
                yield page.number
    finally:
        pdf.close()


def _withheld_on(document: Document, page: Page) -> set[int]:
    start = 0
    for other, witness in zip(document.pages, page_witnesses(document), strict=True):
        if other.id == page.id:
            places = withheld_places(document)
            return {place - start for place in places if start <= place < start + len(witness)}
        start += len(witness) + 1
    return set()


def _is_burnt(pdf_page: pypdfium2.PdfPage, page: Page, withheld: set[int]) -> bool:
    if not withheld:
        return True
    rows = _rows(pdf_page, page)
    seen: set[int] = set()
    for line in page.lines:
        for word in line.words:
            here = withheld & set(range(word.start, word.start + word.length))
            # The drawing may mix the outermost pixels with their neighbours.
            area = [
                row[word.left + 1 : word.right - 1] for row in rows[line.top + 1 : line.bottom - 1]
            ]
            if here and not _one_colour(area):
                return False
            seen |= here
    return withheld <= seen or _one_colour(rows)


def _rows(pdf_page: pypdfium2.PdfPage, page: Page) -> list[bytes]:
    """The pixels of the page, drawn as large as the document's page image is."""
    scale = max(page.width, 1) / pdf_page.get_width()
    bitmap = pdf_page.render(scale=scale, grayscale=True)
    raw = bytes(bitmap.buffer)
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    return [raw[start : start + bitmap.width] for start in starts]


def _one_colour(rows: list[bytes]) -> bool:
    return len({pixel for row in rows for pixel in set(row)}) <= 1
