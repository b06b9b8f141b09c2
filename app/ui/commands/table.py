"""All commands, in the order of the menus."""

from __future__ import annotations

from app.ui.commands import (
    corrections,
    decisions,
    doubts,
    edit,
    file,
    help,
    marks,
    names,
    notes,
    page,
    paragraphs,
    redactions,
    release,
    review,
    second_review,
    speakers,
    tools,
    view,
    withholding,
)
from app.ui.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *file.COMMANDS,
    *edit.COMMANDS,
    *speakers.COMMANDS,
    *paragraphs.COMMANDS,
    *marks.COMMANDS,
    *corrections.COMMANDS,
    *doubts.COMMANDS,
    *tools.COMMANDS,
    *review.COMMANDS,
    *notes.COMMANDS,
    *names.COMMANDS,
    *withholding.COMMANDS,
    *redactions.COMMANDS,
    *decisions.COMMANDS,
    *second_review.COMMANDS,
    *release.COMMANDS,
    *page.COMMANDS,
    *view.COMMANDS,
    *help.COMMANDS,
)

TOOLBAR: tuple[Command, ...] = tuple(command for command in COMMANDS if command.button)
"""The frequent ones, in the order of the table."""

IN_TEXT: tuple[Command, ...] = tuple(command for command in COMMANDS if command.in_text)
"""Those that a right click on the text offers, in the order of the table."""
