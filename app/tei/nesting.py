"""Stand-off ranges laid into one another, as elements must be.

Ranges may cut across one another; elements may not. A correction stays whole, since its original
reading has one place; whatever else is in the way is cut into fragments. A note is no element
around its words: it has a point at either end, and is in nobody's way.
"""

from __future__ import annotations

import heapq
from itertools import pairwise
from typing import NamedTuple

from app.model.spans import Correction, Note, Span


class Piece(NamedTuple):
    """A range or a fragment of one, in the order of writing; ``span`` is its place in the spans."""

    start: int
    opens: bool
    """False for a point, which stands before what opens at the same place."""
    minus_end: int
    span: int

    @property
    def end(self) -> int:
        return -self.minus_end


def nested(spans: tuple[Span, ...]) -> list[Piece]:
    """The spans as pieces none of which cuts across another, each after all it is inside of."""
    corrections = [s for s in spans if isinstance(s, Correction) and s.start < s.end]
    heap: list[Piece] = []
    for place, span in enumerate(spans):
        if isinstance(span, Note) and span.start < span.end:
            heap.append(Piece(span.end, False, -span.end, place))
        cuts = () if isinstance(span, Correction | Note) else _cuts(span, corrections)
        edges = [span.start, *cuts, span.end]
        for start, end in pairwise(edges):
            heap.append(Piece(start, start < end, -end, place))
    heapq.heapify(heap)
    placed: list[Piece] = []
    around: list[Piece] = []
    while heap:
        piece = heapq.heappop(heap)
        while around and around[-1].end <= piece.start:
            around.pop()
        if isinstance(spans[piece.span], Note):
            placed.append(piece)
            continue
        if around and around[-1].end < piece.end:
            limit = around[-1].end
            heapq.heappush(heap, piece._replace(start=limit))
            piece = piece._replace(minus_end=-limit)
        placed.append(piece)
        if piece.opens:
            around.append(piece)
    return placed


def _cuts(span: Span, corrections: list[Correction]) -> list[int]:
    """Where a correction begins that the span reaches into: the span is cut there."""
    return [c.start for c in corrections if span.start < c.start < span.end < c.end]
