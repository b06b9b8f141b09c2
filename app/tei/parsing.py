"""What is TEI, and its tree: read by the one safe parser, complained of as TEI."""

from __future__ import annotations

from lxml import etree

from app import safe_xml
from app.tei.errors import TeiError
from app.tei.vocabulary import TEI

_NAMESPACE_WITHIN = 4096


def parsed(source: bytes, name: str = "") -> etree._Element:
    """The root element. Raises TeiError; ``name`` is the file's, for the message."""
    try:
        return safe_xml.parsed(source, name)
    except safe_xml.XmlError as error:
        raise TeiError(str(error)) from None


def looks_like_tei(source: bytes) -> bool:
    """Whether it is XML whose root names the TEI namespace; it may still be broken."""
    try:
        text = safe_xml.decoded(source[: 16 * _NAMESPACE_WITHIN], whole=False)
    except safe_xml.XmlError:
        return False
    start = safe_xml.prolog_end(text)
    return text.startswith("<", start) and TEI in text[start : start + _NAMESPACE_WITHIN]
