"""The parts of the window that F6 goes round."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.ui.docks import bring_to_front

if TYPE_CHECKING:
    from app.ui.panes import Panes


@dataclass(frozen=True, slots=True)
class Part:
    """``path`` names the widget, from ``Panes`` on; ``first`` what in it gets the keyboard if it
    can be seen, "" for the first control.
    """

    name: str
    title: str
    path: str
    first: str = ""


PARTS = (
    Part("page_images", "Page Images", "page_images.pane", "page_images.pane.view"),
    Part("speakers", "Speakers", "transcript.speakers"),
    Part("transcript", "Transcript", "transcript.editor"),
    Part("marks", "Portion Marks", "transcript.marks"),
    Part("metadata", "Metadata", "metadata"),
    Part("notes", "Notes", "tools.notes"),
    Part("provenance", "Provenance", "tools.provenance"),
    Part("replace", "Find and Replace", "tools.replace"),
    Part("ledger", "Ledger", "tools.ledger"),
    Part("as_written", "As Written", "tools.as_written"),
    Part("as_released", "As Released", "tools.as_released"),
    Part("second_review", "Second Review", "tools.second_review"),
    Part("compare", "Comparison with the Source", "tools.compare"),
    Part("findings", "Findings", "proofreading.pane", "proofreading.pane.table"),
)


def part_with_keyboard(panes: Panes) -> int | None:
    """Which of ``PARTS`` has the keyboard."""
    widgets = [_widget(panes, part.path) for part in PARTS]
    focused = QApplication.focusWidget()
    if focused is None:
        return None
    if focused in widgets:
        return widgets.index(focused)
    return next((n for n, widget in enumerate(widgets) if widget.isAncestorOf(focused)), None)


def give_keyboard(panes: Panes, part: Part) -> bool:
    """The keyboard goes to the part if it can be seen, or to the first control in it."""
    widget = _widget(panes, part.path)
    if not widget.isVisible():
        return False
    bring_to_front(widget)
    if part.first and _widget(panes, part.first).isVisible():
        widget = _widget(panes, part.first)
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


def _widget(panes: Panes, path: str) -> QWidget:
    widget: QWidget = attrgetter(path)(panes)
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
