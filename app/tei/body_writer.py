"""The text of the memorandum: pages with their furniture, the heading, turns and paragraphs."""

from __future__ import annotations

from dataclasses import replace

from app.model.document import Document, Furniture, Page, Paragraph
from app.model.passage import Passage
from app.model.spans import PageBreak
from app.model.terms import Certainty, FurnitureKind, Kind, Place
from app.tei.errors import TeiError
from app.tei.facsimile import uri
from app.tei.foreign import Foreign
from app.tei.inline_writer import InlineWriter, struck
from app.tei.markup import attribute, attributes, quoted
from app.tei.register import Register
from app.tei.vocabulary import (
    ASSIGNED,
    BODY,
    BODY_START,
    CONVERSATION,
    CONVERSATION_DIV,
    HEADING,
    HEADING_DIV,
    MOVED,
    REVIEWED,
    SHEET,
    STAMP,
)


class BodyWriter:
    """Writes ``body``, line by line; a line is a block element or a part of one.

    The document's own identifiers are XML names and need no quoting.
    """

    def __init__(
        self,
        document: Document,
        register: Register,
        foreign: Foreign,
        surfaces: dict[str, str],
    ) -> None:
        self._surfaces = surfaces
        self._document = document
        self._register = register
        self._foreign = foreign
        self._inline = InlineWriter(register, lambda span: self._page_turn(span, ""))
        self._plain = InlineWriter(register)
        self._pages = {page.id: at for at, page in enumerate(document.pages)}
        self._turned = 0
        self._out: list[str] = []
        self._in_turn = False

    def written(self) -> list[str]:
        """The lines of the whole element. Raises TeiError."""
        body = self._foreign.attributes(BODY)
        self._out = [f"<body{body}>", *self._foreign.children(BODY_START)]
        self._heading()
        self._conversation()
        self._out += [*self._foreign.children(BODY), "</body>"]
        return self._out

    # -- heading ----------------------------------------------------------------------------------

    def _heading(self) -> None:
        first = self._document.pages[0]
        heading = self._document.heading
        out = self._out
        out.append(f'<div type="{HEADING}"{self._foreign.attributes(HEADING_DIV)}>')
        out.append(self._page_break(first))
        out += [self._line(piece) for piece in _standing(first, Place.TOP)]
        if heading.title != Passage():
            out.append(f"<head>{self._plain.passage(heading.title)}</head>")
        if heading.entries:
            out.append(f'<list type="{HEADING}">')
            for entry in heading.entries:
                out.append(f"<label>{self._plain.passage(entry.label)}</label>")
                text = self._plain.with_mark(self._plain.passage(entry.text), entry.mark)
                out.append(f"<item>{text}</item>")
            out.append("</list>")
        out += [*self._foreign.children(HEADING_DIV), "</div>"]

    # -- conversation -----------------------------------------------------------------------------

    def _conversation(self) -> None:
        out = self._out
        own = self._foreign.attributes(CONVERSATION_DIV)
        kind = "" if self._foreign.has_attribute(CONVERSATION_DIV, "type") else CONVERSATION
        out.append(f"<div{attribute('type', kind)}{own}>")
        last = len(self._document.paragraphs) - 1
        after: tuple[PageBreak, ...] = ()
        for at, paragraph in enumerate(self._document.paragraphs):
            try:
                after = self._paragraph(paragraph, last=at == last)
            except TeiError as error:
                raise TeiError(f"paragraph {paragraph.id}: {error}") from None
        self._end_turn()
        out += [self._page_turn(span, "\n") for span in after]
        if self._turned != len(self._document.pages) - 1:
            page = self._document.pages[self._turned + 1].id
            raise TeiError(f"page {page} has no page break in the paragraphs: set it")
        out += [self._block(piece) for piece in _standing(self._document.pages[-1], Place.BOTTOM)]
        out += self._foreign.children(CONVERSATION_DIV)
        if self._document.trailer is not None:
            out.append(f"<trailer>{self._plain.passage(self._document.trailer)}</trailer>")
        out.append("</div>")

    def _paragraph(self, paragraph: Paragraph, *, last: bool) -> tuple[PageBreak, ...]:
        """Writes it; gives back the page breaks that come after the last one."""
        before, passage, after = _without_outer_breaks(paragraph.passage, last=last)
        if paragraph.kind is not Kind.CONTINUATION:
            self._end_turn()
        elif not self._in_turn:
            raise TeiError("a continuation continues no turn: make it a turn or narrative")
        self._out += [self._page_turn(span, "\n") for span in before]
        self._out += paragraph.before
        if paragraph.kind is Kind.TURN:
            self._begin_turn(paragraph)
        elif paragraph.label is not None:
            raise TeiError("it has a speaker label and begins no turn: make it a turn")
        text = self._inline.passage(passage, multiline=False)
        if paragraph.kind is not Kind.TURN:
            text = self._assigned(paragraph, text)
        text = self._inline.with_mark(text, paragraph.mark)
        if paragraph.reviewed is not None:
            text = f'<anchor type="{REVIEWED}"{self._register.act(paragraph.reviewed)}/>{text}'
        self._out.append(f"<p{self._attributes(paragraph)}>{text}</p>")
        return after

    def _attributes(self, paragraph: Paragraph) -> str:
        own = f' xml:id="{paragraph.id}"'
        foreign = paragraph.attributes
        mark = paragraph.mark
        if mark is not None and mark.level is not None:
            ana = [f"#{mark.level.name}", *(value for name, value in foreign if name == "ana")]
            own += f' ana="{quoted(" ".join(ana))}"'
            foreign = tuple(pair for pair in foreign if pair[0] != "ana")
        if paragraph.made is not None:
            own += self._register.act(paragraph.made)
        return own + attributes(foreign) if foreign else own

    def _assigned(self, paragraph: Paragraph, text: str) -> str:
        """The text of a paragraph that begins no turn, with whose words it reports."""
        why = self._assignment(paragraph)
        if paragraph.voice is not None:
            return f'<said who="#{quoted(paragraph.voice)}" direct="false"{why}>{text}</said>'
        return f'<anchor type="{ASSIGNED}"{why}/>{text}' if why else text

    def _assignment(self, paragraph: Paragraph) -> str:
        sure = paragraph.certainty is Certainty.HIGH
        cert = attribute("cert", "" if sure else paragraph.certainty.value)
        return cert + self._register.act(paragraph.assigned)

    def _begin_turn(self, paragraph: Paragraph) -> None:
        who = attribute("who", f"#{paragraph.speaker}" if paragraph.speaker else "")
        self._out.append(f"<sp{who}{self._assignment(paragraph)}>")
        if paragraph.label is not None:
            self._out.append(f"<speaker>{self._plain.passage(paragraph.label)}</speaker>")
        self._in_turn = True

    def _end_turn(self) -> None:
        if self._in_turn:
            self._out.append("</sp>")
            self._in_turn = False

    # -- pages ------------------------------------------------------------------------------------

    def _page_turn(self, span: PageBreak, between: str) -> str:
        """The foot of the page that ends, the break, the head of the page that begins."""
        at = self._pages.get(span.page)
        if at != self._turned + 1:
            raise TeiError(f"the break of page {span.page} is out of order: move it")
        self._turned = at
        ended, begun = self._document.pages[at - 1 : at + 1]
        write = self._block if between else self._line
        parts = [write(piece) for piece in _standing(ended, Place.BOTTOM)]
        parts.append(self._page_break(begun, span))
        parts += [write(piece) for piece in _standing(begun, Place.TOP)]
        return between.join(parts)

    def _page_break(self, page: Page, span: PageBreak | None = None) -> str:
        surface = self._surfaces.get(page.id)
        image = f"#{surface}" if surface else None if page.image is None else uri(page.image)
        head = "" if image is None else f' facs="{quoted(image)}"'
        if span is not None and not span.found:
            head += attribute("type", MOVED) + attribute("subtype", SHEET if page.sheet else "")
        elif page.sheet:
            head += attribute("type", SHEET)
        head += self._register.act(span.act) if span is not None else ""
        return f'<pb xml:id="{page.id}" n="{page.number}"{head}/>'

    def _line(self, piece: Furniture) -> str:
        place = f' place="{piece.place.value}"'
        return f'<fw type="{piece.kind.value}"{place}{_qualities(piece)}>{self._text(piece)}</fw>'

    def _block(self, piece: Furniture) -> str:
        """Between paragraphs a stamp is an ``ab``, everything else as it is within one."""
        if piece.kind is not FurnitureKind.STAMP:
            return self._line(piece)
        place = f' subtype="{piece.place.value}"'
        stamp = f"<stamp>{self._text(piece)}</stamp>"
        return f'<ab type="{STAMP}"{place}{_qualities(piece)}>{stamp}</ab>'

    def _text(self, piece: Furniture) -> str:
        text = self._plain.passage(piece.text)
        return struck(text) if piece.struck else text


def _qualities(piece: Furniture) -> str:
    level = attribute("ana", f"#{piece.level.name}" if piece.level else "")
    sure = piece.certainty is Certainty.HIGH
    return level + attribute("cert", "" if sure else piece.certainty.value)


def _standing(page: Page, place: Place) -> list[Furniture]:
    return [piece for piece in page.furniture if piece.place is place]


def _without_outer_breaks(
    passage: Passage, *, last: bool
) -> tuple[tuple[PageBreak, ...], Passage, tuple[PageBreak, ...]]:
    """The page breaks before all else, the rest, and in the last paragraph those after all else."""
    spans = passage.spans
    if not spans:
        return (), passage, ()
    start, end = 0, len(spans)
    while start < end and _is_break_at(spans[start], 0):
        start += 1
    while last and start < end and _is_break_at(spans[end - 1], len(passage.text)):
        end -= 1
    if start == 0 and end == len(spans):
        return (), passage, ()
    before = tuple(span for span in spans[:start] if isinstance(span, PageBreak))
    after = tuple(span for span in spans[end:] if isinstance(span, PageBreak))
    return before, replace(passage, spans=spans[start:end]), after


def _is_break_at(span: object, place: int) -> bool:
    return isinstance(span, PageBreak) and span.start == place
