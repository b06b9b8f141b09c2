"""Names in the text: where the same words stand once more, and what is marked already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.document import Document
from app.model.edits import Compound, MarkName
from app.model.queries import Place
from app.model.replacing import Hit, hits
from app.model.search import words
from app.model.spans import Name
from app.model.terms import NameKind


def names(document: Document) -> Iterator[Place]:
    """Where the marked names begin, in order."""
    for at, paragraph in enumerate(document.paragraphs):
        for span in paragraph.passage.spans:
            if isinstance(span, Name):
                yield at, span.start


def name_at(document: Document, at: int, offset: int) -> Name | None:
    """The name that covers or touches the place."""
    for span in document.paragraphs[at].passage.spans:
        if isinstance(span, Name) and span.start <= offset <= span.end:
            return span
    return None


def described(document: Document, name: Name) -> str:
    """Whom or what it names: "person, The President", "place, not linked"."""
    listed = document.people if name.kind is NameKind.PERSON else document.places
    entry = next((one for one in listed if one.id == name.ref), None)
    return f"{name.kind.value}, {entry.name if entry is not None else 'not linked'}"


def same_words(document: Document, text: str, kind: NameKind, ref: str) -> tuple[Hit, ...]:
    """Where the same words stand, letter for letter and as whole words, and are not yet marked so.

    ``new`` of each hit is what it is marked as now, "" where it is not.
    """
    found = hits(document, words(text, match_case=True, whole_words=True))
    marked = ((hit, _covering(document, hit)) for hit in found)
    return tuple(
        Hit(*hit.match, hit.old, "" if name is None else described(document, name))
        for hit, name in marked
        if name is None
        or (name.start, name.end, name.kind, name.ref) != (hit.start, hit.end, kind, ref)
    )


def marked(chosen: Iterable[Hit], kind: NameKind, ref: str) -> Compound:
    """One edit that marks these hits."""
    return Compound("Mark Names", tuple(MarkName(*hit.match, kind, ref) for hit in chosen))


def _covering(document: Document, hit: Hit) -> Name | None:
    for span in document.paragraphs[hit.at].passage.spans:
        if isinstance(span, Name) and span.start < hit.end and hit.start < span.end:
            return span
    return None
