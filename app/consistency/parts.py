"""What a document says, part by part, and how much of each is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.decisions import Decision
from app.model.document import Document, Paragraph
from app.model.passage import Passage
from app.model.redactions import TITLE, Withheld, fields, is_withheld, withheld
from app.model.terms import Disposition

_WHOLLY = (Disposition.DENY, Disposition.REFER)


@dataclass(frozen=True, slots=True)
class Part:
    """The words at a place (``model.redactions``) or of a value (``metadata/place``).

    ``held`` are the stretches withheld; ``wholly``: all of it is. ``decided``: somebody said what
    becomes of it.
    """

    where: str
    text: str
    held: tuple[Withheld, ...]
    wholly: bool
    decided: bool

    @property
    def hidden(self) -> Iterator[tuple[int, int]]:
        """Start and end of what is withheld."""
        if self.wholly:
            yield 0, len(self.text)
        else:
            yield from ((one.start, one.end) for one in self.held)

    @property
    def released(self) -> Iterator[tuple[int, int]]:
        """Start and end of what is not."""
        at = 0
        for start, end in self.hidden:
            yield at, start
            at = end
        yield at, len(self.text)

    def hides(self, start: int, end: int) -> bool:
        """Whether these characters are withheld; blanks don't count."""
        hidden = list(self.hidden)
        return all(
            any(low <= at < high for low, high in hidden) or self.text[at].isspace()
            for at in range(start, end)
        )


def parts_of(paragraph: Paragraph) -> tuple[Part, ...]:
    """Label and text of a paragraph."""
    text = _part(paragraph.decision, paragraph.id, paragraph.passage)
    if paragraph.label is None:
        return (text,)
    return _part(paragraph.decision, f"{paragraph.id}/label", paragraph.label), text


def parts_around(document: Document) -> Iterator[Part]:
    """Title and head, and the values that can be withheld."""
    heading = document.heading
    yield _part(heading.decision, TITLE, heading.title)
    for number, entry in enumerate(heading.entries):
        yield _part(entry.decision, f"heading/{number}/label", entry.label)
        yield _part(entry.decision, f"heading/{number}/text", entry.text)
    for name, value in fields(document):
        hidden = is_withheld(document, name)
        yield Part(name, value, (), hidden, decided=hidden)


def parts(document: Document) -> Iterator[Part]:
    """All of them, as on the paper."""
    yield from parts_around(document)
    for paragraph in document.paragraphs:
        yield from parts_of(paragraph)


def _part(decision: Decision | None, where: str, passage: Passage) -> Part:
    wholly = decision is not None and decision.disposition in _WHOLLY
    return Part(where, passage.text, withheld(passage), wholly, decision is not None)


def dismissed_under(where: str) -> str:
    """The name under which a finding at the place is dismissed: that of the paragraph, of the entry
    of the head, of the value (``edits.DismissFinding``).
    """
    head, _, part = where.rpartition("/")
    if where.startswith("person/"):
        return f"people/{part}"
    return head if part in ("label", "text") and head else where
