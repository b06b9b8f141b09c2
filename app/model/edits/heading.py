"""What is printed around the conversation: the head, the furniture of each page, the end mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

from app.model.document import Document, Furniture, HeadingEntry, Mark, Page
from app.model.edits.base import EditRefused, corrected_to
from app.model.edits.marks import SetMarking, cleared
from app.model.passage import Passage
from app.model.terms import Act, Certainty, FurnitureKind, Level, Place, Position


@dataclass(frozen=True)
class CorrectHeading:
    """The title (``entry`` None), or label or text of an entry, now reads ``text``; the reading is
    kept.
    """

    name: ClassVar[str] = "Correct Heading"
    entry: int | None
    part: Literal["label", "text"]
    text: str

    def apply(self, document: Document, act: Act) -> Document:
        heading = document.heading
        if self.entry is None:
            title = corrected_to(heading.title, self.text, act)
            if title is heading.title:
                return document
            return replace(document, heading=replace(heading, title=title))
        if not 0 <= self.entry < len(heading.entries):
            raise EditRefused("The heading has no such entry.")
        entry = heading.entries[self.entry]
        passage: Passage = getattr(entry, self.part)
        changed: dict[str, Any] = {self.part: corrected_to(passage, self.text, act)}
        if passage is changed[self.part]:
            return document
        return _with_entry(document, self.entry, replace(entry, **changed))


@dataclass(frozen=True)
class SetHeadingMark:
    """The portion mark of a heading entry (the subject's); parts that are None stay as they are."""

    name: ClassVar[str] = "Set Portion Mark"
    entry: int
    level: Level | None = None
    caveats: tuple[str, ...] | None = None
    struck: bool | None = None
    position: Position | None = None

    def apply(self, document: Document, act: Act) -> Document:
        if not 0 <= self.entry < len(document.heading.entries):
            raise EditRefused("The heading has no such entry.")
        entry = document.heading.entries[self.entry]
        marking = SetMarking((), self.level, self.caveats, self.struck, self.position)
        mark = marking.revised(entry.mark or Mark(None), act)
        return _with_entry(document, self.entry, replace(entry, mark=mark))


@dataclass(frozen=True)
class ClearHeadingMark:
    """The heading entry bears no mark; a reading of the source is kept."""

    name: ClassVar[str] = "Clear Portion Mark"
    entry: int

    def apply(self, document: Document, act: Act) -> Document:
        if not 0 <= self.entry < len(document.heading.entries):
            raise EditRefused("The heading has no such entry.")
        entry = document.heading.entries[self.entry]
        return _with_entry(document, self.entry, replace(entry, mark=cleared(entry.mark, act)))


def _with_entry(document: Document, at: int, entry: HeadingEntry) -> Document:
    entries = document.heading.entries
    entries = (*entries[:at], entry, *entries[at + 1 :])
    return replace(document, heading=replace(document.heading, entries=entries))


@dataclass(frozen=True)
class CorrectTrailer:
    """The end mark reads ``text``; "" takes away one that a person supplied."""

    name: ClassVar[str] = "Correct End Mark"
    text: str

    def apply(self, document: Document, act: Act) -> Document:
        old = document.trailer or Passage()
        trailer = corrected_to(old, self.text, act)
        if trailer is old:
            return document
        bare = not trailer.text and not trailer.witness
        return replace(document, trailer=None if bare else trailer)


@dataclass(frozen=True)
class CorrectFurniture:
    """Piece ``index`` of the page reads ``text``; the reading is kept."""

    name: ClassVar[str] = "Correct Page Line"
    page: str
    index: int
    text: str

    def apply(self, document: Document, act: Act) -> Document:
        piece = piece_of(document, self.page, self.index)
        text = corrected_to(piece.text, self.text, act)
        if text is piece.text:
            return document
        return _with_piece(document, self.page, self.index, replace(piece, text=text))


@dataclass(frozen=True)
class ReviseFurniture:
    """What piece ``index`` of the page is; a part that is None stays as it is. It counts as looked
    at.
    """

    name: ClassVar[str] = "Revise Page Line"
    page: str
    index: int
    kind: FurnitureKind | None = None
    place: Place | None = None
    level: Level | None = None
    struck: bool | None = None

    def apply(self, document: Document, act: Act) -> Document:
        piece = piece_of(document, self.page, self.index)
        kind = self.kind or piece.kind
        level = self.level or piece.level
        revised = replace(
            piece,
            kind=kind,
            place=self.place or piece.place,
            level=level if kind is FurnitureKind.BANNER else None,
            struck=piece.struck if self.struck is None else self.struck,
            certainty=Certainty.HIGH,
        )
        return _with_piece(document, self.page, self.index, revised)


@dataclass(frozen=True)
class AddFurniture:
    """A line that the import lacks: typed by a person, so the source reads nothing there."""

    name: ClassVar[str] = "Add Page Line"
    page: str
    kind: FurnitureKind
    place: Place
    text: str
    level: Level | None = None
    struck: bool = False

    def apply(self, document: Document, act: Act) -> Document:
        if not self.text.strip():
            raise EditRefused("A line of a page has at least one character.")
        passage = corrected_to(Passage(), self.text, act)
        piece = Furniture(self.kind, self.place, passage, self.level, self.struck)
        page = _page(document, self.page)
        return _with_furniture(document, page, (*page.furniture, piece))


@dataclass(frozen=True)
class RemoveFurniture:
    """Takes away a line that a person added; one of the source can only be described otherwise."""

    name: ClassVar[str] = "Remove Page Line"
    page: str
    index: int

    def apply(self, document: Document, act: Act) -> Document:
        piece = piece_of(document, self.page, self.index)
        if piece.text.witness:
            raise EditRefused("This line stands in the source; change its kind instead.")
        page = _page(document, self.page)
        rest = (*page.furniture[: self.index], *page.furniture[self.index + 1 :])
        return _with_furniture(document, page, rest)


def piece_of(document: Document, page: str, index: int) -> Furniture:
    """The piece. Raises EditRefused where there is none."""
    furniture = _page(document, page).furniture
    if not 0 <= index < len(furniture):
        raise EditRefused("The page has no such line.")
    return furniture[index]


def _page(document: Document, identifier: str) -> Page:
    try:
        return document.page(identifier)
    except KeyError as error:
        raise EditRefused("There is no such page.") from error


def _with_piece(document: Document, page: str, index: int, piece: Furniture) -> Document:
    old = _page(document, page)
    return _with_furniture(
        document, old, (*old.furniture[:index], piece, *old.furniture[index + 1 :])
    )


def _with_furniture(document: Document, page: Page, furniture: tuple[Furniture, ...]) -> Document:
    """In reading order: all at the top before all at the bottom."""
    arranged = tuple(sorted(furniture, key=lambda piece: piece.place is Place.BOTTOM))
    revised = replace(page, furniture=arranged)
    return replace(document, pages=tuple(revised if p.id == page.id else p for p in document.pages))
