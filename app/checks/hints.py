"""What the importer suspected and left to a person.

The importer finds these places, since it knows how the words stood on the paper. Here they are only
told, with what can be done, until that is done or the hint is dismissed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.checks.finding import Finding, Fix, InParagraph, Rule, Severity
from app.model.document import Document, Paragraph
from app.model.edits import DismissHint, SplitToSpeaker
from app.model.queries import other_speaker
from app.model.spans import Hint

LOST_LABEL = Rule(
    "lost-label",
    "Lost speaker label",
    Severity.WARNING,
    "Nobody asks and then reports what was asked for",
)
BLANK_BOX = Rule(
    "blank-box",
    "Blank where words may be withheld",
    Severity.HINT,
    "A redaction covers lines of the page",
)
OTHER = Rule(
    "import-hint", "Suspected by the import", Severity.HINT, "How the words stood on paper"
)

_BY_KIND = {rule.id: rule for rule in (LOST_LABEL, BLANK_BOX)}
_SENTENCE = re.compile(r"\s*(?P<words>.*?(?:[.?!](?=\s|$)|$))")


class Hinted(NamedTuple):
    """The speaker of a paragraph, and its hints, each with the words after it: (hint, start, end,
    words).
    """

    speaker: str | None
    hints: tuple[tuple[Hint, int, int, str], ...]


def hinted(paragraph: Paragraph) -> Hinted:
    """What ``hints`` reads of the paragraph."""
    held = tuple(
        (span, *_sentence_at(paragraph.text, span.start))
        for span in paragraph.passage.spans
        if isinstance(span, Hint)
    )
    return Hinted(paragraph.speaker, held)


def _sentence_at(text: str, start: int) -> tuple[int, int, str]:
    found = _SENTENCE.match(text, start)
    return (*found.span("words"), found["words"]) if found else (start, start, "")


def hints(document: Document, facts: Sequence[Hinted]) -> Iterator[Finding]:
    """Each hint. A label is not lost any more once the text was split there."""
    for at, fact in enumerate(facts):
        for hint, start, end, words in fact.hints:
            rule = _BY_KIND.get(hint.kind, OTHER)
            if rule is LOST_LABEL and not words:
                continue
            where = InParagraph(at, document.paragraphs[at].id, start, end)
            fixes = (*_fixes(document, rule, at, start), Fix("All is well", DismissHint((at,))))
            yield Finding(rule, where, hint.message, words, fixes)


def _fixes(document: Document, rule: Rule, at: int, start: int) -> Iterator[Fix]:
    other = document.person(other_speaker(document, at))
    if rule is LOST_LABEL and other is not None:
        yield Fix(f"From here on {other.name} speaks", SplitToSpeaker(at, start, other.id))
