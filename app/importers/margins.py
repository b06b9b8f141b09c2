"""What is written beside the text, told by the engine's own doubt: notes in hand, stamps, dirt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importers.gaps import ends_with_gap
from app.importers.lines import Line
from app.importers.marks import is_mark
from app.importers.parting import cut

_GAP = re.compile(r"\s{3,}")
_DOUBTFUL = 0.6
"""Confidence under which every word of a note is."""
_LONGEST = 40


def without_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines, with what stands far to the right of them and was hardly read on lines of its
    own.
    """
    found: list[Line] = []
    for line in lines:
        gap = _last_gap(line.text) if line.words else None
        parts = cut(line, gap) if gap is not None else [line]
        noted = (
            len(parts) == 2
            and hardly_read(parts[1])
            and not is_mark(parts[1].text)
            and not ends_with_gap(parts[0].text)
        )
        found += parts if noted else [line]
    return found


def hardly_read(line: Line) -> bool:
    """Whether the engine doubts every word of a short line."""
    return (
        bool(line.words)
        and len(line.text) <= _LONGEST
        and all(word.confidence is not None and word.confidence < _DOUBTFUL for word in line.words)
    )


def _last_gap(text: str) -> int | None:
    gaps = [found.end() for found in _GAP.finditer(text)]
    return gaps[-1] if gaps else None
