"""Finding words in the conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.document import Document

Match = tuple[int, int, int]
"""(paragraph, start, end), offsets in code points."""


def matches(document: Document, sought: str, *, match_case: bool = False) -> tuple[Match, ...]:
    """Every place where ``sought`` stands, in order, none overlapping another; () for "".

    A blank in ``sought`` finds a no-break space too, since the eye does not tell them apart.
    """
    if not sought:
        return ()
    return tuple(
        (at, start, end)
        for at, paragraph in enumerate(document.paragraphs)
        for start, end in _found(paragraph.text, sought, match_case)
    )


def _found(text: str, sought: str, match_case: bool) -> Iterator[tuple[int, int]]:
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


def nearest(found: tuple[Match, ...], at: int, offset: int) -> int | None:
    """Which match begins at this place or is the next after it; past the last, the first."""
    if not found:
        return None
    return next((n for n, match in enumerate(found) if match[:2] >= (at, offset)), 0)
