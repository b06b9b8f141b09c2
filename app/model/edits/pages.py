"""Moving page breaks, and which images show the pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document, Page
from app.model.edits.base import EditRefused, paragraph_at, with_paragraph
from app.model.passage import Passage
from app.model.spans import PAGE_BREAK, Correction, PageBreak, Span, ordered
from app.model.terms import Act, CorrectionKind


def place_of(document: Document, page: str) -> tuple[int, PageBreak] | None:
    """The paragraph in which the page begins, and the anchor; None for the first page."""
    for at, paragraph in enumerate(document.paragraphs):
        for span in paragraph.passage.spans:
            if isinstance(span, PageBreak) and span.page == page:
                return at, span
    return None


@dataclass(frozen=True)
class AttachImages:
    """Each page is shown by the image in the same place of the list: its reference, as in
    ``Page.image``, and its width and height in pixels.

    A page whose size is known keeps it, since its lines count in it.
    """

    name: ClassVar[str] = "Attach Page Images"
    images: tuple[tuple[str, int, int], ...]

    def apply(self, document: Document, act: Act) -> Document:
        if len(self.images) != len(document.pages):
            raise EditRefused(
                f"There are {len(self.images)} images for {len(document.pages)} pages."
            )
        pairs = zip(document.pages, self.images, strict=True)
        pages = tuple(_shown_by(page, *image) for page, image in pairs)
        return document if pages == document.pages else replace(document, pages=pages)


def _shown_by(page: Page, image: str, width: int, height: int) -> Page:
    if page.width and page.height:
        width, height = page.width, page.height
    return replace(page, image=image, width=width, height=height)


@dataclass(frozen=True)
class MovePageBreak:
    """The page (a ``Page.id``) begins at this place; where the source breaks is kept.

    It must stay between the breaks before and after it. A place at the end of a paragraph means the
    beginning of the next.
    """

    name: ClassVar[str] = "Move Page Break"
    page: str
    at: int
    offset: int

    def apply(self, document: Document, act: Act) -> Document:
        at, offset = self._place(document)
        found = place_of(document, self.page)
        if found is None:
            raise EditRefused("The first page begins with the document.")
        old, anchor = found
        if (old, anchor.start) == (at, offset):
            return document
        self._must_stay_in_order(document, at, offset)
        document = _with_passage(
            document, old, _vacated(document.paragraphs[old].passage, anchor, act)
        )
        passage = _occupied(document.paragraphs[at].passage, offset, self.page, act)
        return _with_passage(document, at, passage)

    def _place(self, document: Document) -> tuple[int, int]:
        paragraph = paragraph_at(document, self.at)
        if not 0 <= self.offset <= len(paragraph.text):
            raise EditRefused(f"Paragraph {self.at + 1} has no character {self.offset}.")
        if self.offset == len(paragraph.text) and self.at + 1 < len(document.paragraphs):
            return self.at + 1, 0
        return self.at, self.offset

    def _must_stay_in_order(self, document: Document, at: int, offset: int) -> None:
        number = [page.id for page in document.pages].index(self.page)
        for neighbour, before in ((number - 1, True), (number + 1, False)):
            if not 0 <= neighbour < len(document.pages):
                continue
            found = place_of(document, document.pages[neighbour].id)
            if found is None:
                continue
            limit = (found[0], found[1].start)
            if ((at, offset) <= limit) if before else ((at, offset) >= limit):
                page = document.pages[neighbour].number
                raise EditRefused(f"The page break would meet or pass the one of page {page}.")


def _with_passage(document: Document, at: int, passage: Passage) -> Document:
    return with_paragraph(document, at, replace(document.paragraphs[at], passage=passage))


def _vacated(passage: Passage, anchor: PageBreak, act: Act) -> Passage:
    """Without the anchor; where the source has it, a correction says so in its place."""
    spans: list[Span] = []
    for span in passage.spans:
        if span != anchor:
            spans.append(span)
        elif anchor.found:
            place = anchor.start
            spans.append(Correction(place, place, PAGE_BREAK, CorrectionKind.OCR, act))
    return Passage(passage.text, tuple(spans))


def _occupied(passage: Passage, offset: int, page: str, act: Act) -> Passage:
    """With the anchor; a place where the source breaks the page is that break again."""
    spans = list(passage.spans)
    for at, span in enumerate(spans):
        if isinstance(span, Correction) and span.start == span.end == offset:
            if span.original != PAGE_BREAK:
                continue
            spans[at] = PageBreak(offset, offset, page)
            return Passage(passage.text, tuple(spans))
    return Passage(
        passage.text,
        ordered([*spans, PageBreak(offset, offset, page, found=False, act=act)]),
    )
