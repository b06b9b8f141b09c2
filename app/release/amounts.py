"""How much was removed, stated so that it does not give the words away.

Amounts are rounded: half lines, half pages, tens of words; never characters (36 CFR 1250.30(c) asks
for the amount, and a true width or length lets a reader try names in the gap).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from app.model.document import Document

LINE = 65
"""Characters on a line of a typed page, where the page's own lines are not known."""
_COARSE = 5
_MANY_WORDS = 10


@dataclass(frozen=True, slots=True)
class Amount:
    """``wording`` as FRUS prints it ("2½ lines"); ``quantity`` and ``unit`` as TEI's ``gap`` has
    them; ``words`` for the log ("about 20"), "" where it is not told.
    """

    wording: str
    quantity: str
    unit: str
    words: str = ""


NAME = Amount("name", "1", "name")
"""A name, however long."""


def measure(document: Document) -> int:
    """Characters on a line of this document: as its page images have it, else ``LINE``."""
    lengths = [
        sum(word.length + 1 for word in line.words) - 1
        for page in document.pages
        for line in page.lines
        if line.words
    ]
    return max(20, round(median(lengths))) if lengths else LINE


def of_words(text: str, line: int, *, coarse: bool = False) -> Amount:
    """The amount of a stretch within a portion."""
    lines = len(text) / line
    if coarse:
        return _coarse(lines)
    if lines < 1:
        return Amount("less than 1 line", "1", "lines", _words(text))
    halves = round(2 * lines)
    return Amount(_halves(halves, "line"), _decimal(halves), "lines", _words(text))


def of_portions(
    texts: Sequence[str], line: int, pages: float = 0, *, coarse: bool = False
) -> Amount:
    """The amount of whole portions, one after the other.

    ``pages`` is how many pages of the paper they fill. Where it is one or more they are counted,
    and the portions are not.
    """
    count = len(texts)
    portions = f"{count} {'paragraph' if count == 1 else 'paragraphs'}"
    total = sum(lines_of(text, line) for text in texts)
    if pages >= 1:
        return _of_pages(pages, "" if coarse else _words(" ".join(texts)))
    told = f"{total} {'line' if total == 1 else 'lines'}"
    inner = _coarse(total).wording if coarse else told
    words = "" if coarse else _words(" ".join(texts))
    return Amount(f"{portions} ({inner})", str(count), "paragraphs", words)


def lines_of(text: str, line: int) -> int:
    """How many lines a paragraph takes."""
    return max(1, -(-len(text) // line))


def _of_pages(pages: float, words: str) -> Amount:
    halves = round(2 * pages)
    return Amount(_halves(halves, "page"), _decimal(halves), "pages", words)


def _halves(count: int, unit: str) -> str:
    """So many halves in words: "2½ lines"."""
    whole, half = divmod(count, 2)
    return f"{whole}{'½' if half else ''} {unit if count == 2 else f'{unit}s'}"


def _decimal(halves: int) -> str:
    whole, half = divmod(halves, 2)
    return f"{whole}.5" if half else str(whole)


def _coarse(lines: float) -> Amount:
    most = _COARSE * max(1, -(-int(lines + 1) // _COARSE))
    return Amount(f"less than {most} lines", str(most), "lines")


def _words(text: str) -> str:
    count = len(text.split())
    if count < _MANY_WORDS:
        return f"fewer than {_MANY_WORDS}"
    return f"about {round(count / _MANY_WORDS) * _MANY_WORDS}"
