"""The chunked sequence behaves like a tuple, and finds differences without reading everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Paragraph
from app.model.paragraphs import Difference, Paragraphs
from app.model.passage import Passage
from app.model.terms import Kind

MANY = tuple(Paragraph(f"para-{n}", Kind.NARRATIVE, Passage(str(n))) for n in range(1000))

splices = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 400), st.integers(0, 300)), max_size=6
)


@given(st.integers(0, 1000), splices)
def test_it_reads_like_a_tuple_after_any_replacements(
    length: int, changes: list[tuple[int, int, int]]
) -> None:
    plain, paragraphs = list(MANY[:length]), Paragraphs(MANY[:length])
    for start, span, count in changes:
        start = min(start, len(plain))
        stop = min(start + span, len(plain))
        plain[start:stop] = MANY[:count]
        paragraphs = paragraphs.replaced(start, stop, MANY[:count])
    assert tuple(paragraphs) == tuple(plain)
    assert len(paragraphs) == len(plain)
    assert [paragraphs[at] for at in range(len(plain))] == plain
    assert paragraphs == Paragraphs(plain)
    assert paragraphs[3:7] == tuple(plain[3:7])


@given(st.integers(0, 1000), st.integers(0, 300), st.integers(0, 300))
def test_the_difference_is_the_replaced_stretch(start: int, span: int, count: int) -> None:
    before = Paragraphs(MANY)
    stop = min(start + span, len(MANY))
    new = tuple(Paragraph(f"new-{n}", Kind.NARRATIVE, Passage()) for n in range(count))
    after = before.replaced(start, stop, new)
    difference = before.difference(after)
    assert (
        difference.empty
        if start == stop and not new
        else difference == (Difference(start, stop, start + count))
    )
    assert before.difference(before).empty


def test_all_else_is_shared() -> None:
    before = Paragraphs(MANY)
    after = before.replaced(500, 501, (MANY[0],))
    shared = {id(chunk) for chunk in before._chunks} & {id(chunk) for chunk in after._chunks}
    assert len(shared) == len(before._chunks) - 1


@pytest.mark.parametrize(("start", "stop"), [(-1, 0), (2, 1), (0, 1001)])
def test_places_outside_are_refused(start: int, stop: int) -> None:
    with pytest.raises(IndexError):
        Paragraphs(MANY).replaced(start, stop, ())
