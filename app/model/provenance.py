"""Where the word at a place comes from."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.document import Document
from app.model.links import word_at
from app.model.spans import Correction, Doubt
from app.model.words import widened


@dataclass(frozen=True, slots=True)
class Provenance:
    """``text`` is the word at the place, "" where none is.

    ``correction`` is what a person made of it, None where it reads as the source does.
    ``confidence`` is how sure the engine was of what it read there, 0 to 1, None where it does not
    say; ``doubtful`` while that is marked in the text.
    """

    text: str
    correction: Correction | None
    confidence: float | None
    doubtful: bool


def provenance(document: Document, at: int, offset: int) -> Provenance:
    """Of the word that covers or touches the place in paragraph ``at``."""
    passage = document.paragraphs[at].passage
    start, end = _word(passage.text, offset)
    correction = next(iter(passage.corrections_in(start, end)), None)
    doubt = next(
        (
            span
            for span in passage.spans
            if isinstance(span, Doubt) and span.start < end and start < span.end
        ),
        None,
    )
    found = word_at(document, at, start)
    read = found[2].confidence if found is not None else None
    confidence = doubt.certainty if doubt is not None else read
    return Provenance(passage.text[start:end], correction, confidence, doubt is not None)


def _word(text: str, offset: int) -> tuple[int, int]:
    """The word around the place, as it is when something is put there."""
    return widened(text, offset, offset, "x")
