"""Words to withhold, and for which reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from app.model.decisions import Exemption, WithheldRange
from app.model.document import Document, Reviewer
from app.model.edits import (
    Edit,
    EditRefused,
    MergeRedactions,
    ResizeRedaction,
    SetCodes,
    SplitRedaction,
)
from app.model.edits.redactions import Stretch
from app.model.queries import Place, following, page_at, preceding, stretches
from app.model.redactions import (
    TRAILER,
    paragraph_portion,
    portions,
    portions_of_head,
    redactions_in,
)
from app.model.spans import Redaction
from app.model.standpoint import (
    each_withheld_by,
    fields_released_by,
    fields_withheld_by,
    redaction_at,
    released_by,
    seen_ranges,
    standpoint,
    withheld_by,
)
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.commands.stretches import (
    asked_about,
    on_page,
    selected_stretches,
    whole_passages,
    words_of,
)

NONE_HERE = "Nothing is withheld at the caret."
NO_REDACTIONS = "Nothing is withheld in the text yet."
NO_WORD = "Select the words to withhold, or put the caret on a word."
FIRST_ONLY = (
    "You review second: your opinion is which words are withheld and why. Remove the redaction, and"
    " withhold the words that you would."
)


# -- withholding -----------------------------------------------------------------------------------


def withhold(desk: Desk) -> None:
    """The selection or the word at the caret; the codes of the redaction that is there instead."""
    if _nothing_selected(desk) and ranges_here(desk):
        set_codes(desk)
        return
    chosen = selected_stretches(desk)
    if chosen:
        _withhold(desk, chosen, asked_about(desk.document, chosen))
        return
    desk.window.tell(NO_WORD)


def withhold_again(desk: Desk) -> None:
    """For the same reasons as last time, without a question."""
    chosen = selected_stretches(desk)
    if not chosen:
        desk.window.tell(NO_WORD)
    elif desk.last_codes:
        _apply_withheld(desk, chosen, desk.last_codes)
    else:
        _withhold(desk, chosen, asked_about(desk.document, chosen))


def withhold_portion(desk: Desk) -> None:
    """All the words of the selected paragraphs, their labels too."""
    document = desk.document
    held = (paragraph_portion(at, document.paragraphs[at]) for at in desk.selected)
    places = tuple(chain.from_iterable(portion.where for portion in held))
    count = len(desk.selected)
    about = "The whole portion" if count == 1 else f"The whole of {count} portions"
    _withhold(desk, whole_passages(document, places), about)


def withhold_page(desk: Desk) -> None:
    """All that is on the page with the caret; the lines at its edges are never released anyway."""
    document = desk.document
    page = page_at(document, *desk.caret)
    chosen: tuple[Stretch, ...] = tuple(on_page(document, page.id))
    if page is document.pages[0]:
        head = portions_of_head(document)
        places = tuple(chain.from_iterable(portion.where for portion in head))
        chosen = (*whole_passages(document, places), *chosen)
    _withhold(desk, chosen, f"The whole of page {page.number}")


def withhold_document(desk: Desk) -> None:
    document = desk.document
    places = [where for portion in portions(document) for where in portion.where]
    if document.trailer is not None and not standpoint(document, desk.person).second:
        places.append(TRAILER)
    _withhold(desk, whole_passages(document, tuple(places)), "The whole document")


def withhold_in_head(desk: Desk) -> None:
    """Words of the title, of an entry of the head, of a line of a page."""
    from app.ui.dialogs.withhold_in_head import choose_words

    chosen = choose_words(desk.window.dialog_parent, desk.document, desk.person)
    if chosen is None:
        return
    stretch, release = chosen
    if release:
        _do(desk, lambda: released_by(desk.document, desk.person, stretch[0], stretch[1]))
    else:
        _withhold(desk, (stretch,), asked_about(desk.document, (stretch,)))


def withhold_value(desk: Desk) -> None:
    """Values of the metadata, and participants."""
    from app.ui.dialogs.code_picker import choose_codes
    from app.ui.dialogs.withhold_value import choose_values

    chosen = choose_values(desk.window.dialog_parent, desk.document, desk.person)
    if chosen is None:
        return
    fields, release = chosen
    if release:
        _do(desk, lambda: fields_released_by(desk.document, desk.person, fields))
        return
    count = len(fields)
    codes = choose_codes(desk, "One value" if count == 1 else f"{count} values")
    if codes is not None and _do(
        desk, lambda: fields_withheld_by(desk.document, desk.person, fields, codes)
    ):
        desk.last_codes = codes


def withhold_everywhere(desk: Desk) -> None:
    """Every mention of a term that the person leaves ticked."""
    from app.ui.dialogs.withhold_everywhere import choose_mentions

    chosen = selected_stretches(desk)
    term = words_of(desk.document, chosen[0]) if len(chosen) == 1 else ""
    asked = choose_mentions(desk, term)
    if asked is None:
        return
    places, fields, codes = asked
    if _do(
        desk,
        lambda: each_withheld_by(
            desk.document, desk.person, "Withhold Everywhere", places, fields, codes
        ),
    ):
        desk.last_codes = codes
        count = len(places) + len(fields)
        desk.window.tell(f"{count} mention{'' if count == 1 else 's'} withheld.")


# -- what is withheld ------------------------------------------------------------------------------


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
    if _do(desk, lambda: released_by(desk.document, desk.person, where, place)):
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


def _nothing_selected(desk: Desk) -> bool:
    start, end = desk.pane.selection()
    return start == end


def _withhold(desk: Desk, chosen: tuple[Stretch, ...], about: str) -> None:
    """Ask for the codes, and withhold."""
    from app.ui.dialogs.code_picker import choose_codes

    codes = choose_codes(desk, about)
    if codes is not None:
        _apply_withheld(desk, chosen, codes)


def _apply_withheld(desk: Desk, chosen: tuple[Stretch, ...], codes: tuple[Exemption, ...]) -> None:
    """Withhold; the caret goes on behind the words."""
    end = desk.pane.selection()[1]
    if _do(desk, lambda: withheld_by(desk.document, desk.person, chosen, codes)):
        desk.last_codes = codes
        desk.pane.place_caret(*end)
        said = ", ".join(exemption.code for exemption in codes)
        count = sum(len(words_of(desk.document, stretch).split()) for stretch in chosen)
        desk.window.tell(f"Withheld {said}: {count} word{'' if count == 1 else 's'}")


def _do(desk: Desk, made: Callable[[], Edit]) -> bool:
    """Apply the edit, whose making can be refused too."""
    try:
        edit = made()
    except EditRefused as refusal:
        desk.window.tell(str(refusal))
        return False
    return desk.apply(edit)


COMMANDS = (
    Command(
        "redactions.withhold",
        "Withhold...",
        Menu.WITHHOLDING,
        "Withhold the selected words or the word at the caret; the codes of what is withheld there",
        withhold,
        ("Alt+Q",),
        in_text=True,
    ),
    Command(
        "redactions.again",
        "Withhold Again",
        Menu.WITHHOLDING,
        "Withhold the selected words or the word at the caret for the same reasons as last time",
        withhold_again,
        ("Alt+Shift+Q",),
        in_text=True,
        detail=lambda desk: ", ".join(one.code for one in desk.last_codes) if desk.review else "",
    ),
    Command(
        "redactions.portion",
        "Withhold Portion...",
        Menu.WITHHOLDING,
        "Withhold all words of the selected paragraphs",
        withhold_portion,
        group=1,
    ),
    Command(
        "redactions.page",
        "Withhold Page...",
        Menu.WITHHOLDING,
        "Withhold all words of the page with the caret",
        withhold_page,
        group=1,
    ),
    Command(
        "redactions.document",
        "Withhold Document...",
        Menu.WITHHOLDING,
        "Withhold all words of the document, its heading too",
        withhold_document,
        group=1,
    ),
    Command(
        "redactions.head",
        "Withhold in the Head...",
        Menu.WITHHOLDING,
        "Withhold words of the title, of the entries of the head or of the lines of a page",
        withhold_in_head,
        group=2,
    ),
    Command(
        "redactions.value",
        "Withhold Value...",
        Menu.WITHHOLDING,
        "Withhold values of the metadata, or participants wherever they are named as one",
        withhold_value,
        group=2,
    ),
    Command(
        "redactions.everywhere",
        "Withhold This Everywhere...",
        Menu.WITHHOLDING,
        "Find every mention of a name or term, misspelt ones too, and withhold them together",
        withhold_everywhere,
        ("Alt+Shift+E",),
        group=2,
        in_text=True,
    ),
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
