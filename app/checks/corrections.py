"""Corrections that change what is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.finding import Finding, Fix, InParagraph, Rule, Severity
from app.model.document import Document
from app.model.edits import RevertCorrection
from app.model.spans import PAGE_BREAK, PARAGRAPH_BREAK

MEANING = Rule(
    "correction-meaning",
    "Correction that changes the meaning",
    Severity.HINT,
    "A number, a date or a negation is what a reader relies on: compare it with the page image",
)

_KINDS = {
    "a number": re.compile(
        r"\d+(?:[.,:/]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|first|second|third)\b",
        re.IGNORECASE,
    ),
    "a date": re.compile(
        r"\b(?:January|February|March|April|June|July|August|September|October|November|December"
        r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|tomorrow|yesterday)\b"
        r"|\bMay\b(?= \d)",
        re.IGNORECASE,
    ),
    "a negation": re.compile(
        r"\b(?:not|no|never|none|nor|neither|nothing|nobody|without|cannot)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
_BREAKS = str.maketrans(PARAGRAPH_BREAK + PAGE_BREAK, "  ")


def changed_meanings(document: Document, at: int) -> Iterator[Finding]:
    """Each correction after which other numbers, dates or negations stand there."""
    paragraph = document.paragraphs[at]
    for one in paragraph.passage.corrections if paragraph.passage.spans else ():
        now, before = paragraph.text[one.start : one.end], one.original.translate(_BREAKS)
        changed = [kind for kind, words in _KINDS.items() if _of(words, now) != _of(words, before)]
        if changed:
            yield Finding(
                MEANING,
                InParagraph(at, paragraph.id, one.start, one.end),
                f"“{before.strip()}” became “{now}”: {' and '.join(changed)} changed.",
                f"{one.original}\n{now}",
                (Fix(before.strip(), RevertCorrection(at, one.start, one.end)),),
            )


def _of(words: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(found.lower() for found in words.findall(text))
