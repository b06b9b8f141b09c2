"""Everything that was changed in a document, with who and when: what the report lists and what the
provenance of a paragraph is.

It is read off the document itself, so it holds what is true now and nothing that was undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.model.document import Document, HeadingEntry, Mark, Paragraph
from app.model.passage import Passage
from app.model.queries import page_at
from app.model.spans import Correction, PageBreak
from app.model.terms import Act, CorrectionKind, FurnitureKind, Kind

KINDS = {
    CorrectionKind.OCR: "OCR slip",
    CorrectionKind.TYPO: "Silent typo",
    CorrectionKind.CORRECTION: "Bracketed correction",
    CorrectionKind.ADDITION: "Bracketed addition",
}
_FURNITURE = {
    FurnitureKind.BANNER: "Banner",
    FurnitureKind.PAGE_NUMBER: "Page number",
    FurnitureKind.LETTERHEAD: "Letterhead",
    FurnitureKind.LOG_NUMBER: "Log number",
    FurnitureKind.DECLASSIFY_ON: "Declassify-on line",
    FurnitureKind.STAMP: "Stamp",
    FurnitureKind.OTHER: "Line of the page",
}


@dataclass(frozen=True, slots=True)
class Alteration:
    """One thing that a person changed or decided, or a broken word that the import ``joined``.

    ``page`` is the number of its page; ``at`` the paragraph it is in, None elsewhere. ``start:end``
    are the characters of a correction of its text (``in_text``). ``original`` is what the source
    reads, "" where it says nothing; ``now`` what holds since.
    """

    page: int
    at: int | None
    what: str
    original: str
    now: str
    act: Act
    start: int = 0
    end: int = 0
    in_text: bool = False
    joined: bool = False


def alterations(document: Document) -> Iterator[Alteration]:
    """All of them, in the order of the document: head, pages' lines, paragraphs, end."""
    yield from _of_heading(document)
    for page in document.pages:
        for piece in page.furniture:
            yield from _corrections(piece.text, _FURNITURE[piece.kind], page.number)
    for at in range(len(document.paragraphs)):
        yield from of_paragraph(document, at)
    last = document.pages[-1].number
    if document.trailer is not None:
        yield from _corrections(document.trailer, "End mark", last)
    override = document.metadata.override
    if override is not None:
        now = f"{override.level.value}: {override.reason}"
        yield Alteration(last, None, "Overall classification", "", now, override.act)


def of_paragraph(document: Document, at: int) -> Iterator[Alteration]:
    """Those of one paragraph: its break, speaker, label, words, page breaks and mark."""
    paragraph = document.paragraphs[at]
    page = page_at(document, at, 0).number
    if paragraph.made is not None:
        yield Alteration(page, at, "Paragraph break", "no break", "new paragraph", paragraph.made)
    if paragraph.assigned is not None:
        speaker = _speaker(document, paragraph)
        yield Alteration(page, at, "Speaker", "", speaker, paragraph.assigned)
    if paragraph.label is not None:
        yield from _corrections(paragraph.label, "Speaker label", page, at)
    for span in paragraph.passage.spans:
        if isinstance(span, Correction):
            if span.start == span.end and span.original.strip(" ") == "":
                continue  # a blank taken away with a paragraph break: the break says it
            number = page_at(document, at, span.start).number
            yield _correction(paragraph.passage, span, KINDS[span.kind], number, at)
        elif isinstance(span, PageBreak) and span.act is not None:
            number = document.page(span.page).number
            yield Alteration(
                number, at, "Page break", "elsewhere", f"page {number} begins here", span.act
            )
    yield from _of_mark(paragraph.mark, page, at)


def _of_heading(document: Document) -> Iterator[Alteration]:
    page = document.pages[0].number
    yield from _corrections(document.heading.title, "Title", page)
    for entry in document.heading.entries:
        name = _name(entry)
        yield from _corrections(entry.label, f"Heading, {name}", page)
        yield from _corrections(entry.text, f"Heading, {name}", page)
        yield from _of_mark(entry.mark, page, None)


def _name(entry: HeadingEntry) -> str:
    return " ".join(entry.label.text.split()).rstrip(":")


def _corrections(
    passage: Passage, what: str, page: int, at: int | None = None
) -> Iterator[Alteration]:
    """Of a passage that is not the text of a paragraph."""
    for correction in passage.corrections:
        found = _correction(passage, correction, what, page, None)
        yield replace(found, at=at, start=0, end=0, in_text=False)


def _correction(
    passage: Passage, correction: Correction, what: str, page: int, at: int | None
) -> Alteration:
    start, end = correction.start, correction.end
    now = passage.text[start:end]
    original, act, joined = correction.original, correction.act, correction.joined
    return Alteration(page, at, what, original, now, act, start, end, True, joined)


def _of_mark(mark: Mark | None, page: int, at: int | None) -> Iterator[Alteration]:
    if mark is not None and mark.act is not None:
        now = mark.text or "no mark"
        if mark.struck:
            now += ", struck through"
        yield Alteration(page, at, "Portion mark", mark.reading, now, mark.act)


def _speaker(document: Document, paragraph: Paragraph) -> str:
    person = document.person(paragraph.speaker or paragraph.voice)
    name = person.name if person is not None else "nobody named"
    if paragraph.kind is Kind.NARRATIVE:
        return "narrative" if person is None else f"narrative, words of {name}"
    return name
