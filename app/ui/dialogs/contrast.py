"""Two states of the document beside each other, for looking: nothing is chosen here."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.model.as_seen import as_seen
from app.model.contrast import Contrast, contrasts
from app.model.differing import stretches, words_and_blanks
from app.model.document import Document, Reviewer
from app.ui.background import Task
from app.ui.labels import NamedLabel

MOST_SHOWN = 400
"""More than that nobody reads, and they would take long to lay out."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The title of the dialog, and what the two states are called."""

    title: str
    before: str
    after: str


def show_contrast(
    parent: QWidget, sides: Sides, before: Document, after: Document, person: Reviewer
) -> None:
    """Show where the two differ until the person has seen it, as far as they may see it."""
    dialog = ContrastView(sides, before, after, person, parent)
    dialog.exec()
    dialog.deleteLater()


class ContrastView(QDialog):
    """A line for each place; what goes is struck through, what comes is underlined."""

    def __init__(
        self,
        sides: Sides,
        before: Document,
        after: Document,
        person: Reviewer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(sides.title)
        self.resize(960, 560)
        self._sides = sides
        self.count = NamedLabel("Differences")
        self.count.setText("Comparing…")
        self.view = QTextBrowser()
        self.view.setAccessibleName(f"{sides.before} beside {sides.after}")
        self.view.setOpenLinks(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.count)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        Task(
            lambda: tuple(contrasts(as_seen(before, person), as_seen(after, person))),
            self._show,
            lambda error: None,
            (),
            self,
        ).start()

    def _show(self, found: tuple[Contrast, ...]) -> None:
        self.count.setText(counted(len(found)))
        heads = ("Place", self._sides.before, self._sides.after)
        head = "".join(f"<th align='left'>{escape(name)}</th>" for name in heads)
        rows = "".join(map(_row, islice(found, MOST_SHOWN)))
        more = len(found) - MOST_SHOWN
        rest = f"<p>And {more:,} more.</p>" if more > 0 else ""
        table = "<table width='100%' cellpadding='6' cellspacing='0'>"
        self.view.setHtml(f"{table}<tr>{head}</tr>{rows}</table>{rest}" if found else "")


def counted(places: int) -> str:
    """ "The two are the same.", "They differ in 3 places." """
    if not places:
        return "The two are the same."
    return "They differ in 1 place." if places == 1 else f"They differ in {places:,} places."


def _row(found: Contrast) -> str:
    before, after = marked(found.before, found.after)
    place = f"<b>{escape(found.where)}</b><br>{escape(found.what)}"
    return (
        f"<tr><td width='18%'>{place}</td>"
        f"<td width='41%'>{before}</td><td width='41%'>{after}</td></tr>"
    )


def marked(before: str, after: str) -> tuple[str, str]:
    """Both as HTML: the words that only the one has are struck, those of the other underlined."""
    old, new = (words_and_blanks(text) for text in (before, after))
    left, right = "", ""
    for same, start, stop, low, high in stretches(old, new):
        gone, come = escape("".join(old[start:stop])), escape("".join(new[low:high]))
        left += gone if same or not gone else f"<s>{gone}</s>"
        right += come if same or not come else f"<u><b>{come}</b></u>"
    return left or "<i>(nothing)</i>", right or "<i>(nothing)</i>"
