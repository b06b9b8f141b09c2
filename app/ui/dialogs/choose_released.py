"""Which released files, by name or in the desktop's own dialog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.labels import PlainLabel

_BETWEEN = "; "


def choose_folder_for_release(parent: QWidget, folder: Path) -> Path | None:
    """The folder in which the release's new one is made; None if the person gave up."""
    name = QFileDialog.getExistingDirectory(parent, "Make the New Folder In", str(folder))
    return Path(name) if name else None


def choose_released(
    parent: QWidget, title: str, explained: str, fields: Sequence[str], proposed: Path
) -> tuple[tuple[Path, ...], ...] | None:
    """For each of the fields the files or the folder; None if the person gave up."""
    dialog = ChooseReleased(title, explained, fields, proposed, parent)
    chosen = dialog.chosen if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class ChooseReleased(QDialog):
    """A line for each release that is asked for: a folder, or files of it."""

    def __init__(
        self,
        title: str,
        explained: str,
        fields: Sequence[str],
        proposed: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(600)
        about = PlainLabel(explained)
        about.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self.fields = [_Field(name, proposed, grid) for name in fields]
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(about)
        column.addLayout(grid)
        column.addWidget(buttons)
        for field in self.fields:
            field.text.textChanged.connect(self._judge)
        self._judge()

    @property
    def chosen(self) -> tuple[tuple[Path, ...], ...]:
        return tuple(field.paths for field in self.fields)

    def _judge(self) -> None:
        self.ok.setEnabled(all(map(bool, self.chosen)))


class _Field:
    """A row of the grid: what is asked for, the path, and two ways to choose it."""

    def __init__(self, name: str, proposed: Path, grid: QGridLayout) -> None:
        self._folder = proposed
        self._files: tuple[Path, ...] = ()
        plain = name.replace("&", "")
        self.text = QLineEdit()
        self.text.setAccessibleName(plain)
        self.text.setPlaceholderText("A released folder, or a file of it")
        caption = PlainLabel(name)
        caption.setBuddy(self.text)
        row = grid.rowCount()
        grid.addWidget(caption, row, 0)
        grid.addWidget(self.text, row, 1)
        for column, (text, choose) in enumerate(
            (("Folder…", self._choose_folder), ("Files…", self._choose_files)), start=2
        ):
            button = QPushButton(text)
            button.setAccessibleName(f"{plain}: {text}")
            button.clicked.connect(choose)
            grid.addWidget(button, row, column)

    @property
    def paths(self) -> tuple[Path, ...]:
        """As chosen; as typed where somebody typed."""
        typed = self.text.text().strip()
        if typed == _joined(self._files):
            return self._files
        return (Path(typed),) if typed else ()

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self.text, "Released Folder", str(self._folder))
        self._take((name,) if name else ())

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self.text, "Released Files", str(self._folder))
        self._take(names)

    def _take(self, names: Sequence[str]) -> None:
        if names:
            self._files = tuple(map(Path, names))
            self.text.setText(_joined(self._files))


def _joined(files: Sequence[Path]) -> str:
    return _BETWEEN.join(map(str, files))
