"""Releasing a copy, checking it, and comparing it with others."""

from __future__ import annotations

from app.ui.commands.command import Command, always
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu


def release(desk: Desk) -> None:
    desk.window.releasing.release()


def verify(desk: Desk) -> None:
    desk.window.releasing.verify()


def compare_with_earlier(desk: Desk) -> None:
    desk.window.releasing.compare_with_earlier()


def compare_two(desk: Desk) -> None:
    desk.window.releasing.compare_two()


GROUP = 9
"""The last of the menu: it comes after all decisions."""

COMMANDS = (
    Command(
        "release.release",
        "Release...",
        Menu.DECLASSIFY,
        "See what is still missing; with nothing missing, make a copy that can be given away",
        release,
        ("Alt+F10",),
        group=GROUP,
    ),
    Command(
        "release.verify",
        "Verify Released Files...",
        Menu.DECLASSIFY,
        "Look in released files for anything that the document withholds",
        verify,
        ("Alt+Shift+F10",),
        group=GROUP,
    ),
    Command(
        "release.compare_earlier",
        "Compare with an Earlier Release...",
        Menu.DECLASSIFY,
        "See what the decisions open and close, and what is withheld that was released before",
        compare_with_earlier,
        group=GROUP,
    ),
    Command(
        "release.compare_two",
        "Compare Two Releases...",
        Menu.DECLASSIFY,
        "See what the later of two releases opened, and what it closed",
        compare_two,
        enabled=always,
        group=GROUP,
    ),
)
