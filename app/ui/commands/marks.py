"""Portion marks of the selected paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from app.model.edits import ClearMarking, ConfirmMarks, SetMarking
from app.model.queries import (
    following,
    preceding,
    same_reading_on_page,
    unconfirmed,
    unconfirmed_marks,
)
from app.model.terms import Level, Position
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu

ALL_CONFIRMED = "All portion marks are confirmed."


def set_level(level: Level) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        desk.apply(SetMarking(desk.selected, level=level))

    return run


def clear(desk: Desk) -> None:
    desk.apply(ClearMarking(desk.selected))


def toggle_struck(desk: Desk) -> None:
    """Struck, unless all of them are."""
    marks = [desk.document.paragraphs[at].mark for at in desk.selected]
    struck = all(mark is not None and mark.struck for mark in marks)
    desk.apply(SetMarking(desk.selected, struck=not struck))


def toggle_position(desk: Desk) -> None:
    """Leading, unless all of them lead."""
    marks = [desk.document.paragraphs[at].mark for at in desk.selected]
    leads = all(mark is not None and mark.position is Position.LEADING for mark in marks)
    position = Position.TRAILING if leads else Position.LEADING
    desk.apply(SetMarking(desk.selected, position=position))


def choose(desk: Desk) -> None:
    from app.ui.dialogs.marking import choose_marking

    desk.apply(choose_marking(desk.document, desk.selected, desk.window.dialog_parent))


def confirm(desk: Desk) -> None:
    """The marks of the selected paragraphs are right; the caret goes on to the next proposal."""
    at = desk.selected
    if any(unconfirmed(desk.document.paragraphs[place]) for place in at):
        desk.apply(ConfirmMarks(at))
    here = (at[-1], len(desk.document.paragraphs[at[-1]].text))
    desk.go_to(following(unconfirmed_marks(desk.document), here), ALL_CONFIRMED)


def confirm_reading(desk: Desk) -> None:
    """All proposals on the page with the reading of this paragraph's mark are right."""
    at = same_reading_on_page(desk.document, desk.caret[0])
    if not at:
        desk.window.tell("The mark of this paragraph is no open proposal on this page.")
        return
    mark = desk.document.paragraphs[at[0]].mark
    if desk.apply(ConfirmMarks(at)) and mark is not None:
        read = f"read “{mark.reading}”" if mark.reading else "supplied"
        count = "1 mark" if len(at) == 1 else f"{len(at)} marks"
        desk.window.tell(f"{count} {read} on this page confirmed as {mark.text}.")


def next_proposal(desk: Desk) -> None:
    desk.go_to(following(unconfirmed_marks(desk.document), _place(desk)), ALL_CONFIRMED)


def previous_proposal(desk: Desk) -> None:
    desk.go_to(preceding(unconfirmed_marks(desk.document), _place(desk)), ALL_CONFIRMED)


def _place(desk: Desk) -> tuple[int, int]:
    """The caret; while it is in a paragraph with a proposal, that proposal's place."""
    at = desk.caret[0]
    return next((place for place in unconfirmed_marks(desk.document) if place[0] == at), desk.caret)


LEVEL_KEYS = {Level.U: "Alt+U", Level.C: "Alt+C", Level.S: "Alt+S", Level.TS: "Alt+T"}

COMMANDS = (
    Command(
        "marks.confirm",
        "Confirm Mark, Go to Next",
        Menu.MARKS,
        "The proposed portion mark is right; go on to the next proposal",
        confirm,
        ("Ctrl+Return",),
        button="Confirm Mark",
        in_text=True,
    ),
    Command(
        "marks.confirm_reading",
        "Confirm All of This Reading on the Page",
        Menu.MARKS,
        "Confirm every proposal on this page that was read like this paragraph's mark",
        confirm_reading,
        ("Alt+A",),
    ),
    Command(
        "marks.next",
        "Next Mark to Confirm",
        Menu.MARKS,
        "Go to the next portion mark that is only proposed",
        next_proposal,
        ("F8",),
    ),
    Command(
        "marks.previous",
        "Previous Mark to Confirm",
        Menu.MARKS,
        "Go to the portion mark before that is only proposed",
        previous_proposal,
        ("Shift+F8",),
    ),
    *(
        Command(
            f"marks.{level.name.lower()}",
            f"({level.name})  {level.value.title()}",
            Menu.MARKS,
            f"Mark the selected paragraphs ({level.name})",
            set_level(level),
            (key,),
            group=1,
        )
        for level, key in LEVEL_KEYS.items()
    ),
    Command(
        "marks.clear",
        "No Mark",
        Menu.MARKS,
        "The selected paragraphs bear no mark; a reading of the source is kept",
        clear,
        ("Alt+N",),
        group=1,
    ),
    Command(
        "marks.struck",
        "Struck Through",
        Menu.MARKS,
        "The marks of the selected paragraphs are struck through on the paper, or not",
        toggle_struck,
        ("Alt+X",),
        group=2,
    ),
    Command(
        "marks.position",
        "Leading or Trailing",
        Menu.MARKS,
        "The mark stands before its paragraph instead of after it, or the other way round",
        toggle_position,
        ("Alt+L",),
        group=2,
    ),
    Command(
        "marks.choose",
        "Marking...",
        Menu.MARKS,
        "Set level, caveats, strike-through and position of the selected paragraphs' marks",
        choose,
        ("Ctrl+M",),
        group=2,
        button="Marking",
        in_text=True,
    ),
)
