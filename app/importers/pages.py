"""Pages: what stands at the top of each, its text, what stands at the bottom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from app.importers.furniture import Loose, Piece, page_number
from app.importers.lines import Line
from app.importers.titles import is_title
from app.model.document import Furniture
from app.model.terms import FurnitureKind, Place

_LETTERHEAD = (FurnitureKind.LETTERHEAD, FurnitureKind.LOG_NUMBER, FurnitureKind.OTHER)
_OF_THE_FOOT = (FurnitureKind.DECLASSIFY_ON, FurnitureKind.STAMP, FurnitureKind.OTHER)


@dataclass(slots=True)
class Leaf:
    """A page being laid out; ``number`` is its number in the source, from 1.

    ``sheet``: it is a library's or registry's sheet, no page of a memorandum.
    """

    number: int
    top: list[Furniture] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    bottom: list[Furniture] = field(default_factory=list)
    sheet: bool = False

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """All of it in reading order, each piece with its place."""
        return (
            *(replace(piece, place=Place.TOP) for piece in self.top),
            *(replace(piece, place=Place.BOTTOM) for piece in self.bottom),
        )


def laid_out(
    pieces: Sequence[Piece], last_page: int | None, sheets: Collection[int] = ()
) -> list[Leaf]:
    """The pages. ``last_page`` is the last one's number from 0 where the format knows its pages,
    else None; ``sheets`` are those that are no memorandum's.

    Furniture between two stretches of text of one page is counted to its bottom.
    """
    return _turned(pieces) if last_page is None else _known(pieces, last_page, sheets)


def _known(pieces: Sequence[Piece], last_page: int, sheets: Collection[int]) -> list[Leaf]:
    leaves = [Leaf(page + 1, sheet=page in sheets) for page in range(last_page + 1)]
    for piece in pieces:
        leaf = leaves[piece.page or 0]
        if isinstance(piece, Line):
            leaf.body.append(piece)
        else:
            (leaf.bottom if leaf.body else leaf.top).append(piece.furniture)
    for leaf in leaves:
        if not leaf.body and not leaf.sheet:
            cut = _half(leaf.top)
            leaf.top, leaf.bottom = leaf.top[:cut], leaf.top[cut:]
    return leaves


def _turned(pieces: Sequence[Piece]) -> list[Leaf]:
    """The pages of a text that doesn't say where they end, from its runs of furniture."""
    leaves, run, printed = [Leaf(1)], list[Furniture](), 1
    for piece in pieces:
        if isinstance(piece, Loose):
            run.append(piece.furniture)
            continue
        if run or (leaves[-1].body and is_title(piece)):
            printed = _put(leaves, run, printed, piece)
            run = []
        leaves[-1].body.append(piece)
    _put(leaves, run, printed, None)
    return leaves


def _put(leaves: list[Leaf], run: list[Furniture], printed: int, follows: Line | None) -> int:
    """Put the run of furniture where it belongs, on a new page too if it turns the page.

    ``printed`` is the number the present page bears or would bear, ``follows`` the line after the
    run. Returns the number of the page that is then the present one.
    """
    leaf = leaves[-1]
    if not leaf.body:
        leaf.top += run
        return printed
    turn = _turn(run, printed, follows)
    if turn is None:
        leaf.bottom += run
        return printed
    leaf.bottom += run[: turn.cut]
    leaves.append(Leaf(leaf.number + 1, top=run[turn.cut :]))
    return turn.printed


class _Turn(NamedTuple):
    """``cut`` pieces of the run stand on the page that ends; ``printed`` numbers the next."""

    cut: int
    printed: int


def _turn(run: list[Furniture], printed: int, follows: Line | None) -> _Turn | None:
    """Where in the run the page turns, None if it does not.

    It turns before a memorandum's title, at the next page's number, after this page's number, and
    where two or more banners come together.
    """
    if follows and is_title(follows):
        heads = (at for at, piece in enumerate(run) if piece.kind in _LETTERHEAD)
        return _Turn(_half(run[: next(heads, len(run))]), 1)
    banners = sum(piece.kind is FurnitureKind.BANNER for piece in run)
    own = 0
    for at, number in enumerate(map(page_number, run)):
        if number == printed + 1 or (number and banners and number > printed):
            return _Turn(_half(run[:at]), number)
        if number == printed:
            own = at + 1
    if follows and (own or banners > 1):
        return _Turn(max(own, _half(run)), printed + 1)
    return None


def _half(run: Sequence[Furniture]) -> int:
    """How many pieces of a run between two pages belong to the first.

    Half of the banners, rounded up, and what stands before and directly after them at the foot of a
    page.
    """
    banners = [at for at, piece in enumerate(run) if piece.kind is FurnitureKind.BANNER]
    cut = banners[(len(banners) - 1) // 2] + 1 if banners else 0
    while cut < len(run) and run[cut].kind in _OF_THE_FOOT:
        cut += 1
    return cut
