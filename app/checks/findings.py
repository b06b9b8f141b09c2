"""All findings of a document, kept up to date edit by edit.

``findings`` looks at everything; ``refreshed`` looks only at what an edit can have changed and
gives the same (a law, tested with random edits). ``looking`` and ``refreshing`` do so in pieces,
for a screen that must not stand still: Python runs one thread at a time, so another would not help.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from app.checks.check import Check, DocumentCheck, ParagraphCheck
from app.checks.finding import Finding, InParagraph
from app.model.document import Document, Paragraph
from app.model.paragraphs import Difference

Found = tuple[Finding, ...]

_PIECE = 64
"""Facts taken between two pieces: half a millisecond."""


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


Work = Generator[None, None, Findings]
"""Work in pieces of mostly under a millisecond; it returns the findings."""


def findings(document: Document, checks: Sequence[Check]) -> Findings:
    """Everything that the checks find."""
    return _outcome(looking(document, checks))


def refreshed(old: Findings, after: Document) -> Findings:
    """The findings of ``after``, given those of a document that an edit or several made it of."""
    return _outcome(refreshing(old, after))


def looking(document: Document, checks: Sequence[Check]) -> Work:
    """``findings``, in pieces."""
    by_paragraph = tuple(check for check in checks if isinstance(check, ParagraphCheck))
    by_document = tuple(check for check in checks if isinstance(check, DocumentCheck))
    rows, facts, whole = list[_Row](), list[Facts](), list[Found]()
    for at in range(len(document.paragraphs)):
        rows.append(_row(by_paragraph, document, at))
        yield
    for check in by_document:
        facts.append((yield from _facts(check, document.paragraphs)))
        whole.append((yield from _looked(check, document, facts[-1])))
    return Findings(document, by_paragraph, by_document, tuple(rows), tuple(facts), tuple(whole))


def refreshing(old: Findings, after: Document) -> Work:
    """``refreshed``, in pieces."""
    before = old.document
    difference = before.paragraphs.difference(after.paragraphs)
    rows = old._rows
    if not difference.empty:
        rows = yield from _refreshed_rows(old, after, difference)
    for n, check in enumerate(old._paragraph_checks):
        if _reads_otherwise(check, before, after):
            rows = yield from _rows_looked_again(rows, after, n, check)
    facts, whole = list(old._facts), list(old._whole)
    for n, by_document in enumerate(old._document_checks):
        if not difference.empty:
            facts[n] = yield from _refreshed_facts(by_document, facts[n], old, after, difference)
        if facts[n] is not old._facts[n] or _reads_otherwise(by_document, before, after):
            whole[n] = yield from _looked(by_document, after, facts[n])
    return replace(old, document=after, _rows=rows, _facts=tuple(facts), _whole=tuple(whole))


def _outcome(work: Work) -> Findings:
    """What the work returns, once all of it is done."""
    while True:
        try:
            next(work)
        except StopIteration as ended:
            found: Findings = ended.value
            return found


Rows = tuple[_Row, ...]


def _refreshed_rows(
    old: Findings, after: Document, difference: Difference
) -> Generator[None, None, Rows]:
    """Paragraphs that are others, and their neighbours, are looked at."""
    start, old_stop, new_stop = difference
    if old_stop == new_stop:
        before, rows = old.document.paragraphs, list(old._rows)
        differ = [at for at in range(start, new_stop) if before[at] is not after.paragraphs[at]]
        touched = {place for at in differ for place in (at - 1, at, at + 1)}
        for at in touched & set(range(len(rows))):
            rows[at] = _row(old._paragraph_checks, after, at)
            yield
        return tuple(rows)
    low, high = max(0, start - 1), min(len(after.paragraphs), new_stop + 1)
    new = list[_Row]()
    for at in range(low, high):
        new.append(_row(old._paragraph_checks, after, at))
        yield
    return old._rows[:low] + tuple(new) + old._rows[high - new_stop + old_stop :]


def _rows_looked_again(
    rows: Rows, document: Document, n: int, check: ParagraphCheck
) -> Generator[None, None, Rows]:
    """The rows with check ``n`` run again."""
    new = list[_Row]()
    for at, row in enumerate(rows):
        new.append(_looked_again(row, document, at, n, check))
        yield
    return tuple(new)


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


def _looked(check: DocumentCheck, document: Document, facts: Facts) -> Generator[None, None, Found]:
    found = list[Finding]()
    for one in check.look(document, facts):
        if one is None:
            yield
        else:
            found.append(one)
    yield
    return tuple(found)


def _facts(check: DocumentCheck, paragraphs: Iterable[Paragraph]) -> Generator[None, None, Facts]:
    facts = list[object]()
    if check.fact is None:
        return ()
    for paragraph in paragraphs:
        facts.append(check.fact(paragraph))
        if len(facts) % _PIECE == 0:
            yield
    return tuple(facts)


def _refreshed_facts(
    check: DocumentCheck, held: Facts, old: Findings, after: Document, difference: Difference
) -> Generator[None, None, Facts]:
    """The facts of ``after``: the very same object where no fact and no paragraph's id differs."""
    start, old_stop, new_stop = difference
    gone = old.document.paragraphs[start:old_stop]
    come = after.paragraphs[start:new_stop]
    new = yield from _facts(check, come)
    same = new == held[start:old_stop] and [p.id for p in gone] == [p.id for p in come]
    return held if same else held[:start] + new + held[old_stop:]


def _reads_otherwise(check: Check, before: Document, after: Document) -> bool:
    """Whether a part of the document differs that the check names."""
    return any(part(before) is not part(after) for part in map(attrgetter, check.reads))


def _order(finding: Finding) -> tuple[int, int]:
    """What is of the whole document first, then by paragraph and place in it."""
    where = finding.where
    return (where.at, where.start) if isinstance(where, InParagraph) else (-1, 0)
