"""The keys of the commands: those of the table, or those that the person chose instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from app.ui.commands.command import Command
from app.ui.commands.menu import Menu
from app.ui.preferences import Preferences

_TYPES = re.compile(r"(Shift\+)?(?!F\d+$)[^+]+|(Shift\+)?\+")
"""Keys that write something, or move in the text, when nothing but Shift is held with them."""
_EDITING = ("MoveTo", "Select", "Delete", "Insert", "Backspace")


class Keys(QObject):
    """What was chosen is in the settings, by ``Command.id``; ``changed`` when it is other keys."""

    changed = Signal()

    def __init__(self, commands: Sequence[Command], preferences: Preferences) -> None:
        super().__init__(preferences)
        self._commands = commands
        self._preferences = preferences

    def shortcuts(self, command: Command) -> tuple[str, ...]:
        """The keys that run it."""
        return self._chosen.get(command.id, command.shortcuts)

    def all_keys(self, command: Command) -> tuple[str, ...]:
        """With those that a part of the window itself understands."""
        return (*self.shortcuts(command), *command.typed)

    def is_chosen(self, command: Command) -> bool:
        """Whether the keys are others than those of the table."""
        return self.shortcuts(command) != command.shortcuts

    def holder(self, keys: str, but: Command) -> Command | None:
        """Another command that has these keys."""
        return next(
            (one for one in self._commands if one.id != but.id and keys in self._normal(one)), None
        )

    def choose(self, command: Command, keys: str) -> None:
        """These keys run the command, "" for none; another command loses them."""
        chosen = dict(self._chosen)
        other = self.holder(keys, command) if keys else None
        if other is not None:
            rest = (key for key in self.shortcuts(other) if normal(key) != keys)
            chosen[other.id] = tuple(rest)
        chosen[command.id] = (keys,) if keys else ()
        self._keep(chosen)

    def reset(self, command: Command) -> None:
        """The command has the keys of the table again; others lose them."""
        chosen = dict(self._chosen)
        for keys in command.shortcuts:
            other = self.holder(normal(keys), command)
            if other is not None:
                rest = (key for key in self.shortcuts(other) if normal(key) != normal(keys))
                chosen[other.id] = tuple(rest)
        chosen.pop(command.id, None)
        self._keep(chosen)

    def reset_all(self) -> None:
        """All commands have the keys of the table again."""
        self._keep({})

    @property
    def _chosen(self) -> dict[str, tuple[str, ...]]:
        return dict(self._preferences.settings.keys)

    def _normal(self, command: Command) -> set[str]:
        return {normal(keys) for keys in self.shortcuts(command)}

    def _keep(self, chosen: dict[str, tuple[str, ...]]) -> None:
        keys = tuple(sorted(chosen.items()))
        self._preferences.revise(replace(self._preferences.settings, keys=keys))
        self.changed.emit()


def normal(keys: str) -> str:
    """The keys as Qt writes them."""
    return QKeySequence(keys).toString()


def refusal(keys: str) -> str:
    """Why no command can have the keys; "" where one can."""
    if _TYPES.fullmatch(keys):
        return f"“{keys}” types or moves in the text. Hold Ctrl or Alt with it, or take F1 to F12."
    if keys in {letter_of(menu) for menu in Menu}:
        return f"“{keys}” opens a menu."
    if keys in _editing_keys():
        return f"“{keys}” moves or edits in the text."
    return ""


def letter_of(menu: Menu) -> str:
    """The keys that open the menu."""
    found = re.search(r"&(\w)", menu.value)
    return f"Alt+{found[1].upper()}" if found else ""


def _editing_keys() -> set[str]:
    return {
        keys.toString()
        for key in QKeySequence.StandardKey
        if key.name.startswith(_EDITING) and key is not QKeySequence.StandardKey.SelectAll
        for keys in QKeySequence.keyBindings(key)
    }
