"""How much of a document is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.checks.finding import Finding, InParagraph
from app.model.document import Document, Paragraph
from app.model.doubts import ALL, doubts_in


class Share(NamedTuple):
    """``done`` of ``total``."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all; 100 where there is nothing to do."""
        return 100 * self.done // self.total if self.total else 100


@dataclass(frozen=True, slots=True)
class Progress:
    """What was reviewed: a page when all its paragraphs were, a doubtful word when its paragraph
    was, a finding when it was dismissed or its paragraph reviewed.

    What was put right is neither a finding nor doubtful any more and is not counted.
    """

    pages: Share
    paragraphs: Share
    findings: Share
    words: Share


def progress(document: Document, found: Iterable[Finding], doubts_under: float = ALL) -> Progress:
    """The shares of the document as it is; a word less sure than ``doubts_under`` is doubtful."""
    reviewed = [paragraph.reviewed is not None for paragraph in document.paragraphs]
    doubts = [len(doubts_in(paragraph, doubts_under)) for paragraph in document.paragraphs]
    done = [_is_done(finding, reviewed) for finding in found]
    return Progress(
        _pages(document),
        Share(sum(reviewed), len(reviewed)),
        Share(sum(done), len(done)),
        Share(sum(n for n, is_done in zip(doubts, reviewed, strict=True) if is_done), sum(doubts)),
    )


def _is_done(finding: Finding, reviewed: list[bool]) -> bool:
    where = finding.where
    return finding.dismissed or (isinstance(where, InParagraph) and reviewed[where.at])


def _pages(document: Document) -> Share:
    """A page without words, such as a cover sheet, is not counted."""
    page = document.pages[0].id
    words_on, left_on = set[str](), set[str]()
    for paragraph in document.paragraphs:
        breaks = paragraph.passage.page_breaks
        pages = [span.page for span in breaks]
        if not breaks or breaks[0].start:
            pages.insert(0, page)
        page = pages[-1]
        words_on.update(pages)
        if paragraph.reviewed is None:
            left_on.update(pages)
    return Share(len(words_on - left_on), len(words_on))


def paragraphs_on(document: Document, page: str) -> tuple[int, ...]:
    """The paragraphs of which something stands on the page."""
    held, current = list[int](), document.pages[0].id
    for at, paragraph in enumerate(document.paragraphs):
        breaks = paragraph.passage.page_breaks
        starts_here = current == page and not (breaks and breaks[0].start == 0)
        if starts_here or any(span.page == page for span in breaks):
            held.append(at)
        if breaks:
            current = breaks[-1].page
    return tuple(held)


def reviewed_count(paragraphs: Iterable[Paragraph]) -> int:
    """How many of them are reviewed."""
    return sum(paragraph.reviewed is not None for paragraph in paragraphs)


def reviewed_after(old: int, before: Document, after: Document) -> int:
    """The count of ``after``, given that of ``before``: only what differs is counted."""
    start, old_stop, new_stop = before.paragraphs.difference(after.paragraphs)
    gone = reviewed_count(before.paragraphs[start:old_stop])
    return old - gone + reviewed_count(after.paragraphs[start:new_stop])
