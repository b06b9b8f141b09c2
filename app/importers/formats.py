"""Which format a file is of: told by what it holds, never by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from app import safe_xml
from app.importers import alto, hocr, images, page_xml, pdf
from app.importers.geometry import ScannedPage

_ROOT = re.compile(
    r"(?:<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>\s*|<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:[\w.-]+:)?(\w+)",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = 64 * 1024
_PDF_WITHIN = 1024
"""Bytes that may stand before the signature of a PDF."""

Reader = Callable[[bytes, Path], list[ScannedPage]]

_READERS: dict[str, Reader] = {
    "hocr": hocr.pages,
    "alto": alto.pages,
    "page": page_xml.pages,
    "pdf": pdf.pages,
    "image": images.pages,
}


def reader_of(data: bytes) -> tuple[str, Reader] | None:
    """The name of the format and what reads it, None for a text or anything else."""
    name = _name(data)
    return (name, _READERS[name]) if name else None


def _name(data: bytes) -> str | None:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if images.is_image(data[:8]):
        return "image"
    try:
        text = safe_xml.decoded(data[:_WITHIN], whole=False, foreign=True)
    except safe_xml.XmlError:
        return None
    root = _ROOT.match(text, safe_xml.prolog_end(text))
    if root is None:
        return None
    name = {"alto": "alto", "pcgts": "page"}.get(root[1].lower())
    return name or ("hocr" if hocr.is_hocr(text) else None)
