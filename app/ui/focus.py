"""The parts of the window that F6 goes round."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from app.ui.panes import Panes


@dataclass(frozen=True, slots=True)
class Part:
    """``path`` names the widget, from ``Panes`` on."""

    name: str
    title: str
    path: str


PARTS = (
    Part("speakers", "Speakers", "transcript.speakers"),
    Part("transcript", "Transcript", "transcript.editor"),
    Part("marks", "Portion Marks", "transcript.marks"),
    Part("metadata", "Metadata", "metadata"),
)


def part_with_keyboard(panes: Panes) -> int | None:
    """Which of ``PARTS`` has the keyboard."""
    widgets = [_widget(panes, part) for part in PARTS]
    focused = QApplication.focusWidget()
    if focused is None:
        return None
    if focused in widgets:
        return widgets.index(focused)
    return next((n for n, widget in enumerate(widgets) if widget.isAncestorOf(focused)), None)


def give_keyboard(panes: Panes, part: Part) -> bool:
    """The keyboard goes to the part if it can be seen, or to the first control in it."""
    widget = _widget(panes, part)
    if not widget.isVisible():
        return False
    first = widget if _takes_keyboard(widget) else _first_control(widget)
    if first is None:
        return False
    first.setFocus()
    return True


def cycle(panes: Panes, step: int) -> None:
    """The keyboard goes to the next part that can take it."""
    at = part_with_keyboard(panes)
    start = at if at is not None else (-1 if step > 0 else 0)
    for distance in range(1, len(PARTS) + 1):
        if give_keyboard(panes, PARTS[(start + step * distance) % len(PARTS)]):
            return


def _widget(panes: Panes, part: Part) -> QWidget:
    widget: QWidget = attrgetter(part.path)(panes)
    return widget


def _takes_keyboard(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def _first_control(widget: QWidget) -> QWidget | None:
    """The control that Tab would reach first inside the widget."""
    control = widget.nextInFocusChain()
    while control is not None and control is not widget:
        reachable = _takes_keyboard(control) and control.isVisible()
        if reachable and widget.isAncestorOf(control) and not isinstance(control, QScrollArea):
            return control
        control = control.nextInFocusChain()
    return None
