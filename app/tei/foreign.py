"""What the desk does not know in a file, and how it is kept.

Foreign elements around text are ``Markup``, all other foreign things are XML as written here: the
namespace of TEI is understood, every other is declared. ``Carried.where`` says where those belong
that belong to no paragraph.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml import etree

from app.model.document import Carried, Document
from app.model.passage import Passage
from app.model.spans import Inclusion, Markup
from app.tei.errors import TeiError
from app.tei.markup import attributes, quoted
from app.tei.vocabulary import MARKUP_END, MARKUP_START, TEI, XML_ID, clark, rank

_EDGES = (MARKUP_START, MARKUP_END)
_POINTER = re.compile(r"#([\w.-]+)")
_DECLARATION = f' xmlns="{TEI}"'
_HIDDEN = frozenset(
    map(clark, ("note", "fw", "gap", "figure", "list", "table", "floatingText", "lg", "index"))
)
"""Foreign elements whose text is not running text."""
_NOT_CHOSEN = frozenset(map(clark, ("sic", "orig", "expan")))
"""Of a foreign ``choice`` the other reading is the text."""
_POINTS = frozenset(
    map(clark, ("lb", "pb", "cb", "gb", "milestone", "anchor", "ptr", "graphic", "space", "media"))
)
"""Elements that never hold text. Any other without text is ``Markup`` whose text was deleted."""
_BLOCKS = tuple(map(clark, ("p", "div", "ab", "list", "table", "lg", "quote")))


def is_element(node: etree._Element) -> bool:
    """Not a comment, nor a processing instruction."""
    return isinstance(node.tag, str)


def as_xml(node: etree._Element) -> str:
    """An element, comment or processing instruction as XML, without what follows it."""
    if not is_element(node):
        return etree.tostring(node, encoding="unicode", with_tail=False)
    # A copy declares the namespaces that it uses, and not all that the file does.
    node = copy.deepcopy(node)
    written = etree.tostring(node, encoding="unicode", with_tail=False)
    start, bracket, rest = written.partition(">")
    if node.tag.startswith(f"{{{TEI}}}"):
        start = start.replace(_DECLARATION, "", 1)
    return start + bracket + rest


def is_hidden(node: etree._Element) -> bool:
    """Whether there is no running text in it, so that it is kept as one piece."""
    tag = node.tag
    if not is_element(node) or tag[:1] != "{" or tag in _HIDDEN:
        return True
    parent = node.getparent()
    if tag in _NOT_CHOSEN and parent is not None and parent.tag == clark("choice"):
        return True
    return tag in _POINTS or next(node.iter(*_BLOCKS), None) is not None


def carried_attribute(where: str, name: str, value: str) -> Carried:
    """An attribute (Clark name) of an element that the desk knows."""
    return Carried(where, f'{name}="{quoted(value)}"')


def in_order(carried: Iterable[Carried]) -> tuple[Carried, ...]:
    """By place; there attributes first, then elements in the order TEI asks for."""

    def key(piece: Carried) -> tuple[str, bool, int]:
        element = piece.xml.startswith("<")
        return piece.where, element, rank(piece.where, piece.xml) if element else 0

    return tuple(sorted(carried, key=key))


class Foreign:
    """The carried pieces of a document, by the place they belong to."""

    def __init__(self, carried: Iterable[Carried]) -> None:
        self._elements: dict[str, list[str]] = defaultdict(list)
        self._attributes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for piece in carried:
            if piece.xml.startswith("<"):
                self._elements[piece.where].append(piece.xml)
            else:
                self._attributes[piece.where].append(_pair(piece.xml))

    def children(self, where: str) -> list[str]:
        return self._elements.get(where, [])

    def attributes(self, where: str) -> str:
        """All attributes that belong there, as they are written."""
        return attributes(self._attributes.get(where, ()))

    def has_attribute(self, where: str, name: str) -> bool:
        return any(name == held for held, _ in self._attributes.get(where, ()))


def _pair(written: str) -> tuple[str, str]:
    name, _, value = written.partition("=")
    element = etree.fromstring(f"<a v={value}/>")
    return name, element.get("v") or ""


def identifiers(document: Document) -> Iterator[str]:
    """Every xml:id in the foreign parts. Raises TeiError where one of them is not XML."""
    for name, value in _attributes(document):
        if name == XML_ID:
            yield value
    for xml in _elements(document):
        yield from _identifiers_in(xml)


def pointed_to(document: Document) -> Iterator[str]:
    """What foreign parts point to, in this file or in none: no new identifier may be such."""
    for _, value in _attributes(document):
        yield from _POINTER.findall(value)
    for xml in _elements(document):
        yield from _POINTER.findall(xml)


def _attributes(document: Document) -> Iterator[tuple[str, str]]:
    for passage in passages(document):
        for span in passage.spans:
            if isinstance(span, Markup):
                yield from (pair for pair in span.attributes if pair[0] not in _EDGES)
    for paragraph in document.paragraphs:
        yield from paragraph.attributes
    for piece in document.carried:
        if not piece.xml.startswith("<"):
            yield _pair(piece.xml)


def _elements(document: Document) -> Iterator[str]:
    for passage in passages(document):
        for span in passage.spans:
            if isinstance(span, Inclusion):
                yield span.xml
            elif isinstance(span, Markup):
                yield from (xml for name, xml in span.attributes if name in _EDGES)
    for paragraph in document.paragraphs:
        yield from paragraph.before
    yield from (piece.xml for piece in document.carried if piece.xml.startswith("<"))


def passages(document: Document) -> Iterator[Passage]:
    """Every passage that has spans."""
    for paragraph in document.paragraphs:
        if paragraph.passage.spans:
            yield paragraph.passage
        if paragraph.label is not None and paragraph.label.spans:
            yield paragraph.label
    for page in document.pages:
        yield from (piece.text for piece in page.furniture if piece.text.spans)
    yield document.heading.title
    for entry in document.heading.entries:
        yield from (entry.label, entry.text)
    if document.trailer is not None:
        yield document.trailer


def _identifiers_in(xml: str) -> Iterator[str]:
    try:
        root = etree.fromstring(f'<x xmlns="{TEI}">{xml}</x>')
    except etree.XMLSyntaxError as error:
        raise TeiError(f"a carried element is not XML ({error.msg}): {xml[:40]}") from None
    for element in root.iter(etree.Element):
        identifier = element.get(XML_ID)
        if identifier is not None:
            yield identifier
