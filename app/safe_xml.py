"""From bytes to a tree, with nothing taken from anywhere else.

No network, no DTD, no entity of its own making: with entities left alone text would silently
vanish, and with entities put in it would grow without bound.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

MAX_BYTES = 64 * 1024 * 1024
"""A memorandum of 5,000 pages as TEI has a quarter of it, 1,000 pages of hOCR or ALTO all of it."""

_DECLARED = re.compile(r"""<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_META = re.compile(r"""<meta\s[^>]*?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 2048
_UNICODE = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii")
_WESTERN = {
    "iso-8859-1": "latin-1",
    "latin-1": "latin-1",
    "latin1": "latin-1",
    "iso-8859-15": "iso-8859-15",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
_ALREADY_DEFINED = re.compile(r"ID (.+) already defined")
_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]*>", re.IGNORECASE)


class XmlError(Exception):
    """One line for a person: what is wrong with the XML, where, and what to do."""


def parsed(source: bytes, name: str = "", *, foreign: bool = False) -> etree._Element:
    """The root element. Raises XmlError; ``name`` is the file's, for the message.

    ``foreign``: from the makers of OCR engines, who write a DOCTYPE (it is cut off unread, and one
    that declares something is refused) and Western encodings of eight bits.
    """
    try:
        return etree.fromstring(_plain(source, name, foreign=foreign), _parser())
    except etree.XMLSyntaxError as error:
        raise XmlError(_at(name, _complaint(error))) from None


def _plain(source: bytes, name: str, *, foreign: bool) -> bytes:
    """The file in UTF-8, without a DOCTYPE; ``source`` itself where it is that."""
    text = decoded(source, name, foreign=foreign)
    start = prolog_end(text)
    if text.startswith("<!DOCTYPE", start):
        found = _DOCTYPE.match(text, start) if foreign else None
        if found is None:
            raise XmlError(_at(name, "has a DOCTYPE, which is not read: remove it"))
        text = text[:start] + text[found.end() :]
    content = text.encode("utf-8", "surrogatepass")
    return source if content == source else content


def parsed_html(source: bytes, name: str = "") -> etree._Element:
    """The root element of HTML, however broken. Raises XmlError.

    Its parser knows the entities of HTML and takes no others from a DOCTYPE.
    """
    text = decoded(source, name, foreign=True)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        raise XmlError(_at(name, _complaint(error))) from None
    if root is None:  # Nothing but comments, say: lxml has no word for it.
        raise XmlError(_at(name, "has no element: choose another file"))
    return root


def decoded(source: bytes, name: str = "", *, whole: bool = True, foreign: bool = False) -> str:
    """The text of the file. Raises XmlError: too large, or in no encoding that is read.

    ``whole`` False: the bytes may end in the middle of a character.
    """
    if len(source) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        raise XmlError(_at(name, f"is larger than {limit} MB: split it into several files"))
    wide = source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if foreign and not wide and (western := _western(source)):
        return source.decode(western, "replace")
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(source, final=whole)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        told = "UTF-16" if wide else "UTF-8"
        raise XmlError(_at(name, f"is not {told} (line {line}): save it as UTF-8")) from None
    declared = _DECLARED.match(text)
    if declared and declared[1].lower() not in _UNICODE:
        raise XmlError(_at(name, f"is declared as {_in_line(declared[1])}: save it as UTF-8"))
    return text


def _in_line(said: str) -> str:
    return " ".join(said.split())[:40]


def _western(source: bytes) -> str | None:
    """The encoding of eight bits that the beginning of XML or HTML declares."""
    start = source[:_DECLARED_WITHIN].decode("latin-1")
    declared = _DECLARED.match(start) or _META.search(start)
    return _WESTERN.get(declared[1].lower()) if declared else None


def prolog_end(text: str) -> int:
    """Where the white space, comments and processing instructions at the start end."""
    at = 0
    while True:
        while text[at : at + 1].isspace():
            at += 1
        for opening, closing in (("<?", "?>"), ("<!--", "-->")):
            if text.startswith(opening, at):
                end = text.find(closing, at + len(opening))
                if end < 0:
                    return len(text)
                at = end + len(closing)
                break
        else:
            return at


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
    )


def _at(name: str, what: str) -> str:
    return f"{name}: {what}" if name else f"the file {what}"


def _complaint(error: etree.XMLSyntaxError) -> str:
    line = error.lineno or 1
    twice = _ALREADY_DEFINED.search(error.msg or "")
    if twice:
        return f'has the xml:id "{twice[1]}" twice (line {line}): give one of them another'
    stated = " ".join((error.msg or "it cannot be parsed").split())
    reason = re.sub(r", line \d+, column \d+$", "", stated)
    return f"is not well-formed XML (line {line}: {reason}): mend it in a text editor"
