"""Which file a page's image is. Only files below the document's own folder are read."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

_OF_PDF = re.compile(r"(?P<name>.+?)(?:#page=(?P<page>\d{1,6}))?", re.DOTALL)


class FacsimileError(Exception):
    """A page image that can't be shown. Its text is one line: what, where, what to do."""


class Reference(NamedTuple):
    """A file, and which of its pages, counted from 1."""

    path: Path
    page: int = 1


def name_of(reference: str) -> str:
    """The file's name in a reference: "scan.pdf" of "scan.pdf#page=3"."""
    match = _OF_PDF.fullmatch(reference)
    return match["name"] if match else reference


def resolve(reference: str, folder: Path) -> Reference:
    """The file that ``Page.image`` means, seen from the folder of the document or of the images.

    A file that is not where the reference says is looked for by its bare name: images that were
    moved apart from the document are found in the folder they are in now. Raises FacsimileError:
    absolute, climbing out of the folder (be it by a link), no such file.
    """
    match = _OF_PDF.fullmatch(reference)
    name = PurePosixPath(match["name"].replace("\\", "/")) if match else PurePosixPath()
    page = max(1, int(match["page"] or 1)) if match else 1
    try:
        return Reference(_file(name, folder), page)
    except FacsimileError as error:
        if len(name.parts) > 1:
            with suppress(FacsimileError):
                return Reference(_file(PurePosixPath(name.name), folder), page)
        raise error


def _file(name: PurePosixPath, folder: Path) -> Path:
    """The file of this name below the folder. Raises FacsimileError."""
    if not name.parts or name.is_absolute() or ".." in name.parts or ":" in str(name):
        raise FacsimileError(
            f"{str(name)!r} is no place below the document's folder; locate the images, or copy"
            " them beside the document"
        )
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        there = path.is_file()
    except (OSError, ValueError, RuntimeError) as error:
        raise FacsimileError(
            f"{str(name)!r} can't be the name of a file; attach another"
        ) from error
    if not inside:
        raise FacsimileError(
            f"{name} is a link out of the document's folder; copy the image itself there"
        )
    if not there:
        raise FacsimileError(f"{name} is not in the document's folder; put it there or locate it")
    return path
