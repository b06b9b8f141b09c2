"""From the bytes of a TEI file, the desk's own or any that holds paragraphs, to a document."""

from __future__ import annotations

from dataclasses import replace

from app.model.document import Carried, Dismissal, Document, Page, WordList
from app.model.paragraphs import Paragraphs
from app.model.terms import FurnitureKind
from app.tei import stand_off
from app.tei.body_reader import BodyReader
from app.tei.decided import Decided
from app.tei.errors import TeiError
from app.tei.facsimile import placed, read_surfaces
from app.tei.foreign import as_xml, carried_attribute, in_order
from app.tei.header_reader import HeaderReader
from app.tei.identifiers import Identifiers
from app.tei.parsing import parsed
from app.tei.shapes import Element, plain
from app.tei.vocabulary import IDENTIFIER, OUTSIDE, ROOT, TEXT, clark, local

TEI_TAG, HEADER_TAG, TEXT_TAG, BODY_TAG = map(clark, ("TEI", "teiHeader", "text", "body"))
DIV_TAG, P_TAG, FACSIMILE_TAG = map(clark, ("div", "p", "facsimile"))


def read(source: bytes, name: str = "") -> Document:
    """The document in the file. Raises TeiError; ``name`` is the file's, for the message.

    ``read(write(d)) == d``. What it cannot place in a file by another program, ``losses`` names.
    """
    root = parsed(source, name)
    header = HeaderReader()
    tei = root if root.tag in (TEI_TAG, DIV_TAG) else _inside(root, name)
    frame = _Frame(header, _outside(root))
    text = frame.read(tei)
    identifiers = Identifiers(root)
    body = BodyReader(header.points, identifiers)
    body.read(text)
    if not body.paragraphs:
        raise TeiError(f"{name or 'the file'}: no paragraphs in it: open a TEI file with a text")
    document = Document(
        paragraphs=Paragraphs(body.paragraphs),
        pages=tuple(frame.placed(page) for page in body.pages),
        people=tuple(header.people),
        heading=body.heading,
        metadata=header.metadata,
        trailer=body.trailer,
        reviewers=tuple(header.reviewers),
        revisions=tuple(header.revisions),
        source=header.source,
        carried=in_order([*frame.carried, *header.carried, *body.carried]),
        dismissed=frame.dismissed,
        places=tuple(header.places),
        words=frame.words,
        serial=identifiers.serial if header.serial is None else header.serial,
    )
    return frame.released.put_into(_with_log_number(document, header))


def _inside(root: Element, name: str) -> Element:
    """The first TEI document or division within other XML."""
    for found in root.iter(TEI_TAG, DIV_TAG):
        if found.tag == TEI_TAG or found.find(P_TAG) is not None:
            return found
    told = local(str(root.tag))
    raise TeiError(f"{name or 'the file'}: its root is {told}, not TEI: open a TEI file")


def _outside(root: Element) -> list[Carried]:
    """Comments and processing instructions before and after the root."""
    before = reversed(list(root.itersiblings(preceding=True)))
    return [Carried(OUTSIDE, as_xml(node)) for node in (*before, *root.itersiblings())]


class _Frame:
    """What is around the body: header, page images, and foreign things."""

    def __init__(self, header: HeaderReader, carried: list[Carried]) -> None:
        self._header = header
        self._surfaces: dict[str, Page] = {}
        self.dismissed: tuple[Dismissal, ...] = ()
        self.words = WordList()
        self.released = Decided()
        self._noted = False
        self.carried = carried

    def read(self, tei: Element) -> Element:
        """Gives back the body, or the division that stands for it."""
        if tei.tag == DIV_TAG:
            return tei
        body: Element | None = None
        self._attributes(tei, ROOT)
        for child in tei:
            if child.tag == HEADER_TAG:
                self._header.read(child)
            elif child.tag == TEXT_TAG and body is None and child.find(BODY_TAG) is not None:
                body = child.find(BODY_TAG)
                self._attributes(child, TEXT)
                self.carried += [Carried(TEXT, as_xml(part)) for part in child if part is not body]
            elif not self._facsimile(child, tei) and not self._stand_off(child):
                self.carried.append(Carried(ROOT, as_xml(child)))
        if body is None:
            raise TeiError("the file has no text with a body: open a TEI file with a text")
        return body

    def placed(self, page: Page) -> Page:
        """The page with what is known of its image."""
        surface = self._surfaces.get(page.id)
        return page if surface is None else placed(page, surface)

    def _facsimile(self, element: Element, tei: Element) -> bool:
        if element.tag != FACSIMILE_TAG or self._surfaces:
            return False
        self._surfaces = read_surfaces(element, tei) or {}
        return bool(self._surfaces)

    def _stand_off(self, element: Element) -> bool:
        found = None if self._noted else stand_off.read(element, self._header.points)
        if found is None:
            return False
        self._noted = True
        self.dismissed, self.words, self.released = found
        return True

    def _attributes(self, element: Element, where: str) -> None:
        for name, value in element.attrib.items():
            self.carried.append(carried_attribute(where, str(name), str(value)))


def _with_log_number(document: Document, header: HeaderReader) -> Document:
    """The log number is written from the paper; one that is not on the paper is carried."""
    element = header.log_number
    if element is None:
        return document
    printed = next(document.furniture(FurnitureKind.LOG_NUMBER), None)
    if printed and plain(element, "type") == printed[1].text.text.replace("\n", " "):
        return document
    carried = in_order([*document.carried, Carried(IDENTIFIER, as_xml(element))])
    return replace(document, carried=carried)
