"""Words to withhold, and for which reasons."""

from __future__ import annotations

from itertools import chain

from app.model.decisions import Exemption
from app.model.edits.redactions import Stretch
from app.model.queries import page_at
from app.model.redactions import (
    TRAILER,
    paragraph_portion,
    portions,
    portions_of_head,
)
from app.model.standpoint import (
    each_withheld_by,
    fields_released_by,
    fields_withheld_by,
    released_by,
    standpoint,
    withheld_by,
)
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.commands.redactions import applied, ranges_here, set_codes
from app.ui.commands.stretches import (
    asked_about,
    on_page,
    selected_stretches,
    whole_passages,
    words_of,
)

NO_WORD = "Select the words to withhold, or put the caret on a word."


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
        applied(desk, lambda: released_by(desk.document, desk.person, stretch[0], stretch[1]))
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
        applied(desk, lambda: fields_released_by(desk.document, desk.person, fields))
        return
    count = len(fields)
    codes = choose_codes(desk, "One value" if count == 1 else f"{count} values")
    if codes is not None and applied(
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
    if applied(
        desk,
        lambda: each_withheld_by(
            desk.document, desk.person, "Withhold Everywhere", places, fields, codes
        ),
    ):
        desk.last_codes = codes
        count = len(places) + len(fields)
        desk.window.tell(f"{count} mention{'' if count == 1 else 's'} withheld.")


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
    if applied(desk, lambda: withheld_by(desk.document, desk.person, chosen, codes)):
        desk.last_codes = codes
        desk.pane.place_caret(*end)
        said = ", ".join(exemption.code for exemption in codes)
        count = sum(len(words_of(desk.document, stretch).split()) for stretch in chosen)
        desk.window.tell(f"Withheld {said}: {count} word{'' if count == 1 else 's'}")


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
)
