"""What is withheld already: its codes, its extent, going from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.model.decisions import WithheldRange
from app.model.document import Document, Reviewer
from app.model.edits import (
    Edit,
    EditRefused,
    MergeRedactions,
    ResizeRedaction,
    SetCodes,
    SplitRedaction,
)
from app.model.queries import Place, following, preceding, stretches
from app.model.redactions import (
    paragraph_portion,
    redactions_in,
)
from app.model.spans import Redaction
from app.model.standpoint import (
    redaction_at,
    released_by,
    seen_ranges,
    standpoint,
)
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.commands.stretches import (
    asked_about,
)

NONE_HERE = "Nothing is withheld at the caret."
NO_REDACTIONS = "Nothing is withheld in the text yet."
FIRST_ONLY = (
    "You review second: your opinion is which words are withheld and why. Remove the redaction, and"
    " withhold the words that you would."
)


def set_codes(desk: Desk) -> None:
    """Other reasons for the redaction at the caret."""
    from app.ui.dialogs.code_picker import choose_codes

    held = first_redaction(desk)
    if held is None:
        return
    stretch = (desk.paragraph.id, held.start, held.end)
    codes = choose_codes(desk, asked_about(desk.document, (stretch,)), held.exemptions)
    if codes is not None and codes != held.exemptions and desk.apply(SetCodes(held.id, codes)):
        desk.last_codes = codes


def resize(desk: Desk) -> None:
    """The redaction that the selection touches withholds the selection, and nothing else here."""
    (at, start), (last, end) = desk.pane.selection()
    if at != last or start == end:
        desk.window.tell("Select the words of one paragraph that the redaction is to withhold.")
        return
    held = first_redaction(desk)
    if held is not None:
        desk.apply(ResizeRedaction(held.id, desk.document.paragraphs[at].id, start, end))


def split(desk: Desk) -> None:
    held = first_redaction(desk)
    if held is not None:
        at, offset = desk.caret
        desk.apply(SplitRedaction(held.id, desk.document.paragraphs[at].id, offset))


def merge(desk: Desk) -> None:
    """The redactions that the selection touches are one."""
    if is_second(desk):
        return
    document = desk.document
    touched = dict.fromkeys(
        one.id
        for at, start, end in stretches(document, *desk.pane.selection())
        for one in redactions_in(document.paragraphs[at].passage)
        if one.start <= end and start <= one.end
    )
    desk.apply(MergeRedactions(tuple(touched)))


def remove(desk: Desk) -> None:
    """The redaction at the caret; of several the shortest."""
    at, offset = desk.pane.selection()[0]
    where = desk.document.paragraphs[at].id
    found = ranges_here(desk)
    place = found[0].start if found else offset
    if applied(desk, lambda: released_by(desk.document, desk.person, where, place)):
        desk.window.tell("The redaction is removed.")


def redaction_places(document: Document, person: Reviewer) -> Iterator[Place]:
    """Where the words begin that the person sees withheld."""
    here = standpoint(document, person)
    for at, paragraph in enumerate(document.paragraphs):
        if paragraph.passage.spans or here.second:
            held = paragraph_portion(at, paragraph)
            ranges = here.ranges(held, paragraph.id, paragraph.passage)
            yield from dict.fromkeys((at, one.start) for one in ranges)


def next_redaction(desk: Desk) -> None:
    places = redaction_places(desk.document, desk.person)
    desk.go_to(following(places, desk.caret), NO_REDACTIONS)


def previous_redaction(desk: Desk) -> None:
    places = redaction_places(desk.document, desk.person)
    desk.go_to(preceding(places, desk.caret), NO_REDACTIONS)


# -- what they have in common ----------------------------------------------------------------------


def ranges_here(desk: Desk) -> tuple[WithheldRange, ...]:
    """The ranges that the selection touches, or that are at the caret, the shortest first."""
    (at, start), (last, end) = desk.pane.selection()
    end = end if last == at else len(desk.document.paragraphs[at].text)
    ranges = seen_ranges(desk.document, desk.person, desk.document.paragraphs[at].id)
    touched = [one for one in ranges if one.start <= end and start <= one.end]
    return tuple(sorted(touched, key=lambda one: one.end - one.start))


def is_second(desk: Desk) -> bool:
    """Whether the person reviews second, or blindly; they are told what that means."""
    here = standpoint(desk.document, desk.person)
    if here.second or here.blind:
        desk.window.tell(FIRST_ONLY)
    return here.second or here.blind


def first_redaction(desk: Desk) -> Redaction | None:
    """The redaction at the caret, for the first reviewer to change."""
    if is_second(desk):
        return None
    found = ranges_here(desk)
    if not found:
        desk.window.tell(NONE_HERE)
        return None
    return redaction_at(
        desk.document, desk.document.paragraphs[desk.pane.selection()[0][0]].id, found[0].start
    )


def applied(desk: Desk, made: Callable[[], Edit]) -> bool:
    """Apply the edit, whose making can be refused too."""
    try:
        edit = made()
    except EditRefused as refusal:
        desk.window.tell(str(refusal))
        return False
    return desk.apply(edit)


COMMANDS = (
    Command(
        "redactions.codes",
        "Codes of the Redaction...",
        Menu.WITHHOLDING,
        "Withhold the words at the caret for other reasons",
        set_codes,
        ("Alt+Shift+C",),
        group=3,
    ),
    Command(
        "redactions.resize",
        "Resize to Selection",
        Menu.WITHHOLDING,
        "The redaction that the selection touches withholds the selection and nothing else",
        resize,
        ("Alt+Z",),
        group=3,
    ),
    Command(
        "redactions.split",
        "Split Redaction at Caret",
        Menu.WITHHOLDING,
        "What the redaction withholds after the caret is a redaction of its own",
        split,
        group=3,
    ),
    Command(
        "redactions.merge",
        "Merge Redactions",
        Menu.WITHHOLDING,
        "The redactions that the selection touches are one, for the reasons of all",
        merge,
        group=3,
    ),
    Command(
        "redactions.remove",
        "Remove Redaction",
        Menu.WITHHOLDING,
        "The words at the caret are withheld no more",
        remove,
        ("Alt+Shift+X",),
        group=3,
        in_text=True,
    ),
    Command(
        "redactions.next",
        "Next Redaction",
        Menu.WITHHOLDING,
        "Go to the next words that are withheld",
        next_redaction,
        ("Ctrl+Alt+.",),
        group=4,
    ),
    Command(
        "redactions.previous",
        "Previous Redaction",
        Menu.WITHHOLDING,
        "Go to the words withheld before",
        previous_redaction,
        ("Ctrl+Alt+,",),
        group=4,
    ),
)
