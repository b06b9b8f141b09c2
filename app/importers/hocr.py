"""hOCR: HTML whose elements say in ``class`` what they are, and in ``title`` where."""

from __future__ import annotations

import re
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
)
from app.importers.lines import Box
from app.importers.source import SourceError

_LINES = frozenset(("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption",
                    "ocr_textfloat"))  # fmt: skip
_BREAKS = frozenset(("br", "p", "div", "td", "tr", "li", "h1", "h2", "h3"))
_UNREAD = frozenset(("head", "script", "style"))
_BOX = re.compile(r"\bbbox\s+(\S+)\s+(\S+)\s+(\S+)\s+([^\s;]+)")
_CONFIDENCE = re.compile(r"\bx_wconf\s+([^\s;]+)")
_IMAGE = re.compile(r"\bimage\s+(?:\"([^\"]*)\"|'([^']*)'|([^\s;]+))")
_TEXT = etree.XPath("string()")
_FULL = 100.0
"""What ``x_wconf`` says of a word that is certain."""


def is_hocr(text: str) -> bool:
    """Whether HTML is hOCR: it has a page, a line or a word of it."""
    return re.search("ocr_page|ocr_line|ocrx_word", text) is not None


def pages(data: bytes, path: Path) -> list[ScannedPage]:
    """The pages of the file; ``path`` is for messages. Raises SourceError."""
    root = _root(data, path)
    found = [element for element in root.iter() if "ocr_page" in _classes(element)]
    return [_Reader().page(element) for element in found or [root]]


def _root(data: bytes, path: Path) -> etree._Element:
    """The root of XHTML; of HTML where it is none, or names entities that only HTML knows."""
    try:
        root = safe_xml.parsed(data, str(path), foreign=True)
        if next(root.iter(etree.Entity), None) is None:
            return root
    except safe_xml.XmlError:
        pass  # tag soup is no mistake in HTML
    try:
        return safe_xml.parsed_html(data, str(path))
    except safe_xml.XmlError as error:
        raise SourceError(str(error)) from None


class _Reader:
    """Goes through a page and puts its text into lines."""

    def __init__(self) -> None:
        self._lines: list[Printed] = []
        self._tokens: list[Token] = []
        self._box: Box | None = None

    def page(self, element: etree._Element) -> ScannedPage:
        title = element.get("title") or ""
        box = _box(title)
        self._read(element)
        self._end_line()
        image = _IMAGE.search(title)
        return ScannedPage(
            tuple(self._lines),
            box.right if box else 0,
            box.bottom if box else 0,
            next(filter(None, image.groups()), "") if image else "",
        )

    def _read(self, page: etree._Element) -> None:
        walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._begin(element):
                    walk.skip_subtree()
                continue
            if event == "end" and _breaks(element):
                self._end_line()
            if element is not page:
                self._add(element.tail)

    def _begin(self, element: etree._Element) -> bool:
        """Take in the element's own text; True when all that is in it was taken."""
        classes = _classes(element)
        if "ocrx_word" in classes:
            self._tokens.append(_word(element))
            return True
        if _tag(element) in _UNREAD:
            return True
        if _breaks(element):
            self._end_line()
        if _is_line(element):
            self._box = _box(element.get("title") or "")
        self._add(element.text)
        return False

    def _add(self, text: str | None) -> None:
        if text and not text.isspace():
            self._tokens.append(Token(text))

    def _end_line(self) -> None:
        if line := printed_line(self._tokens, self._box):
            self._lines.append(line)
        self._tokens, self._box = [], None


def _breaks(element: etree._Element) -> bool:
    return _tag(element) in _BREAKS or _is_line(element)


def _is_line(element: etree._Element) -> bool:
    return not _LINES.isdisjoint(_classes(element))


def _word(element: etree._Element) -> Token:
    title = element.get("title") or ""
    text = str(_TEXT(element))
    if any("ocrx_cinfo" in _classes(part) for part in element):
        text = "".join(text.split())
    sure = _CONFIDENCE.search(title)
    return Token(text, _box(title), confidence(sure[1], _FULL) if sure else None)


def _box(title: str) -> Box | None:
    found = _BOX.search(title)
    return box_of(*map(number, found.groups())) if found else None


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _tag(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
