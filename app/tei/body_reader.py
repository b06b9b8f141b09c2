"""The text of a TEI file as paragraphs, pages and heading; what is none of these is carried."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from sys import intern
from urllib.parse import unquote

from lxml import etree

from app.model.document import Carried, Furniture, Heading, HeadingEntry, Mark, Page, Paragraph
from app.model.passage import Passage
from app.model.spans import PageBreak, moved, ordered
from app.model.terms import Act, Certainty, FurnitureKind, Kind, Level, Place, Position
from app.tei.foreign import as_xml, carried_attribute
from app.tei.inline_reader import FW, PB, InlineReader, marked, no_pages
from app.tei.mark_reader import SEG, MarkReader
from app.tei.pointers import Points
from app.tei.shapes import Element, has_only, unstruck
from app.tei.vocabulary import (
    ASSIGNED,
    BODY,
    BODY_START,
    CONVERSATION,
    CONVERSATION_DIV,
    HEADING,
    HEADING_DIV,
    MOVED,
    SHEET,
    STAMP,
    XML_ID,
    clark,
)

DIV, P, SP, AB, HEAD, LIST = (clark(name) for name in ("div", "p", "sp", "ab", "head", "list"))
LABEL, ITEM, TRAILER, SPEAKER = (clark(name) for name in ("label", "item", "trailer", "speaker"))
STAMP_TAG, ANCHOR, SAID = clark(STAMP), clark("anchor"), clark("said")

_LEVELS = {f"#{level.name}": level for level in Level}
_KINDS = {kind.value: kind for kind in FurnitureKind}
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
_SURE = Certainty.HIGH.value
_PLACES = {place.value: place for place in Place}
_BREAKS = ((None, None), (MOVED, None), (SHEET, None), (MOVED, SHEET))
_NUMBER_AT_END = re.compile(r"\d{1,9}$")


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


class Identifiers:
    """Gives identifiers to what a foreign file has none for: ``para-7`` after ``para-6``."""

    def __init__(self, root: Element) -> None:
        self._root = root

    @cached_property
    def _highest(self) -> int:
        """The highest number that any identifier ends in; looked for in foreign files only."""
        named = (element.get(XML_ID, "") for element in self._root.iter(etree.Element))
        numbers = (match for name in named if (match := _NUMBER_AT_END.search(name)))
        return max((int(number[0]) for number in numbers), default=0)

    @property
    def serial(self) -> int:
        """The number for the next identifier."""
        return self._highest + 1

    def fresh(self, stem: str) -> str:
        self._highest += 1
        return f"{stem}-{self._highest}"


class BodyReader:
    """Reads one ``body``; then its attributes hold what was in it."""

    def __init__(self, points: Points, identifiers: Identifiers) -> None:
        self._points = points
        self._inline = InlineReader(points)
        self._marks = MarkReader(points)
        self._identifiers = identifiers
        self._pages: list[_PageRead] = []
        self._begun = False
        self._breaks: list[PageBreak] = []
        self._before: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.heading = Heading()
        self.trailer: Passage | None = None
        self.carried: list[Carried] = []

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page.page() for page in self._pages)

    def read(self, body: Element) -> None:
        """``body``, or a ``div`` that holds the paragraphs."""
        if body.tag == DIV:
            self._conversation(body)
        else:
            self._body(body)
        self._begin()

    # -- divisions --------------------------------------------------------------------------------

    def _body(self, body: Element) -> None:
        conversation = _conversation_of(body)
        if conversation is None:
            self._conversation(body)
            return
        self._attributes(body, BODY)
        where, headed = BODY_START, False
        around = [conversation, *conversation.iterancestors()]
        for child in body:
            if child in around:
                self._conversation(conversation)
                where = BODY
            elif child.tag == DIV and child.get("type") == HEADING and not headed:
                self._heading(child)
                headed = True
            elif where == BODY or not self._page_part(child):
                self.carried.append(Carried(where, as_xml(child)))

    def _attributes(self, element: Element, where: str, *known: tuple[str, str]) -> None:
        for name, value in element.attrib.items():
            if (name, value) not in known:
                self.carried.append(carried_attribute(where, str(name), str(value)))

    def _heading(self, div: Element) -> None:
        self._attributes(div, HEADING_DIV, ("type", HEADING))
        title: Passage | None = None
        entries: tuple[HeadingEntry, ...] = ()
        for child in div:
            listed = self._entries(child) if not entries else None
            if self._page_part(child):
                continue
            if (
                child.tag == HEAD
                and not child.attrib
                and title is None
                and (child.text or len(child))
            ):
                title = self._inline.passage(child)
            elif listed:
                entries = listed
            else:
                self.carried.append(Carried(HEADING_DIV, as_xml(child)))
        self.heading = Heading(title or Passage(), entries)

    def _entries(self, element: Element) -> tuple[HeadingEntry, ...] | None:
        if element.tag != LIST or not has_only(element, type=HEADING):
            return None
        children = list(element)
        if len(children) % 2 or any(child.attrib for child in children):
            return None
        entries = []
        for label, item in zip(children[::2], children[1::2], strict=True):
            if label.tag != LABEL or item.tag != ITEM:
                return None
            text, rest, mark = self._without_mark(item)
            content = self._inline.content(text, rest, no_pages, multiline=True)
            if mark is not None and mark.position is Position.TRAILING:
                content = marked(content)
            entries.append(HeadingEntry(self._inline.passage(label), content, mark))
        return tuple(entries)

    def _conversation(self, div: Element) -> None:
        if div.tag == DIV:
            self._attributes(div, CONVERSATION_DIV, ("type", CONVERSATION))
        for child in div:
            if child.tag == P:
                self._paragraph(child, Kind.NARRATIVE)
            elif child.tag == SP and child.find(P) is not None:
                self._turn(child)
            elif child.tag == TRAILER and self.trailer is None and not child.attrib:
                self.trailer = self._inline.passage(child)
            elif not self._page_part(child):
                self._before.append(as_xml(child))
        self.carried += [Carried(CONVERSATION_DIV, xml) for xml in self._before]
        if self._breaks and self.paragraphs:
            last = self.paragraphs[-1]
            ends = [moved(span, len(last.text)) for span in self._breaks]
            passage = Passage(last.text, ordered([*last.passage.spans, *ends]))
            self.paragraphs[-1] = replace(last, passage=passage)

    # -- turns and paragraphs ---------------------------------------------------------------------

    def _turn(self, sp: Element) -> None:
        who = sp.get("who", "")
        speaker = intern(who[1:]) if _is_pointer(who) else None
        label: Passage | None = None
        kind = Kind.TURN
        for child in sp:
            if child.tag == P and kind is Kind.TURN:
                self._paragraph(child, kind, speaker, label, sp)
                kind = Kind.CONTINUATION
            elif child.tag == P:
                self._paragraph(child, kind, speaker)
            elif child.tag == SPEAKER and label is None and kind is Kind.TURN and not child.attrib:
                label = self._inline.passage(child)
            elif not self._page_part(child):
                self._before.append(as_xml(child))

    def _paragraph(
        self,
        p: Element,
        kind: Kind,
        speaker: str | None = None,
        label: Passage | None = None,
        sp: Element | None = None,
    ) -> None:
        """``sp`` is the turn that the paragraph begins."""
        self._begin()
        breaks, before = self._breaks, self._before
        self._breaks, self._before = [], []
        text, children, mark = self._without_mark(p)
        assignment = sp if sp is not None else _assignment(text, children)
        if assignment is None or assignment is sp:
            passage = self._content(text, children, mark)
        elif assignment.tag == SAID:
            passage = self._content(assignment.text, list(assignment), None)
        else:
            passage = self._content(assignment.tail, children[1:], mark)
        if breaks:
            passage = Passage(passage.text, ordered([*breaks, *passage.spans]))
        voice, certainty, assigned = self._assigned(assignment)
        made = self._points.recorded(p)
        self.paragraphs.append(
            Paragraph(
                id=p.get(XML_ID) or self._identifiers.fresh("para"),
                kind=kind,
                passage=passage,
                label=label,
                speaker=speaker,
                mark=mark,
                voice=voice,
                certainty=certainty,
                assigned=assigned,
                made=made,
                attributes=_foreign_attributes(p, mark, made),
                before=tuple(before),
            )
        )

    def _assigned(self, element: Element | None) -> tuple[str | None, Certainty, Act | None]:
        """What ``sp``, ``said`` or ``anchor`` says of whose words it is, and who says so."""
        if element is None:
            return None, Certainty.HIGH, None
        voice = intern(element.get("who", "")[1:]) if element.tag == SAID else None
        certainty = _CERTAINTIES.get(element.get("cert", ""), Certainty.HIGH)
        return voice, certainty, self._points.act(element)

    def _content(self, text: str | None, children: list[Element], mark: Mark | None) -> Passage:
        """A paragraph's text, without the blank before a trailing mark."""
        content = self._inline.content(text, children, self._inner_page_part, multiline=False)
        trailing = mark is not None and mark.position is Position.TRAILING
        return marked(content) if trailing else content

    def _without_mark(self, element: Element) -> tuple[str | None, list[Element], Mark | None]:
        """The portion mark, and the text and children that are left without it."""
        children = list(element)
        text = element.text
        last = _last_but_page_parts(children)
        if last >= 0 and children[last].tag == SEG:
            mark = self._marks.mark(children[last], Position.TRAILING)
            leads = len(children) == 1 and not text and children[last].tail
            if mark is not None and not leads:
                return text, children[:last] + children[last + 1 :], mark
        if children and children[0].tag == SEG and not (text or "").strip():
            mark = self._marks.mark(children[0], Position.LEADING)
            if mark is not None:
                return (children[0].tail or "").removeprefix(" "), children[1:], mark
        return text, children, None

    # -- pages ------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Text begins; with no page break before it, on a page that the file does not name."""
        if not self._pages:
            self._pages.append(_PageRead(self._identifiers.fresh("page"), 1, None, False))

    def _page_part(self, element: Element) -> bool:
        """Reads a page break or furniture between paragraphs."""
        found = self._inner_page_part(element)
        if isinstance(found, PageBreak):
            self._breaks.append(found)
        return bool(found)

    def _inner_page_part(self, element: Element) -> PageBreak | bool:
        """Reads a page break or furniture; True too for the first page, which needs no anchor."""
        if element.tag == PB:
            return self._page_break(element)
        if element.tag in (FW, AB):
            piece = self._furniture(element)
            if piece is not None:
                self._begin()
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
        image = None if facs is None else unquote(facs)
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


def _assignment(text: str | None, children: list[Element]) -> Element | None:
    """What says whose words a paragraph reports, or who found that it is nobody's."""
    first = children[0] if children and not text else None
    if first is None:
        return None
    names = set(first.keys()) - {"cert", "resp", "change"}
    sure = first.get("cert", _SURE) in _CERTAINTIES
    if first.tag == SAID and len(children) == 1 and names == {"who", "direct"} and sure:
        reports = first.get("direct") == "false" and _is_pointer(first.get("who", ""))
        return first if reports and not (first.tail or "").strip() else None
    assigned = first.tag == ANCHOR and names == {"type"} and first.get("type") == ASSIGNED
    return first if assigned and sure else None


def _last_but_page_parts(children: list[Element]) -> int:
    """The place of the child that ends the text, page turns not counted; -1 if text ends it."""
    for at in range(len(children) - 1, -1, -1):
        if (children[at].tail or "").strip():
            return -1
        if children[at].tag not in (PB, FW):
            return at
    return -1


def _is_pointer(who: str) -> bool:
    return who.startswith("#") and " " not in who


def _foreign_attributes(
    p: Element, mark: Mark | None, made: Act | None
) -> tuple[tuple[str, str], ...]:
    """All but those that the mark, the act and the identifier are written in."""
    own = (XML_ID, "resp", "change") if made is not None else (XML_ID,)
    kept = []
    for name, value in p.items():
        if name == "ana" and mark is not None and mark.level is not None:
            first, _, rest = value.partition(" ")
            other = rest if _LEVELS.get(first) is mark.level else value
            if other:
                kept.append(("ana", other))
        elif name not in own:
            kept.append((name, value))
    return tuple(kept)


def _conversation_of(body: Element) -> Element | None:
    """The division that is the conversation: so named, or the first that holds paragraphs."""
    divs = body.findall(DIV)
    named = [div for div in divs if div.get("type") == CONVERSATION]
    if named:
        return named[0]
    if body.find(P) is not None or body.find(SP) is not None:
        return None
    holding = (d for d in body.iter(DIV) if d.find(P) is not None or d.find(SP) is not None)
    return next(holding, None)
