"""Finding words in the conversation.

A ``Finder`` looks at one text. Here is the one for words as they stand; ``app.patterns`` has the
one for regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from app.model.document import Document

Match = tuple[int, int, int]
"""(paragraph, start, end), offsets in code points."""


class Occurrence(NamedTuple):
    """A place in a text, and what would stand there instead."""

    start: int
    end: int
    replacement: str


Finder = Callable[[str], Iterable[Occurrence]]
"""The places in a text, in order, none empty and none overlapping another."""


def words(
    sought: str, replacement: str = "", *, match_case: bool = False, whole_words: bool = False
) -> Finder:
    """Finds ``sought`` as it stands; nothing for "".

    A blank in ``sought`` finds a no-break space too, since the eye does not tell them apart.
    """

    def find(text: str) -> Iterator[Occurrence]:
        for start, end in _found(text, sought, match_case):
            if not whole_words or _is_whole(text, start, end):
                yield Occurrence(start, end, replacement)

    return find


def matches(document: Document, sought: str, *, match_case: bool = False) -> tuple[Match, ...]:
    """Every place where ``sought`` stands, in order."""
    return tuple(
        (at, start, end)
        for at, paragraph in enumerate(document.paragraphs)
        for start, end in _found(paragraph.text, sought, match_case)
    )


def _found(text: str, sought: str, match_case: bool) -> Iterator[tuple[int, int]]:
    if not sought:
        return
    text, sought = text.replace("\xa0", " "), sought.replace("\xa0", " ")
    if not match_case:
        lowered = text.lower()
        if len(lowered) != len(text):
            # Lower case of some letters is longer ("İ"): offsets would be wrong, so look slowly.
            yield from (m.span() for m in re.finditer(re.escape(sought), text, re.IGNORECASE))
            return
        text, sought = lowered, sought.lower()
    start = text.find(sought)
    while start >= 0:
        yield start, start + len(sought)
        start = text.find(sought, start + len(sought))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either edge."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, place: int) -> bool:
    return 0 < place < len(text) and _in_word(text[place - 1]) and _in_word(text[place])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def nearest(found: tuple[Match, ...], at: int, offset: int) -> int | None:
    """Which match begins at this place or is the next after it; past the last, the first."""
    if not found:
        return None
    return next((n for n, match in enumerate(found) if match[:2] >= (at, offset)), 0)
