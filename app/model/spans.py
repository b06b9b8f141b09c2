"""Stand-off ranges on a passage, and the one table that says what each does when the text changes.

Offsets count Unicode code points from the start of the passage; a range is half open. A span with
``start == end`` is an anchor: it stands between two characters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.model.decisions import Exemption
from app.model.terms import Act, CorrectionKind, NameKind, NoteKind

PARAGRAPH_BREAK = "\n"
"""Stands in an original reading for a paragraph break that was joined away."""
PAGE_BREAK = "\f"
"""Stands in an original reading for the place where the source breaks the page."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The text in the range replaces ``original``, which is what the source reads there."""

    start: int
    end: int
    original: str
    kind: CorrectionKind
    act: Act

    @property
    def joined(self) -> bool:
        """Whether the import made it, of a word that the source breaks with a hyphen: the one
        correction of an OCR slip that is nobody's.
        """
        nobody = self.act == Act("", "")
        return nobody and self.kind is CorrectionKind.OCR and "-" in self.original


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Anchor: the page ``page`` (a ``Page.id``) begins here.

    ``found`` is true where the source breaks the page; a break that a person moved is not, and its
    place in the source is kept as PAGE_BREAK in the original reading of a correction.
    """

    start: int
    end: int
    page: str
    found: bool = True
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reading of low certainty, 0 (none) to 1; it goes when a person changes the words."""

    start: int
    end: int
    certainty: float


@dataclass(frozen=True, slots=True)
class Hint:
    """Anchor: the importer suspects something here and leaves the decision to a person.

    ``kind`` is a token (``lost-label``), ``message`` a sentence for the reader.
    """

    start: int
    end: int
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Words already withheld or unreadable on the paper (TEI ``gap``).

    The range holds what is printed in their place ("(b)(1)", "[1 line not declassified]") and is an
    anchor where nothing is. ``reason`` is ``redacted`` or ``illegible``; ``codes`` are the
    exemptions named there; ``quantity`` and ``unit`` (``lines``, ``words``, ...) are "" where not
    known.
    """

    start: int
    end: int
    reason: str = "redacted"
    codes: tuple[str, ...] = ()
    quantity: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One contribution to a note."""

    text: str
    act: Act


@dataclass(frozen=True, slots=True)
class Note:
    """A thread about the range (TEI ``note``): the first message and its answers.

    ``id`` is its ``xml:id``; ``kind`` says whom it is for. ``resolved`` is who settled it, None
    while it is open.
    """

    start: int
    end: int
    id: str
    kind: NoteKind
    messages: tuple[Message, ...]
    resolved: Act | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """The range names a person or a place (TEI ``persName``, ``placeName``).

    ``ref`` is the id of a ``Person`` or ``PlaceEntry``, "" where it is not known whom or where.
    """

    start: int
    end: int
    kind: NameKind
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Redaction:
    """The words in the range are to be withheld, for these reasons.

    ``id`` is the decision's: the pieces of one that runs over several paragraphs, or that was cut
    by a split, share it. An anchor is left where all the words were deleted: what is typed there is
    withheld again, and so is a reading of the source that comes back there.
    """

    start: int
    end: int
    id: str
    exemptions: tuple[Exemption, ...]
    act: Act


@dataclass(frozen=True, slots=True)
class Markup:
    """A foreign inline element around the range, carried through: its name and attributes in Clark
    notation.
    """

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def continued(self) -> Markup:
        """The element where it goes on after a cut: without its identifier, which only one has."""
        kept = tuple(pair for pair in self.attributes if pair[0] != _XML_ID)
        return replace(self, attributes=kept)


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Anchor: a foreign element, comment or processing instruction carried through whole, as
    XML.
    """

    start: int
    end: int
    xml: str


Span = Correction | PageBreak | Doubt | Hint | Gap | Redaction | Note | Name | Markup | Inclusion

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DROPPED_WHEN_TOUCHED = (Doubt,)
"""Spans that speak of the words as they were. All others survive, if need be as an anchor."""


def ordered(spans: list[Span]) -> tuple[Span, ...]:
    """In text order; spans of the same range keep the order they came in (outer first).

    Only a note on the same range stands before them all: it is about them.
    """
    return tuple(sorted(spans, key=_place_in_order))


def _place_in_order(span: Span) -> tuple[int, int, bool]:
    around = isinstance(span, Note) and span.start < span.end
    return span.start, span.end, not around


def moved(span: Span, by: int) -> Span:
    return replace(span, start=span.start + by, end=span.end + by)


def after_replacement(span: Span, start: int, end: int, length: int) -> Span | None:
    """The span once the text in ``start:end`` has become ``length`` characters, None if it goes.

    A range does not grow when text is put at its edge, grows with text put inside, and keeps the
    replacement when only a part of it is replaced: what was marked stays marked. An anchor stays
    before text put at its place.
    """
    if isinstance(span, _DROPPED_WHEN_TOUCHED) and span.start <= end and span.end >= start:
        return None
    shift = length - (end - start)
    if span.start == span.end:
        place = _anchor_after(span.start, start, end, length)
        return span if place == span.start else replace(span, start=place, end=place)
    first = span.start if span.start < start else span.start + shift if span.start >= end else start
    last = (
        span.end if span.end <= start else span.end + shift if span.end >= end else start + length
    )
    return replace(span, start=first, end=max(first, last))


def _anchor_after(place: int, start: int, end: int, length: int) -> int:
    if place <= start:
        return place
    if place >= end:
        return place + length - (end - start)
    return start + min(place - start, length)
