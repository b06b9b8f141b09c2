"""From a document to the bytes of its working file, the same bytes for the same document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from app.model.document import Document
from app.model.spans import Note, Redaction
from app.model.terms import Level
from app.tei import facsimile, stand_off
from app.tei.body_writer import BodyWriter
from app.tei.errors import TeiError
from app.tei.foreign import Foreign, identifiers, passages, pointed_to
from app.tei.header_writer import HeaderWriter
from app.tei.markup import is_name, unwritable
from app.tei.register import Register
from app.tei.vocabulary import (
    CAVEATS,
    CLASSIFICATION,
    EXEMPTIONS,
    OUTSIDE,
    ROOT,
    TEI,
    TEXT,
    rank,
)

_OWN = [CLASSIFICATION, CAVEATS, EXEMPTIONS, *(level.name for level in Level)]


def write(document: Document) -> bytes:
    """The working file, UTF-8. Raises TeiError where it cannot hold what the document says."""
    written = "\n".join(_lines(document))
    _check_characters(document, written)
    return written.encode("utf-8")


def _lines(document: Document) -> list[str]:
    taken = _taken(document)
    register = Register(taken)
    foreign = Foreign(document.carried)
    images, surfaces = facsimile.written(document.pages, register)
    body = BodyWriter(document, register, foreign, surfaces).written()
    decided = stand_off.written(document, register)
    header = HeaderWriter(document, register, foreign).written()
    text = _in_order(TEXT, [body, *([xml] for xml in foreign.children(TEXT))])
    text = [f"<text{foreign.attributes(TEXT)}>", *text, "</text>"]
    apart = [[part] for part in (images, decided) if part]
    foreign_parts = ([xml] for xml in foreign.children(ROOT))
    parts = _in_order(ROOT, [[header], *apart, text, *foreign_parts])
    root = f'<TEI xmlns="{TEI}"{foreign.attributes(ROOT)}>'
    prolog = ['<?xml version="1.0" encoding="UTF-8"?>', *foreign.children(OUTSIDE)]
    return [*prolog, root, *parts, "</TEI>", ""]


def _in_order(where: str, elements: list[list[str]]) -> list[str]:
    """The lines of the elements, in the order that TEI asks for there."""
    elements.sort(key=lambda lines: rank(where, lines[0]))
    return list(chain.from_iterable(elements))


def _taken(document: Document) -> set[str]:
    """Every identifier in the document. Raises TeiError for one that comes twice or is no name."""
    taken = set(_OWN)
    for identifier in _own_identifiers(document):
        if not is_name(identifier):
            raise TeiError(f'"{identifier}" is no XML name: give another identifier')
        if identifier in taken:
            raise TeiError(f'the identifier "{identifier}" occurs twice: give one another')
        taken.add(identifier)
    for identifier in identifiers(document):
        if identifier in taken:
            raise TeiError(f'the identifier "{identifier}" occurs twice: give one another')
        taken.add(identifier)
    taken.update(pointed_to(document))
    return taken


def _own_identifiers(document: Document) -> Iterator[str]:
    for paragraph in document.paragraphs:
        yield paragraph.id
    for passage in passages(document):
        yield from (span.id for span in passage.spans if isinstance(span, Note))
    yield from dict.fromkeys(
        span.id
        for passage in passages(document)
        for span in passage.spans
        if isinstance(span, Redaction)
    )
    yield from (page.id for page in document.pages)
    yield from (person.id for person in document.people)
    yield from (place.id for place in document.places)
    yield from (reviewer.id for reviewer in document.reviewers)


def _check_characters(document: Document, written: str) -> None:
    character = unwritable(written)
    if character is None:
        return
    where = next(
        (f"paragraph {p.id}" for p in document.paragraphs if unwritable(p.passage.text)),
        "the file",
    )
    raise TeiError(f"{where} holds U+{ord(character):04X}, which XML cannot: remove it")
