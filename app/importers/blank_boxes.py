"""Blank boxes: places where the lines of a page leave out some of their grid."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from app.importers.lines import Line

_FEW = 5
"""Lines one below the other that tell the distance of lines."""
_MORE = 0.7
"""Share of a line by which a distance is more than the usual one between paragraphs."""
_MOST = 45
"""Lines of a page."""


def lines_missing(lines: Sequence[Line]) -> list[int]:
    """For each line of a page how many lines of its grid are left empty above it, beyond the space
    that is usual between paragraphs. All 0 where there are no positions.
    """
    missing = [0] * len(lines)
    steps = [_step(above, below) for above, below in pairwise(lines)]
    close = [step for step, line in zip(steps, lines[1:], strict=True) if step and not line.spaced]
    if len(close) < _FEW:
        return missing
    pitch = median(close)
    apart = [step for step, line in zip(steps, lines[1:], strict=True) if step and line.spaced]
    usual = median(apart) if apart else 2 * pitch
    for at, step in enumerate(steps, 1):
        if step and usual + _MORE * pitch <= step <= _MOST * pitch:
            missing[at] = round((step - usual) / pitch)
    return missing


def _step(above: Line, below: Line) -> float | None:
    """From the foot of the one line to the foot of the other, None where that says nothing."""
    if above.box is None or below.box is None or below.box.bottom <= above.box.bottom:
        return None
    return below.box.bottom - above.box.bottom
