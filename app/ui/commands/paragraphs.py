"""What a paragraph is, and where it begins and ends."""

from __future__ import annotations

from collections.abc import Callable

from app.model.edits import JoinParagraphs, MovePageBreak, SetKind, SplitParagraph
from app.model.queries import nearest_page_break
from app.model.terms import Kind
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu


def make(kind: Kind) -> Callable[[Desk], None]:
    """The selected paragraphs are of this kind."""

    def run(desk: Desk) -> None:
        desk.apply(SetKind(desk.selected, kind))

    return run


def split(desk: Desk) -> None:
    at, offset = desk.caret
    if desk.apply(SplitParagraph(at, offset)):
        desk.pane.place_caret(at + 1, 0)


def join(desk: Desk) -> None:
    desk.apply(JoinParagraphs(desk.caret[0]))


def move_page_break(desk: Desk) -> None:
    page = nearest_page_break(desk.document, *desk.caret)
    if page is None:
        desk.window.tell("This document has one page: there is no page break to move.")
        return
    if desk.apply(MovePageBreak(page, *desk.caret)):
        desk.window.tell(f"Page {desk.document.page(page).number} begins here.")


COMMANDS = (
    Command(
        "paragraph.turn",
        "Turn",
        Menu.PARAGRAPH,
        "The selected paragraphs each begin a turn",
        make(Kind.TURN),
        ("Ctrl+T",),
    ),
    Command(
        "paragraph.continuation",
        "Continuation",
        Menu.PARAGRAPH,
        "The selected paragraphs continue the turn before them",
        make(Kind.CONTINUATION),
        ("Ctrl+Shift+T",),
    ),
    Command(
        "paragraph.split",
        "Split Paragraph",
        Menu.PARAGRAPH,
        "A paragraph begins at the caret",
        split,
        typed=("Enter",),
        group=1,
        in_text=True,
    ),
    Command(
        "paragraph.join",
        "Join to Paragraph Before",
        Menu.PARAGRAPH,
        "This paragraph goes on the end of the one before it, also across a page break",
        join,
        ("Ctrl+J",),
        typed=("Backspace at its start",),
        group=1,
        in_text=True,
    ),
    Command(
        "paragraph.page_break",
        "Move Page Break Here",
        Menu.PARAGRAPH,
        "The page that begins nearest to the caret begins at the caret",
        move_page_break,
        ("Ctrl+Shift+B",),
        group=2,
        in_text=True,
    ),
)
