"""How the desk looks, and which part of it has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from app.settings import Theme
from app.ui.commands.command import Command, always
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.focus import PARTS

THEMES = {
    Theme.SYSTEM: ("Colours of the System", "Light or dark as the desktop is"),
    Theme.LIGHT: ("Light", "Dark text on light ground"),
    Theme.DARK: ("Dark", "Light text on dark ground"),
}


def choose_theme(choice: Theme) -> Callable[[Desk], None]:
    return lambda desk: desk.window.choose_theme(choice)


def is_chosen(choice: Theme) -> Callable[[Desk], bool]:
    return lambda desk: desk.window.theme_choice is choice


def focus_part(name: str) -> Callable[[Desk], None]:
    return lambda desk: desk.window.focus_part(name)


def toggle_metadata(desk: Desk) -> None:
    desk.window.show_metadata(not desk.window.metadata_shown)


def open_menu_here(desk: Desk) -> None:
    """As the menu key does, which not every keyboard has and Qt knows on every system."""
    focused = QApplication.focusWidget()
    if focused is not None:
        cursor = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = QRectF(cursor).center().toPoint()
        by_key = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(by_key, place, focused.mapToGlobal(place))
        QApplication.sendEvent(focused, event)


COMMANDS = (
    Command(
        "view.zoom_in",
        "Larger Text",
        Menu.VIEW,
        "Enlarge the text",
        lambda desk: desk.window.zoom(1),
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "view.zoom_out",
        "Smaller Text",
        Menu.VIEW,
        "Reduce the text",
        lambda desk: desk.window.zoom(-1),
        ("Ctrl+-",),
    ),
    Command(
        "view.reset_zoom",
        "Normal Text Size",
        Menu.VIEW,
        "Text in the size of the desktop",
        lambda desk: desk.window.reset_zoom(),
        ("Ctrl+0",),
    ),
    *(
        Command(
            f"view.theme_{choice.value}",
            text,
            Menu.VIEW,
            tip,
            choose_theme(choice),
            enabled=always,
            checked=is_chosen(choice),
            group=1,
        )
        for choice, (text, tip) in THEMES.items()
    ),
    Command(
        "view.metadata",
        "Metadata",
        Menu.VIEW,
        "Show the metadata beside the transcript, or hide them",
        toggle_metadata,
        ("Ctrl+B",),
        checked=lambda desk: desk.window.metadata_shown,
        group=2,
    ),
    Command(
        "view.next_part",
        "Next Part of the Window",
        Menu.VIEW,
        "The keyboard goes on to the next part of the window",
        lambda desk: desk.window.cycle_parts(1),
        ("F6",),
        group=3,
    ),
    Command(
        "view.previous_part",
        "Previous Part of the Window",
        Menu.VIEW,
        "The keyboard goes back to the part of the window before",
        lambda desk: desk.window.cycle_parts(-1),
        ("Shift+F6",),
        group=3,
    ),
    Command(
        "view.menu_here",
        "Menu of This Place",
        Menu.VIEW,
        "Open the menu that a right click here opens",
        open_menu_here,
        ("Shift+F10",),
        group=3,
    ),
    *(
        Command(
            f"view.focus_{part.name}",
            f"Go to {part.title}",
            Menu.VIEW,
            f"The keyboard goes to the {part.title.lower()}",
            focus_part(part.name),
            group=3,
        )
        for part in PARTS
    ),
)
