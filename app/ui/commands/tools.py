"""Comparing with the source, provenance, the report: what the record says of the text."""

from __future__ import annotations

from collections.abc import Callable

from app.model import comparing
from app.model.queries import following, preceding
from app.ui.commands.command import Command
from app.ui.commands.corrections import go
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu

NO_DIFFERENCE = "The text reads as the source does."


def toggle(name: str) -> Callable[[Desk], None]:
    return lambda desk: desk.window.tools.toggle(name)


def is_open(name: str) -> Callable[[Desk], bool]:
    return lambda desk: desk.review is not None and desk.window.tools.is_open(name)


def report_changes(desk: Desk) -> None:
    """Ask where, and write the report there."""
    from app.reports.changes import changes
    from app.ui.dialogs.exporting import choose_to_write, write

    window = desk.window
    path = choose_to_write(
        window.dialog_parent,
        "Report of Changes",
        window.folder / "changes.html",
        "Web pages (*.html)",
    )
    if path is None:
        return
    if write(window.dialog_parent, path, changes(desk.document).encode("utf-8")):
        window.tell(f"The report is in {path.name}.")


COMMANDS = (
    Command(
        "tools.compare",
        "Compare with the Source",
        Menu.CORRECTIONS,
        "Show what the source reads beside the text, in place or side by side",
        toggle("compare"),
        ("Ctrl+Shift+E",),
        checked=is_open("compare"),
        group=8,
    ),
    Command(
        "tools.next_difference",
        "Next Difference",
        Menu.CORRECTIONS,
        "Go to the next word that the source reads otherwise",
        go(comparing.places, following, NO_DIFFERENCE),
        ("Ctrl+F7",),
        group=8,
    ),
    Command(
        "tools.previous_difference",
        "Previous Difference",
        Menu.CORRECTIONS,
        "Go to the word before that the source reads otherwise",
        go(comparing.places, preceding, NO_DIFFERENCE),
        ("Ctrl+Shift+F7",),
        group=8,
    ),
    Command(
        "tools.provenance",
        "Provenance",
        Menu.CORRECTIONS,
        "Show where the word at the caret comes from and who changed what",
        toggle("provenance"),
        ("Ctrl+Shift+I",),
        checked=is_open("provenance"),
        group=8,
    ),
    Command(
        "tools.report",
        "Report of Changes...",
        Menu.CORRECTIONS,
        "Write all changes with who and when to a web page, to be read or printed",
        report_changes,
        group=8,
    ),
)
