"""Release: what is still missing; or where to, and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document
from app.release.readiness import Missing, described, missing
from app.releasing import Policy
from app.ui.dialogs.choose_released import choose_folder_for_release
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tables.look import RowDelegate
from app.ui.tables.row_table import RowTable

READY = "Everything is decided. The finished files are checked before they are there."
UNSAVED = "The document has changes that are not saved. It is saved first: the file is released."
ONE_REVIEWER = "Release with one reviewer &only (the log says so)"
ONE_REVIEWER_TOLD = "Kept in your settings, also for the command line."
COARSE_TOLD = "“Less than 10 lines” says less of the removed words than “7½ lines” does."
IMAGES_TOLD = "As a PDF of new pictures; lines with withheld words are burnt out of them."


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asked for."""

    folder: Path
    policy: Policy


class Release(QDialog):
    """``wish`` once it was accepted; ``place`` where the person goes to what is missing instead.

    ``unfit`` says why a folder can't be the release's, "" if it can.
    """

    def __init__(
        self,
        document: Document,
        proposed: Path,
        unfit: Callable[[Path], str],
        *,
        second_review: bool,
        unsaved: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._unfit = unfit
        self._missing: tuple[Missing, ...] = ()
        self.place: Missing | None = None
        self.setWindowTitle("Release")
        self.resize(720, 440)
        self.state = NamedLabel("State")
        self.state.setWordWrap(True)
        font = self.state.font()
        font.setBold(True)
        self.state.setFont(font)
        self.one_reviewer = QCheckBox(ONE_REVIEWER)
        self.one_reviewer.setChecked(not second_review)
        self.one_reviewer.setToolTip(ONE_REVIEWER_TOLD)
        self.lacking = _Lacking()
        self.choices = _Choices(document, proposed)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.lacking)
        self.pages.addWidget(self.choices)
        self._is_unsaved = unsaved
        self.unsaved = PlainLabel(UNSAVED)
        self.unsaved.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.release_button = QPushButton("&Save and Release" if unsaved else "&Release")
        self.go_button = QPushButton("&Go There")
        for button in (self.go_button, self.release_button):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.state)
        column.addWidget(self.pages, 1)
        column.addLayout(_explained(self.one_reviewer, ONE_REVIEWER_TOLD))
        column.addWidget(self.unsaved)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.one_reviewer.toggled.connect(self._look)
        self.lacking.table.chosen.connect(self._go)
        # Enter in the filter presses it, too: it is the default.
        self.go_button.clicked.connect(lambda: self._go(self.lacking.table.current))
        self.release_button.clicked.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.choices.folder.textChanged.connect(self._judge_folder)

    @property
    def wish(self) -> Wish:
        choices = self.choices
        policy = Policy(
            second_review=not self.one_reviewer.isChecked(),
            coarse=choices.coarse.isChecked(),
            images=choices.images.isChecked(),
        )
        return Wish(choices.path, policy)

    def _look(self) -> None:
        """What is missing by this policy; nothing: the choices."""
        second_review = not self.one_reviewer.isChecked()
        self._missing = missing(self._document, second_review=second_review)
        lacks = bool(self._missing)
        count = len(self._missing)
        told = "1 thing is" if count == 1 else f"{count:,} things are"
        self.state.setText(f"Not ready: {told} missing." if lacks else READY)
        self.lacking.show_rows(self._document, self._missing)
        self.pages.setCurrentWidget(self.lacking if lacks else self.choices)
        self.go_button.setVisible(lacks)
        self.release_button.setVisible(not lacks)
        self.unsaved.setVisible(self._is_unsaved and not lacks)
        (self.go_button if lacks else self.release_button).setDefault(True)
        if not self.one_reviewer.hasFocus():
            (self.lacking.typed if lacks else self.choices.folder).setFocus()
        self._judge_folder()

    def _judge_folder(self) -> None:
        wrong = self._unfit(self.choices.path) if not self._missing else ""
        self.choices.complaint.setText(wrong)
        self.choices.complaint.setVisible(bool(wrong))
        self.release_button.setEnabled(not wrong)

    def _go(self, row: int | None) -> None:
        if row is not None:
            self.place = self._missing[row]
            self.reject()


class _Lacking(QWidget):
    """What is missing, each with its place. Typing narrows it."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = QLineEdit()
        self.typed.setAccessibleName("Filter what is missing")
        self.typed.setPlaceholderText("Filter what is missing")
        self.typed.setClearButtonEnabled(True)
        self.typed.installEventFilter(self)
        self.table = RowTable("What is missing", ("Place", "What Is Missing"))
        # It is walked from the field above it: the chosen row is always strong.
        self.table.setItemDelegate(RowDelegate(self.table, always_strong=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.typed)
        column.addWidget(self.table, 1)
        self.typed.textChanged.connect(self.table.narrow)

    def show_rows(self, document: Document, lacking: Sequence[Missing]) -> None:
        self.table.fill(
            [(_begun(described(document, one.where) or "document"), one.message) for one in lacking]
        )
        self.table.narrow(self.typed.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the filter choose in the table."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self.table.step(step)
                return True
        return super().eventFilter(watched, event)


class _Choices(QWidget):
    """The folder, and how the copy is made."""

    def __init__(self, document: Document, proposed: Path) -> None:
        super().__init__()
        self.folder = QLineEdit(str(proposed))
        self.folder.setAccessibleName("New folder for the release")
        self.folder.selectAll()
        caption = PlainLabel("Ne&w folder")
        caption.setBuddy(self.folder)
        choose = QPushButton("C&hoose…")
        choose.clicked.connect(self._choose)
        self.complaint = NamedLabel("The folder")
        self.complaint.setWordWrap(True)
        self.coarse = QCheckBox("State amounts in steps of &five lines")
        self.images = QCheckBox("Release the &page images too")
        shows = any(page.image is not None and not page.sheet for page in document.pages)
        self.images.setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (caption, self.folder, choose):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.complaint)
        column.addLayout(_explained(self.coarse, COARSE_TOLD))
        if shows:
            column.addLayout(_explained(self.images, IMAGES_TOLD))
        column.addStretch(1)

    @property
    def path(self) -> Path:
        return Path(self.folder.text().strip())

    def _choose(self) -> None:
        """The folder that the new one is made in."""
        inside = choose_folder_for_release(self, self.path.parent)
        if inside is not None:
            self.folder.setText(str(inside / self.path.name))


def _explained(box: QCheckBox, sentence: str) -> QVBoxLayout:
    """The box and, under its words, what it means."""
    box.setAccessibleDescription(sentence)
    label = PlainLabel(sentence)
    label.setWordWrap(True)
    label.setIndent(24)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(box)
    column.addWidget(label)
    return column


def _begun(place: str) -> str:
    return place[:1].upper() + place[1:]
