"""What is to be withheld, and where: of the text, of what stands around it, of the metadata.

A place is named for good: ``para-3`` (its text), ``para-3/label``, ``heading/title``,
``heading/0/label``, ``heading/0/text``, ``page-2/0`` (a line of the page), ``trailer``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from app.model.decisions import Decision, Exemption, Judgement, WithheldRange
from app.model.document import Document, HeadingEntry, Mark, Page, Paragraph
from app.model.passage import Passage
from app.model.spans import Redaction
from app.model.terms import Disposition

_T = TypeVar("_T")

TITLE = "heading/title"
TRAILER = "trailer"


@dataclass(frozen=True, slots=True)
class Portion:
    """A portion that needs a decision: the title, an entry of the head, a paragraph.

    32 CFR 2001.21(c): subject and titles are portions too. ``at`` is the paragraph, None for the
    others; ``where`` names the passages that belong to it.
    """

    key: str
    mark: Mark | None
    decision: Decision | None
    where: tuple[str, ...]
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A stretch of a passage that one or several redactions, run together, withhold."""

    start: int
    end: int
    ids: tuple[str, ...]
    exemptions: tuple[Exemption, ...]


# -- places ----------------------------------------------------------------------------------------


def passages(document: Document, *, conversation: bool = True) -> Iterator[tuple[str, Passage]]:
    """Every passage with its place; without the paragraphs where ``conversation`` is false."""
    yield TITLE, document.heading.title
    for number, entry in enumerate(document.heading.entries):
        yield f"heading/{number}/label", entry.label
        yield f"heading/{number}/text", entry.text
    for paragraph in document.paragraphs if conversation else ():
        if paragraph.label is not None:
            yield f"{paragraph.id}/label", paragraph.label
        yield paragraph.id, paragraph.passage
    for page in document.pages:
        for number, piece in enumerate(page.furniture):
            yield f"{page.id}/{number}", piece.text
    if document.trailer is not None:
        yield TRAILER, document.trailer


def paragraph_of(document: Document, identifier: str) -> int | None:
    """Which paragraph has this id, None if there is none."""
    return next((at for at, p in enumerate(document.paragraphs) if p.id == identifier), None)


def passage_at(document: Document, where: str) -> Passage | None:
    """The passage at the place, None if there is no such place."""
    head, _, part = where.rpartition("/")
    at = paragraph_of(document, head if part == "label" else where)
    if at is not None:
        paragraph = document.paragraphs[at]
        return paragraph.label if head else paragraph.passage
    return dict(passages(document, conversation=False)).get(where)


def with_passage(document: Document, where: str, passage: Passage) -> Document:
    """The document with that passage there. Raises KeyError where there is no such place."""
    head, _, part = where.rpartition("/")
    at = paragraph_of(document, head if part == "label" else where)
    if at is not None:
        paragraph = document.paragraphs[at]
        changed = replace(paragraph, label=passage) if head else replace(paragraph, passage=passage)
        return document.with_paragraphs(at, at + 1, (changed,))
    if where == TRAILER:
        return replace(document, trailer=passage)
    if where == TITLE:
        return replace(document, heading=replace(document.heading, title=passage))
    if head.startswith("heading/"):
        return _with_entry(document, int(head.removeprefix("heading/")), part, passage)
    pages = tuple(_with_line(p, int(part), passage) if p.id == head else p for p in document.pages)
    if pages == document.pages and passage_at(document, where) is None:
        raise KeyError(where)
    return replace(document, pages=pages)


def _with_entry(document: Document, number: int, part: str, passage: Passage) -> Document:
    entries = list(document.heading.entries)
    if part not in ("label", "text") or not 0 <= number < len(entries):
        raise KeyError(f"heading/{number}/{part}")
    old = entries[number]
    entries[number] = replace(old, label=passage) if part == "label" else replace(old, text=passage)
    return replace(document, heading=replace(document.heading, entries=tuple(entries)))


def _with_line(page: Page, number: int, passage: Passage) -> Page:
    furniture = list(page.furniture)
    furniture[number] = replace(furniture[number], text=passage)
    return replace(page, furniture=tuple(furniture))


# -- redactions ------------------------------------------------------------------------------------


def redactions_in(passage: Passage) -> tuple[Redaction, ...]:
    """The redactions of a passage, in text order."""
    return tuple(span for span in passage.spans if isinstance(span, Redaction))


def redactions(document: Document) -> Iterator[tuple[str, Redaction]]:
    """All redactions of the document with their places."""
    for where, passage in passages(document):
        for redaction in redactions_in(passage):
            yield where, redaction


def withheld(passage: Passage) -> tuple[Withheld, ...]:
    """The stretches that are withheld, redactions run together where they overlap or touch, or
    where only blanks are between them. Those that withhold no character are left out.
    """
    found: list[Withheld] = []
    for redaction in redactions_in(passage):
        start, end = redaction.start, redaction.end
        if start == end:
            continue
        last = found[-1] if found else None
        if last and (start <= last.end or not passage.text[last.end : start].strip()):
            found[-1] = Withheld(
                last.start,
                max(last.end, end),
                _united(last.ids, (redaction.id,)),
                _united(last.exemptions, redaction.exemptions),
            )
        else:
            found.append(Withheld(start, end, (redaction.id,), redaction.exemptions))
    return tuple(found)


def _united(one: tuple[_T, ...], other: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


# -- portions --------------------------------------------------------------------------------------


def portions(document: Document) -> Iterator[Portion]:
    """All portions, as on the paper: title, entries of the head, paragraphs.

    A title or entry without a printed word is none.
    """
    yield from portions_of_head(document)
    for at, paragraph in enumerate(document.paragraphs):
        yield paragraph_portion(at, paragraph)


def portions_of_head(document: Document) -> Iterator[Portion]:
    """Those that stand before the paragraphs."""
    heading = document.heading
    if heading.title.text.strip():
        yield Portion(TITLE, None, heading.decision, (TITLE,))
    for number, entry in enumerate(heading.entries):
        if (entry.label.text + entry.text.text).strip():
            yield _entry(number, entry)


def _entry(number: int, entry: HeadingEntry) -> Portion:
    key = f"heading/{number}"
    return Portion(key, entry.mark, entry.decision, (f"{key}/label", f"{key}/text"))


def paragraph_portion(at: int, paragraph: Paragraph) -> Portion:
    """The paragraph as a portion."""
    label = () if paragraph.label is None else (f"{paragraph.id}/label",)
    where = (*label, paragraph.id)
    return Portion(paragraph.id, paragraph.mark, paragraph.decision, where, at)


def portion(document: Document, key: str) -> Portion | None:
    """The portion of this name, None if there is none."""
    return next((one for one in portions(document) if one.key == key), None)


def with_decision(document: Document, key: str, decision: Decision | None) -> Document:
    """The document with that decision on the portion. Raises KeyError where there is none."""
    at = paragraph_of(document, key)
    if at is not None:
        changed = replace(document.paragraphs[at], decision=decision)
        return document.with_paragraphs(at, at + 1, (changed,))
    heading = document.heading
    if key == TITLE:
        return replace(document, heading=replace(heading, decision=decision))
    entries = list(heading.entries)
    number = key.removeprefix("heading/")
    if not number.isdecimal() or int(number) >= len(entries):
        raise KeyError(key)
    entries[int(number)] = replace(entries[int(number)], decision=decision)
    return replace(document, heading=replace(heading, entries=tuple(entries)))


def passages_of(document: Document, held: Portion) -> Iterator[tuple[str, Passage]]:
    """The passages of the portion with their places, without looking through all paragraphs."""
    for where in held.where:
        if held.at is None:
            yield where, passage_at(document, where) or Passage()
        else:
            paragraph = document.paragraphs[held.at]
            label = where != paragraph.id
            yield where, (paragraph.label or Passage()) if label else paragraph.passage


def judgement(document: Document, held: Portion) -> Judgement | None:
    """What was decided on the portion, to be compared with another's; None while nothing is."""
    if held.decision is None:
        return None
    whole = held.decision.disposition in (Disposition.DENY, Disposition.REFER)
    ranges = [
        WithheldRange(where, span.start, span.end, tuple(sorted(span.exemptions)))
        for where, passage in (() if whole else passages_of(document, held))
        for span in redactions_in(passage)
        if span.start < span.end
    ]
    exemptions = tuple(sorted(held.decision.exemptions))
    return Judgement(
        held.decision.disposition, exemptions, held.decision.agency, tuple(sorted(ranges))
    )


# -- values ----------------------------------------------------------------------------------------

_METADATA = ("subject", "date", "time_from", "time_to", "zone", "place", "repository")


def fields(document: Document) -> Iterator[tuple[str, str]]:
    """The values that can be withheld as a whole, with their names."""
    for name in _METADATA:
        value: str = getattr(document.metadata, name)
        if value:
            yield f"metadata/{name}", value
    for person in document.people:
        words = (person.name, *person.aliases, person.office, person.affiliation)
        yield f"person/{person.id}", "; ".join(filter(None, words))


def is_withheld(document: Document, field: str) -> bool:
    """Whether the value is withheld."""
    return any(held.field == field for held in document.withheld)
