"""Undo, the clipboard, finding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu


def undo(desk: Desk) -> None:
    if desk.review is not None and desk.review.undo_name is not None:
        desk.review.undo(origin=desk)


def redo(desk: Desk) -> None:
    if desk.review is not None and desk.review.redo_name is not None:
        desk.review.redo(origin=desk)


def undo_name(desk: Desk) -> str:
    return (desk.review.undo_name if desk.review else None) or ""


def redo_name(desk: Desk) -> str:
    return (desk.review.redo_name if desk.review else None) or ""


def where_the_keyboard_is(action: str, in_field: str) -> Callable[[Desk], None]:
    """Run ``in_field`` of the field that has the keyboard, else ``action`` of the transcript."""

    def run(desk: Desk) -> None:
        focused = QApplication.focusWidget()
        in_transcript = focused is None or desk.pane.isAncestorOf(focused)
        method = None if in_transcript else getattr(focused, in_field, None)
        (method or getattr(desk.pane, action))()

    return run


COMMANDS = (
    Command(
        "edit.undo",
        "Undo",
        Menu.EDIT,
        "Take the last change back",
        undo,
        ("Ctrl+Z",),
        lambda desk: bool(undo_name(desk)),
        detail=undo_name,
        button="Undo",
    ),
    Command(
        "edit.redo",
        "Redo",
        Menu.EDIT,
        "Do again what was taken back",
        redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda desk: bool(redo_name(desk)),
        detail=redo_name,
        button="Redo",
    ),
    Command(
        "edit.cut",
        "Cut",
        Menu.EDIT,
        "Move the selected text to the clipboard; the reading is kept",
        where_the_keyboard_is("cut", "cut"),
        ("Ctrl+X",),
        group=1,
        in_text=True,
    ),
    Command(
        "edit.copy",
        "Copy",
        Menu.EDIT,
        "Copy the selected text",
        where_the_keyboard_is("copy", "copy"),
        ("Ctrl+C",),
        group=1,
        in_text=True,
    ),
    Command(
        "edit.paste",
        "Paste",
        Menu.EDIT,
        "Paste plain text; each line becomes a paragraph",
        where_the_keyboard_is("paste", "paste"),
        ("Ctrl+V",),
        group=1,
        in_text=True,
    ),
    Command(
        "edit.select_all",
        "Select All",
        Menu.EDIT,
        "Select the whole conversation",
        where_the_keyboard_is("select_all", "selectAll"),
        ("Ctrl+A",),
        group=1,
        in_text=True,
    ),
    Command(
        "edit.find",
        "Find...",
        Menu.EDIT,
        "Find words in the conversation",
        lambda desk: desk.window.open_find(),
        ("Ctrl+F",),
        group=2,
        button="Find",
    ),
    Command(
        "edit.find_next",
        "Find Next",
        Menu.EDIT,
        "Go to the next place found",
        lambda desk: desk.window.find_next(1),
        ("F3", "Ctrl+G"),
        group=2,
    ),
    Command(
        "edit.find_previous",
        "Find Previous",
        Menu.EDIT,
        "Go to the place found before",
        lambda desk: desk.window.find_next(-1),
        ("Shift+F3", "Ctrl+Shift+G"),
        group=2,
    ),
    Command(
        "edit.replace",
        "Find and Replace",
        Menu.EDIT,
        "List every place with its context, and replace those that are ticked",
        lambda desk: desk.window.tools.open("replace"),
        ("Ctrl+H",),
        group=2,
    ),
)
