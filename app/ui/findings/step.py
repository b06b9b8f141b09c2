"""The finding after or before the one a person is at."""

from __future__ import annotations

from collections.abc import Sequence

from app.checks.finding import Finding, InParagraph
from app.model.queries import Place


def stepped(rows: Sequence[Finding], last: Finding | None, here: Place, by: int) -> Finding | None:
    """The next (1) or previous (-1) of ``rows``, which are in order, round the end.

    ``last`` is where the person went last: while the place ``here`` is still its own, or it has
    none in the text, the step is from it.
    """
    if not rows:
        return None
    if last is not None and last in rows and _place(last) in (None, here):
        return rows[(rows.index(last) + by) % len(rows)]
    places = [(n, _place(one) or (-1, 0)) for n, one in enumerate(rows)]
    if by > 0:
        number = next((n for n, place in places if place > here), 0)
    else:
        number = next((n for n, place in reversed(places) if place < here), len(rows) - 1)
    return rows[number]


def _place(finding: Finding) -> Place | None:
    where = finding.where
    return (where.at, where.start) if isinstance(where, InParagraph) else None
