"""Everything a working file holds, as frozen values.

A document is never changed: an edit makes the next one, and the two share all that is the same, so
"did the people change?" is ``before.people is not after.people``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.model.decisions import Decision, SecondReview, WithheldField
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.terms import (
    Act,
    Certainty,
    Function,
    FurnitureKind,
    Kind,
    Level,
    Place,
    Position,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A portion mark: what it says now, and what the source reads.

    ``level`` None means that the portion has no mark (any more). ``reading`` is the mark as the OCR
    read it, brackets included ("(Ø)"), and "" where a person supplied the mark; ``read_at`` is
    where it stands on the paper. ``act`` is who set or confirmed it last; None while only a program
    did. Position is data, not an error: marks trailed in 1990 and lead today.
    """

    level: Level | None
    caveats: tuple[str, ...] = ()
    struck: bool = False
    position: Position = Position.TRAILING
    reading: str = ""
    read_at: Position = Position.TRAILING
    certainty: Certainty = Certainty.HIGH
    act: Act | None = None

    @property
    def text(self) -> str:
        """The mark as it should read: "(C)", "(S//NF)"; "" without a level."""
        if self.level is None:
            return ""
        return f"({'//'.join((self.level.name, *self.caveats))})"

    @property
    def confirmed(self) -> bool:
        """False while the level is a proposal that nobody has looked at."""
        return self.certainty is Certainty.HIGH


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A portion of the conversation.

    ``id`` is the paragraph's ``xml:id``, unique and lasting. ``label`` is the speaker label as
    printed ("PM -"), lifted out of the text, with its own corrections; None where none is printed.
    ``speaker`` is a ``Person.id``, None for narrative and for a turn whose speaker is not known; a
    continuation has the speaker of the turn it continues. ``voice`` is whose
    words a narrative paragraph reports ("The President said ..."), None where nobody's.
    ``certainty`` is how sure speaker or voice is; ``assigned`` is who chose it, None while the
    importer did. ``made`` is who made the paragraph break before it, None where the source breaks
    there. ``mark`` None: no mark printed and none given. ``reviewed`` is who called it
    done; any later edit of it takes that back. ``attributes`` (Clark names)
    and ``before`` (whole elements, as XML, that stand before it) are foreign and carried through.
    ``decision`` is what becomes of it at a release, None while it is not yet reviewed.
    The text never holds a line break: that is what the next paragraph is for.
    """

    id: str
    kind: Kind
    passage: Passage
    label: Passage | None = None
    speaker: str | None = None
    mark: Mark | None = None
    voice: str | None = None
    certainty: Certainty = Certainty.HIGH
    assigned: Act | None = None
    reviewed: Act | None = None
    made: Act | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    before: tuple[str, ...] = ()
    decision: Decision | None = None

    @property
    def text(self) -> str:
        """The current text, without label and mark."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line or block of a page that is not part of the running text, in its place on the page.

    ``text`` may hold line breaks. ``level``, ``struck`` and ``certainty`` speak of banners
    (``struck`` of other lines too, where they are lined through).
    """

    kind: FurnitureKind
    place: Place
    text: Passage
    level: Level | None = None
    struck: bool = False
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class Word:
    """A word as an engine read it on the page image.

    ``start`` and ``length`` say which characters of the page's witness it is: the body witness
    (``app.model.witness``) from the source's page break on. No edit moves them. ``left`` and
    ``right`` are pixels; ``confidence`` is 0 to 1, None where the engine gives none.
    """

    start: int
    length: int
    left: int
    right: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the page image with the words of the running text on it; a box in pixels."""

    left: int
    top: int
    right: int
    bottom: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the source: its identifier, its number in the source (from 1), what stands around
    the text.

    ``furniture`` is in reading order, all at the top before all at the bottom. ``image`` refers to
    the facsimile: a path relative to the file, "scan.pdf#page=3" for a page of a PDF; None where
    there is none. ``width`` and ``height`` are its size in the pixels that ``lines`` count, 0 where
    not known. ``sheet``: a library's cover or withdrawal sheet, all of it furniture, set apart from
    the memorandum.
    """

    id: str
    number: int
    furniture: tuple[Furniture, ...] = ()
    image: str | None = None
    width: int = 0
    height: int = 0
    lines: tuple[TextLine, ...] = ()
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A participant. ``office`` is what they are ("Prime Minister of Japan"), ``affiliation`` whom
    they serve ("NSC").

    ``aliases`` are speaker labels that mean this person ("PM").
    """

    id: str
    name: str
    function: Function = Function.PARTICIPANT
    office: str = ""
    affiliation: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place that the text names (TEI ``listPlace/place``). ``id`` is its ``xml:id``."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HeadingEntry:
    """One entry of the memorandum's head as printed: label ("DATE, TIME\\nAND PLACE:") and text.

    Line *n* of the label stands beside line *n* of the text on the paper. ``mark`` is the portion
    mark of the entry (the subject has one). ``decision`` is what becomes of it at a release.
    """

    label: Passage
    text: Passage
    mark: Mark | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The memorandum's head as printed: title, then entries. This is the source of the metadata.

    ``decision`` is what becomes of the title at a release.
    """

    title: Passage = field(default_factory=Passage)
    entries: tuple[HeadingEntry, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """The parts of a declassification stamp (32 CFR 2001.25(b)), normalised; "" where not given.

    ``date`` is ISO 8601. The stamp as printed is a ``Furniture`` of kind STAMP.
    """

    authority: str = ""
    case: str = ""
    initials: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """An overall classification that is not the highest portion's; the reason is required
    (2001.21(b), 2001.24(g)).
    """

    level: Level
    reason: str
    act: Act


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head says, normalised. "" means not given.

    ``date`` is ISO 8601; ``time_from`` and ``time_to`` are ``HH:MM:SS`` with the offset
    (``-05:00``) where the zone is known; ``zone`` is as printed ("EST"). ``declassify_on`` is as
    printed ("OADR"). ``original_level`` is the classification the paper bore; what it is now
    follows from the portions.
    """

    subject: str = ""
    date: str = ""
    time_from: str = ""
    time_to: str = ""
    zone: str = ""
    place: str = ""
    repository: str = ""
    declassify_on: str = ""
    original_level: Level | None = None
    override: Override | None = None
    stamp: Stamp = field(default_factory=Stamp)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who changed something (TEI ``respStmt``). ``id`` is an XML name: ``rev-ab``."""

    id: str
    name: str
    initials: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A stretch of saved work (TEI ``revisionDesc/change``). ``by`` is a ``Reviewer.id``, "" for
    the program. ``digest`` is its link in the chain of evidence, "" until it is saved
    (``app.storage.history_chain``).
    """

    when: str
    by: str
    note: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What was imported: the file's name (no folder), its format, and the SHA-256 of its bytes, in
    hex.
    """

    name: str = ""
    format: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """Something foreign that belongs to no paragraph, kept for the next save.

    ``where`` is a path of element names from the root that says which element it belongs to;
    ``xml`` is a whole element, or ``name="value"`` of an attribute (Clark name).
    """

    where: str
    xml: str


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that a person looked at and let stand: by which rule, where, of which words, and
    why.

    ``where`` names the place for good (``para-16``, ``page-2``, ``metadata/zone``). The finding is
    back as soon as ``excerpt`` is no longer what it speaks of.
    """

    rule: str
    where: str
    excerpt: str
    reason: str
    act: Act


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that count as spelt right (``good``) although no dictionary has them, and as worth a
    look (``bad``) although one has. Case does not matter.
    """

    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A memorandum of conversation under review.

    Invariants: at least one paragraph and one page; ids are unique; the first paragraph is no
    continuation and a continuation has the speaker of the paragraph before it; each page but the
    first has exactly one ``PageBreak`` in the paragraphs, in page order. ``serial`` numbers new
    ids, so that edits replay the same. ``withheld`` names the values (metadata, people) that are
    not released; words of the text are withheld by ``Redaction`` spans.
    """

    paragraphs: Paragraphs
    pages: tuple[Page, ...]
    people: tuple[Person, ...] = ()
    heading: Heading = field(default_factory=Heading)
    metadata: Metadata = field(default_factory=Metadata)
    trailer: Passage | None = None
    reviewers: tuple[Reviewer, ...] = ()
    revisions: tuple[Revision, ...] = ()
    source: Source = field(default_factory=Source)
    carried: tuple[Carried, ...] = ()
    dismissed: tuple[Dismissal, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    words: WordList = field(default_factory=WordList)
    serial: int = 1
    withheld: tuple[WithheldField, ...] = ()
    second_review: SecondReview | None = None

    def person(self, identifier: str | None) -> Person | None:
        """The participant with this id, None if there is none."""
        return next((person for person in self.people if person.id == identifier), None)

    def page(self, identifier: str) -> Page:
        """The page with this id. Raises KeyError."""
        for page in self.pages:
            if page.id == identifier:
                return page
        raise KeyError(identifier)

    def with_paragraphs(self, start: int, stop: int, new: tuple[Paragraph, ...]) -> Document:
        """The document with paragraphs ``start:stop`` replaced."""
        return replace(self, paragraphs=self.paragraphs.replaced(start, stop, new))

    def furniture(self, kind: FurnitureKind) -> Iterator[tuple[Page, Furniture]]:
        """All furniture of this kind, page by page."""
        for page in self.pages:
            for piece in page.furniture:
                if piece.kind is kind:
                    yield page, piece
