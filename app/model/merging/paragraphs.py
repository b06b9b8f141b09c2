"""Merging the conversation: paragraph by paragraph where both have the same, else in stretches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any, NamedTuple

from app.model.document import Document, Paragraph
from app.model.merging.passages import merged_passage
from app.model.merging.taking import TakeParagraphs, TakeParts
from app.model.merging.values import Conflict, Sides
from app.model.paragraphs import Paragraphs
from app.model.spans import PAGE_BREAK
from app.model.terms import Kind
from app.model.witness import paragraph_witness

_SPEAKER = ("kind", "speaker", "voice", "certainty", "assigned")
_OWN_RULE = ("id", "passage", "label", "reviewed")


class _Standing(NamedTuple):
    """Where a paragraph stands in its copy, and what it has of the source."""

    before: int
    pages: int
    label: str
    text: str
    witness: str
    breaks: tuple[str, ...]


def merged_paragraphs(
    sides: Sides, base: Document, first: Document, second: Document
) -> Paragraphs:
    """Between paragraphs that all three have, with the same of the source before and in them, each
    copy has the same of the source: whatever is taken there, nothing printed is lost or doubled.
    """
    places = _common(base, first, second)
    made: list[Paragraph] = []
    starts = [(-1, -1, -1), *places, tuple(len(d.paragraphs) for d in (base, first, second))]
    for before, after in pairwise(starts):
        stretch = [
            document.paragraphs[start + 1 : stop]
            for document, start, stop in zip((base, first, second), before, after, strict=True)
        ]
        made += _merged_stretch(sides, made[-1].id if made else None, *stretch)
        if after is not starts[-1]:
            at = zip((base, first, second), after, strict=True)
            three = [document.paragraphs[place] for document, place in at]
            made += _merged_paragraph(sides, made[-1].id if made else None, *three)
    return Paragraphs(made)


def _common(*documents: Document) -> list[tuple[int, ...]]:
    """The places of the paragraphs that all have, in order."""
    standing = [_standings(document) for document in documents]
    found: list[tuple[int, ...]] = []
    for identifier, (_, one) in standing[0].items():
        held = [side.get(identifier) for side in standing]
        if any(side is None or side[1] != one for side in held):
            continue
        places = tuple(side[0] for side in held if side is not None)
        if not found or all(new > old for new, old in zip(places, found[-1], strict=True)):
            found.append(places)
    return found


def _standings(document: Document) -> dict[str, tuple[int, _Standing]]:
    found = {}
    length = pages = 0
    for place, paragraph in enumerate(document.paragraphs):
        length += paragraph.made is None
        witness = paragraph_witness(paragraph)
        breaks = tuple(anchor.page for anchor in paragraph.passage.page_breaks)
        label = paragraph.label.witness if paragraph.label is not None else ""
        text = paragraph.passage.witness
        found[paragraph.id] = place, _Standing(length, pages, label, text, witness, breaks)
        length += len(witness.replace(PAGE_BREAK, ""))
        pages += len(breaks)
    return found


def _merged_stretch(
    sides: Sides,
    after: str | None,
    base: tuple[Paragraph, ...],
    first: tuple[Paragraph, ...],
    second: tuple[Paragraph, ...],
) -> tuple[Paragraph, ...]:
    decided, settled = sides.decided(base, first, second)
    if not settled:
        ids, others = (tuple(p.id for p in stretch) for stretch in (first, second))
        where = (*base, *first, *second)[0].id
        take = TakeParagraphs(after, others, first), TakeParagraphs(after, ids, second)
        sides.conflicts.append(Conflict(where, "paragraphs", base, first, second, *take))
    return decided


def _merged_paragraph(
    sides: Sides, after: str | None, base: Paragraph, first: Paragraph, second: Paragraph
) -> tuple[Paragraph, ...]:
    decided, settled = sides.decided(base, first, second)
    if settled:
        return (decided,)
    path = ("paragraphs", base.id)
    parts: dict[str, Any] = {}
    met = Sides()
    for name in ("passage", "label"):
        parts[name] = _merged_text(met, path, name, base, first, second)
    for group in (_SPEAKER, *_single_fields()):
        parts |= merged_parts(met, path, group, base, first, second)
    made = replace(first, **parts)
    if made.label is not None and made.kind is not Kind.TURN:
        # One gave it a label and the other made it narrative: only one of the two can be.
        return _merged_stretch(sides, after, (base,), (first,), (second,))
    sides.conflicts += met.conflicts
    return (replace(made, reviewed=_reviewed(made, base, first, second)),)


def _single_fields() -> Iterator[tuple[str]]:
    for field in fields(Paragraph):
        if field.name not in (*_SPEAKER, *_OWN_RULE):
            yield (field.name,)


def _merged_text(
    sides: Sides,
    path: tuple[str, ...],
    name: str,
    base: Paragraph,
    first: Paragraph,
    second: Paragraph,
) -> Any:
    texts = [getattr(one, name) for one in (base, first, second)]
    if all(text is not None for text in texts):
        made = merged_passage(*texts)
        if made is not None:
            return made
    return merged_parts(sides, path, (name,), base, first, second)[name]


def merged_parts(
    sides: Sides, path: tuple[str | int, ...], names: tuple[str, ...], *three: Any
) -> dict[str, Any]:
    """The fields ``names`` of the three, which go together; a conflict is noted."""
    values = [tuple(getattr(one, name) for name in names) for one in three]
    decided, settled = sides.decided(*values)
    if not settled:
        where = "/".join(map(str, path[1:] if path[:1] == ("paragraphs",) else path or names))
        part = "speaker" if names == _SPEAKER else names[0]
        part = "text" if part == "passage" else part
        shown = [value[0] if len(names) == 1 else value for value in values]
        one, other = (TakeParts(path, tuple(zip(names, side, strict=True))) for side in values[1:])
        sides.conflicts.append(Conflict(where, part, shown[0], shown[1], shown[2], one, other))
    return dict(zip(names, decided, strict=True))


def _reviewed(made: Paragraph, base: Paragraph, first: Paragraph, second: Paragraph) -> Any:
    """Whoever called it done saw it as it is now, or nobody did."""
    bare = replace(made, reviewed=None)
    seen = [one.reviewed for one in (first, second) if replace(one, reviewed=None) == bare]
    given = [act for act in seen if act is not None and act != base.reviewed]
    return min(given, key=repr) if given else (seen[0] if seen else None)
