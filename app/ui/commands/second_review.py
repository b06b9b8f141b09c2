"""The second review: another person goes over the decisions, and the two come to one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from app.model.decisions import Judgement
from app.model.document import Document, Reviewer
from app.model.edits import (
    FinishSecondReview,
    GiveOpinion,
    ResolveDisagreement,
    SubmitForSecondReview,
    TakeSecondReview,
    WithdrawSecondReview,
)
from app.model.redactions import Portion, paragraph_of, portions
from app.model.second_review import FIELDS, disagreements, is_one_of, left_to_judge
from app.model.standpoint import standpoint
from app.model.terms import Disposition, ReviewState
from app.ui.commands.command import Command, with_document
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.commands.tools import is_open, toggle

if TYPE_CHECKING:
    from app.ui.tools.second_review.tool import SecondReviewTool

NAME = "second_review"
"""Of the dock."""
BLIND = "The review is blind: only who decided can take the decisions back."
VALUES = "Values are withheld one by one: Withhold Value..."
ALL_GIVEN = "Each portion has an opinion. Finish the second review."
COMPLETE = "The second review is complete."


# -- when ------------------------------------------------------------------------------------------


def in_state(state: ReviewState) -> Callable[[Desk], bool]:
    """Enabled while the review has come so far."""

    def enabled(desk: Desk) -> bool:
        review = desk.document.second_review if desk.review is not None else None
        return review is not None and review.state is state

    return enabled


def is_submitted(desk: Desk) -> bool:
    return desk.review is not None and desk.document.second_review is not None


def is_second(desk: Desk) -> bool:
    """Whether the person is the second reviewer, at work."""
    review = desk.document.second_review if desk.review is not None else None
    at_work = review is not None and review.state is ReviewState.UNDER_WAY
    return at_work and review is not None and review.second == desk.person.id


def is_second_in_sight(desk: Desk) -> bool:
    """And sees the first decisions."""
    review = desk.document.second_review if desk.review is not None else None
    return is_second(desk) and review is not None and not review.blind


def has_keyboard(desk: Desk) -> bool:
    """Whether the dock has it."""
    return desk.window.tools.is_open(NAME) and _tool(desk).has_keyboard


# -- which portion ---------------------------------------------------------------------------------


def chosen_in_dock(desk: Desk) -> tuple[Portion, ...] | None:
    """The portion that decisions are for where the dock has the keyboard, else None."""
    row = _tool(desk).chosen if has_keyboard(desk) else None
    if row is not None and row.held is None:
        desk.window.tell(VALUES)
        return ()
    return (row.held,) if row is not None and row.held is not None else None


def in_question(desk: Desk) -> str:
    """The portion chosen in the dock where that has the keyboard, else the paragraph with the
    caret.
    """
    chosen = _tool(desk).chosen if has_keyboard(desk) else None
    return chosen.key if chosen is not None else desk.paragraph.id


def go_to(desk: Desk, key: str) -> None:
    """To the portion: in the text, and in the list. The keyboard stays where it is, unless the
    portion is in the list alone.
    """
    at, tool = paragraph_of(desk.document, key), _tool(desk)
    if at is None and not tool.has_keyboard:
        desk.window.tools.open(NAME)
    elif tool.isVisible():
        tool.refresh()
    if at is not None:
        desk.pane.place_caret(at, 0)
        if not tool.has_keyboard:
            desk.pane.setFocus()
    tool.choose(key)


def step(by: int) -> Callable[[Desk], None]:
    """To the next portion without an opinion, or the one before."""

    def run(desk: Desk) -> None:
        if not _go_on(desk, in_question(desk), by):
            desk.window.tell(ALL_GIVEN)

    return run


def _go_on(desk: Desk, key: str, by: int = 1) -> bool:
    """To the one that is left next, round the end; False where none is."""
    left = left_to_judge(desk.document)
    if not left:
        return False
    order = [*(held.key for held in portions(desk.document)), FIELDS]
    number = {one: n for n, one in enumerate(order)}
    here = number.get(key, 0)
    ahead = [one for one in left if (number[one] - here) * by > 0]
    go_to(desk, ahead[0 if by > 0 else -1] if ahead else left[0 if by > 0 else -1])
    return True


def _tool(desk: Desk) -> SecondReviewTool:
    return cast("SecondReviewTool", desk.window.tools.tool(NAME))


# -- what is done ----------------------------------------------------------------------------------


def submit(desk: Desk) -> None:
    """Ask how, once each portion is decided; until then say where one is not, and go there."""
    from app.ui.dialogs.submit_review import ask_submit, say_undecided

    document = desk.document
    if standpoint(document, desk.person).blind:
        desk.window.tell(BLIND)
        return
    undecided = [held for held in portions(document) if held.decision is None]
    if undecided:
        if say_undecided(desk.window.dialog_parent, document, undecided):
            go_to(desk, undecided[0].key)
        return
    blind = ask_submit(desk.window.dialog_parent, document)
    if blind is not None and desk.apply(SubmitForSecondReview(blind)):
        desk.window.tell("Submitted. Save the file, so that another person can take the review.")


def take(desk: Desk) -> None:
    """The person is the second reviewer from now on; the first portion is shown."""
    if desk.apply(TakeSecondReview(desk.person)):
        desk.window.tools.open(NAME)
        go_to(desk, left_to_judge(desk.document)[0])


def agree(desk: Desk) -> None:
    _give(desk, in_question(desk), None)


def release(desk: Desk) -> None:
    _give(desk, in_question(desk), Judgement(Disposition.RELEASE))


def _give(desk: Desk, key: str, judged: Judgement | None) -> None:
    """Give the opinion and go on to the next portion without one."""
    if desk.apply(GiveOpinion(key, judged)) and not _go_on(desk, key):
        desk.window.tell(ALL_GIVEN)


def finish(desk: Desk) -> None:
    """Each portion has an opinion; where one has none the person is taken there."""
    left = left_to_judge(desk.document)
    if left:
        go_to(desk, left[0])
    if desk.apply(FinishSecondReview()):
        review = desk.document.second_review
        disputed = len(disagreements(review)) if review is not None else 0
        what = "portion" if disputed == 1 else "portions"
        words = f"Finished: you disagree on {disputed:,} {what}, to be resolved."
        desk.window.tools.open(NAME)
        desk.window.tell(words if disputed else COMPLETE)


def resolve(desk: Desk) -> None:
    """One of the two judgements of the portion in question, or of the first left, is adopted."""
    from app.ui.dialogs.resolve import ask_resolution

    review = desk.document.second_review
    if review is None:
        return
    left, key = disagreements(review), in_question(desk)
    opinion = next((one for one in left if one.portion == key), left[0])
    go_to(desk, opinion.portion)
    asked = ask_resolution(desk.window.dialog_parent, desk.document, desk.person, opinion)
    if asked is None:
        return
    side, note = asked
    if desk.apply(ResolveDisagreement(desk.person, opinion.portion, side, note)):
        review = desk.document.second_review
        after = disagreements(review) if review is not None else ()
        if after:
            go_to(desk, after[0].portion)
        else:
            desk.window.tell(COMPLETE)


def withdraw(desk: Desk) -> None:
    """The decisions are open again; a person who does not see them can't take them back."""
    from app.ui.dialogs.submit_review import ask_withdraw

    if standpoint(desk.document, desk.person).blind:
        desk.window.tell(BLIND)
        return
    review = desk.document.second_review
    given = len(review.opinions) if review is not None else 0
    if not given or ask_withdraw(desk.window.dialog_parent, given):
        desk.apply(WithdrawSecondReview())


SUBMIT = Command(
    "second.submit",
    "Submit for Second Review...",
    Menu.DECLASSIFY,
    "The decisions are made: have another person review them",
    submit,
    group=4,
)
TAKE = Command(
    "second.take",
    "Take Second Review",
    Menu.DECLASSIFY,
    "Review what another person decided",
    take,
    enabled=in_state(ReviewState.AWAITED),
    group=4,
)
AGREE = Command(
    "second.agree",
    "Agree, Go to Next",
    Menu.DECLASSIFY,
    "You would decide as the first reviewer did; the next portion follows",
    agree,
    ("Ctrl+Shift+Y",),
    enabled=is_second_in_sight,
    group=4,
)
RELEASE = Command(
    "second.release",
    "Release in Full, Go to Next",
    Menu.DECLASSIFY,
    "In your opinion nothing of the portion is withheld; the next one follows",
    release,
    ("Ctrl+Shift+U",),
    enabled=is_second,
    group=4,
)
FINISH = Command(
    "second.finish",
    "Finish Second Review",
    Menu.DECLASSIFY,
    "Each portion has your opinion: complete, or disputed where you disagree",
    finish,
    enabled=is_second,
    group=4,
)
RESOLVE = Command(
    "second.resolve",
    "Resolve Disagreement...",
    Menu.DECLASSIFY,
    "Adopt what one of the two reviewers would do with the portion, and say why",
    resolve,
    ("Ctrl+Shift+V",),
    enabled=in_state(ReviewState.DISPUTED),
    group=4,
)
WITHDRAW = Command(
    "second.withdraw",
    "Withdraw from Second Review",
    Menu.DECLASSIFY,
    "Open the decisions again; opinions given on them go",
    withdraw,
    enabled=is_submitted,
    group=4,
)

OFFERED = (SUBMIT, TAKE, AGREE, RELEASE, FINISH, RESOLVE, WITHDRAW)
"""Those that the dock has buttons for."""


def is_offered(command: Command, document: Document, person: Reviewer, holds: bool) -> bool:
    """Whether an enabled command is for the person to do; ``holds``: the review is not void."""
    review = document.second_review
    if command is SUBMIT:
        return review is None or (not holds and not standpoint(document, person).blind)
    if command is WITHDRAW:
        return review is not None and is_one_of(document, person, review.first)
    return holds


COMMANDS = (
    Command(
        "second.show",
        "Second Review",
        Menu.DECLASSIFY,
        "Show how far the second review has come, beside the text",
        toggle(NAME),
        ("Ctrl+Shift+J",),
        enabled=with_document,
        checked=is_open(NAME),
        group=4,
    ),
    SUBMIT,
    TAKE,
    AGREE,
    RELEASE,
    Command(
        "second.next",
        "Next Portion Without an Opinion",
        Menu.DECLASSIFY,
        "Go to the next portion that you have not judged",
        step(1),
        ("Ctrl+F10",),
        enabled=is_second,
        group=4,
    ),
    Command(
        "second.previous",
        "Previous Portion Without an Opinion",
        Menu.DECLASSIFY,
        "Go to the portion before that you have not judged",
        step(-1),
        ("Ctrl+Shift+F10",),
        enabled=is_second,
        group=4,
    ),
    FINISH,
    RESOLVE,
    WITHDRAW,
)
