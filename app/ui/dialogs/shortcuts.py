"""All commands with their keys: look for one and run it, or change its keys.

This is the command palette and the overview of the keys in one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.commands.command import Command
from app.ui.commands.menu import Menu
from app.ui.dialogs.change_key import ChangeKeyDialog
from app.ui.keys import Keys

_KEYS = 1
"""The column of the keys."""


class Shortcuts(QDialog):
    """``chosen`` is the command the person picked, None while they only look."""

    def __init__(
        self,
        commands: Sequence[Command],
        keys: Keys,
        title: Callable[[Command], str],
        enabled: Callable[[Command], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self._enabled = enabled
        self.setWindowTitle("Commands and Keys")
        self.resize(1000, 680)
        self.chosen: Command | None = None
        self._sections: list[QTreeWidgetItem] = []
        self._commands = {command.id: command for command in commands}
        self.field = QLineEdit()
        self.field.setPlaceholderText("Look for a command or a key")
        self.field.setAccessibleName("Look for a command or a key")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.tree = _tree()
        self._fill(commands, title)
        self.tree.itemActivated.connect(self._choose)
        buttons = self._buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.field, self.tree, buttons):
            column.addWidget(widget)

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.change_button = QPushButton("Change &Keys...")
        self.reset_button = QPushButton("&Reset All Keys")
        for button in (self.change_button, self.reset_button):
            buttons.addButton(button, roles.ActionRole)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.change_button.clicked.connect(self._change_keys)
        self.reset_button.clicked.connect(self._reset_keys)
        buttons.rejected.connect(self.reject)
        return buttons

    def _change_keys(self) -> None:
        row = self.tree.currentItem()
        identifier = row.data(0, Qt.ItemDataRole.UserRole) if row is not None else None
        if identifier:
            dialog = ChangeKeyDialog(self._commands[identifier], self._keys, self)
            dialog.exec()
            dialog.deleteLater()
            self._show_keys()

    def _reset_keys(self) -> None:
        self._keys.reset_all()
        self._show_keys()

    def _show_keys(self) -> None:
        for row in self._rows():
            command = self._commands[row.data(0, Qt.ItemDataRole.UserRole)]
            row.setText(_KEYS, ", ".join(self._keys.all_keys(command)))

    def _fill(self, commands: Sequence[Command], title: Callable[[Command], str]) -> None:
        for menu in Menu:
            section = QTreeWidgetItem([menu.title])
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = section.font(0)
            font.setBold(True)
            section.setFont(0, font)
            self.tree.addTopLevelItem(section)
            self._sections.append(section)
            for command in (command for command in commands if command.menu is menu):
                able = self._enabled(command)
                tip = command.tip if able else f"{command.tip} (not now)"
                row = QTreeWidgetItem([title(command).replace("&&", "&"), "", tip])
                row.setData(0, Qt.ItemDataRole.UserRole, command.id)
                row.setToolTip(2, command.tip)
                if not able:
                    for column in range(3):
                        row.setForeground(column, self.palette().placeholderText())
                section.addChild(row)
            section.setExpanded(True)
        self._show_keys()
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _rows(self) -> list[QTreeWidgetItem]:
        return [row for section in self._sections for row in _children(section)]

    def _filter(self, sought: str) -> None:
        """Show the commands that have every word; choose the one that is likeliest meant."""
        words = sought.casefold().split()
        found = list[QTreeWidgetItem]()
        for row in self._rows():
            text = " ".join(row.text(column) for column in range(3)).casefold()
            row.setHidden(not all(word in text for word in words))
            if not row.isHidden():
                found.append(row)
        for section in self._sections:
            section.setHidden(all(row.isHidden() for row in _children(section)))
        if found:
            self.tree.setCurrentItem(min(found, key=lambda row: _distance(row.text(0), words)))

    def _choose(self, row: QTreeWidgetItem) -> None:
        identifier = row.data(0, Qt.ItemDataRole.UserRole)
        if identifier and not row.isHidden() and self._enabled(self._commands[identifier]):
            self.chosen = self._commands[identifier]
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the field move in the list and choose from it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                current = self.tree.currentItem()
                if current is not None:
                    self._choose(current)
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        rows = [row for row in self._rows() if not row.isHidden()]
        if rows:
            current = self.tree.currentItem()
            at = rows.index(current) + step if current in rows else 0
            self.tree.setCurrentItem(rows[max(0, min(at, len(rows) - 1))])


def _distance(text: str, sought: list[str]) -> int:
    """The nearer, the likelier the command is meant: begins so, has it, is found by its tip."""
    text, words = text.casefold(), " ".join(sought)
    if text.startswith(words):
        return 0
    return 1 if words in text else 2


def _children(section: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (section.child(number) for number in range(section.childCount()))
    return [child for child in children if child is not None]


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Commands")
    tree.setHeaderLabels(["Command", "Keys", "What it does"])
    tree.setRootIsDecorated(False)
    tree.setIndentation(12)
    tree.setUniformRowHeights(True)
    tree.setAllColumnsShowFocus(True)
    tree.setStyleSheet("QTreeView::item { padding: 2px 0; }")
    return tree
