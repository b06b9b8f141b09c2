"""ALTO 2, 3 and 4, in its namespaces and without one."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from app import safe_xml
from app.importers.geometry import (
    Printed,
    ScannedPage,
    Token,
    box_of,
    confidence,
    number,
    printed_line,
    size,
)
from app.importers.lines import Box
from app.importers.source import SourceError

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def pages(data: bytes, path: Path) -> list[ScannedPage]:
    """The pages of the file; ``path`` is for messages. Raises SourceError."""
    try:
        root = safe_xml.parsed(data, str(path), foreign=True)
    except safe_xml.XmlError as error:
        raise SourceError(str(error)) from None
    image = next((name.text or "" for name in root.iter("{*}fileName")), "").strip()
    found = list(root.iter("{*}Page"))
    if not found:
        raise SourceError(f"{path}: this ALTO file has no page; export it again")
    # The image is stated for the file: it says something only where the file is one page.
    return [_page(element, image if len(found) == 1 else "") for element in found]


def _page(element: etree._Element, image: str) -> ScannedPage:
    lines = (_line(line) for line in element.iter("{*}TextLine"))
    printed = tuple(line for line in lines if line)
    return ScannedPage(printed, size(element.get("WIDTH")), size(element.get("HEIGHT")), image)


def _line(element: etree._Element) -> Printed | None:
    tokens: list[Token] = []
    for part in element:
        name = part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""
        text = part.get("CONTENT") or ""
        if name == "String":
            tokens.append(Token(text, _box(part), confidence(part.get("WC"))))
        elif name == "HYP" and tokens:
            # Printed at the end of the line, and no part of the word before it.
            word = tokens[-1]
            tokens[-1] = word._replace(text=word.text + text.replace(_SOFT_HYPHEN, "-"))
        elif name == "HYP":
            tokens.append(Token(text.replace(_SOFT_HYPHEN, "-"), _box(part)))
    return printed_line(tokens, _box(element))


def _box(element: etree._Element) -> Box | None:
    left, top, width, height = (
        number(element.get(name)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")
    )
    return box_of(left, top, left + width, top + height)
