"""Small records that hold every awkward thing at once, for the laws."""

from __future__ import annotations

from app.model.document import Document, Mark, Page, Paragraph, Person
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import Doubt, Hint, Inclusion, Markup, PageBreak, Span
from app.model.terms import Certainty, Function, Kind, Level, Position


def awkward() -> Document:
    """Labels, marks on both sides, page breaks between, inside and at the end, foreign elements,
    hints.
    """
    trailing = Mark(Level.C, (), True, reading="(\u00d8)", certainty=Certainty.LOW)
    leading = Mark(Level.U, position=Position.LEADING, reading="(U)", read_at=Position.LEADING)
    paragraphs = (
        _paragraph(1, Kind.NARRATIVE, "The President called. He was ok."),
        _paragraph(2, Kind.TURN, "Toshiki, good morning", label="The President:", speaker="p1"),
        _paragraph(3, Kind.CONTINUATION, "On tbe Asian  issues", speaker="p1", mark=trailing),
        _paragraph(
            4,
            Kind.TURN,
            "Thank you very much",
            PageBreak(0, 0, "page-2"),
            PageBreak(6, 6, "page-3"),
            Doubt(10, 14, 0.4),
            label="PM -",
            speaker="p2",
            mark=leading,
        ),
        _paragraph(
            5,
            Kind.TURN,
            "Did it rise? There was none. I told him.",
            Markup(4, 11, "{urn:x}hi"),
            Hint(13, 13, "lost-label", "A label may be lost here."),
            Inclusion(20, 20, "<x/>"),
            label="Kaifu:",
            speaker="p2",
            mark=trailing,
        ),
        _paragraph(6, Kind.TURN, "", PageBreak(0, 0, "page-4"), speaker=None),
    )
    return Document(
        paragraphs=Paragraphs(paragraphs),
        pages=tuple(Page(f"page-{number}", number) for number in range(1, 5)),
        people=(
            Person("p1", "The President", Function.PRINCIPAL),
            Person("p2", "Toshiki Kaifu", Function.PRINCIPAL, "Prime Minister of Japan"),
        ),
        serial=7,
    )


def _paragraph(
    number: int,
    kind: Kind,
    text: str,
    *spans: Span,
    label: str | None = None,
    speaker: str | None = None,
    mark: Mark | None = None,
) -> Paragraph:
    return Paragraph(
        id=f"para-{number}",
        kind=kind,
        passage=Passage(text, spans),
        label=Passage(label) if label else None,
        speaker=speaker,
        mark=mark,
    )


def narrative(*lines: str) -> Document:
    """One page of narrative paragraphs that read so."""
    return Document(
        paragraphs=Paragraphs(
            _paragraph(number, Kind.NARRATIVE, line) for number, line in enumerate(lines, 1)
        ),
        pages=(Page("page-1", 1),),
        serial=len(lines) + 1,
    )
