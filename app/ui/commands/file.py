"""Opening, saving and leaving."""

from __future__ import annotations

from app.ui.commands.command import Command, always
from app.ui.commands.menu import Menu

COMMANDS = (
    Command(
        "file.open",
        "Open...",
        Menu.FILE,
        "Open a transcript or a TEI file",
        lambda desk: desk.window.ask_and_open(),
        ("Ctrl+O",),
        always,
        button="Open",
    ),
    Command(
        "file.sample",
        "Open the Sample",
        Menu.FILE,
        "Open the sample: a telephone conversation of 4 June 1990",
        lambda desk: desk.window.open_sample(),
        enabled=always,
    ),
    Command(
        "file.save",
        "Save",
        Menu.FILE,
        "Save the document as TEI",
        lambda desk: desk.window.save(),
        ("Ctrl+S",),
        group=1,
        button="Save",
    ),
    Command(
        "file.save_as",
        "Save As...",
        Menu.FILE,
        "Save the document under another name",
        lambda desk: desk.window.save_as(),
        ("Ctrl+Shift+S",),
        group=1,
    ),
    Command(
        "file.close",
        "Close",
        Menu.FILE,
        "Close the document and go back to the start page",
        lambda desk: desk.window.close_document(),
        ("Ctrl+W",),
        group=1,
    ),
    Command(
        "file.reviewer",
        "Reviewer...",
        Menu.FILE,
        "Say who you are: the name that stands beside your changes",
        lambda desk: desk.window.introduce(),
        enabled=always,
        group=2,
    ),
    Command(
        "file.quit",
        "Quit",
        Menu.FILE,
        "Close the window; changes that are not saved are asked about",
        lambda desk: desk.window.quit(),
        ("Ctrl+Q",),
        always,
        group=3,
    ),
)
