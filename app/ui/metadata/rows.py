"""What the sections are built of: forms, fields with their problem, quiet notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.checks.finding import Severity
from app.model.edits import Edit
from app.model.passage import Passage
from app.ui.labels import PlainLabel
from app.ui.metadata.entry import TextEntry

Apply = Callable[[Edit], bool]
"""Asks the review for an edit; False where it was refused. It returns once all panes show it."""

_LONGEST_CAPTION = "Declassify on"


def form() -> QFormLayout:
    """An empty form of captions beside fields."""
    layout = QFormLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(8)
    layout.setVerticalSpacing(8)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return layout


def add_row(
    layout: QFormLayout, caption: str, field: QWidget, buddy: QWidget | None = None
) -> None:
    """A caption and its field; captions are equally wide in every form of the pane.

    ``buddy`` is the control in the field that the caption names.
    """
    label = PlainLabel(caption)
    label.setProperty("part", "caption")
    metrics = label.fontMetrics()
    label.setMinimumSize(
        metrics.horizontalAdvance(_LONGEST_CAPTION) + 4, metrics.lineSpacing() + 10
    )
    if buddy is not None:
        label.setBuddy(buddy)
    layout.addRow(label, field)


def column(*widgets: QWidget, spacing: int = 4) -> QVBoxLayout:
    """A layout of widgets below each other without margins."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


class Note(PlainLabel):
    """Quiet small text that wraps; hidden while there is nothing to say."""

    def __init__(self, part: str = "quiet") -> None:
        super().__init__()
        self.setProperty("part", part)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_text(self, text: str) -> None:
        self.setText(text)
        self._fit()
        self.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as its lines: a form would leave room for the text at its narrowest."""
        if self.text() and self.width() > 0:
            self.setMinimumHeight(0)  # Else it would never be less tall than it was.
            self.setFixedHeight(self.heightForWidth(self.width()))


class PassageNote(Note):
    """Says whether printed text was corrected or added, and what the source reads."""

    def __init__(self) -> None:
        super().__init__("corrected")

    def show_passage(self, passage: Passage | None) -> None:
        if passage is None or not passage.corrections:
            self.show_text("")
        elif passage.witness:
            self.show_text(f"✎ Corrected. The source reads “{passage.witness}”")
        else:
            self.show_text("✎ Added by hand. The source has nothing here.")


class Notice(QWidget):
    """A problem beside its field: an icon that tells its weight by its shape, and words."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = PlainLabel()
        self._words = Note("problem")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def show_problem(self, severity: Severity, message: str) -> None:
        """Show it; an empty message shows nothing."""
        icons = QStyle.StandardPixmap
        wrong = severity is Severity.ERROR
        kind = icons.SP_MessageBoxCritical if wrong else icons.SP_MessageBoxWarning
        side = self.fontMetrics().height()
        self._icon.setPixmap(self.style().standardIcon(kind).pixmap(QSize(side, side)))
        self._words.setProperty("weight", severity.value)
        self._words.style().polish(self._words)
        self._words.show_text(message)
        self.setVisible(bool(message))


class Field(QWidget):
    """A text with its problem below it."""

    committed = Signal(str)

    def __init__(self, name: str, *, many_lines: bool = False) -> None:
        super().__init__()
        self._name = name
        self.entry = TextEntry(name, many_lines=many_lines)
        self.notice = Notice()
        self.setLayout(column(self.entry, self.notice))
        self.entry.committed.connect(self.committed)

    def show_text(self, text: str) -> None:
        self.entry.show_text(text)

    def show_problem(self, severity: Severity, message: str) -> None:
        self.notice.show_problem(severity, message)
        self.entry.setAccessibleDescription(message)


class Choice(QComboBox):
    """A choice of values that the wheel changes only while it has the focus: the pane scrolls."""

    def __init__(self, name: str, choices: Iterable[tuple[str, object]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for text, value in choices:
            self.addItem(text, value)

    def show_value(self, value: object) -> None:
        """Show it without asking for an edit; ``activated`` speaks of people's choices only."""
        for at in range(self.count()):
            if self.itemData(at) == value:
                self.setCurrentIndex(at)
                return
        self.setCurrentIndex(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
