"""Which files of a folder are pages of one source, and which are only the images of others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from app.importers.formats import reader_of
from app.importers.page_images import stem
from app.importers.source import SourceError, read_bytes

_NUMBERED = re.compile(r"(.+)-(\d{1,5})", re.ASCII)
_PAGE = {
    "hocr": re.compile(rb"""class\s*=\s*["'][^"']*\bocr_page\b"""),
    "alto": re.compile(rb"<(?:\w+:)?Page[\s>]"),
    "page": re.compile(rb"<(?:\w+:)?Page[\s>]"),
}
_PICTURES = ("image", "pdf")


def name_of(paths: Sequence[Path]) -> str:
    """The name of the source without suffixes: "p" of "p-1.hocr", "p-2.hocr"."""
    numbered = _NUMBERED.fullmatch(stem(paths[0])) if len(paths) > 1 else None
    return numbered[1] if numbered else stem(paths[0])


def grouped(paths: Sequence[Path]) -> list[tuple[Path, ...]]:
    """The sources among the files of a folder, each with its files in order.

    STEM-1, STEM-2 ... STEM-n are one source where all are hOCR, ALTO or PAGE of one page each, or
    all are images; no number is left out and all have the same suffixes. Plain texts and PDFs that
    are numbered are sources of their own. An image or PDF with the name of another source shows its
    pages and is none itself.
    """
    formats = {path: _format(path) for path in paths}
    sources = [group for series in _series(paths).values() for group in _checked(series, formats)]
    sources.sort(key=lambda group: paths.index(group[0]))
    written = {
        name
        for group in sources
        if formats[group[0]] not in _PICTURES
        for name in (name_of(group), *map(stem, group))
    }
    return [
        group
        for group in sources
        if formats[group[0]] not in _PICTURES
        or written.isdisjoint((name_of(group), stem(group[0])))
    ]


def _series(paths: Sequence[Path]) -> dict[tuple[Path, str, str], dict[int, Path]]:
    """The files by folder, name before the number and suffixes; those without number by
    themselves.
    """
    series: dict[tuple[Path, str, str], dict[int, Path]] = defaultdict(dict)
    for at, path in enumerate(paths):
        name = stem(path)
        numbered = _NUMBERED.fullmatch(name)
        if numbered and not numbered[2].startswith("0"):
            series[path.parent, numbered[1], path.name[len(name) :]][int(numbered[2])] = path
        else:
            series[path.parent, path.name, "alone"][at] = path
    return series


def _checked(series: dict[int, Path], formats: dict[Path, str]) -> list[tuple[Path, ...]]:
    """The files as one source if they are one, else each as its own."""
    whole = tuple(path for _, path in sorted(series.items()))
    kinds = {formats[path] for path in whole}
    complete = sorted(series) == list(range(1, len(series) + 1))
    if len(whole) > 1 and complete and len(kinds) == 1 and kinds <= {"image", *_PAGE}:
        return [whole]
    return [(path,) for path in whole]


def _format(path: Path) -> str:
    """The file's format; "several" where it has more than a page."""
    try:
        data = read_bytes(path)
    except SourceError:
        return ""  # said when it is converted
    found = reader_of(data)
    name = found[0] if found else ""
    pages = _PAGE.get(name)
    return "several" if pages and len(pages.findall(data)) > 1 else name
