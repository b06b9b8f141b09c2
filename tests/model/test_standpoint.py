"""Who sees and makes which decisions: the first reviewer, the second, seeing or blind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import edits
from app.model.as_seen import as_seen, used_exemptions
from app.model.decisions import Exemption, Judgement
from app.model.document import Document, Reviewer
from app.model.edits import EditRefused
from app.model.redactions import portion, redactions
from app.model.second_review import FIELDS, is_current
from app.model.standpoint import (
    Standpoint,
    decided_by,
    each_withheld_by,
    fields_released_by,
    fields_withheld_by,
    released_by,
    seen_ranges,
    standpoint,
    withheld_by,
)
from app.model.terms import Disposition
from tests.release.papers import ANN, BOB, CODE, CYD, STATUTE, decided, done, paper, stretch

OTHER = (Exemption("(b)(6)"),)


def submitted(*, blind: bool) -> Document:
    return done(decided(), ANN, edits.SubmitForSecondReview(blind))


def taken(*, blind: bool) -> Document:
    return done(submitted(blind=blind), BOB, edits.TakeSecondReview(BOB))


def shown(document: Document, person: Reviewer, key: str) -> Judgement | None:
    held = portion(document, key)
    assert held is not None
    return standpoint(document, person).shown(document, held)


def words(document: Document, person: Reviewer, where: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in seen_ranges(document, person, where)]


@pytest.mark.parametrize(
    ("document", "person", "second", "blind"),
    [
        (decided(), BOB, False, False),
        (submitted(blind=False), BOB, False, False),
        (submitted(blind=True), BOB, False, True),
        (submitted(blind=True), ANN, False, False),
        (taken(blind=False), BOB, True, False),
        (taken(blind=True), BOB, True, True),
        (taken(blind=True), ANN, False, False),
        (taken(blind=True), CYD, False, True),
        (taken(blind=True), Reviewer("rev-zz", "ann  birch", "AB"), False, False),
    ],
)
def test_who_stands_where(document: Document, person: Reviewer, second: bool, blind: bool) -> None:
    here = standpoint(document, person)
    assert (here.second, here.blind) == (second, blind)


def test_nobody_reviewing_sees_all() -> None:
    assert standpoint(paper(), BOB) == Standpoint()


def test_the_blind_see_nothing_of_the_first() -> None:
    document = done(decided(), ANN, edits.WithholdField("metadata/repository", CODE))
    document = done(document, ANN, edits.SubmitForSecondReview(True))
    for person in (BOB, CYD):
        assert shown(document, person, "para-4") is None
        assert words(document, person, "para-1") == []
        assert standpoint(document, person).fields(document) == {}
        assert used_exemptions(document, person) == ()
        seen = as_seen(document, person)
        assert list(redactions(seen)) == []
        assert seen.withheld == ()
        assert all(p.decision is None for p in seen.paragraphs)
    assert as_seen(document, ANN) is document
    assert CODE in used_exemptions(document, ANN)


def test_the_first_decides_in_the_document() -> None:
    document = paper()
    place = stretch(document, "para-3", "weather")
    document = done(document, ANN, withheld_by(document, ANN, (place,), CODE))
    assert words(document, ANN, "para-3") == [place[1:]]
    assert shown(document, ANN, "para-3") is None  # words alone are no decision
    document = done(document, ANN, released_by(document, ANN, *place[:2]))
    assert words(document, ANN, "para-3") == []


@pytest.mark.parametrize("blind", [False, True])
def test_the_second_decides_beside_the_first(blind: bool) -> None:
    document = taken(blind=blind)
    place = stretch(document, "para-1", "garden")
    before = words(document, BOB, "para-1")
    after = done(document, BOB, withheld_by(document, BOB, (place,), OTHER))
    assert sorted(words(after, BOB, "para-1")) == sorted([*before, place[1:]])
    assert len(before) == (0 if blind else 1)
    assert list(redactions(after)) == list(redactions(document))
    assert is_current(after)
    assert words(after, ANN, "para-1") == words(document, ANN, "para-1")
    judged = shown(after, BOB, "para-1")
    assert judged is not None
    assert judged.disposition is Disposition.IN_PART
    assert OTHER in used_exemptions(after, BOB)
    seen = as_seen(after, BOB)
    assert words(seen, CYD, "para-1") == words(after, BOB, "para-1")


def test_several_stretches_of_a_portion_are_one_opinion() -> None:
    document = taken(blind=True)
    places = (stretch(document, "para-3", "weather"), stretch(document, "para-3", "lines"))
    document = done(document, BOB, withheld_by(document, BOB, (*places, places[0]), OTHER))
    assert words(document, BOB, "para-3") == [place[1:] for place in places]
    assert document.second_review is not None
    assert len(document.second_review.opinions) == 1


def test_the_second_withholds_whole_words() -> None:
    document = taken(blind=True)
    where, start, end = stretch(document, "para-3", "weather")
    document = done(
        document, BOB, withheld_by(document, BOB, ((where, start + 2, end - 2),), OTHER)
    )
    assert words(document, BOB, "para-3") == [(start, end)]


def test_what_is_denied_as_a_whole_stays_so() -> None:
    document = taken(blind=False)
    denied = stretch(document, "para-4", "Sandpiper")
    with pytest.raises(EditRefused, match="whole portion already"):
        withheld_by(document, BOB, (denied,), OTHER)
    both = (denied, stretch(document, "para-3", "weather"))
    after = done(document, BOB, withheld_by(document, BOB, both, OTHER))
    assert shown(after, BOB, "para-4") == shown(document, BOB, "para-4")
    with pytest.raises(EditRefused, match="whole portion is withheld"):
        released_by(document, BOB, *denied[:2])


def test_taking_back_an_opinion_leaves_the_rest() -> None:
    document = taken(blind=False)
    where, start, _ = stretch(document, "para-2", "seventeen")
    document = done(document, BOB, released_by(document, BOB, where, start))
    assert words(document, BOB, where) == [stretch(document, where, "Ambassador Quillfeather")[1:]]
    assert len(words(document, ANN, where)) == 2
    start = words(document, BOB, where)[0][0]
    document = done(document, BOB, released_by(document, BOB, where, start))
    assert shown(document, BOB, where) == Judgement(Disposition.RELEASE)
    with pytest.raises(EditRefused, match="Nothing is withheld"):
        released_by(document, BOB, where, start)


def test_of_overlapping_redactions_the_shortest_goes() -> None:
    document = paper()
    long = stretch(document, "para-3", "weather was fine")
    short = stretch(document, "para-3", "was")
    document = done(
        document, ANN, edits.AddRedaction((long,), CODE), edits.AddRedaction((short,), OTHER)
    )
    after = done(document, ANN, released_by(document, ANN, "para-3", short[1] + 1))
    assert words(after, ANN, "para-3") == [long[1:]]


def test_of_touching_redactions_the_one_that_begins_there_goes() -> None:
    document = paper()
    first, second = stretch(document, "para-3", "weather"), stretch(document, "para-3", " was fine")
    document = done(
        document, ANN, edits.AddRedaction((first,), CODE), edits.AddRedaction((second,), OTHER)
    )
    after = done(document, ANN, released_by(document, ANN, "para-3", second[1]))
    assert words(after, ANN, "para-3") == [first[1:]]


@pytest.mark.parametrize("person", [BOB, CYD])
def test_nobody_changes_what_is_hidden_from_them(person: Reviewer) -> None:
    document = submitted(blind=True)
    place = stretch(document, "para-3", "weather")
    with pytest.raises(EditRefused, match="blind"):
        withheld_by(document, person, (place,), OTHER)
    with pytest.raises(EditRefused, match="blind"):
        decided_by(document, person, ("para-3",), Disposition.DENY, OTHER)
    with pytest.raises(EditRefused, match="blind"):
        released_by(document, person, *stretch(document, "para-1", "Manuel")[:2])
    with pytest.raises(EditRefused, match="blind"):
        fields_withheld_by(document, person, ("metadata/repository",), OTHER)


@pytest.mark.parametrize("where", ["page-1/0", "trailer", "nowhere"])
def test_the_second_judges_portions(where: str) -> None:
    with pytest.raises(EditRefused):
        withheld_by(taken(blind=True), BOB, ((where, 0, 1),), OTHER)


@pytest.mark.parametrize(
    ("exemptions", "words_"), [((), (0, 4)), (OTHER, (3, 3)), (OTHER, (0, 9999))]
)
def test_the_second_is_held_to_the_rules(
    exemptions: tuple[Exemption, ...], words_: tuple[int, int]
) -> None:
    with pytest.raises(EditRefused):
        withheld_by(taken(blind=True), BOB, (("para-3", *words_),), exemptions)


def test_the_second_denies_and_refers() -> None:
    document = taken(blind=True)
    document = done(document, BOB, decided_by(document, BOB, ("para-3",), Disposition.DENY, OTHER))
    assert shown(document, BOB, "para-3") == Judgement(Disposition.DENY, OTHER)
    refer = decided_by(document, BOB, ("para-3",), Disposition.REFER, OTHER, " State ", "why")
    document = done(document, BOB, refer)
    assert shown(document, BOB, "para-3") == Judgement(Disposition.REFER, agency="State")
    held = portion(document, "para-3")
    assert held is not None
    assert standpoint(document, BOB).whole(held) == Judgement(Disposition.REFER, agency="State")
    assert standpoint(document, ANN).whole(held) is None


def test_a_release_does_not_drop_withheld_words() -> None:
    document = taken(blind=False)
    with pytest.raises(EditRefused, match="in part"):
        decided_by(document, BOB, ("para-1",), Disposition.RELEASE)
    after = done(document, BOB, decided_by(document, BOB, ("para-4",), Disposition.RELEASE))
    assert shown(after, BOB, "para-4") == Judgement(Disposition.RELEASE)


def test_values() -> None:
    document = paper()
    names = ("metadata/repository", "metadata/subject")
    document = done(document, ANN, fields_withheld_by(document, ANN, names, CODE))
    assert dict(standpoint(document, ANN).fields(document)) == dict.fromkeys(names, CODE)
    document = done(document, ANN, fields_released_by(document, ANN, names[1:]))
    assert [held.field for held in document.withheld] == [names[0]]


@pytest.mark.parametrize("blind", [False, True])
def test_the_second_judges_values(blind: bool) -> None:
    first, other = "metadata/repository", "metadata/subject"
    document = done(decided(), ANN, edits.WithholdField(first, CODE))
    document = done(document, ANN, edits.SubmitForSecondReview(blind))
    document = done(document, BOB, edits.TakeSecondReview(BOB))
    document = done(document, BOB, fields_withheld_by(document, BOB, (other,), STATUTE))
    seen = dict(standpoint(document, BOB).fields(document))
    assert seen == ({} if blind else {first: CODE}) | {other: STATUTE}
    assert {held.field for held in as_seen(document, BOB).withheld} == set(seen)
    document = done(document, BOB, fields_released_by(document, BOB, tuple(seen)))
    assert standpoint(document, BOB).opinions[FIELDS].second == Judgement(Disposition.RELEASE)
    with pytest.raises(EditRefused):
        fields_released_by(document, BOB, (first,))


def test_mentions_are_withheld_one_by_one() -> None:
    document = paper()
    places = (stretch(document, "para-2", "need"), stretch(document, "para-3", "weather"))
    edit = each_withheld_by(document, ANN, "All", places, ("metadata/subject",), CODE)
    document = done(document, ANN, edit)
    assert len({one.id for _, one in redactions(document)}) == 2
    assert len(document.withheld) == 1


@given(
    blind=st.booleans(),
    places=st.lists(
        st.tuples(
            st.sampled_from(["para-1", "para-2", "para-3", "para-5", "heading/title"]),
            st.integers(0, 17),
            st.integers(1, 7),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_an_opinion_never_touches_the_document(
    blind: bool, places: list[tuple[str, int, int]]
) -> None:
    """Whatever the second withholds, the first's record is as it was, and the second sees it."""
    document = taken(blind=blind)
    stretches = tuple((where, start, start + length) for where, start, length in places)
    after = done(document, BOB, withheld_by(document, BOB, stretches, OTHER))
    assert after.paragraphs is document.paragraphs
    assert after.heading is document.heading
    assert is_current(after)
    for where, start, end in stretches:
        assert any(low <= start and end <= high for low, high in words(after, BOB, where))
        assert words(after, ANN, where) == words(document, ANN, where)
