"""A second reading of the same pages beside the document: where the two differ, word by word.

Nothing is taken over by itself. Each difference carries the edit that would take the new reading,
which then is a correction like any other: what the first reading said stays in the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.differing import Stretch, stretches
from app.model.document import Document
from app.model.edits import Compound, CorrectText

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A place of the document where the new reading has other words.

    ``at``, ``start`` and ``end`` are the paragraph and characters of ``now``; ``new`` is the other
    reading. ``edited``: a person has changed these words already, so the new reading speaks against
    their work.
    """

    at: int
    start: int
    end: int
    now: str
    new: str
    page: int
    edited: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    at: int
    start: int
    end: int


def readings(document: Document, other: Document) -> tuple[Reading, ...]:
    """Where ``other``, a new import of the same pages, reads other words, in text order.

    Pages are compared with the page of the same number. Only words are: paragraphs, speakers and
    marks stay.
    """
    theirs = dict(_pages(other))
    found: list[Reading] = []
    for number, ours in _pages(document):
        found += _differences(document, number, ours, theirs.get(number, []))
    return tuple(found)


def take(chosen: tuple[Reading, ...]) -> Compound:
    """One edit that takes these readings; made for the document they were found in."""
    backwards = sorted(chosen, key=lambda reading: (reading.at, reading.start), reverse=True)
    corrections = (CorrectText(r.at, *_with_blank(r)) for r in backwards)
    return Compound("Take New Reading", tuple(corrections))


def _with_blank(reading: Reading) -> tuple[int, int, str]:
    """The characters to replace; words that are put in or taken out bring their blank."""
    if reading.now and reading.new:
        return reading.start, reading.end, reading.new
    if reading.new:
        return (
            reading.start,
            reading.end,
            f"{reading.new} " if reading.start == 0 else (f" {reading.new}"),
        )
    return max(reading.start - 1, 0), reading.end, ""


def _pages(document: Document) -> Iterator[tuple[int, list[_Word]]]:
    """The words of each page that has any, with the page's number."""
    numbers = {page.id: page.number for page in document.pages}
    number, words = document.pages[0].number, list[_Word]()
    for at, paragraph in enumerate(document.paragraphs):
        breaks = list(paragraph.passage.page_breaks)
        for match in _WORD.finditer(paragraph.text):
            while breaks and breaks[0].start <= match.start():
                yield number, words
                number, words = numbers[breaks.pop(0).page], []
            words.append(_Word(match.group(), at, match.start(), match.end()))
        for page_break in breaks:
            yield number, words
            number, words = numbers[page_break.page], []
    yield number, words


def _differences(
    document: Document, page: int, ours: list[_Word], theirs: list[_Word]
) -> Iterator[Reading]:
    if not theirs:
        return
    texts = [word.text for word in ours], [word.text for word in theirs]
    for same, start, stop, low, high in stretches(*texts):
        if same:
            continue
        pieces = list(_by_paragraph(ours, start, stop))
        old = [document.paragraphs[at].text[begin:end] for at, begin, end in pieces]
        shares = _shared_out([word.text for word in theirs[low:high]], old)
        for piece, new in zip(pieces, shares, strict=True):
            yield _reading(document, page, piece, new)


def _shared_out(words: list[str], pieces: list[str]) -> Iterator[str]:
    """The new words for each of the pieces, which paragraph breaks part: no word changes its
    paragraph.

    A word goes where most of its letters are that were read before, too.
    """
    if len(pieces) == 1:
        yield " ".join(words)
        return
    differing = list(stretches(" ".join(pieces), " ".join(words)))
    taken = begun = 0
    end = -1
    for piece in pieces[:-1]:
        end += len(piece) + 1
        place, first = _mapped(differing, end), taken
        while taken < len(words) and begun + len(words[taken]) / 2 <= place:
            begun += len(words[taken]) + 1
            taken += 1
        yield " ".join(words[first:taken])
    yield " ".join(words[taken:])


def _mapped(differing: list[Stretch], place: int) -> float:
    """The place in the second text that is as far through its stretch as ``place`` in the first."""
    for stretch in differing:
        if stretch.start <= place < stretch.stop:
            share = (place - stretch.start) / (stretch.stop - stretch.start)
            return stretch.low + share * (stretch.high - stretch.low)
    return differing[-1].high


def _by_paragraph(words: list[_Word], start: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """The stretches of paragraphs that the words cover; for none, the place behind the word
    before.
    """
    if start == stop:
        if start:
            yield words[start - 1].at, words[start - 1].end, words[start - 1].end
        elif words:
            yield words[0].at, words[0].start, words[0].start
        return
    first = words[start]
    for word, following in zip(words[start:stop], [*words[start + 1 : stop], None], strict=True):
        if following is None or following.at != word.at:
            yield first.at, first.start, word.end
            first = following or word


def _reading(document: Document, page: int, piece: tuple[int, int, int], new: str) -> Reading:
    at, start, end = piece
    passage = document.paragraphs[at].passage
    edited = bool(passage.corrections_in(start, end))
    return Reading(at, start, end, passage.text[start:end], new, page, edited)
