"""A second review: its states, and that nobody approves their own decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.decisions import Judgement, Resolution, SecondReview, WithheldRange
from app.model.document import Document, Reviewer
from app.model.redactions import passage_at, withheld
from app.model.second_review import FIELDS, is_current, left_to_judge, shortcomings, subjects
from app.model.terms import Disposition, ReviewState
from tests.release.papers import ANN, BOB, CODE, CYD, act, decided, done, paper, reviewed


def review(document: Document) -> SecondReview:
    assert document.second_review is not None
    return document.second_review


def submitted(*, blind: bool = False) -> Document:
    return done(decided(), ANN, edits.SubmitForSecondReview(blind))


def taken(*, blind: bool = False) -> Document:
    return done(submitted(blind=blind), BOB, edits.TakeSecondReview(BOB))


def disputed() -> Document:
    """Bob would release what Ann denied, and withhold a word that she did not."""
    document = taken()
    released = Judgement(Disposition.RELEASE)
    partly = Judgement(Disposition.IN_PART, ranges=(WithheldRange("para-3", 0, 11, CODE),))
    own = {"para-4": released, "para-3": partly}
    opinions = [edits.GiveOpinion(key, own.get(key)) for key, _ in subjects(document)]
    return done(document, BOB, *opinions, edits.FinishSecondReview())


def test_from_submission_to_completion() -> None:
    document = submitted()
    assert review(document).state is ReviewState.AWAITED
    assert review(document).first == ("rev-ab",)
    document = taken()
    assert review(document).state is ReviewState.UNDER_WAY
    assert len(left_to_judge(document)) == 10
    document = reviewed()
    assert review(document).state is ReviewState.COMPLETE
    assert shortcomings(document) == ()


@pytest.mark.parametrize(
    "person",
    [
        ANN,
        Reviewer("rev-xx", "Ann Birch", "XX"),
        Reviewer("rev-xx", "  ANN  birch.", "XX"),
        Reviewer("rev-ab", "Somebody Else", "SE"),
    ],
)
def test_nobody_reviews_their_own_decisions(person: Reviewer) -> None:
    with pytest.raises(edits.EditRefused, match="another person"):
        edits.TakeSecondReview(person).apply(submitted(), act(person))


def test_nobody_acts_for_another() -> None:
    with pytest.raises(edits.EditRefused, match="name of another"):
        edits.TakeSecondReview(BOB).apply(submitted(), act(ANN))
    with pytest.raises(edits.EditRefused, match="Only the second"):
        edits.GiveOpinion("para-1").apply(taken(), act(ANN))
    with pytest.raises(edits.EditRefused, match="Only the second"):
        edits.FinishSecondReview().apply(taken(), act(CYD))


def test_a_blind_reviewer_decides_alone() -> None:
    with pytest.raises(edits.EditRefused, match="blind"):
        edits.GiveOpinion("para-1").apply(taken(blind=True), act(BOB))
    assert review(reviewed(blind=True)).state is ReviewState.COMPLETE


def test_only_disagreements_remain_and_each_gives_way_to_the_other() -> None:
    document = disputed()
    assert review(document).state is ReviewState.DISPUTED
    assert shortcomings(document)
    with pytest.raises(edits.EditRefused, match="your own"):
        edits.ResolveDisagreement(ANN, "para-4", "first", "No.").apply(document, act(ANN))
    with pytest.raises(edits.EditRefused, match="your own"):
        edits.ResolveDisagreement(BOB, "para-4", "second", "No.").apply(document, act(BOB))
    with pytest.raises(edits.EditRefused, match="agree"):
        edits.ResolveDisagreement(ANN, "para-1", "second", "No.").apply(document, act(ANN))
    document = done(document, BOB, edits.ResolveDisagreement(BOB, "para-4", "first", "Right."))
    assert review(document).state is ReviewState.DISPUTED
    document = done(document, ANN, edits.ResolveDisagreement(ANN, "para-3", "second", "Right."))
    assert review(document).state is ReviewState.COMPLETE
    assert shortcomings(document) == ()
    passage = passage_at(document, "para-3")
    assert passage is not None
    assert [passage.text[one.start : one.end] for one in withheld(passage)] == ["The weather"]
    opinion = next(o for o in review(document).opinions if o.portion == "para-4")
    assert opinion.first.disposition is Disposition.DENY, "both opinions are kept"
    assert opinion.second.disposition is Disposition.RELEASE


def test_a_third_person_may_decide_either_way() -> None:
    document = done(
        disputed(),
        CYD,
        edits.ResolveDisagreement(CYD, "para-4", "second", "It is known."),
        edits.ResolveDisagreement(CYD, "para-3", "first", "No."),
    )
    assert shortcomings(document) == ()
    decision = document.paragraphs[3].decision
    assert decision is not None
    assert decision.disposition is Disposition.RELEASE
    disguised = Reviewer("rev-zz", "Bob CEDAR", "ZZ")
    with pytest.raises(edits.EditRefused, match="your own"):
        edits.ResolveDisagreement(disguised, "para-4", "second", "x").apply(
            disputed(), act(disguised)
        )


@pytest.mark.parametrize(
    "change",
    [
        edits.CorrectText(0, 0, 4, "We"),
        edits.SetDisposition(("para-3",), Disposition.DENY, CODE),
        edits.AddRedaction((("para-3", 0, 3),), CODE),
        edits.WithholdField("metadata/date", CODE),
    ],
)
def test_a_change_makes_the_review_void(change: edits.Edit) -> None:
    document = done(reviewed(), ANN, change)
    assert not is_current(document)
    assert "submit them again" in shortcomings(document)[0]


def test_the_stamp_does_not() -> None:
    stamp = edits.Declassify("E.O. 13526", "MR-1", "AB", "2026-11-25")
    assert shortcomings(done(reviewed(), ANN, stamp)) == ()


def test_a_file_that_was_tampered_with_is_no_review() -> None:
    document = reviewed()
    held = review(document)
    for forged in (
        replace(held, second="rev-ab"),
        replace(held, second="rev-nobody"),
        replace(held, state=ReviewState.UNDER_WAY),
        replace(held, opinions=held.opinions[1:]),
        replace(held, first=()),
        replace(held, opinions=tuple(replace(o, act=act(ANN)) for o in held.opinions)),
        replace(held, resolutions=(Resolution("para-4", "first", "Mine.", act(ANN)),)),
        replace(held, resolutions=(Resolution("para-4", "second", "Mine.", act(BOB)),)),
    ):
        assert shortcomings(replace(document, second_review=forged)), forged


@pytest.mark.parametrize(
    "edit",
    [
        edits.TakeSecondReview(BOB),
        edits.FinishSecondReview(),
        edits.GiveOpinion("para-1"),
        edits.WithdrawSecondReview(),
        edits.SubmitForSecondReview(),
    ],
)
def test_steps_out_of_order_are_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(paper(), act(BOB))


def test_it_is_not_finished_before_all_is_judged() -> None:
    with pytest.raises(edits.EditRefused, match="still need"):
        edits.FinishSecondReview().apply(taken(), act(BOB))
    with pytest.raises(edits.EditRefused, match="no such"):
        edits.GiveOpinion("para-99").apply(taken(), act(BOB))
    assert FIELDS in left_to_judge(taken())


def test_it_can_be_withdrawn() -> None:
    assert done(taken(), ANN, edits.WithdrawSecondReview()).second_review is None
