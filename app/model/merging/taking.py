"""The edits that settle a conflict: they put one side's way where the merge left the other's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from app.model.document import Document, Paragraph
from app.model.edits.base import EditRefused, settled
from app.model.terms import Act, Kind

Step = str | int
_GONE = "This place is no longer there; undo what was done to it, or settle it by hand."


@dataclass(frozen=True)
class TakeParts:
    """The parts ``values`` (field and value) of what ``path`` leads to are as given.

    A step of the path is the name of a field, the id of a thing in a list, or a place in it.
    """

    name: ClassVar[str] = "Settle Difference"
    path: tuple[Step, ...]
    values: tuple[tuple[str, Any], ...]

    def apply(self, document: Document, act: Act) -> Document:
        # Settled first: what the merge itself had to settle is no change.
        changed = sound(_put(document, self.path, dict(self.values)))
        return document if changed == document else changed


@dataclass(frozen=True)
class TakeParagraphs:
    """The paragraphs stand after the one with the id ``after`` (None: at the start), where now
    those with the ids ``instead`` do.
    """

    name: ClassVar[str] = "Settle Difference"
    after: str | None
    instead: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    def apply(self, document: Document, act: Act) -> Document:
        ids = [paragraph.id for paragraph in document.paragraphs]
        if self.after is not None and self.after not in ids:
            raise EditRefused(_GONE)
        start = ids.index(self.after) + 1 if self.after is not None else 0
        own = tuple(paragraph.id for paragraph in self.paragraphs)
        # The longer first: the shorter may be the beginning of it.
        for held in sorted((own, self.instead), key=len, reverse=True):
            stop = start + len(held)
            if tuple(ids[start:stop]) == held:
                changed = sound(document.with_paragraphs(start, stop, self.paragraphs))
                return document if changed == document else changed
        raise EditRefused(_GONE)


def sound(document: Document) -> Document:
    """The document with its continuations settled. Raises EditRefused where a page would begin
    twice or never, or a speaker is nobody.
    """
    for at in range(len(document.paragraphs)):
        document = settled(document, at)
    breaks = [b.page for p in document.paragraphs for b in p.passage.page_breaks]
    if breaks != [page.id for page in document.pages[1:]]:
        raise EditRefused("A page would begin twice or nowhere; settle the page break first.")
    people = {person.id for person in document.people} | {None}
    if any(p.speaker not in people or p.voice not in people for p in document.paragraphs):
        raise EditRefused("The speaker is not among the participants; settle those first.")
    if any(p.label is not None and p.kind is not Kind.TURN for p in document.paragraphs):
        raise EditRefused("Only a turn has a speaker label; settle the label first.")
    ids = Counter(paragraph.id for paragraph in document.paragraphs)
    if len(ids) != len(document.paragraphs):
        raise EditRefused("A paragraph would stand here twice; settle the other place first.")
    return document


def _put(value: Any, path: tuple[Step, ...], parts: dict[str, Any]) -> Any:
    if not path:
        return replace(value, **parts)
    step, rest = path[0], path[1:]
    if isinstance(step, str) and hasattr(value, step):
        return replace(value, **{step: _put(getattr(value, step), rest, parts)})
    at = step if isinstance(step, int) else _place(value, step)
    if at is None or not 0 <= at < len(value):
        raise EditRefused(_GONE)
    changed = (*value[:at], _put(value[at], rest, parts), *value[at + 1 :])
    return changed if isinstance(value, tuple) else type(value)(changed)


def _place(held: Any, identifier: str) -> int | None:
    return next((at for at, one in enumerate(held) if one.id == identifier), None)
