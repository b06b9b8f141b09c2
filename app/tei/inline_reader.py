"""Mixed content as passages.

The desk's own elements are recognised only where they are exactly as the writer writes them.
Anything else is foreign: ``Markup`` around text, ``Inclusion`` where there is none to read. So what
is not understood is carried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.model.passage import Passage
from app.model.spans import (
    Inclusion,
    Markup,
    Note,
    PageBreak,
    Span,
    ordered,
)
from app.model.terms import NoteKind
from app.tei import exact, redaction
from app.tei.foreign import as_xml, is_element, is_hidden
from app.tei.mark_reader import SEG
from app.tei.note_reader import read_note
from app.tei.pointers import Points
from app.tei.shapes import (
    CHOICE,
    LB,
    LINE_BREAK,
    Element,
)
from app.tei.vocabulary import (
    HINT,
    MARKUP_END,
    MARKUP_START,
    NOTE,
    XML_ID,
    clark,
)

PageReader = Callable[[Element], PageBreak | bool]
"""Takes a ``pb`` (gives the anchor) or furniture (gives True); False for what it does not know."""

PB, FW, NOTE_TAG, UNCLEAR = (clark(name) for name in ("pb", "fw", "note", "unclear"))
ANCHOR = clark("anchor")


def no_pages(_: Element) -> bool:
    """For passages that no page breaks in."""
    return False


class InlineReader:
    """Reads the passages of one file."""

    def __init__(self, points: Points) -> None:
        self._points = points
        self._lines: dict[str, Passage] = {}

    def passage(self, element: Element) -> Passage:
        """The content of an element that may hold line breaks and no page breaks.

        Labels and banners recur: those that are the same are one.
        """
        if len(element):
            return self.content(element.text, list(element), no_pages, multiline=True)
        text = element.text or ""
        if text not in self._lines:
            self._lines[text] = self.content(text, (), no_pages, multiline=True)
        return self._lines[text]

    def content(
        self, text: str | None, children: Sequence[Element], pages: PageReader, *, multiline: bool
    ) -> Passage:
        """The text and the children with what follows each."""
        if not children and "\n" not in (text or ""):
            return Passage(text or "")
        reading = _Reading(self._points, pages, multiline=multiline)
        reading.mixed(text, children)
        return reading.passage()


def marked(passage: Passage) -> Passage:
    """The passage without the one blank that stands before its mark."""
    if not passage.text.endswith(" "):
        return passage
    return _cut_off(passage.text, passage.spans, len(passage.text) - 1)


def _cut_off(text: str, spans: Sequence[Span], end: int) -> Passage:
    """The text up to its new end; what reached further ends there too."""
    if not spans:
        return Passage(text[:end])
    cut = [s if s.end <= end else replace(s, start=min(s.start, end), end=end) for s in spans]
    return Passage(text[:end], ordered(cut))


class _Anchor(NamedTuple):
    """The beginning of a note whose end has not come yet."""

    note: Note
    xml: str


class _Reading:
    """One passage as far as it has been read."""

    def __init__(self, points: Points, pages: PageReader, *, multiline: bool) -> None:
        self._points = points
        self._pages = pages
        self._multiline = multiline
        self._parts: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._fragments: dict[str, int] = {}
        self._anchors: dict[str, _Anchor] = {}
        self._corrected = False
        self._soft = 0
        """How many blanks at the end were a line break of the file only."""

    def passage(self) -> Passage:
        for anchor in self._anchors.values():
            # The note that it belongs to did not come: it is foreign, as any other anchor.
            alone = Inclusion(anchor.note.start, anchor.note.start, anchor.xml)
            self._spans = [alone if span is anchor.note else span for span in self._spans]
        return _cut_off("".join(self._parts), self._spans, self._length - self._soft)

    def mixed(self, text: str | None, children: Iterable[Element]) -> None:
        if text:
            self._text(text)
        for child in children:
            self._node(child)
            if child.tail:
                self._text(child.tail)

    def _text(self, text: str) -> None:
        soft = 0
        if "\n" in text:
            text = LINE_BREAK.sub("\n", text)
            if not self._length or self._last() == "\n":
                text = text.removeprefix("\n")
            soft = text.endswith("\n")
            text = text.replace("\n", " ")
        if text:
            self._add(text)
            self._soft = int(soft)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._soft = 0

    def _last(self) -> str:
        return self._parts[-1][-1:] if self._parts else ""

    def _node(self, node: Element) -> None:
        known = _KNOWN.get(node.tag) if is_element(node) else None
        if known is None or not known(self, node):
            self._foreign(node)

    # -- the desk's own elements: each says whether it was exactly that ---------------------------

    def _choice(self, node: Element) -> bool:
        found = None if self._corrected else exact.correction(node, self._points)
        if found is None:
            return False
        self._corrected = True
        self._range(found[0], "", found[1].text, found[1])
        self._corrected = False
        return True

    def _unclear(self, node: Element) -> bool:
        return self._continues(node) or self._ranged(exact.doubt(node), node)

    def _name(self, node: Element) -> bool:
        return self._continues(node) or self._ranged(exact.name(node), node)

    def _gap(self, node: Element) -> bool:
        return self._pointed(exact.gap(node, self._points))

    def _seg(self, node: Element) -> bool:
        """Words to be withheld, or a gap with what is printed in its place."""
        if self._continues(node) or self._ranged(redaction.read(node, self._points), node):
            return True
        gap = exact.printed_gap(node, self._points)
        if gap is not None:
            self._range(gap, node.get(XML_ID, ""), node[0].tail, list(node)[1:])
        return gap is not None

    def _note(self, node: Element) -> bool:
        hinted = self._pointed(exact.hint(node))
        return hinted or (node.get("type") != HINT and self._thread(node))

    def _thread(self, node: Element) -> bool:
        """A note of a person: its messages, then who settled it."""
        target = node.get("target")
        anchor = self._anchors.get(target[1:]) if target is not None else None
        note = read_note(node, self._points)
        if note is None or (target is not None and anchor is None):
            return False
        note = replace(note, start=self._length, end=self._length)
        if anchor is None:
            self._spans.append(note)
            return True
        del self._anchors[node.get("target", "")[1:]]
        place = next(at for at, span in enumerate(self._spans) if span is anchor.note)
        self._spans[place] = replace(note, start=anchor.note.start)
        return True

    def _anchor(self, node: Element) -> bool:
        """Where the words of a note begin; the note itself stands where they end."""
        if node.get("type") != NOTE or set(node.keys()) != {"type", XML_ID}:
            return False
        waiting = Note(self._length, self._length, "", NoteKind.EDITORIAL, ())
        self._anchors[node.get(XML_ID, "")] = _Anchor(waiting, as_xml(node))
        self._spans.append(waiting)
        return True

    def _line(self, node: Element) -> bool:
        if node.attrib:
            return False
        if self._multiline:
            self._drop_soft()
            self._add("\n")
            return True
        if self._length and not self._last().isspace():
            follows = (node.tail or "")[:1]
            self._include(node)
            if not follows.isspace():
                self._add(" ")
            return True
        return False

    def _page(self, node: Element) -> bool:
        found = self._pages(node)
        return self._pointed(found) if isinstance(found, PageBreak) else found

    # -- foreign ----------------------------------------------------------------------------------

    def _foreign(self, node: Element) -> None:
        if is_hidden(node):
            self._include(node)
        elif not self._continues(node):
            pairs = tuple((str(name), str(value)) for name, value in node.attrib.items())
            markup = Markup(0, 0, str(node.tag), pairs)
            self._bind_edges(self._range(markup, node.get(XML_ID, ""), node.text, node))

    def _bind_edges(self, at: int) -> None:
        """What stands first or last in a foreign element stays in it, whatever becomes of the text.

        An anchor at its edge would not say on which side it stands.
        """
        markup = self._spans[at]
        if len(self._spans) == at + 1:
            return
        start = _inclusions_at(self._spans[at + 1 :], markup.start)
        del self._spans[at + 1 : at + 1 + len(start)]
        edges = [(MARKUP_START, "".join(start))] if start else []
        end = self._cut_off_end(at + 1)
        edges += [(MARKUP_END, end)] if end else []
        if edges and isinstance(markup, Markup):
            self._spans[at] = replace(markup, attributes=(*markup.attributes, *edges))

    def _cut_off_end(self, count: int) -> str:
        """Takes the inclusions at the very end off the spans from ``count`` on."""
        end = _inclusions_at(self._spans[: count - 1 : -1], self._length)
        del self._spans[len(self._spans) - len(end) :]
        return "".join(reversed(end))

    def _include(self, node: Element) -> None:
        self._spans.append(Inclusion(self._length, self._length, as_xml(node)))

    def _continues(self, node: Element) -> bool:
        """Whether it is a later fragment of a range that was cut where elements could not nest."""
        first = node.get("prev", "")[1:]
        at = self._fragments.get(first)
        if not first or at is None or not node.get(XML_ID, "").startswith(f"{first}-part-"):
            return False
        span = self._spans[at]
        if isinstance(span, Markup) and first.startswith("fragment-"):
            kept = tuple(pair for pair in span.attributes if pair != (XML_ID, first))
            self._spans[at] = replace(span, attributes=kept)
        count = len(self._spans)
        self.mixed(node.text, node)
        end = self._cut_off_end(count)
        last = replace(self._spans[at], end=self._length)
        if end and isinstance(last, Markup):
            last = replace(last, attributes=(*last.attributes, (MARKUP_END, end)))
        self._spans[at] = last
        return True

    # -- ranges -----------------------------------------------------------------------------------

    def _pointed(self, span: Span | None) -> bool:
        """Puts a thing without words here; whether there is one."""
        if span is not None:
            self._spans.append(replace(span, start=self._length, end=self._length))
        return span is not None

    def _ranged(self, span: Span | None, node: Element) -> bool:
        """Puts what says something of the words in the element; whether there is any."""
        if span is not None:
            self._range(span, node.get(XML_ID, ""), node.text, node)
        return span is not None

    def _range(
        self, span: Span, identifier: str, text: str | None, children: Iterable[Element]
    ) -> int:
        """Its place among the spans, which is before all that is inside of it."""
        at, start = len(self._spans), self._length
        self._spans.append(span)
        if identifier:
            self._fragments[identifier] = at
        self.mixed(text, children)
        self._spans[at] = replace(self._spans[at], start=start, end=self._length)
        return at

    def _drop_soft(self) -> None:
        if self._soft:
            self._parts[-1] = self._parts[-1][: -self._soft]
            self._length -= self._soft
            self._soft = 0


def _inclusions_at(spans: list[Span], place: int) -> list[str]:
    """The XML of the inclusions at this place that come before any other span."""
    found = []
    for span in spans:
        if not isinstance(span, Inclusion) or span.start != place:
            break
        found.append(span.xml)
    return found


_KNOWN: dict[str, Callable[[_Reading, Element], bool]] = {
    CHOICE: _Reading._choice,
    UNCLEAR: _Reading._unclear,
    NOTE_TAG: _Reading._note,
    ANCHOR: _Reading._anchor,
    **dict.fromkeys(exact.NAMES, _Reading._name),
    LB: _Reading._line,
    PB: _Reading._page,
    FW: _Reading._page,
    exact.GAP_TAG: _Reading._gap,
    SEG: _Reading._seg,
}
