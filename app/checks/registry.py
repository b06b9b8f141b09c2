"""All checks, in one tuple."""

from __future__ import annotations

from app.checks import (
    consistency,
    corrections,
    declassification,
    head,
    hints,
    overall,
    pages,
    portions,
    speakers,
    spelling,
    words,
)
from app.checks.check import Check, DocumentCheck, ParagraphCheck
from app.consistency.parts import parts_of
from app.spelling.speller import Speller

CHECKS: tuple[Check, ...] = (
    DocumentCheck(head.fields, ("metadata", "pages")),
    DocumentCheck(head.missing, ("metadata",)),
    DocumentCheck(head.daylight_time, ("metadata",)),
    DocumentCheck(head.subject_name, ("metadata", "people")),
    DocumentCheck(head.end_mark, ("trailer",)),
    DocumentCheck(declassification.declassify_on, ("metadata",)),
    DocumentCheck(declassification.lined_through, ("metadata", "pages")),
    DocumentCheck(portions.unmarked, ("heading",), portions.portion),
    DocumentCheck(overall.banners, ("metadata", "heading", "pages"), overall.marked),
    DocumentCheck(overall.override, ("metadata", "heading"), overall.level_of),
    DocumentCheck(speakers.silent, ("people",), speakers.speaks),
    DocumentCheck(hints.hints, ("people",), hints.hinted),
    DocumentCheck(pages.page_numbers, ("pages",)),
    DocumentCheck(pages.running_heads, ("pages",), pages.capitals),
    ParagraphCheck(portions.misread_mark),
    ParagraphCheck(portions.caveats),
    ParagraphCheck(speakers.unknown_speaker, ("people",)),
    ParagraphCheck(speakers.same_speaker, ("people",)),
    ParagraphCheck(speakers.supporting_speaker, ("people",)),
    ParagraphCheck(words.doubled_words),
    ParagraphCheck(words.broken_words),
    ParagraphCheck(words.spacing),
    ParagraphCheck(words.unbalanced),
    ParagraphCheck(corrections.changed_meanings),
)
"""Those that need no dictionary and remember nothing."""


def with_spelling(speller: Speller) -> tuple[Check, ...]:
    """All checks, the spelling by this speller (a person's: the document's words are added)."""
    unknown_words = spelling.UnknownWords(speller)
    return (
        *CHECKS,
        DocumentCheck(consistency.TreatedAlike(), consistency.READS, parts_of),
        ParagraphCheck(unknown_words, spelling.READS),
        DocumentCheck(spelling.NamesTwoWays(unknown_words), spelling.READS, spelling.names),
    )
