"""How far the second review has come, in words for the person who looks at it."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.decisions import SecondReview
from app.model.document import Document, Reviewer
from app.model.redactions import portions
from app.model.second_review import disagreements, is_one_of, left_to_judge
from app.model.standpoint import standpoint
from app.model.terms import ReviewState
from app.ui.transcript.wording import of_act

NONE = "Not submitted"
VOID = "Void"
_STEPS = {
    ReviewState.AWAITED: "Submitted",
    ReviewState.UNDER_WAY: "Under way",
    ReviewState.DISPUTED: "Disputed",
    ReviewState.COMPLETE: "Complete",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """``title`` names the state, ``sentence`` says who and what comes next; ``short`` is for the
    status line.
    """

    title: str
    sentence: str
    short: str


def standing(document: Document, person: Reviewer, holds: bool) -> Standing:
    """That of the document's review. ``holds``: it is of the words and decisions of now."""
    review = document.second_review
    if review is None:
        return _none(document)
    if not holds:
        return Standing(VOID, _void(document, review, person), "Second review: void")
    match review.state:
        case ReviewState.AWAITED:
            sentence = _awaited(document, review, person)
            return Standing("Awaits a second reviewer", sentence, "Second review: awaited")
        case ReviewState.UNDER_WAY:
            left = f"{len(left_to_judge(document)):,} left"
            sentence = _under_way(document, review, person)
            return Standing(f"Under way, {left}", sentence, f"Second review: under way, {left}")
        case ReviewState.DISPUTED:
            left = f"{len(disagreements(review)):,} to resolve"
            sentence = _disputed(document, review, person)
            return Standing(f"Disputed, {left}", sentence, f"Second review: disputed, {left}")
    return Standing("Complete", _complete(document, review), "Second review: complete")


def steps(review: SecondReview | None, holds: bool) -> str:
    """The way through the states, with the one that it is in: "✓ Submitted › ● Under way › ..."."""
    state = review.state if review is not None else None
    disputed = state is ReviewState.DISPUTED or bool(review and review.resolutions)
    way = [s for s in _STEPS if s is not ReviewState.DISPUTED or disputed]
    at = way.index(state) if state is not None else -1
    names = [_STEPS[step] for step in way]
    if state is None or not holds:
        start = "● To submit" if state is None else "● Void"
        return "  ›  ".join([start, *(f"○ {name}" for name in names)])
    signs = ["✓" if n < at or state is ReviewState.COMPLETE else "○" for n in range(len(way))]
    if state is not ReviewState.COMPLETE:
        signs[at] = "●"
    return "  ›  ".join(f"{sign} {name}" for sign, name in zip(signs, names, strict=True))


def name_of(document: Document, identifier: str) -> str:
    """Of a reviewer, by ``Reviewer.id``."""
    return next((one.name for one in document.reviewers if one.id == identifier), identifier)


def names_of(document: Document, identifiers: tuple[str, ...]) -> str:
    names = [name_of(document, one) for one in identifiers]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _none(document: Document) -> Standing:
    held = list(portions(document))
    undecided = sum(portion.decision is None for portion in held)
    if undecided == len(held):
        return Standing(NONE, "Nothing is decided yet. Decide on each portion first.", "")
    if undecided:
        need = "portion needs" if undecided == 1 else "portions need"
        sentence = f"{undecided:,} {need} a decision before the second review, those below."
    else:
        sentence = "Each portion is decided. Submit the decisions, so that another person reviews."
    return Standing(NONE, sentence, "Second review: not submitted")


def _void(document: Document, review: SecondReview, person: Reviewer) -> str:
    what = "Words or decisions have changed since they were submitted: the review does not hold."
    if standpoint(document, person).blind:
        return f"{what} Undo the change, or ask {names_of(document, review.first)} to submit again."
    return f"{what} Undo the change, or submit the decisions again."


def _awaited(document: Document, review: SecondReview, person: Reviewer) -> str:
    how = (
        "blind: the second reviewer does not see the decisions"
        if review.blind
        else "with the decisions in sight"
    )
    submitted = f"Submitted by {of_act(document, review.submitted)}, {how}."
    if is_one_of(document, person, review.first):
        return f"{submitted} You made some of the decisions: another person must review them."
    return f"{submitted} You can take it."


def _under_way(document: Document, review: SecondReview, person: Reviewer) -> str:
    if person.id != review.second:
        second = name_of(document, review.second)
        blind = ", blind" if review.blind else ""
        return f"{second} is reviewing{blind}. The opinions are shown when all are given."
    if review.blind:
        return "You review blind: the first decisions are shown when you have finished."
    return "Agree with each decision, or judge otherwise."


def _disputed(document: Document, review: SecondReview, person: Reviewer) -> str:
    first, second = names_of(document, review.first), name_of(document, review.second)
    if is_one_of(document, person, review.first):
        return f"You can adopt what {second} would do. A third person can adopt either."
    if person.id == review.second:
        return f"You can adopt what {first} decided. A third person can adopt either."
    return f"{first} and {second} disagree. You can adopt what either would do."


def _complete(document: Document, review: SecondReview) -> str:
    last = max((given.act for given in review.opinions), key=lambda act: act.when)
    agreed = sum(given.agrees for given in review.opinions)
    words = f"Reviewed by {of_act(document, last)}{', blind' if review.blind else ''}."
    words += f" {agreed:,} of {len(review.opinions):,} agreed"
    resolved = len(review.resolutions)
    return f"{words}, {resolved:,} resolved." if resolved else f"{words}."
