"""Portion marks: missing, misread, impossible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.checks.caveats import caveat_named, known_caveats
from app.checks.finding import Finding, Fix, InHeading, InParagraph, Rule, Severity
from app.model.document import Document, Mark, Paragraph
from app.model.edits import ConfirmMarks, SetHeadingMark, SetMarking
from app.model.printed import entries_about
from app.model.terms import Level

NO_MARK = Rule(
    "portion-unmarked", "Portion without a mark", Severity.ERROR, "32 CFR 2001.21(c)"
)  # fmt: skip
NO_MARKS = Rule(
    "no-portion-marks", "No portion marks at all", Severity.WARNING, "32 CFR 2001.21(c)"
)
SUBJECT_UNMARKED = Rule(
    "subject-unmarked", "Subject without a mark", Severity.ERROR, "32 CFR 2001.21(c)"
)
MISREAD = Rule(
    "mark-misread",
    "Misread portion mark",
    Severity.WARNING,
    "A mark that was struck through is misread; only the page image tells what it was",
)
CAVEAT_UNKNOWN = Rule("caveat-unknown", "Unknown caveat", Severity.HINT, "CAPCO Register, 2016")
CAVEAT_LEVEL = Rule(
    "caveat-level", "Caveat against the level", Severity.ERROR, "CAPCO Register, 2016"
)
CAVEAT_CONFLICT = Rule(
    "caveat-conflict", "Caveats against each other", Severity.ERROR, "CAPCO Register, 2016"
)
CAVEAT_ORDER = Rule("caveat-order", "Order of caveats", Severity.WARNING, "CAPCO Register, 2016")

_EXCERPT = 40
_UNCLASSIFIED_ONLY = frozenset({"FOUO", "SBU", "SBU-NF"})
_CLASSIFIED_ONLY = frozenset({"RD", "FRD", "TFNI"})


class Portion(NamedTuple):
    """A portion's level, None where it bears no mark, and the words it begins with then."""

    level: Level | None
    words: str


def portion(paragraph: Paragraph) -> Portion:
    """What ``unmarked`` reads of the paragraph."""
    level = paragraph.mark.level if paragraph.mark else None
    return Portion(level, "" if level else paragraph.text[:_EXCERPT].strip())


def unmarked(document: Document, facts: Sequence[Portion]) -> Iterator[Finding]:
    """Each portion without a mark and the subject without one; one finding where nothing bears
    one. A paragraph without words is no portion.
    """
    bare = [at for at, fact in enumerate(facts) if fact.words]
    if not any(fact.level for fact in facts):
        for at in bare[:1]:
            yield _at_portion(document, facts, NO_MARKS, at, "No portion bears a mark.")
        return
    for at in bare:
        yield _at_portion(document, facts, NO_MARK, at, "This portion bears no mark.")
    yield from _unmarked_subject(document)


def _at_portion(
    document: Document, facts: Sequence[Portion], rule: Rule, at: int, message: str
) -> Finding:
    likely = facts[at - 1].level if at else None
    levels = dict.fromkeys((likely or Level.U, *Level))
    return Finding(
        rule,
        InParagraph(at, document.paragraphs[at].id, part="mark"),
        message,
        facts[at].words,
        tuple(Fix(f"Mark it ({level.name})", SetMarking((at,), level)) for level in levels),
    )


def _unmarked_subject(document: Document) -> Iterator[Finding]:
    for at in entries_about(document.heading, "subject"):
        entry = document.heading.entries[at]
        if entry.mark is None or entry.mark.level is None:
            yield Finding(
                SUBJECT_UNMARKED,
                InHeading(at),
                "The subject is a portion too, and bears no mark.",
                entry.text.text,
                tuple(Fix(f"Mark it ({one.name})", SetHeadingMark(at, one)) for one in Level),
            )


def misread_mark(document: Document, at: int) -> Iterator[Finding]:
    """A mark whose level the program proposes, since the reading does not say it."""
    paragraph = document.paragraphs[at]
    mark = paragraph.mark
    if mark is None or mark.level is None or mark.confirmed:
        return
    reads = f"The mark reads {mark.reading}; " if mark.reading else "The mark is not on the paper; "
    others = (level for level in Level if level is not mark.level)
    yield Finding(
        MISREAD,
        InParagraph(at, paragraph.id, part="mark"),
        f"{reads}{mark.text} is proposed.",
        mark.reading,
        (
            Fix(f"It is {mark.text}", ConfirmMarks((at,))),
            *(Fix(f"It is ({level.name})", SetMarking((at,), level)) for level in others),
        ),
    )


def caveats(document: Document, at: int) -> Iterator[Finding]:
    """Caveats that are not in the register, do not go with the level or each other, or stand out of
    its order.
    """
    paragraph = document.paragraphs[at]
    mark = paragraph.mark
    if mark is None or not mark.caveats:
        return
    where = InParagraph(at, paragraph.id, part="mark")
    codes = [caveat_named(caveat) for caveat in mark.caveats]
    for caveat, code in zip(mark.caveats, codes, strict=True):
        if code is None:
            yield Finding(CAVEAT_UNKNOWN, where, f"{caveat} is not in the register.", caveat)
        elif message := _against_level(code, mark.level):
            yield Finding(CAVEAT_LEVEL, where, message, mark.text)
    if "NF" in codes and "REL" in codes:
        message = "NOFORN and REL TO exclude each other."
        yield Finding(CAVEAT_CONFLICT, where, message, mark.text)
    if None not in codes:
        yield from _out_of_order(where, mark, [code for code in codes if code])


def _against_level(code: str, level: Level | None) -> str:
    if level is not Level.U and code in _UNCLASSIFIED_ONLY:
        return f"{code} stands on unclassified portions only."
    if level is Level.U and code in _CLASSIFIED_ONLY:
        return f"{code} stands on classified portions only."
    return ""


def _out_of_order(where: InParagraph, mark: Mark, codes: list[str]) -> Iterator[Finding]:
    order = [caveat.code for caveat in known_caveats()]
    places = [order.index(code) for code in codes]
    if places == sorted(places):
        return
    ranked = sorted(zip(places, mark.caveats, strict=True))
    arranged = tuple(caveat for _, caveat in ranked)
    message = "The register has these caveats in another order."
    fix = Fix("//".join(arranged), SetMarking((where.at,), caveats=arranged))
    yield Finding(CAVEAT_ORDER, where, message, mark.text, (fix,))
