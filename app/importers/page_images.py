"""Where the images of the pages are: given, named in the source, or found beside it.

Nothing is opened but what was given and what lies below the source's own folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from app.importers import images, pdf
from app.importers.geometry import ScannedPage
from app.importers.source import SourceError
from app.model.document import Document, Page

_SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
_OF_OCR = re.compile(r"\.(?:hocr|alto|page)$", re.IGNORECASE)
_SAME_RATIO = 0.05
"""Share by which the ratios of two sizes of one page may differ: scans are cut and straightened."""
_DIGITS = re.compile(r"(\d+)")


class PageImage(NamedTuple):
    """``reference`` is relative to the source's folder: "scan.png", "scan.pdf#page=3"."""

    reference: str
    width: int
    height: int


def given(paths: Sequence[Path], folder: Path) -> list[PageImage]:
    """The images of PDFs, image files and folders of them, in order. Raises SourceError.

    ``folder`` is the source's. In a folder, files are in the order of the numbers in their names.
    """
    return [image for path in paths for image in _of(path, folder)]


def checked(images: Sequence[PageImage], pages: Sequence[ScannedPage]) -> list[PageImage]:
    """The images, which are to be those of these pages. Raises SourceError."""
    if len(images) < len(pages):
        raise SourceError(
            f"{len(images)} page images were given for {len(pages)} pages; give one for each page"
        )
    for number, (image, page) in enumerate(zip(images, pages, strict=False), start=1):
        if not _fits(image, page):
            raise SourceError(
                f"{image.reference}: it has {image.width} x {image.height} pixels and page {number}"
                f" of the text {page.width} x {page.height}; give the images of these pages"
            )
    return list(images)


def found(path: Path, pages: Sequence[ScannedPage]) -> list[PageImage | None]:
    """The image of each page of the source, None where none is found that fits."""
    named = [_named(path, page) for page in pages]
    if all(named):
        return named
    beside = _beside(path, len(pages))
    if len(beside) < len(pages):
        beside = []
    return [
        name or (beside[at] if beside and _fits(beside[at], page) else None)
        for at, (name, page) in enumerate(zip(named, pages, strict=True))
    ]


def images_from(document: Document, before: Path, after: Path) -> Document:
    """The document with its images, which are relative to the folder ``before``, relative to the
    folder ``after``.
    """
    if before.resolve() == after.resolve():
        return document
    pages: list[Page] = []
    for page in document.pages:
        if page.image:
            name, mark, number = page.image.partition("#")
            moved = os.path.relpath((before / name).resolve(), after.resolve())
            page = replace(page, image=Path(moved).as_posix() + mark + number)
        pages.append(page)
    return replace(document, pages=tuple(pages))


def stem(path: Path) -> str:
    """The name without suffixes: "p-1" of "p-1.alto.xml"."""
    return _OF_OCR.sub("", path.stem)


def in_order(paths: Iterable[Path]) -> list[Path]:
    """By name, the numbers in it by value: page 2 before page 10."""
    return sorted(
        paths,
        key=lambda path: [
            (int(part), "") if part.isdecimal() else (-1, part)
            for part in _DIGITS.split(path.name.casefold())
        ],
    )


def _of(path: Path, folder: Path) -> list[PageImage]:
    if path.is_dir():
        try:
            files = [file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES]
        except OSError as error:
            raise SourceError(f"{path}: can't be read; check the folder") from error
        files = [file for file in in_order(files) if not file.name.startswith(".")]
        if not files:
            raise SourceError(f"{path}: the folder holds no page images; choose another")
        return [image for file in files for image in _of(file, folder)]
    try:
        with path.open("rb") as handle:
            if b"%PDF-" in handle.read(1024):
                sizes = pdf.sizes(path)
            else:
                handle.seek(0)
                if not images.is_image(handle.read(8)):
                    raise SourceError(
                        f"{path}: this is no page image; give a PDF, PNG, JPEG or TIFF file"
                    )
                handle.seek(0)
                sizes = images.sizes(handle, path)
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: can't be read; check the name and its permissions") from error
    name = Path(os.path.relpath(path, folder)).as_posix()
    paged = len(sizes) > 1 or path.suffix.lower() == ".pdf"
    return [
        PageImage(f"{name}#page={number}" if paged else name, *size)
        for number, size in enumerate(sizes, start=1)
    ]


def _named(path: Path, page: ScannedPage) -> PageImage | None:
    """The image that the source names, if it lies below the source's folder and fits."""
    name = PurePosixPath(page.image.replace("\\", "/"))
    if not page.image or name.is_absolute() or ".." in name.parts or ":" in page.image:
        return None
    image = _safe(path.parent / name, path.parent)
    return image[0] if len(image) == 1 and _fits(image[0], page) else None


def _beside(path: Path, pages: int) -> list[PageImage]:
    """What has the source's name and another suffix, or its name and the pages' numbers."""
    for suffix in _SUFFIXES:
        beside = path.with_name(stem(path) + suffix)
        if beside != path and (one := _safe(beside, path.parent)):
            return one
    for suffix in _SUFFIXES[1:]:
        numbered = [path.with_name(f"{stem(path)}-{at + 1}{suffix}") for at in range(pages)]
        every = [_safe(one, path.parent) for one in numbered if one.exists()]
        if len(every) == pages and all(len(one) == 1 for one in every):
            return [image for one in every for image in one]
    return []


def _safe(path: Path, folder: Path) -> list[PageImage]:
    """The images in the file; none if it is not there, no image, or a link out of the folder."""
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        return _of(path, folder) if inside and path.is_file() else []
    except (SourceError, OSError, ValueError):
        return []


def _fits(image: PageImage, page: ScannedPage) -> bool:
    """Whether the image may be the page's: the ratio of its sides is the same."""
    if not (page.width and page.height):
        return True
    ratio = image.width * page.height / (image.height * page.width)
    return abs(ratio - 1) <= _SAME_RATIO
