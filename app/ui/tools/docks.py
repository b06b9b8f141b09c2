"""The docks of the tools."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from app.review import Change, Review
from app.ui.commands.desk import Desk
from app.ui.docks import in_front
from app.ui.theme import LIGHT, Theme
from app.ui.tools.as_of import AsReleasedTool, AsWrittenTool
from app.ui.tools.compare import CompareTool
from app.ui.tools.ledger.tool import LedgerTool
from app.ui.tools.notes import NotesTool
from app.ui.tools.provenance import ProvenanceTool
from app.ui.tools.replace import ReplaceTool
from app.ui.tools.second_review.tool import SecondReviewTool
from app.ui.tools.tool import Tool

TOOLS: tuple[type[Tool], ...] = (
    ReplaceTool,
    CompareTool,
    ProvenanceTool,
    NotesTool,
    LedgerTool,
    AsWrittenTool,
    AsReleasedTool,
    SecondReviewTool,
)


class Tools(QObject):
    """A dock for each of ``TOOLS``; what is in it is made when it is first seen.

    ``toggled``: a dock came or went.
    """

    toggled = Signal()

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._theme = LIGHT
        self._review: Review | None = None
        self._made: dict[str, Tool] = {}
        self.docks = {kind.name: self._dock(kind) for kind in TOOLS}

    def _dock(self, kind: type[Tool]) -> QDockWidget:
        dock = QDockWidget(kind.title, self._window)
        dock.setObjectName(f"{kind.name}-dock")
        beside = [
            other
            for other in self._window.findChildren(QDockWidget)
            if other is not dock and self._window.dockWidgetArea(other) is kind.area
        ]
        self._window.addDockWidget(kind.area, dock)
        if beside:
            self._window.tabifyDockWidget(beside[-1], dock)
        dock.hide()
        dock.visibilityChanged.connect(lambda seen: self._note_seen(kind, seen))
        return dock

    @property
    def replace(self) -> QDockWidget:
        return self.docks["replace"]

    @property
    def compare(self) -> QDockWidget:
        return self.docks["compare"]

    @property
    def provenance(self) -> QDockWidget:
        return self.docks["provenance"]

    @property
    def notes(self) -> QDockWidget:
        return self.docks["notes"]

    @property
    def ledger(self) -> QDockWidget:
        return self.docks["ledger"]

    @property
    def as_written(self) -> QDockWidget:
        return self.docks["as_written"]

    @property
    def as_released(self) -> QDockWidget:
        return self.docks["as_released"]

    @property
    def second_review(self) -> QDockWidget:
        return self.docks["second_review"]

    def tool(self, name: str) -> Tool:
        """The tool of this name, made if it is not there yet."""
        if name not in self._made:
            kind = next(kind for kind in TOOLS if kind.name == name)
            made = self._made[name] = kind(self._desk)
            made.set_theme(self._theme)
            self.docks[name].setWidget(made)
        return self._made[name]

    def open(self, name: str) -> None:
        """Show the tool, in front, and give it the keyboard."""
        dock, first = self.docks[name], name not in self._made
        tool = self.tool(name)
        dock.show()
        dock.raise_()
        if first:
            across = tool.area is Qt.DockWidgetArea.RightDockWidgetArea
            along = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
            self._window.resizeDocks([dock], [tool.breadth], along)
        tool.begin()

    def toggle(self, name: str) -> None:
        """Hide the tool where it is in front, else open it."""
        if self.is_open(name):
            self.docks[name].hide()
        else:
            self.open(name)

    def is_open(self, name: str) -> bool:
        """Whether it can be seen, not behind another tab."""
        return in_front(self.docks[name], self._window)

    def set_review(self, review: Review) -> None:
        """Work on this review's document from now on."""
        self._review = review
        review.subscribe(lambda change: self._follow(review, change))
        for tool in self._made.values():
            tool.forget()
            tool.refresh_soon()

    def leave(self) -> None:
        """No document is open."""
        self._review = None
        for dock in self.docks.values():
            dock.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for tool in self._made.values():
            tool.set_theme(theme)

    def follow_person(self) -> None:
        """Another person is at the desk: they may see and do other things."""
        for tool in self._made.values():
            tool.refresh_soon()

    def follow_caret(self) -> None:
        for tool in self._made.values():
            if tool.follows_caret:
                tool.refresh_soon()

    def _follow(self, review: Review, change: Change) -> None:
        if review is self._review and change.before is not change.after:
            for tool in self._made.values():
                tool.refresh_soon()

    def _note_seen(self, kind: type[Tool], seen: bool) -> None:
        if seen and self._desk.review is not None:
            self.tool(kind.name)
        self.toggled.emit()
