"""Passages and portion marks as mixed content.

Nothing is indented here and no blank added that the reader does not take away again: in mixed
content every character counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from app.model.document import Mark
from app.model.passage import Passage
from app.model.spans import (
    PAGE_BREAK,
    PARAGRAPH_BREAK,
    Correction,
    Doubt,
    Gap,
    Hint,
    Inclusion,
    Markup,
    Name,
    Note,
    PageBreak,
    Redaction,
    Span,
)
from app.model.terms import Certainty, NameKind, Position
from app.tei import redaction
from app.tei.errors import TeiError
from app.tei.markup import attribute, attributes, escaped, lines, quoted, tags
from app.tei.nesting import nested
from app.tei.register import Register
from app.tei.vocabulary import (
    CAVEATS,
    EXEMPTIONS,
    GAP,
    HINT,
    MARKUP_END,
    MARKUP_START,
    NOTE,
    PORTION_MARK,
    READ_LEADING,
    READ_TRAILING,
    RESOLVED,
    STRIKETHROUGH,
    XML_ID,
)

PageTurn = Callable[[PageBreak], str]
_QUANTITY = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)
REDACTED = f' type="{redaction.REDACTION}"'
_EDGES = (MARKUP_START, MARKUP_END)
_NAMES = {NameKind.PERSON: "persName", NameKind.PLACE: "placeName"}
_READ_AT = {Position.LEADING: READ_LEADING, Position.TRAILING: READ_TRAILING}


def no_page_turn(span: PageBreak) -> str:
    """For passages that no page breaks in."""
    raise TeiError(f"page {span.page} begins outside the paragraphs: move its page break into one")


class InlineWriter:
    """Writes passages and marks; ``turn`` writes a page break and what surrounds it."""

    def __init__(self, register: Register, turn: PageTurn = no_page_turn) -> None:
        self._register = register
        self._turn = turn
        self._marks: dict[Mark, str] = {}

    def passage(self, passage: Passage, *, multiline: bool = True) -> str:
        """The text with its spans as elements. Paragraphs are not ``multiline``."""
        if not multiline and "\n" in passage.text:
            raise TeiError("the text holds a line break: split the paragraph there")
        if not passage.spans:
            return lines(passage.text)
        return _Nest(passage, self._register, self._turn).written()

    def mark(self, mark: Mark) -> str:
        """The portion mark, without the blank between it and the text."""
        written = self._marks.get(mark)
        if written is None:
            written = self._marks[mark] = self._mark(mark)
        return written

    def with_mark(self, text: str, mark: Mark | None) -> str:
        """The written text with the mark before or after it, one blank between."""
        if mark is None:
            return text
        if mark.position is Position.LEADING:
            return f"{self.mark(mark)} {text}"
        return f"{text} {self.mark(mark)}"

    def _mark(self, mark: Mark) -> str:
        categories = [mark.level.name] if mark.level else []
        categories += [self._register.category(CAVEATS, caveat) for caveat in mark.caveats]
        head = _analysis(categories)
        if mark.read_at is not mark.position:
            head = attribute("subtype", _READ_AT[mark.read_at]) + head
        if mark.certainty is not Certainty.HIGH:
            head += attribute("cert", mark.certainty.value)
        head += self._register.act(mark.act)
        content = escaped(mark.text)
        if mark.struck:
            content = struck(content)
        if mark.reading != mark.text:
            content = f"<choice>{sic(mark.reading)}<corr>{content}</corr></choice>"
        return f'<seg type="{PORTION_MARK}"{head}>{content}</seg>'


def struck(content: str) -> str:
    """Lined through on the paper."""
    return f'<del rend="{STRIKETHROUGH}">{content}</del>'


def sic(original: str) -> str:
    """The original reading. A page break in it is no ``pb``: its page begins elsewhere now."""
    content = escaped(original)
    content = content.replace(PARAGRAPH_BREAK, '<milestone unit="paragraph"/>')
    content = content.replace(PAGE_BREAK, '<milestone unit="page"/>')
    return f"<sic>{content}</sic>" if content else "<sic/>"


class _Nest:
    """One passage on its way out: its pieces in order, and which elements are open."""

    def __init__(self, passage: Passage, register: Register, turn: PageTurn) -> None:
        self._text = passage.text
        self._spans = passage.spans
        self._register = register
        self._turn = turn
        self._pieces = nested(passage.spans)
        self._counts = [0] * len(passage.spans)
        for piece in self._pieces:
            self._counts[piece.span] += 1
        self._firsts: dict[int, str] = {}
        self._parts: dict[int, int] = {}
        self._anchors: dict[int, str] = {}
        self._open: list[tuple[int, str]] = []
        self._out: list[str] = []
        self._at = 0

    def written(self) -> str:
        for piece in self._pieces:
            self._close_until(piece.start)
            self._text_until(piece.start)
            start, end = self._tags(piece.span)
            self._out.append(start)
            if piece.opens and not isinstance(self._spans[piece.span], Note):
                self._open.append((piece.end, end))
            else:
                self._out.append(end)
        self._close_until(len(self._text))
        self._text_until(len(self._text))
        return "".join(self._out)

    def _close_until(self, place: int) -> None:
        while self._open and self._open[-1][0] <= place:
            end, tag = self._open.pop()
            self._text_until(end)
            self._out.append(tag)

    def _text_until(self, place: int) -> None:
        if self._at < place:
            self._out.append(lines(self._text[self._at : place]))
            self._at = place

    def _tags(self, index: int) -> tuple[str, str]:
        span = self._spans[index]
        if isinstance(span, Note):
            return self._note(span, index), ""
        link = self._link(index) if self._counts[index] > 1 else ""
        match span:
            case Correction():
                head = attribute("type", span.kind.value) + self._register.act(span.act)
                return f"<choice>{sic(span.original)}<corr{head}>", "</corr></choice>"
            case Doubt():
                cert = "" if index in self._parts else f' cert="{float(span.certainty)!r}"'
                return f"<unclear{cert}{link}>", "</unclear>"
            case Markup():
                return self._markup(span, index, link)
            case Hint():
                kind = attribute("subtype", span.kind)
                return f'<note type="{HINT}"{kind}>{lines(span.message)}', "</note>"
            case Gap():
                return self._gap(span, index, link)
            case Name():
                ref = "" if index in self._parts else attribute("ref", span.ref and f"#{span.ref}")
                name = _NAMES[span.kind]
                return f"<{name}{ref}{link}>", f"</{name}>"
            case Redaction():
                whole = "" if index in self._parts else redaction.head(span, self._register)
                return f"<seg{whole or REDACTED}{link}>", "</seg>"
            case Inclusion():
                return span.xml, ""
            case PageBreak():
                return self._turn(span), ""

    def _markup(self, span: Markup, index: int, link: str) -> tuple[str, str]:
        """The first fragment has the attributes and what stands first, the last what is last."""
        edges = {name: xml for name, xml in span.attributes if name in _EDGES}
        own = tuple(pair for pair in span.attributes if pair[0] not in _EDGES)
        part = self._parts.get(index, 1)
        start, end = tags(span.tag, (attributes(own) if part == 1 else "") + link)
        first = edges.get(MARKUP_START, "") if part == 1 else ""
        last = edges.get(MARKUP_END, "") if part == self._counts[index] else ""
        return start + first, last + end

    def _note(self, note: Note, index: int) -> str:
        """An anchor where its words begin, then, where they end, the note; it points back."""
        if note.start < note.end and index not in self._anchors:
            self._anchors[index] = self._register.fresh("anchor")
            return f'<anchor type="{NOTE}" xml:id="{self._anchors[index]}"/>'
        head = f' xml:id="{note.id}" type="{note.kind.value}"'
        if index in self._anchors:
            head += f' target="#{self._anchors[index]}"'
        messages = "".join(
            f"<note{self._register.act(one.act)}>{lines(one.text)}</note>" for one in note.messages
        )
        if note.resolved is not None:
            messages += f'<note type="{RESOLVED}"{self._register.act(note.resolved)}/>'
        return f"<note{head}>{messages}</note>"

    def _gap(self, span: Gap, index: int, link: str) -> tuple[str, str]:
        """``gap`` may hold no text, so what is printed in place of the words stands beside it."""
        codes = [self._register.category(EXEMPTIONS, code) for code in span.codes]
        amount = "quantity" if _QUANTITY.fullmatch(span.quantity) else "extent"
        head = attribute("reason", span.reason) + _analysis(codes)
        head += attribute(amount, span.quantity) + attribute("unit", span.unit)
        gap = "" if index in self._parts else f"<gap{head}/>"
        return (gap, "") if span.start == span.end else (f'<seg type="{GAP}"{link}>{gap}', "</seg>")

    def _link(self, index: int) -> str:
        """What joins the fragments of one range: all but the first point to the first."""
        first = self._firsts.get(index)
        if first is None:
            own = self._own_identifier(self._spans[index])
            self._firsts[index] = own or self._register.fresh("fragment")
            return "" if own else f' xml:id="{self._firsts[index]}"'
        part = self._parts[index] = self._parts.get(index, 1) + 1
        return f' xml:id="{quoted(first)}-part-{part}" prev="#{quoted(first)}"'

    def _own_identifier(self, span: Span) -> str | None:
        if isinstance(span, Redaction):
            return None if span.id in self._register.redactions else span.id
        return dict(span.attributes).get(XML_ID) if isinstance(span, Markup) else None


def _analysis(categories: list[str]) -> str:
    return attribute("ana", " ".join(f"#{category}" for category in categories))


def _own_identifier(span: Span) -> str | None:
    return dict(span.attributes).get(XML_ID) if isinstance(span, Markup) else None
