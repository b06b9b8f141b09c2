"""Links the text to the page image: which characters each word on it is, and which are doubtful."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from app.importers.lines import Line
from app.model.document import Document, TextLine, Word
from app.model.links import page_witnesses, text_offset
from app.model.passage import Passage
from app.model.spans import Doubt, Span, ordered
from app.model.witness import paragraph_witness

DOUBTFUL = 0.85
"""Share of the usual confidence of a source below which a word is marked.

Engines' scales differ: one gives nearly every word it reads rightly 0.96, another 0.7. In the
samples this marks one word of the text in a hundred.
"""
SURELY_DOUBTFUL = 0.5
"""Confidence below which a word is marked whatever is usual in its source."""
_DISTINCT = 12
"""Characters of a line that stand in a page's text once, or nearly so."""
_MOST_COMPARED = 4_000_000
"""Words of the page times words of its text up to which the two are compared."""


class _Place(NamedTuple):
    """The place of a word in the page's witness; ``line`` and ``word`` count the source's."""

    line: int
    word: int
    start: int
    length: int


def linked(document: Document, lines: Sequence[Line]) -> Document:
    """The document with the words of the lines on its pages, and doubts in its text.

    Words of furniture and of the head are no part of the running text and are not linked.
    """
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.words and line.page is not None:
            by_page[line.page].append(line)
    if not by_page:
        return document
    witnesses = page_witnesses(document)
    pages = tuple(
        replace(page, lines=_text_lines(by_page.get(page.number - 1, []), witness))
        for page, witness in zip(document.pages, witnesses, strict=True)
    )
    document = replace(document, pages=pages)
    return _doubted(document, list(_doubtful(document, witnesses, _threshold(lines))))


def _text_lines(lines: Sequence[Line], witness: str) -> tuple[TextLine, ...]:
    held: dict[int, list[Word]] = defaultdict(list)
    for place in sorted(_Alignment(lines, witness).places):
        read = lines[place.line].words[place.word]
        word = Word(place.start, place.length, read.left, read.right, read.confidence)
        held[place.line].append(word)
    return tuple(
        TextLine(box.left, box.top, box.right, box.bottom, tuple(held[at]))
        for at, line in enumerate(lines)
        if at in held and (box := line.box)
    )


class _Alignment:
    """Finds the words of a page in its witness; blanks count for nothing.

    Line after line is looked for where the one before it ended. Where one is not there, because it
    is furniture or was cut, its words are compared with what the witness has before the next line
    that is found.
    """

    def __init__(self, lines: Sequence[Line], witness: str) -> None:
        self.places: list[_Place] = []
        self._lines = lines
        self._witness = witness
        self._at = [at for at, sign in enumerate(witness) if not sign.isspace()]
        self._dense = "".join(witness.split())
        self._reached = 0
        self._skipped: list[tuple[int, int]] = []
        self._skipped_signs = 0
        for number, line in enumerate(lines):
            self._find(number, "".join(word.text for word in line.words))
        self._compare(len(self._dense))

    def _find(self, number: int, text: str) -> None:
        words = self._lines[number].words
        start = self._start(text)
        if start < 0:
            self._skipped += ((number, word) for word in range(len(words)))
            self._skipped_signs += len(text)
            return
        self._compare(start)
        for at, word in enumerate(words):
            self._place(number, at, start)
            start += len(word.text)
        self._reached = start

    def _start(self, text: str) -> int:
        """Where the line stands: at the place reached, or so far on as the words skipped may
        reach.
        """
        if self._dense.startswith(text, self._reached):
            return self._reached
        if len(text) < _DISTINCT:
            return -1
        return self._dense.find(
            text, self._reached, self._reached + self._skipped_signs + len(text)
        )

    def _place(self, line: int, word: int, dense: int) -> None:
        length = len(self._lines[line].words[word].text)
        start = self._at[dense]
        self.places.append(_Place(line, word, start, self._at[dense + length - 1] + 1 - start))

    def _compare(self, end: int) -> None:
        """Place the words skipped that stand between the place reached and ``end``."""
        skipped, self._skipped, self._skipped_signs = self._skipped, [], 0
        if not skipped or self._reached == end:
            return
        first, last = self._at[self._reached], self._at[end - 1] + 1
        there = self._witness[first:last].split()
        if len(there) * len(skipped) > _MOST_COMPARED:
            return
        starts = [self._reached, *accumulate(map(len, there), initial=self._reached)][1:]
        read = [self._lines[line].words[word].text for line, word in skipped]
        for block in SequenceMatcher(None, read, there, autojunk=False).get_matching_blocks():
            for at in range(block.size):
                self._place(*skipped[block.a + at], starts[block.b + at])


def _threshold(lines: Sequence[Line]) -> float:
    stated = [w.confidence for line in lines for w in line.words if w.confidence is not None]
    return max(SURELY_DOUBTFUL, DOUBTFUL * median(stated)) if stated else 0.0


def _doubted(document: Document, words: Sequence[Doubt]) -> Document:
    """The document with a doubt on each of these words, as far as it is text.

    The words are ranges of the whole body witness, in order.
    """
    doubtful = deque(words)
    begun = 0
    for at, paragraph in enumerate(document.paragraphs):
        begun += at > 0 and paragraph.made is None
        end = begun + len(paragraph_witness(paragraph))
        doubts: list[Span] = []
        while doubtful and doubtful[0].end <= end:
            one = doubtful.popleft()
            first, last = (text_offset(paragraph, at - begun) for at in (one.start, one.end))
            if first < last:
                doubts.append(Doubt(first, last, one.certainty))
        begun = end
        if doubts:
            passage = Passage(paragraph.text, ordered([*paragraph.passage.spans, *doubts]))
            document = document.with_paragraphs(at, at + 1, (replace(paragraph, passage=passage),))
    return document


def _doubtful(document: Document, witnesses: Sequence[str], threshold: float) -> Iterator[Doubt]:
    """The words that the engine was not sure of, as ranges of the whole body witness."""
    begun = 0
    for page, witness in zip(document.pages, witnesses, strict=True):
        words = (word for line in page.lines for word in line.words)
        for word in sorted(words, key=lambda word: word.start):
            if word.confidence is not None and word.confidence < threshold:
                start = begun + word.start
                yield Doubt(start, start + word.length, word.confidence)
        begun += len(witness) + 1
