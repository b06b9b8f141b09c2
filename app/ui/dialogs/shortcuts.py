"""All commands with their keys: look for one, and run it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.commands.command import Command
from app.ui.commands.menu import Menu


class Shortcuts(QDialog):
    """``chosen`` is the command the person picked, None while they only look."""

    def __init__(
        self,
        commands: Sequence[Command],
        title: Callable[[Command], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Commands and Shortcuts")
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.field, self.tree, buttons):
            column.addWidget(widget)

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
                row = QTreeWidgetItem([title(command), ", ".join(command.keys), command.tip])
                row.setData(0, Qt.ItemDataRole.UserRole, command.id)
                row.setToolTip(2, command.tip)
                section.addChild(row)
            section.setExpanded(True)
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _rows(self) -> list[QTreeWidgetItem]:
        return [row for section in self._sections for row in _children(section)]

    def _filter(self, sought: str) -> None:
        """Show the commands that have every word; choose the first."""
        words = sought.casefold().split()
        first: QTreeWidgetItem | None = None
        for row in self._rows():
            text = " ".join(row.text(column) for column in range(3)).casefold()
            row.setHidden(not all(word in text for word in words))
            if first is None and not row.isHidden():
                first = row
        for section in self._sections:
            section.setHidden(all(row.isHidden() for row in _children(section)))
        if first is not None:
            self.tree.setCurrentItem(first)

    def _choose(self, row: QTreeWidgetItem) -> None:
        identifier = row.data(0, Qt.ItemDataRole.UserRole)
        if identifier and not row.isHidden():
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
