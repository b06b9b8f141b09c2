"""What a command is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu


def always(desk: Desk) -> bool:
    """Enabled at any time."""
    return True


def with_document(desk: Desk) -> bool:
    """Enabled while a document is open; what cannot be done then says so when it is asked for."""
    return desk.review is not None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask the desk for. Menus, toolbar and shortcut overview derive from it.

    ``text`` ends in "..." where a dialog asks for more; ``detail`` says what it is about just now
    ("Undo" *Assign Speaker*). ``checked`` makes it an option that is on or off. ``typed`` are keys
    that the transcript itself understands. ``group`` is the stretch of the menu between two rules,
    ``button`` the text on the toolbar, "" where it has no place there; ``in_text`` puts it into the
    menu that a right click on the text opens.
    """

    id: str
    text: str
    menu: Menu
    tip: str
    run: Callable[[Desk], None]
    shortcuts: tuple[str, ...] = ()
    enabled: Callable[[Desk], bool] = with_document
    detail: Callable[[Desk], str] | None = None
    checked: Callable[[Desk], bool] | None = None
    typed: tuple[str, ...] = ()
    group: int = 0
    button: str = ""
    in_text: bool = False
