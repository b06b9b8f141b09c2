"""An immutable sequence of paragraphs in chunks.

A snapshot of the document is made at every key. With one flat tuple each would copy a pointer for
every paragraph (45,000 at 5,000 pages) and history would keep them all; in chunks an edit copies
one chunk and the list of chunks, and the difference between two snapshots is found by comparing
chunks for identity.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from app.model.document import Paragraph

CHUNK = 128


class Difference(NamedTuple):
    """Paragraphs ``start:old_stop`` of the one sequence stand where ``start:new_stop`` stand in the
    other.
    """

    start: int
    old_stop: int
    new_stop: int

    @property
    def empty(self) -> bool:
        return self.start == self.old_stop == self.new_stop


class Paragraphs(Sequence["Paragraph"]):
    """Reads like a tuple; equal when the paragraphs are equal; ``replaced`` shares all it can."""

    __slots__ = ("_chunks", "_starts")

    def __init__(self, paragraphs: Iterable[Paragraph] = ()) -> None:
        flat = tuple(paragraphs)
        self._set(tuple(flat[at : at + CHUNK] for at in range(0, len(flat), CHUNK)))

    def _set(self, chunks: tuple[tuple[Paragraph, ...], ...]) -> None:
        self._chunks = chunks
        self._starts = (0, *accumulate(map(len, chunks)))

    @classmethod
    def _of(cls, chunks: tuple[tuple[Paragraph, ...], ...]) -> Paragraphs:
        made = cls.__new__(cls)
        made._set(chunks)
        return made

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> Paragraph: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Paragraph, ...]: ...
    def __getitem__(self, at: int | slice) -> Paragraph | tuple[Paragraph, ...]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(len(self))))
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        chunk = bisect_right(self._starts, at) - 1
        return self._chunks[chunk][at - self._starts[chunk]]

    def __iter__(self) -> Iterator[Paragraph]:
        for chunk in self._chunks:
            yield from chunk

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Paragraphs):
            return NotImplemented
        return len(self) == len(other) and all(map(lambda a, b: a is b or a == b, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Paragraphs({list(self)!r})"

    def replaced(self, start: int, stop: int, new: Iterable[Paragraph]) -> Paragraphs:
        """The sequence with ``start:stop`` replaced. ``0 <= start <= stop <= len``, else
        IndexError.
        """
        if not 0 <= start <= stop <= len(self):
            raise IndexError((start, stop))
        first = max(0, bisect_right(self._starts, start) - 1)
        first = min(first, max(0, len(self._chunks) - 1))
        last = first
        while last < len(self._chunks) and self._starts[last] < stop:
            last += 1
        last = max(last, min(first + 1, len(self._chunks)))
        held = [paragraph for chunk in self._chunks[first:last] for paragraph in chunk]
        offset = self._starts[first]
        held[start - offset : stop - offset] = new
        return self._of((*self._chunks[:first], *_chunked(held), *self._chunks[last:]))

    def difference(self, other: Paragraphs) -> Difference:
        """The smallest stretch outside of which the two hold the same objects, found without
        reading them all.
        """
        start = _same_from_start(self._chunks, other._chunks)
        most = min(len(self), len(other)) - start
        end = min(_same_from_end(self._chunks, other._chunks), most)
        return Difference(start, len(self) - end, len(other) - end)


def _chunked(held: list[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """In one chunk while it is small, else in even chunks of at most CHUNK."""
    if len(held) <= 2 * CHUNK:
        if held:
            yield tuple(held)
        return
    for at in range(0, len(held), CHUNK):
        yield tuple(held[at : at + CHUNK])


def _same_from_start(
    ours: tuple[tuple[Paragraph, ...], ...], theirs: tuple[tuple[Paragraph, ...], ...]
) -> int:
    same = whole = 0
    for one, other in zip(ours, theirs, strict=False):
        if one is not other:
            break
        same += len(one)
        whole += 1
    return same + _run(_flat(ours[whole:]), _flat(theirs[whole:]))


def _same_from_end(
    ours: tuple[tuple[Paragraph, ...], ...], theirs: tuple[tuple[Paragraph, ...], ...]
) -> int:
    same = whole = 0
    for one, other in zip(reversed(ours), reversed(theirs), strict=False):
        if one is not other:
            break
        same += len(one)
        whole += 1
    left, right = ours[: len(ours) - whole], theirs[: len(theirs) - whole]
    return same + _run(_flat(left, back=True), _flat(right, back=True))


def _flat(chunks: tuple[tuple[Paragraph, ...], ...], *, back: bool = False) -> Iterator[Paragraph]:
    for chunk in reversed(chunks) if back else chunks:
        yield from reversed(chunk) if back else chunk


def _run(ours: Iterator[Paragraph], theirs: Iterator[Paragraph]) -> int:
    length = 0
    for one, other in zip(ours, theirs, strict=False):
        if one is not other:
            break
        length += 1
    return length
