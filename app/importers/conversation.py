"""The text of the conversation: lines joined into paragraphs, across pages too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.importers.blank_boxes import lines_missing
from app.importers.broken_words import Vocabulary, broken, rest, vocabulary
from app.importers.furniture import is_end_mark
from app.importers.gaps import begins_with_gap, ends_with_gap
from app.importers.labels import Label, column_label, speaker_label
from app.importers.layout import ENDED, Layout, layout_of
from app.importers.lines import Line
from app.importers.marks import is_mark, leading_mark, misread_mark, printed_mark
from app.model.spans import Correction
from app.model.terms import Act, CorrectionKind

_NUMBERED = re.compile(r"\d{1,2}\.\s+[A-Z]")
_BREAKS_A_WORD = re.compile(r"[^\W\d_]-$")
PROGRAM = Act("", "")
"""Who corrects a reading here: nobody. A broken word is joined by rule."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of text of one page; ``page`` counts the memorandum's pages from 0."""

    page: int
    lines: Sequence[Line]


@dataclass(slots=True)
class Draft:
    """A paragraph being put together, with its label and its mark still in the text.

    ``breaks``: for each page that begins in it, the place in ``text`` and the page. ``joined``: the
    words that were broken with a hyphen of the line, not their own. ``boxes``: places in ``text``
    where lines of the page are blank, and how many.
    """

    label: Label | None = None
    breaks: list[tuple[int, int]] = field(default_factory=list)
    joined: list[Correction] = field(default_factory=list)
    boxes: list[tuple[int, int]] = field(default_factory=list)
    last: Line = field(default_factory=lambda: Line(""))
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def is_label_alone(self) -> bool:
        return self.label is not None and self.text == self.label.printed

    def add(self, line: Line, pages: Sequence[int], known: Vocabulary) -> None:
        """The line added, after a blank unless a word is broken before it.

        ``pages`` begin with the line.
        """
        text = line.printed
        if self._parts:
            self._meet(text, known, turned=bool(pages))
        self.break_pages(pages)
        self._append(text)
        self.last = line

    def break_pages(self, pages: Iterable[int]) -> None:
        """These pages begin at the end of what there is."""
        self.breaks += ((self._length, page) for page in pages)

    def leave_blank(self, lines: int) -> None:
        """So many lines of the page are blank at the end of what there is."""
        if lines and self._parts:
            self.boxes.append((self._length, lines))

    def _meet(self, text: str, known: Vocabulary, *, turned: bool) -> None:
        """A blank at the end of what there is; where a word goes on, none, and no hyphen."""
        if not _BREAKS_A_WORD.search(self._parts[-1]):
            self._append(" ")
            return
        left, right = broken(self._parts[-1]), rest(text)
        if left is None or right is None or known.keeps_hyphen(left, right):
            return
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        start = self._length - len(left)
        end = self._length + (0 if turned else len(right))
        original = f"{left}-" if turned else f"{left}-{right}"
        if self.joined and self.joined[-1].end > start:  # its second part is broken again
            before = self.joined.pop()
            start, original = before.start, before.original + original.removeprefix(left)
        self.joined.append(Correction(start, end, original, CorrectionKind.OCR, PROGRAM))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def labels_in(stretches: Iterable[Stretch]) -> list[Label]:
    """All that looks like a speaker label at the start of a line, in order."""
    lines = (line for stretch in stretches for line in stretch.lines)
    return [label for line in lines if (label := _label(line))]


def _label(line: Line) -> Label | None:
    """The label at the start of a line, after the portion mark where one leads."""
    text = line.printed
    lifted = leading_mark(text)
    return speaker_label(lifted.text if lifted else text) or column_label(line.text)


def drafts(
    stretches: Iterable[Stretch],
    announces: Callable[[Label], bool],
    pages: int,
    *,
    stray: bool | None = None,
) -> list[Draft]:
    """The paragraphs. ``announces`` says of what looks like a label whether it is one; ``pages`` is
    their number; ``stray`` as in ``layout_of``.

    Every page but the first begins in one of them; a page without text begins where the next text
    does, or at the very end.
    """
    held = list(stretches)
    layout = layout_of([stretch.lines for stretch in held], stray=stray)
    known = vocabulary(line.printed for stretch in held for line in stretch.lines)
    made: list[Draft] = []
    begun = 0
    for stretch in held:
        missing = lines_missing(stretch.lines)
        for line, blank in zip(stretch.lines, missing, strict=True):
            label = _label(line)
            label = label if label and announces(label) else None
            turned = stretch.page > begun
            stated = begins_with_gap(line.printed)
            if made and not stated:
                made[-1].leave_blank(blank)
            if label or not made or _begins(line, made[-1], layout, turned=turned):
                made.append(Draft(label=label))
            made[-1].add(line, range(begun + 1, stretch.page + 1), known)
            if stated:
                made[-1].leave_blank(blank)
            begun = max(begun, stretch.page)
    if not made:
        made.append(Draft())
    made[-1].break_pages(range(begun + 1, pages))
    return made


def _begins(line: Line, draft: Draft, layout: Layout, *, turned: bool) -> bool:
    """Whether the line begins a paragraph and does not carry on the one being made.

    A mark alone on its line belongs to what stands before. A paragraph that has its mark is over;
    one that is only a label has not begun.
    """
    text, last = line.printed, draft.last.printed
    if is_end_mark(text):
        return True
    if draft.is_label_alone:
        return False
    if printed_mark(last) or leading_mark(text):
        return not (is_mark(text) and not printed_mark(last))
    if is_mark(text):
        return False
    if begins_with_gap(text) and (ends_with_gap(last) or not ENDED.search(last)):
        return False
    ended, marked = ENDED.search(last) is not None, misread_mark(last) is not None
    if line.spaced or turned or not layout.wrapped:
        return marked or _parted(line, draft.last, layout, ended=ended, turned=turned)
    return (ended or marked) and (
        _NUMBERED.match(text) is not None or layout.divides(draft.last, line)
    )


def _parted(line: Line, last: Line, layout: Layout, *, ended: bool, turned: bool) -> bool:
    """Whether a paragraph begins across a blank line or a page.

    One that ends in the middle of a sentence goes on, if the line begins with a small letter or the
    last line was full. So does one that ends a sentence on a full line, in a text that has blank
    lines where none should be.
    """
    withheld = ends_with_gap(last.printed) and not line.text[0].islower()
    if not (ended or withheld):
        return not (line.text[0].islower() or layout.full(last))
    stray = layout.stray and not turned and layout.wrapped
    return not stray or layout.ended_early(last, line)
