"""The portions that concern the person now, and the table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from app.model.decisions import Judgement, Opinion
from app.model.document import Document, Reviewer
from app.model.redactions import Portion, judgement, portions
from app.model.second_review import FIELDS, subject
from app.model.terms import ReviewState
from app.ui.portion_words import of_place, of_words
from app.ui.tables.rows_model import Index, RowsModel
from app.ui.tools.second_review.wording import in_short

_SIDES = {"first": "First", "second": "Second"}


@dataclass(frozen=True, slots=True)
class Row:
    """A portion with its opinion, None while there is none; ``held`` is None for ``fields``."""

    key: str
    held: Portion | None
    opinion: Opinion | None = None

    @property
    def at(self) -> int | None:
        """Which paragraph it is, None if it is none."""
        return self.held.at if self.held is not None else None


@dataclass(frozen=True, slots=True)
class Columns:
    """Headings, and what the cells under them say of a row."""

    headings: tuple[str, ...]
    cells: Callable[[Document, Row], tuple[str, ...]]


def rows(document: Document, person: Reviewer, holds: bool) -> tuple[Row, ...]:
    """What is undecided before a submission, all for the second reviewer at work, and what the two
    disagreed on afterwards. Nothing for others, and nothing of a void review.
    """
    review = document.second_review
    if review is None:
        undecided = [Row(one.key, one) for one in portions(document) if one.decision is None]
        return tuple(undecided)
    given = {opinion.portion: opinion for opinion in review.opinions}
    everything = (Row(key, held, given.get(key)) for key, held in _subjects(document))
    if not holds or review.state is ReviewState.AWAITED:
        return ()
    if review.state is ReviewState.UNDER_WAY:
        return tuple(everything) if person.id == review.second else ()
    return tuple(row for row in everything if row.opinion is not None and not row.opinion.agrees)


def columns(document: Document) -> Columns:
    """Those of the state that the review is in. A blind one has none of the first's while it is
    under way.
    """
    review = document.second_review
    if review is None:
        return Columns(("Portion", "Words"), _undecided)
    if review.state is not ReviewState.UNDER_WAY:
        return Columns(("Portion", "First", "Second", "Resolved"), _disagreed)
    if review.blind:
        return Columns(("Portion", "Words", "Yours"), _blind)
    return Columns(("Portion", "Words", "First", "Yours"), _in_sight)


def first_judgement(document: Document, row: Row) -> Judgement | None:
    """The first's judgement of the row's portion."""
    return judgement(document, row.held) if row.held is not None else subject(document, row.key)


def _subjects(document: Document) -> Iterator[tuple[str, Portion | None]]:
    for held in portions(document):
        yield held.key, held
    yield FIELDS, None


def _undecided(document: Document, row: Row) -> tuple[str, ...]:
    return of_place(document, row.held), _words(document, row)


def _blind(document: Document, row: Row) -> tuple[str, ...]:
    return (*_undecided(document, row), _second(row))


def _in_sight(document: Document, row: Row) -> tuple[str, ...]:
    own = "Agreed" if row.opinion is not None and row.opinion.agrees else _second(row)
    return (*_undecided(document, row), in_short(first_judgement(document, row)), own)


def _disagreed(document: Document, row: Row) -> tuple[str, ...]:
    review, opinion = document.second_review, row.opinion
    assert review is not None
    assert opinion is not None
    adopted = next((one.adopted for one in review.resolutions if one.portion == row.key), "")
    resolved = f"{_SIDES[adopted]} adopted" if adopted else "To resolve"
    return of_place(document, row.held), in_short(opinion.first), _second(row), resolved


def _words(document: Document, row: Row) -> str:
    return of_words(document, row.held) if row.held is not None else ""


def _second(row: Row) -> str:
    return in_short(row.opinion.second) if row.opinion is not None else "To judge"


class PortionsModel(RowsModel[Row, int]):
    """The rows as a table; a cell is made when it is looked at."""

    def __init__(self) -> None:
        super().__init__({})
        self._document: Document | None = None
        self._columns = Columns((), _undecided)

    def show_rows(self, document: Document, made: tuple[Row, ...], shown: Columns) -> None:
        """Show these; the chosen one stays chosen where the same portions are shown as before."""
        same = shown == self._columns and [r.key for r in made] == [r.key for r in self.rows]
        self._document, self._columns = document, shown
        self.headings = dict(enumerate(shown.headings))
        self.replace_rows(made, same=same)

    def number_of(self, key: str) -> int | None:
        """Which row the portion has, None if it has none."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if self._document is None or role not in wanted:
            return None
        cells = self._columns.cells(self._document, self.rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            named = zip(self._columns.headings[1:], cells[1:], strict=True)
            return "; ".join([cells[0], *(f"{name}: {text}" for name, text in named)])
        return cells[index.column()]
