"""References to page images."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.tei.facsimile import path_of, uri
from app.tei.markup import unwritable

printed = st.characters(exclude_characters="#\ufffe\uffff", exclude_categories=["Cs"])
paths = st.text(printed | st.sampled_from("\x10\t %é漢\x7f"))


@given(paths)
def test_any_path_can_be_referred_to(path: str) -> None:
    reference = uri(path)
    assert path_of(reference) == path
    assert unwritable(reference) is None


def test_a_name_that_is_no_utf_8_stays_what_it_is() -> None:
    assert uri(path_of("scan%E9%10.png")) == "scan%E9%10.png"
