"""All findings of a document, kept up to date edit by edit.

``findings`` looks at everything; ``refreshed`` looks only at what an edit can have changed and
gives the same (a law, tested with random edits).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from app.checks.check import Check, DocumentCheck, ParagraphCheck
from app.checks.finding import Finding, InParagraph
from app.model.document import Document, Paragraph
from app.model.paragraphs import Difference

Found = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """What was found in a paragraph when it stood at ``at``, check by check."""

    at: int
    found: tuple[Found, ...]


Facts = tuple[object, ...]
"""What one document check reads of each paragraph; empty where it reads none."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one document; iterates over them in the order of the document.

    A value that never changes: it may be made in another thread than the one it is read in.
    """

    document: Document
    _paragraph_checks: tuple[ParagraphCheck, ...]
    _document_checks: tuple[DocumentCheck, ...]
    _rows: tuple[_Row, ...] = ()
    _facts: tuple[Facts, ...] = ()
    _whole: tuple[Found, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        dismissed = {(held.rule, held.where, held.excerpt) for held in self.document.dismissed}
        for finding in sorted(self._unsorted(), key=_order):
            known = dismissed and finding.key in dismissed
            yield replace(finding, dismissed=True) if known else finding

    def _unsorted(self) -> Iterator[Finding]:
        for found in self._whole:
            yield from found
        for at, row in enumerate(self._rows):
            for found in row.found:
                for finding in found:
                    yield finding.moved(at - row.at)


def findings(document: Document, checks: Sequence[Check]) -> Findings:
    """Everything that the checks find."""
    by_paragraph = tuple(check for check in checks if isinstance(check, ParagraphCheck))
    by_document = tuple(check for check in checks if isinstance(check, DocumentCheck))
    facts = tuple(_facts(check, document.paragraphs) for check in by_document)
    return Findings(
        document,
        by_paragraph,
        by_document,
        tuple(_row(by_paragraph, document, at) for at in range(len(document.paragraphs))),
        facts,
        tuple(tuple(c.look(document, f)) for c, f in zip(by_document, facts, strict=True)),
    )


def refreshed(old: Findings, after: Document) -> Findings:
    """The findings of ``after``, given those of a document that an edit or several made it of."""
    before = old.document
    difference = before.paragraphs.difference(after.paragraphs)
    rows = old._rows if difference.empty else _refreshed_rows(old, after, difference)
    for n, check in enumerate(old._paragraph_checks):
        if _reads_otherwise(check, before, after):
            rows = tuple(_looked_again(row, after, at, n, check) for at, row in enumerate(rows))
    facts, whole = list(old._facts), list(old._whole)
    for n, by_document in enumerate(old._document_checks):
        if not difference.empty:
            facts[n] = _refreshed_facts(by_document, facts[n], before, after, difference)
        if facts[n] is not old._facts[n] or _reads_otherwise(by_document, before, after):
            whole[n] = tuple(by_document.look(after, facts[n]))
    return replace(old, document=after, _rows=rows, _facts=tuple(facts), _whole=tuple(whole))


def _refreshed_rows(old: Findings, after: Document, difference: Difference) -> tuple[_Row, ...]:
    """Paragraphs that are others, and their neighbours, are looked at."""
    start, old_stop, new_stop = difference
    if old_stop == new_stop:
        before, rows = old.document.paragraphs, list(old._rows)
        differ = [at for at in range(start, new_stop) if before[at] is not after.paragraphs[at]]
        touched = {place for at in differ for place in (at - 1, at, at + 1)}
        for at in touched & set(range(len(rows))):
            rows[at] = _row(old._paragraph_checks, after, at)
        return tuple(rows)
    low, high = max(0, start - 1), min(len(after.paragraphs), new_stop + 1)
    new = tuple(_row(old._paragraph_checks, after, at) for at in range(low, high))
    return old._rows[:low] + new + old._rows[high - new_stop + old_stop :]


def _row(checks: tuple[ParagraphCheck, ...], document: Document, at: int) -> _Row:
    return _Row(at, tuple(tuple(check.look(document, at)) for check in checks))


def _looked_again(row: _Row, document: Document, at: int, n: int, check: ParagraphCheck) -> _Row:
    """The row with check ``n`` run again."""
    new = tuple(check.look(document, at))
    if not new and not row.found[n]:
        return row
    found = [tuple(one.moved(at - row.at) for one in found) for found in row.found]
    found[n] = new
    return _Row(at, tuple(found))


def _facts(check: DocumentCheck, paragraphs: Iterable[Paragraph]) -> Facts:
    return tuple(map(check.fact, paragraphs)) if check.fact else ()


def _refreshed_facts(
    check: DocumentCheck, old: Facts, before: Document, after: Document, difference: Difference
) -> Facts:
    """The facts of ``after``: the very same object where no fact and no paragraph's id differs."""
    start, old_stop, new_stop = difference
    gone, come = before.paragraphs[start:old_stop], after.paragraphs[start:new_stop]
    new = _facts(check, come)
    same = new == old[start:old_stop] and [p.id for p in gone] == [p.id for p in come]
    return old if same else old[:start] + new + old[old_stop:]


def _reads_otherwise(check: Check, before: Document, after: Document) -> bool:
    """Whether a part of the document differs that the check names."""
    return any(part(before) is not part(after) for part in map(attrgetter, check.reads))


def _order(finding: Finding) -> tuple[int, int]:
    """What is of the whole document first, then by paragraph and place in it."""
    where = finding.where
    return (where.at, where.start) if isinstance(where, InParagraph) else (-1, 0)
