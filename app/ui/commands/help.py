"""What the desk can do, and what it is."""

from __future__ import annotations

from app.ui.commands.command import Command, always
from app.ui.commands.menu import Menu

COMMANDS = (
    Command(
        "help.shortcuts",
        "Commands and Keys",
        Menu.HELP,
        "Look for a command, run it, see its keys and change them",
        lambda desk: desk.window.show_shortcuts(),
        ("Ctrl+Shift+P", "F1", "Ctrl+/"),
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
