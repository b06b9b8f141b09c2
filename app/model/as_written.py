"""The memorandum as it was written: before any decision, marks unstruck, at its own classification.

The other view, as released, is ``app.release.build``. Never write this one to a file.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.model.classification import overall
from app.model.document import Document, Mark
from app.model.redactions import TITLE, passages_of, portions
from app.model.terms import Level


@dataclass(frozen=True, slots=True)
class WrittenPortion:
    """A portion as it reads: its name, what stands before the text, the text, its mark ("(C)")."""

    key: str
    label: str
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Written:
    """All portions, and the classification the paper bore."""

    level: Level | None
    portions: tuple[WrittenPortion, ...]


def as_written(document: Document) -> Written:
    """The document as of its writing."""
    level = document.metadata.original_level or overall(document)
    return Written(level, tuple(_written(document)))


def _written(document: Document) -> list[WrittenPortion]:
    found = []
    for portion in portions(document):
        texts = [held.text for _, held in passages_of(document, portion)]
        label, text = ("", texts[0]) if len(texts) == 1 else (texts[0], texts[-1])
        label = "" if portion.key == TITLE else label
        found.append(WrittenPortion(portion.key, label, text, _mark(portion.mark)))
    return found


def _mark(mark: Mark | None) -> str:
    return mark.text if mark is not None else ""
