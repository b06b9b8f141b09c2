"""Documents of every kind that the model allows, for the laws."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from app.model.document import (
    Dismissal,
    Document,
    Furniture,
    Heading,
    HeadingEntry,
    Mark,
    Metadata,
    Override,
    Page,
    Paragraph,
    Person,
    PlaceEntry,
    Reviewer,
    Revision,
    Source,
    Stamp,
    TextLine,
    Word,
    WordList,
)
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import (
    Correction,
    Doubt,
    Gap,
    Hint,
    Inclusion,
    Markup,
    Message,
    Name,
    Note,
    PageBreak,
    Span,
    ordered,
)
from app.model.terms import (
    Act,
    Certainty,
    CorrectionKind,
    Function,
    FurnitureKind,
    Kind,
    Level,
    NameKind,
    NoteKind,
    Place,
    Position,
)
from tests.decisions import decided, redaction, second_reviews, withheld

TEI = "{http://www.tei-c.org/ns/1.0}"
REVIEWERS = (Reviewer("rev-ab", "Ann B.", "AB"), Reviewer("rev-cd", "C & D", ""))
PEOPLE = (
    Person("person-1", "The President", Function.PRINCIPAL),
    Person("person-2", "Toshiki Kaifu", Function.PRINCIPAL, "Prime Minister of Japan", "", ("PM",)),
    Person("person-3", "Karl D. Jackson", Function.NOTETAKER, "", "NSC"),
)
PLACES = (PlaceEntry("place-1", "Seoul"), PlaceEntry("place-2", "The Oval Office"))
INCLUSIONS = (
    "<!-- note -->",
    "<?target body?>",
    '<gap reason="redacted" ana="#C"/>',
    "<note>n</note>",
)

characters = st.sampled_from("aeT1 .,-&<>\"'\tØ—\u00a0\u202e\U0001f600")
text = st.text(characters, max_size=12)
words = st.text(characters, min_size=1, max_size=8)
lines = st.text(characters | st.just("\n"), max_size=16)
acts = st.builds(
    Act,
    st.sampled_from([reviewer.id for reviewer in REVIEWERS]),
    st.sampled_from([f"2026-11-23T10:00:{second:02}Z" for second in range(5)]),
)
maybe_acts = st.none() | acts
certainties = st.sampled_from(Certainty)
levels = st.sampled_from(Level)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """As read, misread, supplied or taken away; on either side; with and without an act."""
    mark = Mark(
        draw(st.none() | levels),
        draw(st.sampled_from([(), ("NOFORN",), ("NF", "REL TO USA, JPN"), ("25",)])),
        draw(st.booleans()),
        draw(st.sampled_from(Position)),
        "",
        draw(st.sampled_from(Position)),
        draw(certainties),
        draw(maybe_acts),
    )
    return replace(mark, reading=draw(st.sampled_from(["", mark.text, "(Ø)", " (jSjT "])))


@st.composite
def passages(
    draw: st.DrawFn, *, multiline: bool = True, breaks: tuple[str, ...] = (), notes: bool = False
) -> Passage:
    """Text with spans that nest, touch and cut across one another; page breaks in order.

    Notes have no identifier: who wants them gives them one.
    """
    content = draw(lines if multiline else text)
    places = st.integers(0, len(content))
    spans: list[Span] = list(_corrections(draw, content))
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(places), draw(places)))
        spans.append(draw(_span(start, end) | _note(start, end) if notes else _span(start, end)))
    at = sorted(draw(places) for _ in breaks)
    for place, page in zip(at, breaks, strict=True):
        inside = any(
            span.start < place < span.end for span in spans if isinstance(span, Correction)
        )
        moved = draw(acts if inside else maybe_acts)
        spans.append(PageBreak(place, place, page, moved is None, moved))
    return Passage(content, ordered(spans))


def _numbered(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Each note has an identifier of its own."""
    numbers = count(1)

    def passage(held: Passage) -> Passage:
        return Passage(
            held.text,
            tuple(
                replace(span, id=f"note-{next(numbers)}") if isinstance(span, Note) else span
                for span in held.spans
            ),
        )

    return [
        replace(
            one,
            passage=passage(one.passage),
            label=None if one.label is None else passage(one.label),
        )
        for one in paragraphs
    ]


def _corrections(draw: st.DrawFn, content: str) -> list[Correction]:
    edges = sorted(draw(st.lists(st.integers(0, len(content)), max_size=4)))
    found = []
    originals = st.text(characters | st.sampled_from("\n\f"), max_size=6)
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        original = draw(originals.filter(content[start:end].__ne__))
        kind = draw(st.sampled_from(CorrectionKind))
        found.append(Correction(start, end, original, kind, draw(acts)))
    return found


def _span(start: int, end: int) -> st.SearchStrategy[Span]:
    return st.one_of(
        st.builds(Doubt, st.just(start), st.just(end), st.floats(0, 1)),
        st.builds(Hint, st.just(start), st.just(start), st.just("lost-label"), lines),
        st.builds(Inclusion, st.just(start), st.just(start), st.sampled_from(INCLUSIONS)),
        st.builds(
            Gap,
            st.just(start),
            st.just(end),
            st.sampled_from(["redacted", "illegible"]),
            st.sampled_from([(), ("(b)(1)",), ("1.4(c)", "25X1")]),
            st.sampled_from(["", "2", "2.5", "2½"]),
            st.sampled_from(["", "lines"]),
        ),
        st.builds(
            Markup,
            st.just(start),
            st.just(end),
            st.just(f"{TEI}hi"),
            st.just(()) | st.just((("ana", "#U"),)),
        ),
        st.builds(
            Name,
            st.just(start),
            st.just(end),
            st.sampled_from(NameKind),
            st.sampled_from(["", "person-1", "place-1"]),
        ),
        redaction(start, end, acts),
    )


def _note(start: int, end: int) -> st.SearchStrategy[Span]:
    return st.builds(
        Note,
        st.just(start),
        st.just(end),
        st.just(""),
        st.sampled_from(NoteKind),
        st.lists(st.builds(Message, lines, acts), min_size=1, max_size=2).map(tuple),
        maybe_acts,
    )


furniture = st.builds(
    Furniture,
    st.sampled_from(FurnitureKind),
    st.sampled_from(Place),
    passages(),
    st.none() | levels,
    st.booleans(),
    certainties,
)
entries = st.builds(HeadingEntry, passages(), passages(), st.none() | marks())
headings = st.builds(Heading, passages(), st.lists(entries, max_size=2).map(tuple))


pixels = st.integers(0, 3000)
print_words = st.builds(Word, pixels, pixels, pixels, pixels, st.none() | st.floats(0, 1))
text_lines = st.builds(
    TextLine, pixels, pixels, pixels, pixels, st.lists(print_words, max_size=2).map(tuple)
)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, ...]:
    """One to four pages, what stands at the top before what stands at the bottom."""
    made = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        pieces = sorted(
            draw(st.lists(furniture, max_size=2)), key=lambda f: f.place is Place.BOTTOM
        )
        image = draw(st.sampled_from([None, "p 1.png", "scans/é%20.png", "#f1", "scan.pdf#page=3"]))
        made.append(
            Page(
                id=f"page-{number}",
                number=number,
                furniture=tuple(pieces),
                image=image,
                width=draw(pixels),
                height=draw(pixels),
                lines=draw(st.lists(text_lines, max_size=2).map(tuple)),
                sheet=draw(st.booleans()),
            )
        )
    return tuple(made)


@st.composite
def _paragraph(
    draw: st.DrawFn, number: int, before: Paragraph | None, breaks: tuple[str, ...]
) -> Paragraph:
    kinds = [Kind.NARRATIVE, Kind.TURN]
    if before is not None and before.kind is not Kind.NARRATIVE:
        kinds.append(Kind.CONTINUATION)
    kind = draw(st.sampled_from(kinds))
    speaker = None
    label = None
    if kind is Kind.TURN:
        speaker = draw(st.sampled_from([None, *(person.id for person in PEOPLE)]))
        label = draw(st.none() | passages(notes=True))
    elif kind is Kind.CONTINUATION and before is not None:
        speaker = before.speaker
    voices = st.none() | st.sampled_from([person.id for person in PEOPLE])
    return Paragraph(
        id=f"para-{number}",
        kind=kind,
        passage=draw(passages(multiline=False, breaks=breaks, notes=True)),
        label=label,
        speaker=speaker,
        mark=draw(st.none() | marks()),
        voice=draw(voices) if kind is Kind.NARRATIVE else None,
        certainty=draw(certainties),
        assigned=draw(maybe_acts),
        reviewed=draw(maybe_acts),
        made=draw(maybe_acts),
    )


def _dates() -> st.SearchStrategy[str]:
    return st.sampled_from(["", "1990-06-04", "1990-06", "1990", "June 4", "1990-02-30"])


metadata = st.builds(
    Metadata,
    subject=lines,
    date=_dates(),
    time_from=st.sampled_from(["", "19:08:00-05:00", "19:08:00", "7:08pm"]),
    time_to=st.sampled_from(["", "19:36:00-05:00", "about eight"]),
    zone=text,
    place=lines,
    repository=lines,
    declassify_on=text,
    original_level=st.none() | levels,
    override=st.none() | st.builds(Override, levels, lines, acts),
    stamp=st.builds(Stamp, lines, text, text, _dates()),
)
revisions = st.builds(
    Revision,
    acts.map(lambda act: act.when),
    st.sampled_from(["", "rev-ab"]),
    lines,
    st.sampled_from(["", f"{'0a' * 32}:{'f9' * 32}"]),
)
dismissals = st.builds(Dismissal, words, words, lines, lines, acts)
word_lists = st.lists(words, max_size=2).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A whole document that keeps the invariants ``Document`` names."""
    held = draw(pages())
    count = draw(st.integers(1, 5))
    where = sorted(draw(st.integers(0, count - 1)) for _ in held[1:])
    paragraphs: list[Paragraph] = []
    for at in range(count):
        turned = zip(where, held[1:], strict=True)
        breaks = tuple(page.id for place, page in turned if place == at)
        before = paragraphs[-1] if paragraphs else None
        paragraphs.append(draw(_paragraph(at + 1, before, breaks)))
    document = Document(
        Paragraphs(_numbered(paragraphs)),
        held,
        PEOPLE,
        draw(headings),
        draw(metadata),
        draw(st.none() | passages()),
        REVIEWERS,
        draw(st.lists(revisions, max_size=2).map(tuple)),
        draw(st.builds(Source, text, text, text)),
        dismissed=draw(st.lists(dismissals, max_size=2).map(tuple)),
        places=draw(st.sampled_from([(), PLACES])),
        words=draw(st.builds(WordList, word_lists, word_lists)),
        serial=draw(st.integers(1, 99)),
        withheld=draw(withheld(acts)),
        second_review=draw(st.none() | second_reviews(acts)),
    )
    return draw(decided(document, acts))
