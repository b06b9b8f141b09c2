"""The steps of a second review. Nobody approves their own decisions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from app.model.decisions import (
    Decision,
    Judgement,
    Opinion,
    Resolution,
    SecondReview,
    WithheldField,
)
from app.model.document import Document, Reviewer
from app.model.edits.base import EditRefused
from app.model.edits.dispositions import require_energy
from app.model.edits.redactions import checked
from app.model.passage import Passage
from app.model.redactions import (
    Portion,
    passage_at,
    portion,
    portions,
    with_decision,
    with_passage,
)
from app.model.second_review import (
    FIELDS,
    deciders,
    disagreements,
    fingerprint,
    is_current,
    is_one_of,
    left_to_judge,
    subject,
)
from app.model.spans import Redaction, ordered
from app.model.terms import Act, Disposition, ReviewState


@dataclass(frozen=True)
class SubmitForSecondReview:
    """The decisions are complete; another person goes over them, ``blind`` or seeing them.

    A review that there was before is void.
    """

    name: ClassVar[str] = "Submit for Second Review"
    blind: bool = False

    def apply(self, document: Document, act: Act) -> Document:
        if any(held.decision is None for held in portions(document)):
            raise EditRefused("Every portion needs a decision before the second review.")
        first = tuple(sorted({*deciders(document), act.by}))
        review = SecondReview(ReviewState.AWAITED, first, self.blind, fingerprint(document), act)
        return replace(document, second_review=review)


@dataclass(frozen=True)
class TakeSecondReview:
    """``reviewer``, who acts, goes over the decisions; it is nobody who made one, by identifier and
    by name.
    """

    name: ClassVar[str] = "Take Second Review"
    reviewer: Reviewer

    def apply(self, document: Document, act: Act) -> Document:
        review = _review(document, ReviewState.AWAITED)
        _require_self(self.reviewer, act)
        if is_one_of(document, self.reviewer, review.first):
            raise EditRefused("You made some of these decisions: another person must review them.")
        taken = replace(review, state=ReviewState.UNDER_WAY, second=self.reviewer.id)
        return _known(replace(document, second_review=taken), self.reviewer)


@dataclass(frozen=True)
class GiveOpinion:
    """The second reviewer's own judgement of the portion (or of ``fields``); None agrees with the
    first's, which a blind reviewer has not seen. Without a ``note`` the one given before stays.
    """

    name: ClassVar[str] = "Give Opinion"
    portion: str
    judgement: Judgement | None = None
    note: str | None = None

    def apply(self, document: Document, act: Act) -> Document:
        review = _review(document, ReviewState.UNDER_WAY)
        _require_second(review, act)
        first = subject(document, self.portion)
        if first is None:
            raise EditRefused("There is no such portion.")
        if self.judgement is None and review.blind:
            raise EditRefused("The review is blind: decide for yourself.")
        second = first if self.judgement is None else _sorted(self.judgement)
        _check(second, portion(document, self.portion))
        before = next((held for held in review.opinions if held.portion == self.portion), None)
        note = self.note if self.note is not None else before.note if before is not None else ""
        opinion = Opinion(self.portion, first, second, note.strip(), act)
        kept = tuple(held for held in review.opinions if held is not before)
        return replace(document, second_review=replace(review, opinions=(*kept, opinion)))


@dataclass(frozen=True)
class FinishSecondReview:
    """Each portion has an opinion: the review is complete, or disputed where the two disagree."""

    name: ClassVar[str] = "Finish Second Review"

    def apply(self, document: Document, act: Act) -> Document:
        review = _review(document, ReviewState.UNDER_WAY)
        _require_second(review, act)
        if left := left_to_judge(document):
            raise EditRefused(f"{len(left)} portions still need an opinion.")
        state = ReviewState.DISPUTED if disagreements(review) else ReviewState.COMPLETE
        return replace(document, second_review=replace(review, state=state))


@dataclass(frozen=True)
class ResolveDisagreement:
    """One of the two judgements of the portion is adopted, by ``reviewer``, who acts.

    Nobody adopts their own: either gives way to the other, or a third person decides.
    """

    name: ClassVar[str] = "Resolve Disagreement"
    may_open: ClassVar[bool] = True
    reviewer: Reviewer
    portion: str
    adopted: Literal["first", "second"]
    note: str

    def apply(self, document: Document, act: Act) -> Document:
        review = _review(document, ReviewState.DISPUTED)
        _require_self(self.reviewer, act)
        if not self.note.strip():
            raise EditRefused("Say in a few words why.")
        side = review.first if self.adopted == "first" else (review.second,)
        if is_one_of(document, self.reviewer, side):
            raise EditRefused("This is your own judgement: the other, or a third, must adopt it.")
        found = next((o for o in disagreements(review) if o.portion == self.portion), None)
        if found is None:
            raise EditRefused("The two agree on this portion.")
        if self.adopted == "second":
            document = _adopted(document, found, act)
        resolution = Resolution(self.portion, self.adopted, self.note.strip(), act)
        review = replace(
            review,
            resolutions=(*review.resolutions, resolution),
            fingerprint=fingerprint(document),
        )
        if not disagreements(review):
            review = replace(review, state=ReviewState.COMPLETE)
        return _known(replace(document, second_review=review), self.reviewer)


@dataclass(frozen=True)
class WithdrawSecondReview:
    """The decisions are open again; the opinions given on them go."""

    name: ClassVar[str] = "Withdraw from Second Review"

    def apply(self, document: Document, act: Act) -> Document:
        if document.second_review is None:
            raise EditRefused("There is no second review.")
        return replace(document, second_review=None)


def _review(document: Document, state: ReviewState) -> SecondReview:
    """The review. Raises EditRefused where it is not in this state, or void."""
    review = document.second_review
    if review is None:
        raise EditRefused("Submit the decisions for a second review first.")
    if not is_current(document):
        raise EditRefused("Words or decisions have changed since: submit them again.")
    if review.state is not state:
        raise EditRefused(f"The second review is {review.state.value.replace('-', ' ')}.")
    return review


def _require_self(reviewer: Reviewer, act: Act) -> None:
    if reviewer.id != act.by:
        raise EditRefused("Nobody reviews in the name of another.")


def _require_second(review: SecondReview, act: Act) -> None:
    if act.by != review.second:
        raise EditRefused("Only the second reviewer gives an opinion.")


def _known(document: Document, reviewer: Reviewer) -> Document:
    if any(held.id == reviewer.id for held in document.reviewers):
        return document
    return replace(document, reviewers=(*document.reviewers, reviewer))


def _sorted(held: Judgement) -> Judgement:
    return replace(
        held,
        exemptions=tuple(sorted(held.exemptions)),
        ranges=tuple(
            sorted(replace(r, exemptions=tuple(sorted(r.exemptions))) for r in held.ranges)
        ),
    )


def _check(judged: Judgement, held: Portion | None) -> None:
    """Raises EditRefused where the rules of a decision would not allow it."""
    if held is not None:
        require_energy(held, judged.disposition, judged.agency)
    for withheld in judged.ranges:
        checked(withheld.exemptions)
    match judged.disposition:
        case Disposition.DENY:
            checked(judged.exemptions)
        case Disposition.REFER if not judged.agency.strip():
            raise EditRefused("A referral names the agency.")
        case Disposition.RELEASE if judged.ranges:
            raise EditRefused("Words of this portion are withheld; release it in part.")
        case Disposition.IN_PART if not judged.ranges:
            raise EditRefused("Mark the words to withhold first, or release it in full.")


def _adopted(document: Document, opinion: Opinion, act: Act) -> Document:
    """The document with the second's judgement in place of the first's."""
    if opinion.portion == FIELDS:
        made = tuple(
            WithheldField(r.where, f"redaction-{document.serial + n}", r.exemptions, act)
            for n, r in enumerate(opinion.second.ranges)
        )
        return replace(document, withheld=made, serial=document.serial + len(made))
    held = portion(document, opinion.portion)
    if held is None or held.decision is None:
        raise EditRefused("There is no such portion.")
    second = opinion.second
    decision = Decision(
        second.disposition, act, second.exemptions, second.agency, held.decision.note
    )
    return _with_ranges(with_decision(document, held.key, decision), held, second, act)


def _with_ranges(document: Document, held: Portion, second: Judgement, act: Act) -> Document:
    for where in held.where:
        passage = passage_at(document, where) or Passage()
        kept = [span for span in passage.spans if not isinstance(span, Redaction)]
        made = []
        for withheld in second.ranges:
            if withheld.where == where:
                identifier = f"redaction-{document.serial}"
                document = replace(document, serial=document.serial + 1)
                start, end = withheld.start, min(withheld.end, len(passage.text))
                made.append(Redaction(start, end, identifier, withheld.exemptions, act))
        if len(kept) != len(passage.spans) or made:
            spans = ordered([*kept, *made])
            document = with_passage(document, where, Passage(passage.text, spans))
    return document
