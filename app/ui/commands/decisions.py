"""What becomes of each portion: deciding on it, going on to the next, the ledger and the views.

The portions a command is for are the rows chosen in the ledger where that has the keyboard, the
one chosen in the second review where that has it, else those of the selected paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.edits import Edit, EditRefused, SetDisposition
from app.model.edits.dispositions import needs_energy, require_energy
from app.model.ledger import name_of
from app.model.redactions import Portion, paragraph_portion, passages_of, portions
from app.model.standpoint import Standpoint, decided_by, standpoint
from app.model.terms import Disposition
from app.ui.commands import second_review
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.commands.tools import is_open, toggle

if TYPE_CHECKING:
    from app.ui.dialogs.referral import Referral
    from app.ui.tools.ledger.tool import LedgerTool

LEDGER, AS_WRITTEN, AS_RELEASED = "ledger", "as_written", "as_released"
HIDDEN = "The decisions are hidden from you until the second review is finished."
ALL_DECIDED = "Every portion is decided."
OPINION_STAYS = "An opinion is changed by another one, or taken back with Undo (Ctrl+Z)."
_DONE = {
    Disposition.RELEASE: "release in full",
    Disposition.IN_PART: "release in part",
    Disposition.DENY: "denied",
    Disposition.REFER: "referred",
    None: "not yet reviewed",
}


# -- which portions --------------------------------------------------------------------------------


def chosen(desk: Desk) -> tuple[Portion, ...]:
    """Those that a command is for, as on the paper."""
    ledger = _ledger_in_use(desk)
    if ledger is not None:
        ledger.refresh()
        return ledger.chosen
    judged = second_review.chosen_in_dock(desk)
    if judged is not None:
        return judged
    paragraphs = desk.document.paragraphs
    return tuple(paragraph_portion(at, paragraphs[at]) for at in desk.selected)


def is_decided(here: Standpoint, held: Portion) -> bool:
    """Whether the person has nothing more to decide on the portion."""
    if here.second:
        return held.key in here.opinions
    return not here.blind and held.decision is not None


def _ledger_in_use(desk: Desk) -> LedgerTool | None:
    """The ledger, where it has the keyboard."""
    tools = desk.window.tools
    if not tools.is_open(LEDGER):
        return None
    ledger = cast("LedgerTool", tools.tool(LEDGER))
    return ledger if ledger.has_keyboard else None


# -- deciding --------------------------------------------------------------------------------------


def deciding(disposition: Disposition | None) -> Callable[[Desk], None]:
    return lambda desk: decide(desk, disposition)


def decide(desk: Desk, disposition: Disposition | None) -> None:
    """Decide so on the chosen portions, and go on to the next undecided one."""
    held, in_ledger = chosen(desk), _ledger_in_use(desk) is not None
    if not held or desk.review is None:
        return
    try:
        here = standpoint(desk.document, desk.person)
        _require(desk.document, here, held, disposition)
        edit = _asked(desk, here, held, disposition)
        if edit is None:
            return
        desk.review.apply(edit, origin=desk)
    except EditRefused as refusal:
        desk.window.tell(str(refusal))
        return
    _go_on(desk, held, disposition, in_ledger=in_ledger)


def _require(
    document: Document, here: Standpoint, held: Sequence[Portion], disposition: Disposition | None
) -> None:
    """Raises EditRefused with what to press instead, before anything is asked."""
    if here.blind and not here.second:
        raise EditRefused(HIDDEN)
    if disposition is None and here.second:
        raise EditRefused(OPINION_STAYS)
    for one in held:
        withholds = any(here.ranges(one, *place) for place in passages_of(document, one))
        name = name_of(document, one)
        if disposition in (Disposition.RELEASE, Disposition.IN_PART, Disposition.DENY):
            require_energy(one, disposition, "")
        if disposition is Disposition.RELEASE and withholds:
            raise EditRefused(
                f"{name}: words are withheld. Release it in part (Ctrl+6; P in the ledger)."
            )
        if disposition is Disposition.IN_PART and not withholds:
            raise EditRefused(
                f"{name}: no words are withheld. Withhold some first, or release it in full "
                "(Ctrl+5; F in the ledger)."
            )


def _asked(
    desk: Desk, here: Standpoint, held: Sequence[Portion], disposition: Disposition | None
) -> Edit | None:
    """The edit, once the person has said what it needs; None if they gave up."""
    document, keys = desk.document, tuple(one.key for one in held)
    if disposition is None:
        return SetDisposition(keys, None)
    exemptions: tuple[Exemption, ...] = ()
    agency = note = ""
    if disposition is Disposition.DENY:
        from app.ui.dialogs.code_picker import choose_codes

        before = here.shown(document, held[0]) if len(held) == 1 else None
        known = before.exemptions if before is not None else ()
        codes = choose_codes(desk, f"Deny {_named(document, held)}", known)
        if codes is None:
            return None
        exemptions = codes
    elif disposition is Disposition.REFER:
        referral = _referral(desk, here, held)
        if referral is None:
            return None
        agency, note = referral.agency, referral.note
    return decided_by(document, desk.person, keys, disposition, exemptions, agency, note)


def _referral(desk: Desk, here: Standpoint, held: Sequence[Portion]) -> Referral | None:
    """Where the portions go; a single one that is referred already starts from that."""
    from app.ui.dialogs.referral import Referral, ask_referral

    document, first = desk.document, held[0]
    before = here.shown(document, first) if len(held) == 1 else None
    known = Referral()
    if before is not None:
        own = first.decision if not here.second else None
        known = Referral(before.agency, own.note if own is not None else "")
    restricted = next((name_of(document, one) for one in held if needs_energy(one)), "")
    return ask_referral(desk.window.dialog_parent, _named(document, held), known, restricted)


def _named(document: Document, held: Sequence[Portion]) -> str:
    return name_of(document, held[0]) if len(held) == 1 else f"{len(held):,} portions"


# -- going on --------------------------------------------------------------------------------------


def _go_on(
    desk: Desk, held: Sequence[Portion], disposition: Disposition | None, *, in_ledger: bool
) -> None:
    """To the next undecided portion after these, telling what was done and how far it has come."""
    document = desk.document
    here, order = standpoint(document, desk.person), tuple(portions(document))
    done = sum(is_decided(here, one) for one in order)
    told = f"{_named(document, held)}: {_DONE[disposition]}. {done:,} of {len(order):,} decided."
    following = None if disposition is None else _undecided(here, order, held[-1].key, 1)
    if following is not None:
        _show(desk, following, in_ledger=in_ledger)
    elif in_ledger:
        cast("LedgerTool", desk.window.tools.tool(LEDGER)).refresh()
    desk.window.tell(f"{told} {ALL_DECIDED}" if done == len(order) else told)


def step(desk: Desk, by: int) -> None:
    """To the next (1) undecided portion, or to the one before (-1)."""
    held, in_ledger = chosen(desk), _ledger_in_use(desk) is not None
    here, order = standpoint(desk.document, desk.person), tuple(portions(desk.document))
    if here.blind and not here.second:
        desk.window.tell(HIDDEN)
        return
    start = held[-1 if by > 0 else 0].key if held else order[0].key
    found = _undecided(here, order, start, by)
    if found is None:
        desk.window.tell(ALL_DECIDED)
    else:
        _show(desk, found, in_ledger=in_ledger)


def _undecided(here: Standpoint, order: Sequence[Portion], key: str, by: int) -> Portion | None:
    """The undecided portion that comes first after the one of this name, or before it, and on
    round the end.
    """
    at = next((n for n, one in enumerate(order) if one.key == key), 0)
    ahead = (
        (*order[at + 1 :], *order[: at + 1])
        if by > 0
        else (*reversed(order[:at]), *reversed(order[at:]))
    )
    return next((one for one in ahead if not is_decided(here, one)), None)


def _show(desk: Desk, held: Portion, *, in_ledger: bool) -> None:
    """In the text; in the ledger where the person works there, or where the portion is one of the
    head, which is not in the text.
    """
    if second_review.has_keyboard(desk):
        second_review.go_to(desk, held.key)
        return
    if held.at is not None and not in_ledger:
        desk.go_to((held.at, 0), "")
        return
    tools = desk.window.tools
    if not tools.is_open(LEDGER):
        tools.open(LEDGER)
    cast("LedgerTool", tools.tool(LEDGER)).go_to(held.key)


# -- the views and the stamp -----------------------------------------------------------------------


def show_as_released(desk: Desk) -> None:
    """It shows the first reviewer's decisions: not to who reviews them blind."""
    if standpoint(desk.document, desk.person).blind:
        desk.window.tools.docks[AS_RELEASED].hide()
        desk.window.tell(HIDDEN)
        return
    desk.window.tools.toggle(AS_RELEASED)


def declassify(desk: Desk) -> None:
    """The struck marks tell what is released: not to who reviews that blind."""
    from app.ui.dialogs.declassify import ask_and_declassify

    if standpoint(desk.document, desk.person).blind:
        desk.window.tell(HIDDEN)
        return
    if desk.review is not None and ask_and_declassify(desk.review, desk.window.dialog_parent):
        desk.window.tell("The stamp is applied; the ledger shows what remains classified.")


COMMANDS = (
    Command(
        "decide.release",
        "Release in Full",
        Menu.DECLASSIFY,
        "Nothing of the chosen portions is withheld; the next undecided one follows",
        deciding(Disposition.RELEASE),
        ("Ctrl+5",),
        typed=("F in the ledger",),
    ),
    Command(
        "decide.in_part",
        "Release in Part",
        Menu.DECLASSIFY,
        "All but the words marked as withheld is released; the next undecided portion follows",
        deciding(Disposition.IN_PART),
        ("Ctrl+6",),
        typed=("P in the ledger",),
    ),
    Command(
        "decide.deny",
        "Deny...",
        Menu.DECLASSIFY,
        "The chosen portions are withheld whole: say for which exemptions",
        deciding(Disposition.DENY),
        ("Ctrl+7",),
        typed=("D in the ledger",),
    ),
    Command(
        "decide.refer",
        "Refer...",
        Menu.DECLASSIFY,
        "Another agency decides on the chosen portions: say which, and what its equity is",
        deciding(Disposition.REFER),
        ("Ctrl+8",),
        typed=("R in the ledger",),
    ),
    Command(
        "decide.not_reviewed",
        "Not Yet Reviewed",
        Menu.DECLASSIFY,
        "Take the decision on the chosen portions back",
        deciding(None),
        ("Ctrl+9",),
        typed=("U in the ledger",),
    ),
    Command(
        "decide.next",
        "Next Undecided Portion",
        Menu.DECLASSIFY,
        "Go to the next portion that nothing is decided on, in the ledger where it is in the head",
        lambda desk: step(desk, 1),
        ("Alt+J",),
        typed=("N in the ledger",),
        group=1,
    ),
    Command(
        "decide.previous",
        "Previous Undecided Portion",
        Menu.DECLASSIFY,
        "Go back to the portion before that nothing is decided on",
        lambda desk: step(desk, -1),
        ("Alt+Shift+J",),
        typed=("B in the ledger",),
        group=1,
    ),
    Command(
        "decide.ledger",
        "Ledger",
        Menu.DECLASSIFY,
        "Show each portion with its decision and what remains classified, beside the text",
        toggle(LEDGER),
        ("Ctrl+Shift+D",),
        checked=is_open(LEDGER),
        group=2,
    ),
    Command(
        "decide.as_written",
        "As Written",
        Menu.DECLASSIFY,
        "Show the memorandum as it was written, before any decision",
        toggle(AS_WRITTEN),
        ("Ctrl+Shift+W",),
        checked=is_open(AS_WRITTEN),
        group=2,
    ),
    Command(
        "decide.as_released",
        "As Released",
        Menu.DECLASSIFY,
        "Show the memorandum as it would be released now; undecided portions are withheld",
        show_as_released,
        ("Ctrl+Shift+X",),
        checked=is_open(AS_RELEASED),
        group=2,
    ),
    Command(
        "decide.declassify",
        "Declassify...",
        Menu.DECLASSIFY,
        "Apply the stamp and strike the marks of what is released",
        declassify,
        group=3,
    ),
)
