"""Menus and toolbar, built from the table of commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.commands.table import COMMANDS, IN_TEXT, TOOLBAR
from app.ui.keys import Keys
from app.ui.labels import literal

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class Menus:
    """One ``QAction`` a command; ``refresh`` shows how the desk is now."""

    def __init__(self, window: MainWindow, desk: Desk, keys: Keys) -> None:
        self._desk = desk
        self._keys = keys
        self.actions = {command.id: self._action(window, command) for command in COMMANDS}
        self._fill_menu_bar(window)
        self.of_parts = {
            "speakers": window.menus[Menu.SPEAKERS],
            "transcript": self._text_menu(window),
            "marks": window.menus[Menu.MARKS],
        }
        self.toolbar = self._toolbar(window)
        self._show_keys()
        keys.changed.connect(self._show_keys)
        self.refresh()

    def refresh(self) -> None:
        """Enabled, checked and named as the desk is now."""
        for command in COMMANDS:
            action = self.actions[command.id]
            action.setEnabled(command.enabled(self._desk))
            if command.detail is not None:
                action.setText(title(command, self._desk))
            if command.checked is not None:
                action.setChecked(command.checked(self._desk))

    def _action(self, window: QMainWindow, command: Command) -> QAction:
        action = QAction(command.text, window)
        action.setObjectName(command.id)
        action.setStatusTip(command.tip)
        action.setCheckable(command.checked is not None)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if command.button:
            action.setIconText(command.button)
        action.triggered.connect(partial(self._run, command))
        return action

    def _show_keys(self) -> None:
        for command in COMMANDS:
            action, keys = self.actions[command.id], self._keys.shortcuts(command)
            action.setShortcuts([QKeySequence(one) for one in keys])
            action.setToolTip(f"{command.tip} ({keys[0]})" if keys else command.tip)

    def _run(self, command: Command, _checked: bool = False) -> None:
        if command.enabled(self._desk):
            command.run(self._desk)
        self.refresh()

    def _fill_menu_bar(self, window: MainWindow) -> None:
        for menu in Menu:
            drawn = window.menus[menu]
            drawn.aboutToShow.connect(self.refresh)
            group = 0
            for command in (command for command in COMMANDS if command.menu is menu):
                if command.group != group:
                    drawn.addSeparator()
                    group = command.group
                drawn.addAction(self.actions[command.id])

    def pop_up(self, part: str, place: QPoint) -> None:
        """The menu of a part of the transcript: beside the text those of the menu bar."""
        self.of_parts[part].popup(place)

    def _text_menu(self, window: QMainWindow) -> QMenu:
        menu = QMenu(window)
        menu.aboutToShow.connect(self.refresh)
        previous: Command | None = None
        for command in IN_TEXT:
            if previous is not None and previous.menu is not command.menu:
                menu.addSeparator()
            menu.addAction(self.actions[command.id])
            previous = command
        return menu

    def _toolbar(self, window: QMainWindow) -> QToolBar:
        toolbar = QToolBar("Toolbar", window)
        toolbar.setObjectName("toolbar")
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        toolbar.setMovable(False)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        previous: Command | None = None
        for command in TOOLBAR:
            if previous is not None and previous.menu is not command.menu:
                toolbar.addSeparator()
            toolbar.addAction(self.actions[command.id])
            previous = command
        window.addToolBar(toolbar)
        return toolbar


def title(command: Command, desk: Desk) -> str:
    """The command's text with what it is about just now: "Undo Assign Speaker"."""
    detail = command.detail(desk) if command.detail is not None else ""
    text = command.text
    if detail:
        text += f" {detail}" if command.menu is Menu.EDIT else f": {detail}"
    return literal(text)
