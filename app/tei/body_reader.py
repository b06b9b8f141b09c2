"""The text of a TEI file as paragraphs, pages and heading; what is none of these is carried."""

from __future__ import annotations

from dataclasses import replace
from sys import intern

from app.model.document import Carried, Heading, HeadingEntry, Mark, Page, Paragraph
from app.model.passage import Passage
from app.model.spans import PageBreak, moved, ordered
from app.model.terms import Act, Certainty, Kind, Level, Position
from app.tei.foreign import as_xml, carried_attribute
from app.tei.identifiers import Identifiers
from app.tei.inline_reader import FW, PB, InlineReader, marked, no_pages
from app.tei.mark_reader import SEG, MarkReader
from app.tei.page_reader import PagesReader
from app.tei.pointers import Points
from app.tei.shapes import Element, has_only
from app.tei.vocabulary import (
    ASSIGNED,
    BODY,
    BODY_START,
    CONVERSATION,
    CONVERSATION_DIV,
    HEADING,
    HEADING_DIV,
    REVIEWED,
    XML_ID,
    clark,
)

DIV, P, SP, HEAD, LIST = (clark(name) for name in ("div", "p", "sp", "head", "list"))
LABEL, ITEM, TRAILER, SPEAKER = (clark(name) for name in ("label", "item", "trailer", "speaker"))
ANCHOR, SAID = clark("anchor"), clark("said")

_LEVELS = {f"#{level.name}": level for level in Level}
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
_SURE = Certainty.HIGH.value


class BodyReader:
    """Reads one ``body``; then its attributes hold what was in it."""

    def __init__(self, points: Points, identifiers: Identifiers) -> None:
        self._points = points
        self._inline = InlineReader(points)
        self._marks = MarkReader(points)
        self._identifiers = identifiers
        self._pages = PagesReader(points, self._inline, identifiers)
        self._breaks: list[PageBreak] = []
        self._before: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.heading = Heading()
        self.trailer: Passage | None = None
        self.carried: list[Carried] = []

    @property
    def pages(self) -> tuple[Page, ...]:
        return self._pages.pages

    def read(self, body: Element) -> None:
        """``body``, or a ``div`` that holds the paragraphs."""
        if body.tag == DIV:
            self._conversation(body)
        else:
            self._body(body)
        self._pages.begin()

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
            text, rest, mark = self._without_mark(item.text, list(item))
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
        self._pages.begin()
        breaks, before = self._breaks, self._before
        self._breaks, self._before = [], []
        reviewed, text, children = self._reviewed(p)
        text, children, mark = self._without_mark(text, children)
        inner = _assignment(text, children) if sp is None else None
        passage = self._passage(text, children, mark, inner)
        if breaks:
            passage = Passage(passage.text, ordered([*breaks, *passage.spans]))
        voice, certainty, assigned = self._assigned(inner if sp is None else sp)
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
                reviewed=reviewed,
                made=made,
                attributes=_foreign_attributes(p, mark, made),
                before=tuple(before),
            )
        )

    def _passage(
        self,
        text: str | None,
        children: list[Element],
        mark: Mark | None,
        assignment: Element | None,
    ) -> Passage:
        """The text, which ``said`` is around and ``anchor`` before."""
        if assignment is None:
            return self._content(text, children, mark)
        if assignment.tag == SAID:
            return self._content(assignment.text, list(assignment), None)
        return self._content(assignment.tail, children[1:], mark)

    def _assigned(self, element: Element | None) -> tuple[str | None, Certainty, Act | None]:
        """What ``sp``, ``said`` or ``anchor`` says of whose words it is, and who says so."""
        if element is None:
            return None, Certainty.HIGH, None
        voice = intern(element.get("who", "")[1:]) if element.tag == SAID else None
        certainty = _CERTAINTIES.get(element.get("cert", ""), Certainty.HIGH)
        return voice, certainty, self._points.act(element)

    def _content(self, text: str | None, children: list[Element], mark: Mark | None) -> Passage:
        """A paragraph's text, without the blank before a trailing mark."""
        content = self._inline.content(text, children, self._pages.part, multiline=False)
        trailing = mark is not None and mark.position is Position.TRAILING
        return marked(content) if trailing else content

    def _reviewed(self, p: Element) -> tuple[Act | None, str | None, list[Element]]:
        """Who called the paragraph done, and what comes after the anchor that says so."""
        children = list(p)
        first = children[0] if children and not (p.text or "").strip() else None
        if first is None or first.tag != ANCHOR or first.get("type") != REVIEWED:
            return None, p.text, children
        act = self._points.act(first)
        if act is None or not set(first.keys()) <= {"type", "resp", "change"}:
            return None, p.text, children
        return act, first.tail, children[1:]

    def _without_mark(
        self, text: str | None, children: list[Element]
    ) -> tuple[str | None, list[Element], Mark | None]:
        """The portion mark, and the text and children that are left without it."""
        last = _last_but_page_parts(children)
        if last >= 0 and children[last].tag == SEG:
            mark = self._marks.mark(children[last], Position.TRAILING)
            leads = last == 0 and not text and children[last].tail
            if mark is not None and not leads:
                return text, children[:last] + children[last + 1 :], mark
        if children and children[0].tag == SEG and not (text or "").strip():
            mark = self._marks.mark(children[0], Position.LEADING)
            if mark is not None:
                return (children[0].tail or "").removeprefix(" "), children[1:], mark
        return text, children, None

    # -- pages ------------------------------------------------------------------------------------

    def _page_part(self, element: Element) -> bool:
        """Reads a page break or furniture between paragraphs."""
        found = self._pages.part(element)
        if isinstance(found, PageBreak):
            self._breaks.append(found)
        return bool(found)


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
            first, _, rest = str(value).partition(" ")
            other = rest if _LEVELS.get(first) is mark.level else str(value)
            if other:
                kept.append(("ana", other))
        elif name not in own:
            kept.append((str(name), str(value)))
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
