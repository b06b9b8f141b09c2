"""The memorandum as it was written, and as it would be released now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from app.model.as_written import as_written
from app.model.document import Document
from app.model.standpoint import standpoint
from app.release.build import build
from app.release.released import Entry, Pieces, Portion, Words
from app.release.writers.plain import marked, original_line, stamp_line
from app.ui.background import Task
from app.ui.commands.decisions import HIDDEN
from app.ui.commands.desk import Desk
from app.ui.labels import NamedLabel
from app.ui.theme import Theme
from app.ui.tools.reading_view import Line, ReadingView, Run
from app.ui.tools.tool import Tool

_BLANK: Line = (Run(""),)
MAKING = "The view is being made."


class AsOfTool(Tool):
    """A view of the whole memorandum, made off the main thread and brought up to date whenever it
    is seen and the document changed. What is out of date can't be copied, and is let go of when it
    is not seen.
    """

    breadth = 480
    meaning = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: Document | None = None
        self._making: Task[tuple[Line, ...]] | None = None
        self.state = NamedLabel(self.title)
        self.state.setWordWrap(True)
        self.view = ReadingView(f"Memorandum, {self.title.lower()}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def lines(self, document: Document) -> tuple[Line, ...]:
        """What is shown of the document; touches no widget."""
        raise NotImplementedError

    def refusal(self) -> str:
        """Why the person may not see it, "" where they may."""
        return ""

    def refresh(self) -> None:
        if refusal := self.refusal():
            self._empty(refusal)
        elif self._shown is self.desk.document:
            self.view.allow_copying()
        elif self._making is None:
            self._make(self.desk.document)

    def refresh_soon(self) -> None:
        """What is shown is out of date at once, not only when the new view is there."""
        stale = self.desk.review is None or self._shown is not self.desk.document
        if stale or self.refusal():
            self.view.forbid_copying()
        super().refresh_soon()

    def forget(self) -> None:
        self._empty("")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._empty("")

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.view.set_theme(theme)

    def _empty(self, why: str) -> None:
        if self._making is not None:
            self._making.abandon()
            self._making = None
        self._shown = None
        self.view.show_lines(())
        self.state.setText(why)

    def _make(self, document: Document) -> None:
        if self._shown is None:
            self.state.setText(MAKING)
        work, done = partial(self.lines, document), partial(self._show, document)
        self._making = Task(work, done, _ignore, (), self)
        self._making.start()

    def _show(self, document: Document, lines: tuple[Line, ...]) -> None:
        """Show them unless the document has changed since; then they are made again."""
        self._making = None
        if self.desk.review is None or not self.isVisible():
            return
        if document is not self.desk.document or self.refusal():
            self.refresh()
            return
        self._shown = document
        self.view.show_lines(lines)
        self.state.setText(self.meaning)


def written_lines(document: Document) -> tuple[Line, ...]:
    """The whole memorandum at its own classification, marks unstruck."""
    written = as_written(document)
    banner = written.level.value if written.level is not None else ""
    blocks: list[tuple[Line, ...]] = [((Run(banner),),)] if banner else []
    for portion in written.portions:
        words = marked(portion.text, portion.mark, struck=False)
        text = f"{portion.label} {words}" if portion.label else words
        blocks.append(tuple(_broken((Run(text),))))
    if banner:
        blocks.append(((Run(banner),),))
    return _spaced(blocks)


def released_lines(document: Document) -> tuple[Line, ...]:
    """What would be released now, from nothing but the release: withheld words are not in it."""
    release = build(document)
    banner: Line = (Run(release.marking.value),)
    blocks: list[tuple[Line, ...]] = [(banner,)]
    if stamp := stamp_line(release):
        blocks.append(((Run(stamp),),))
    if release.title:
        blocks.append(tuple(_broken(_runs(release.title))))
    if original := original_line(release):
        blocks.append(((Run(original),),))
    blocks += map(_released_block, release.head)
    blocks += map(_released_block, release.portions)
    blocks.append((banner,))
    return _spaced(blocks)


def _released_block(one: Entry | Portion) -> tuple[Line, ...]:
    label = (*_runs(one.label), Run(" ")) if one.label else ()
    mark = marked("", one.mark, struck=one.struck)
    return tuple(_broken((*label, *_runs(one.text), Run(mark))))


def _runs(pieces: Pieces) -> Iterator[Run]:
    for piece in pieces:
        yield Run(piece.text, boxed=not isinstance(piece, Words))


def _broken(runs: Iterable[Run]) -> Iterator[Line]:
    """The runs line by line."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.boxed))
        for text in others:
            yield tuple(line)
            line = [Run(text, run.boxed)]
    yield tuple(line)


def _spaced(blocks: Iterable[tuple[Line, ...]]) -> tuple[Line, ...]:
    """The blocks with a blank line between them."""
    lines: list[Line] = []
    for block in blocks:
        lines += [*([_BLANK] if lines else []), *block]
    return tuple(lines)


def _ignore(_: Exception) -> None:
    """No error is expected."""


class AsWrittenTool(AsOfTool):
    """Before any decision."""

    name = "as_written"
    title = "As Written"
    meaning = "As it was written, at its own classification, before any decision."

    def lines(self, document: Document) -> tuple[Line, ...]:
        return written_lines(document)


class AsReleasedTool(AsOfTool):
    """As the decisions are now."""

    name = "as_released"
    title = "As Released"
    meaning = "As it would be released now. What is undecided is withheld."

    def lines(self, document: Document) -> tuple[Line, ...]:
        return released_lines(document)

    def refusal(self) -> str:
        """It shows the first reviewer's decisions."""
        if self.desk.review is None:
            return ""
        return HIDDEN if standpoint(self.desk.document, self.desk.person).blind else ""
