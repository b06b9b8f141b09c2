"""PAGE XML, 2010 to 2019: text at the level of words, of lines or of regions."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from app import safe_xml
from app.importers.geometry import (
    Printed,
    ScannedPage,
    Token,
    around,
    box_of,
    confidence,
    number,
    printed_line,
    size,
)
from app.importers.lines import Box
from app.importers.source import SourceError


def pages(data: bytes, path: Path) -> list[ScannedPage]:
    """The page of the file; ``path`` is for messages. Raises SourceError."""
    try:
        root = safe_xml.parsed(data, str(path), foreign=True)
    except safe_xml.XmlError as error:
        raise SourceError(str(error)) from None
    found = list(root.iter("{*}Page"))
    if not found:
        raise SourceError(f"{path}: this PAGE file has no page; export it again")
    return [_page(element) for element in found]


def _page(element: etree._Element) -> ScannedPage:
    regions = list(element.iter("{*}TextRegion"))
    order = _reading_order(element)
    printed = [line for region in _sorted(regions, order) for line in _lines(region)]
    return ScannedPage(
        tuple(printed),
        size(element.get("imageWidth")),
        size(element.get("imageHeight")),
        element.get("imageFilename") or "",
        ordered=bool(order),
    )


def _reading_order(page: etree._Element) -> dict[str, int]:
    """The place of each region that the reading order names.

    References with an index stand in a group by it, groups in groups too.
    """
    order: dict[str, int] = {}

    def read(group: etree._Element) -> None:
        parts = [part for part in group if isinstance(part.tag, str)]
        for part in sorted(parts, key=_index):
            order.setdefault(part.get("regionRef") or "", len(order))
            read(part)

    for stated in page.iterchildren("{*}ReadingOrder"):
        read(stated)
    order.pop("", None)
    return order


def _index(part: etree._Element) -> float:
    index = number(part.get("index"))
    return 0.0 if math.isnan(index) else index


def _sorted(regions: Sequence[etree._Element], order: dict[str, int]) -> list[etree._Element]:
    """The regions in reading order; one that it does not name comes after the one before it in
    the file.
    """
    last, places = -1, []
    for region in regions:
        last = order.get(region.get("id") or "", last)
        places.append(last)
    return [region for _, region in sorted(zip(places, regions, strict=True), key=lambda p: p[0])]


def _lines(region: etree._Element) -> Iterator[Printed]:
    """The lines of the region, without those of regions in it. The text of the region itself is
    read where its lines have none.
    """
    found = [line for part in region.iterchildren("{*}TextLine") if (line := _line(part))]
    if found:
        yield from found
        return
    text, sure = _text(region)
    rows = [row for row in text.splitlines() if row.strip()]
    box = _box(region)
    for at, row in enumerate(rows):
        share = box and _share(box, at, len(rows))
        if line := printed_line([Token(row, None, sure)], share):
            yield line


def _line(element: etree._Element) -> Printed | None:
    """The line's words; its own text where they do not hold all of it."""
    tokens = [_word(word) for word in element.iterchildren("{*}Word")]
    text, sure = _text(element)
    if _signs("".join(token.text for token in tokens)) >= _signs(text):
        return printed_line(tokens, _box(element))
    parts = text.split()
    if len(parts) == len(tokens):
        paired = zip(tokens, parts, strict=True)
        return printed_line([token._replace(text=part) for token, part in paired], _box(element))
    return printed_line([Token(text, None, sure)], _box(element))


def _word(element: etree._Element) -> Token:
    text, sure = _text(element)
    text = text or "".join(_text(glyph)[0] for glyph in element.iterchildren("{*}Glyph"))
    return Token(text, _box(element), sure)


def _text(element: etree._Element) -> tuple[str, float | None]:
    """The first reading of the element, and how sure it is."""
    readings = sorted(element.iterchildren("{*}TextEquiv"), key=_index)
    for reading in readings:
        text = next((part.text or "" for part in reading.iterchildren("{*}Unicode")), "")
        if text.strip():
            return text, confidence(reading.get("conf"))
    return "", None


def _signs(text: str) -> int:
    return len("".join(text.split()))


def _box(element: etree._Element) -> Box | None:
    """The box around the element's outline: ``points``, or ``Point`` elements before 2013."""
    for outline in element.iterchildren("{*}Coords"):
        stated = [pair.split(",") for pair in (outline.get("points") or "").split()]
        stated += [[p.get("x") or "", p.get("y") or ""] for p in outline.iterchildren("{*}Point")]
        boxes = [
            box
            for pair in stated
            if len(pair) == 2 and (box := box_of(*map(number, pair), *map(number, pair)))
        ]
        if boxes:
            return around(boxes)
    return None


def _share(box: Box, at: int, rows: int) -> Box:
    """The row's share of the height."""
    height = (box.bottom - box.top) / rows
    return Box(
        box.left, round(box.top + height * at), box.right, round(box.top + height * (at + 1))
    )
