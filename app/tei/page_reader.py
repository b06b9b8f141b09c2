"""Pages: where each begins, and the furniture that stands on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.model.document import Furniture, Page
from app.model.spans import PageBreak
from app.model.terms import Certainty, FurnitureKind, Level, Place
from app.tei.facsimile import path_of
from app.tei.identifiers import Identifiers
from app.tei.inline_reader import FW, PB, InlineReader
from app.tei.pointers import Points
from app.tei.shapes import Element, unstruck
from app.tei.vocabulary import MOVED, SHEET, STAMP, XML_ID, clark

AB, STAMP_TAG = clark("ab"), clark(STAMP)

_LEVELS = {f"#{level.name}": level for level in Level}
_KINDS = {kind.value: kind for kind in FurnitureKind}
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
_SURE = Certainty.HIGH.value
_PLACES = {place.value: place for place in Place}
_BREAKS = ((None, None), (MOVED, None), (SHEET, None), (MOVED, SHEET))


@dataclass
class _PageRead:
    """A page as far as it has been read."""

    id: str
    number: int
    image: str | None
    sheet: bool
    furniture: list[Furniture] = field(default_factory=list)

    def page(self) -> Page:
        by_place = sorted(self.furniture, key=lambda piece: piece.place is Place.BOTTOM)
        return Page(self.id, self.number, tuple(by_place), self.image, sheet=self.sheet)


class PagesReader:
    """Reads the pages of one body, in their order."""

    def __init__(self, points: Points, inline: InlineReader, identifiers: Identifiers) -> None:
        self._points = points
        self._inline = inline
        self._identifiers = identifiers
        self._pages: list[_PageRead] = []

    @property
    def pages(self) -> tuple[Page, ...]:
        """Those read so far."""
        return tuple(page.page() for page in self._pages)

    def begin(self) -> None:
        """Text begins; with no page break before it, on a page that the file does not name."""
        if not self._pages:
            self._pages.append(_PageRead(self._identifiers.fresh("page"), 1, None, False))

    def part(self, element: Element) -> PageBreak | bool:
        """Reads a page break or furniture; True too for the first page, which needs no anchor."""
        if element.tag == PB:
            return self._page_break(element)
        if element.tag in (FW, AB):
            piece = self._furniture(element)
            if piece is not None:
                self.begin()
                self._pages[-1].furniture.append(piece)
                return True
        return False

    def _page_break(self, pb: Element) -> PageBreak | bool:
        first = not self._pages
        known = {XML_ID, "n", "facs", "type", *(() if first else ("subtype", "resp", "change"))}
        kinds = (pb.get("type"), pb.get("subtype"))
        if not set(pb.keys()) <= known or kinds not in _BREAKS or (first and MOVED in kinds):
            return False
        identifier = pb.get(XML_ID) or self._identifiers.fresh("page")
        number = pb.get("n", "")
        plain_number = number.isascii() and number.isdigit() and len(number) < 10
        facs = pb.get("facs")
        image = None if facs is None else path_of(facs)
        after = self._pages[-1].number + 1 if self._pages else 1
        number_read = int(number) if plain_number else after
        self._pages.append(_PageRead(identifier, number_read, image, SHEET in kinds))
        if first:
            return True
        return PageBreak(0, 0, identifier, MOVED not in kinds, self._points.act(pb))

    def _furniture(self, element: Element) -> Furniture | None:
        """The piece, None if it is not quite as the desk writes it."""
        named = "place"
        kind = _KINDS.get(element.get("type", ""))
        content = element
        if element.tag == AB:
            named = "subtype"
            if kind is not FurnitureKind.STAMP or len(element) != 1:
                return None
            content = element[0]
            if content.tag != STAMP_TAG or content.attrib:
                return None
        place = _PLACES.get(element.get(named, ""))
        level = _LEVELS.get(element.get("ana", ""))
        certainty = _CERTAINTIES.get(element.get("cert", _SURE))
        exact = set(element.keys()) <= {"type", named, "ana", "cert"}
        if kind is None or place is None or certainty is None or not exact:
            return None
        if level is None and element.get("ana") is not None:
            return None
        inner = unstruck(content)
        text = self._inline.passage(inner)
        return Furniture(kind, place, text, level, inner is not content, certainty)
