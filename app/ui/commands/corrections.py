"""Corrections of the OCR's readings, and the importer's hints."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.model.document import Document
from app.model.edits import Compound, DismissHint, Edit, RevertCorrection, SetCorrectionKind
from app.model.queries import (
    Place,
    corrected_stretches,
    corrections,
    following,
    hints,
    preceding,
)
from app.model.spans import Hint
from app.model.terms import CorrectionKind
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu

NONE_HERE = "There is no correction at the caret or in the selection."
KINDS = {
    CorrectionKind.OCR: ("OCR Slip", "The program misread the paper; never shown in print"),
    CorrectionKind.TYPO: ("Silent Typo", "The paper has an obvious slip; corrected silently"),
    CorrectionKind.CORRECTION: (
        "Bracketed Correction",
        "The paper is wrong; the correction stands in brackets in print",
    ),
    CorrectionKind.ADDITION: (
        "Bracketed Addition",
        "The paper lacks these words; they stand in brackets in print",
    ),
}


def revert(desk: Desk) -> None:
    _apply_to_selection(desk, RevertCorrection.name, RevertCorrection)


def set_kind(kind: CorrectionKind) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        _apply_to_selection(
            desk,
            SetCorrectionKind.name,
            lambda at, start, end: SetCorrectionKind(at, start, end, kind),
        )

    return run


def _apply_to_selection(desk: Desk, name: str, made: Callable[[int, int, int], Edit]) -> None:
    """An edit for each paragraph with a correction there, from the last, so that places hold."""
    stretches = corrected_stretches(desk.document, *desk.pane.selection())
    if not stretches:
        desk.window.tell(NONE_HERE)
        return
    edits = tuple(made(*stretch) for stretch in reversed(stretches))
    desk.apply(edits[0] if len(edits) == 1 else Compound(name, edits))


def go(
    places: Callable[[Document], Iterator[Place]],
    direction: Callable[[Iterator[Place], Place], Place | None],
    otherwise: str,
) -> Callable[[Desk], None]:
    """The caret goes to the next or previous of the places."""

    def run(desk: Desk) -> None:
        desk.go_to(direction(places(desk.document), desk.caret), otherwise)

    return run


def go_to_hint(
    direction: Callable[[Iterator[Place], Place], Place | None],
) -> Callable[[Desk], None]:
    """The caret goes to the next or previous hint, which is told whole."""
    to_hint = go(hints, direction, "There are no hints left.")

    def run(desk: Desk) -> None:
        to_hint(desk)
        at, offset = desk.caret
        for span in desk.document.paragraphs[at].passage.spans:
            if isinstance(span, Hint) and span.start == offset:
                desk.window.tell(f"Hint: {span.message}")

    return run


def dismiss_hint(desk: Desk) -> None:
    at = [place for place, _ in hints(desk.document) if place in desk.selected]
    if not at:
        desk.window.tell("There is no hint on this paragraph.")
        return
    desk.apply(DismissHint(tuple(dict.fromkeys(at))))


COMMANDS = (
    Command(
        "corrections.revert",
        "Revert Correction",
        Menu.CORRECTIONS,
        "The text reads as in the source again",
        revert,
        ("Ctrl+R",),
        in_text=True,
    ),
    *(
        Command(
            f"corrections.{kind.value}",
            text,
            Menu.CORRECTIONS,
            tip,
            set_kind(kind),
            (f"Ctrl+{number}",),
            group=1,
            in_text=True,
        )
        for number, (kind, (text, tip)) in enumerate(KINDS.items(), start=1)
    ),
    Command(
        "corrections.next",
        "Next Correction",
        Menu.CORRECTIONS,
        "Go to the next correction",
        go(corrections, following, "There are no corrections yet."),
        ("F7",),
        group=2,
    ),
    Command(
        "corrections.previous",
        "Previous Correction",
        Menu.CORRECTIONS,
        "Go to the correction before",
        go(corrections, preceding, "There are no corrections yet."),
        ("Shift+F7",),
        group=2,
    ),
    Command(
        "corrections.next_hint",
        "Next Hint",
        Menu.CORRECTIONS,
        "Go to the next place the importer suspects",
        go_to_hint(following),
        ("F9",),
        group=3,
    ),
    Command(
        "corrections.previous_hint",
        "Previous Hint",
        Menu.CORRECTIONS,
        "Go to the place before that the importer suspects",
        go_to_hint(preceding),
        ("Shift+F9",),
        group=3,
    ),
    Command(
        "corrections.dismiss_hint",
        "Dismiss Hint",
        Menu.CORRECTIONS,
        "The hint on this paragraph has been looked at",
        dismiss_hint,
        ("Ctrl+F9",),
        group=3,
        in_text=True,
    ),
)
