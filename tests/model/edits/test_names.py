"""Names in the text."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.document import Document, PlaceEntry
from app.model.edits.names import new_place_id
from app.model.spans import Name
from app.model.terms import Act, NameKind
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def names(document: Document) -> list[tuple[int, int, NameKind, str]]:
    return [
        (n.start, n.end, n.kind, n.ref)
        for p in document.paragraphs
        for n in p.passage.spans
        if isinstance(n, Name)
    ]


def test_a_name_is_marked_and_a_later_one_takes_its_place() -> None:
    marked = after(awkward(), edits.MarkName(1, 0, 7, NameKind.PERSON, "p2"))
    assert names(marked) == [(0, 7, NameKind.PERSON, "p2")]
    other = after(marked, edits.MarkName(1, 3, 8, NameKind.PERSON))
    assert names(other) == [(3, 8, NameKind.PERSON, "")]
    assert names(after(marked, edits.MarkName(1, 7, 8, NameKind.PERSON))) == [
        (0, 7, NameKind.PERSON, "p2"),
        (7, 8, NameKind.PERSON, ""),
    ]
    assert names(after(marked, edits.UnmarkName(1, 2, 2))) == []


def test_places_have_a_list() -> None:
    place = PlaceEntry(new_place_id(awkward()), "Asia")
    document = after(awkward(), edits.AddPlace(place))
    marked = after(document, edits.MarkName(2, 7, 12, NameKind.PLACE, place.id))
    assert names(marked) == [(7, 12, NameKind.PLACE, place.id)]
    assert new_place_id(document) != place.id


@pytest.mark.parametrize(
    "edit",
    [
        edits.MarkName(1, 3, 3, NameKind.PERSON),
        edits.MarkName(1, 0, 7, NameKind.PERSON, "p9"),
        edits.MarkName(1, 0, 7, NameKind.PLACE, "p1"),
        edits.UnmarkName(1, 0, 7),
        edits.AddPlace(PlaceEntry("x", " ")),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(awkward(), ACT)
