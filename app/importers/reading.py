"""From files to documents: the one way, whatever the format."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from app.importers import page_images, text
from app.importers.formats import reader_of
from app.importers.geometry import ScannedPage
from app.importers.lines import Line, storable
from app.importers.page_images import PageImage
from app.importers.reading_order import lines_of
from app.importers.recognition import Cancelled, Progress, recognised
from app.importers.source import SourceError, read_bytes
from app.importers.structure import documents
from app.importers.turns import page_id
from app.importers.word_links import linked
from app.model.document import Document, Page, Paragraph, Source
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import PageBreak
from app.model.terms import Kind

_IMAGES_ALONE = ("image", "pdf")
"""Formats in which pages without any text are as they should be."""


class _File(NamedTuple):
    """What a file holds. ``lines`` is None where the pages say where their text stands, and where
    ``pages`` is empty, the lines do not say what page they are of.
    """

    path: Path
    data: bytes
    format: str
    pages: list[ScannedPage]
    lines: list[Line] | None = None


def read_source(path: Path, pages: Sequence[Path] = ()) -> tuple[Document, ...]:
    """The memoranda in the file, at least one, in order. Raises SourceError.

    ``pages`` are the page images: PDFs, image files, folders of them, in order; page n of the
    source is the nth. Without them the images are those named in the source or found beside it.
    Characters that XML cannot hold become U+FFFD; all others that are not blank are in the
    documents. Pages without text make a document with one empty paragraph.
    """
    return read_pages((path,), pages)


def read_pages(paths: Sequence[Path], pages: Sequence[Path] = ()) -> tuple[Document, ...]:
    """The memoranda in files that are, one after another, the pages of one source.

    As ``read_source``; the files are of one format.
    """
    return _documents([_read(path) for path in paths], pages)


def read_recognised(path: Path, progress: Progress, cancelled: Cancelled) -> tuple[Document, ...]:
    """The memoranda in a PDF or an image, of which every page is recognised first.

    Raises SourceError, and RecognitionCancelledError.
    """
    data = read_bytes(path)
    found = reader_of(data)
    if found is None or found[0] not in _IMAGES_ALONE:
        raise SourceError(f"{path}: this is no page image; choose a PDF, PNG, JPEG or TIFF file")
    pages = recognised(data, path, progress, cancelled)
    return _documents([_File(path, data, found[0], pages)], ())


def _documents(files: Sequence[_File], pages: Sequence[Path]) -> tuple[Document, ...]:
    paths = [file.path for file in files]
    if len({file.format for file in files}) > 1:
        raise SourceError(f"{paths[0]}: its pages are of several formats; give those of one")
    scanned = [page for file in files for page in file.pages]
    lines = _lines(files, scanned)
    if not lines and files[0].format not in _IMAGES_ALONE:
        raise SourceError(
            f"{paths[0]}: the file holds no text; choose a file with a transcript in it"
        )
    made = documents(lines, _source(files)) if lines else (_without_text(_source(files)),)
    made = (*made[:-1], _with_pages(made[-1], len(scanned)))
    images = _images(files, scanned, pages, made)
    return tuple(linked(_illustrated(document, scanned, images), lines) for document in made)


def _read(path: Path) -> _File:
    data = read_bytes(path)
    found = reader_of(data)
    if found:
        name, reader = found
        return _File(path, data, name, reader(data, path))
    lines = text.lines(data, path)
    last = lines[-1].page
    return _File(path, data, "text", [] if last is None else [ScannedPage(())] * (last + 1), lines)


def _lines(files: Sequence[_File], scanned: Sequence[ScannedPage]) -> list[Line]:
    if files[0].lines is None:
        return lines_of(scanned)
    if len(files) == 1:
        return files[0].lines
    # Texts that are pages of one source: each is at least one page, with form feeds or without.
    found: list[Line] = []
    begun = 0
    for file in files:
        held = file.lines or []
        found += (replace(line, page=begun + (line.page or 0)) for line in held)
        begun += max(1, len(file.pages))
    return found


def _source(files: Sequence[_File]) -> Source:
    names = storable(" ".join(file.path.name for file in files))
    digest = hashlib.sha256(b"".join(file.data for file in files)).hexdigest()
    return Source(names, files[0].format, digest)


def _without_text(source: Source) -> Document:
    empty = Paragraph("para-1", Kind.NARRATIVE, Passage())
    return Document(Paragraphs((empty,)), (Page(page_id(0), 1),), source=source, serial=2)


def _with_pages(document: Document, count: int) -> Document:
    """The document with the source's last pages, which have no text, up to ``count``."""
    first = max(page.number for page in document.pages)
    if first >= count:
        return document
    held = len(document.pages)
    added = tuple(
        Page(page_id(held + at), number) for at, number in enumerate(range(first + 1, count + 1))
    )
    at = len(document.paragraphs) - 1
    last = document.paragraphs[at]
    end = len(last.text)
    breaks = tuple(PageBreak(end, end, page.id) for page in added)
    passage = Passage(last.text, (*last.passage.spans, *breaks))
    document = document.with_paragraphs(at, at + 1, (replace(last, passage=passage),))
    serial = max(document.serial, held + len(added) + 1)
    return replace(document, pages=(*document.pages, *added), serial=serial)


def _images(
    files: Sequence[_File],
    scanned: Sequence[ScannedPage],
    pages: Sequence[Path],
    made: Sequence[Document],
) -> list[PageImage | None]:
    """The image of each page of the source, None where there is none."""
    # A text without form feeds has the pages that were found in it.
    count = len(scanned) or max(page.number for document in made for page in document.pages)
    known = list(scanned) or [ScannedPage(())] * count
    if pages:
        return [*page_images.checked(page_images.given(pages, files[0].path.parent), known)]
    if files[0].format in _IMAGES_ALONE:
        return [*page_images.given([file.path for file in files], files[0].path.parent)]
    if len(files) == 1:
        found = page_images.found(files[0].path, known)
        return found if scanned or len(found) == count else []
    return list(chain.from_iterable(page_images.found(file.path, file.pages) for file in files))


def _illustrated(
    document: Document, scanned: Sequence[ScannedPage], images: Sequence[PageImage | None]
) -> Document:
    """The document with its pages' images and sizes."""
    pages: list[Page] = []
    for page in document.pages:
        at = page.number - 1
        size = (scanned[at].width, scanned[at].height) if at < len(scanned) else (0, 0)
        image = images[at] if at < len(images) else None
        width, height = size if all(size) or image is None else (image.width, image.height)
        reference = image.reference if image else None
        pages.append(replace(page, image=reference, width=width, height=height))
    return replace(document, pages=tuple(pages))
