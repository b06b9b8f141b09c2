"""Names that stand in several places."""

from __future__ import annotations

from app.model import edits
from app.model.naming import described, marked, name_at, names, same_words
from app.model.spans import Name
from app.model.terms import Act, NameKind
from tests.builders import document

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
PERSON = NameKind.PERSON
MEMO = document("Roh: Mr. Roh is Roh.", "Kaifu: ROH and Rohan and Roh")


def test_the_same_words_are_found_where_they_are_not_marked() -> None:
    found = same_words(MEMO, "Roh", PERSON, "person-1")
    assert [hit.match for hit in found] == [(0, 4, 7), (0, 11, 14), (1, 18, 21)]
    after = marked(found[1:], PERSON, "person-1").apply(MEMO, ACT)
    assert list(names(after)) == [(0, 11), (1, 18)]
    assert [hit.match for hit in same_words(after, "Roh", PERSON, "person-1")] == [(0, 4, 7)]
    again = same_words(after, "Roh", PERSON, "person-2")
    assert [hit.new for hit in again] == ["", "person, Roh", "person, Roh"]


def test_a_name_that_only_overlaps_is_offered() -> None:
    after = edits.MarkName(0, 0, 7, PERSON).apply(MEMO, ACT)
    assert same_words(after, "Roh", PERSON, "")[0].new == "person, not linked"
    assert name_at(after, 0, 7) == Name(0, 7, PERSON)
    assert name_at(after, 0, 8) is None


def test_names_are_described() -> None:
    assert described(MEMO, Name(0, 1, PERSON, "person-2")) == "person, Kaifu"
    assert described(MEMO, Name(0, 1, NameKind.PLACE, "gone")) == "place, not linked"


def test_marking_all_is_one_edit() -> None:
    assert marked(same_words(MEMO, "Roh", PERSON, ""), PERSON, "").name == "Mark Names"
