"""What the desk can do, and what it is."""

from __future__ import annotations

from app.ui.commands.command import Command, always
from app.ui.commands.menu import Menu

COMMANDS = (
    Command(
        "help.shortcuts",
        "Commands and Shortcuts",
        Menu.HELP,
        "Look for a command, see its keys, and run it",
        lambda desk: desk.window.show_shortcuts(),
        ("F1", "Ctrl+/"),
        always,
    ),
    Command(
        "help.about",
        "About Memcon Desk",
        Menu.HELP,
        "Version and licence",
        lambda desk: desk.window.show_about(),
        enabled=always,
        group=1,
    ),
)
