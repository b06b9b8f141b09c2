"""Proofreading at the desk: findings, spelling, the queue and progress, brought together."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from app.checks.finding import Finding, InParagraph, OnPage, Severity
from app.checks.progress import Progress, progress, reviewed_after, reviewed_count
from app.checks.registry import with_spelling
from app.model.edits import CorrectText
from app.model.edits.pages import place_of
from app.model.queries import Place
from app.review import Change, Review
from app.ui.commands.desk import Desk
from app.ui.docks import in_front
from app.ui.findings.pane import FindingsPane
from app.ui.findings.severity import WORDS
from app.ui.findings.step import stepped
from app.ui.findings.watch import Watch
from app.ui.labels import literal
from app.ui.queue.bar import QueueBar
from app.ui.queue.walk import Walk
from app.ui.theme import Theme
from app.ui.transcript.pane import TranscriptPane
from app.ui.word_lists import WordLists

HEIGHT = 240
"""Of the findings below the text when they are shown the first time."""
STILL_LOOKING = "The rules are still being run; try again in a moment."
NOTHING_FOUND = "Nothing is found."


class Proofreading(QObject):
    """What the commands for proofreading act on.

    ``counted``: the counts are others: of findings in words, and of paragraphs reviewed.
    """

    counted = Signal()
    told = Signal(str)

    def __init__(
        self, window: QMainWindow, desk: Desk, transcript: TranscriptPane, words: WordLists
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._transcript = transcript
        self._review: Review | None = None
        self._reviewed = 0
        self._last: Finding | None = None
        self.words = words
        self.watch = Watch(self)
        self.pane = FindingsPane(self.watch)
        self.bar = QueueBar()
        self.walk = Walk(desk, self.watch, self.bar, self)
        self.dock = QDockWidget("Findings", window)
        self.dock.setObjectName("findings-dock")
        self.dock.setWidget(self.pane)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        window.resizeDocks([self.dock], [HEIGHT], Qt.Orientation.Vertical)
        self.dock.hide()
        self._suggested: list[QAction] = []
        self._connect()
        self._take_speller()

    def _connect(self) -> None:
        self.words.changed.connect(self._take_speller)
        self.words.failed.connect(self.told)
        self.watch.found.connect(self.counted)
        self.walk.finding_reached.connect(self.pane.show_finding)
        self.pane.finding_chosen.connect(self._go_to)
        self.pane.refused.connect(self.told)
        self.pane.left.connect(self._transcript.setFocus)

    # -- what is shown ----------------------------------------------------------------------------

    def set_review(self, review: Review | None) -> None:
        """Proofread this document from now on; None: no document is open."""
        self._review, self._last = review, None
        self.walk.forget()
        self.pane.set_review(review)
        self.watch.set_review(review)
        if review is None:
            self.dock.hide()
            return
        self._reviewed = reviewed_count(review.document.paragraphs)
        review.subscribe(lambda change: self._follow(review, change))
        self.counted.emit()

    def set_theme(self, theme: Theme) -> None:
        self.pane.set_theme(theme)
        self.bar.set_theme(theme)

    def show_pane(self, shown: bool) -> None:
        """Show the findings below the text, with the keyboard, or hide them."""
        self.dock.setVisible(shown)
        if shown:
            self.dock.raise_()
            self.pane.table.setFocus()
        else:
            self._transcript.setFocus()

    @property
    def shown(self) -> bool:
        """Whether the findings are shown."""
        return self._review is not None and in_front(self.dock, self._window)

    @property
    def findings_text(self) -> str:
        """How many findings are open: "3 errors · 12 to look at"; "" before all was looked at."""
        if self.watch.document is None:
            return ""
        found = [one.rule.severity for one in self.watch.rows if not one.dismissed]
        errors = found.count(Severity.ERROR)
        rest = len(found) - errors
        words = [f"{errors:,} error" + "s" * (errors != 1)] if errors else []
        words += [f"{rest:,} to look at"] if rest else []
        return " · ".join(words) or "No findings"

    @property
    def reviewed_text(self) -> str:
        """What share of the paragraphs is reviewed."""
        total = len(self._desk.document.paragraphs)
        return f"{100 * self._reviewed // total} % reviewed"

    def progress(self) -> Progress:
        """How much of the document is done, counted now."""
        rows = self.watch.rows if self.watch.finish() else ()
        return progress(self._desk.document, rows, self._desk.window.doubts_under / 100)

    def _follow(self, review: Review, change: Change) -> None:
        if review is self._review:
            self._reviewed = reviewed_after(self._reviewed, change.before, change.after)

    def _take_speller(self) -> None:
        """With the dictionary there, the rules are run and unknown words are marked."""
        if self.words.speller is not None:
            self.watch.set_checks(with_spelling(self.words.speller))
            self._transcript.set_speller(self.words.speller)

    # -- findings ---------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) finding: of those in the pane while it is shown, else of
        all open ones.
        """
        if not self.watch.finish():
            self.told.emit(STILL_LOOKING)
            return
        rows = self.pane.model.rows if self.shown else self._open_findings()
        finding = stepped(rows, self._last, self._transcript.selection()[0], by)
        if finding is None:
            self.told.emit(NOTHING_FOUND)
            return
        self.pane.show_finding(finding)
        self._go_to(finding)
        self.told.emit(f"{WORDS[finding.rule.severity]}: {finding.message}")

    def _open_findings(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.watch.rows if not one.dismissed)

    def _go_to(self, finding: Finding) -> None:
        """The caret goes there, if it is a place in the text; the keyboard stays."""
        self._last = finding
        where = finding.where
        if not self.watch.is_true:
            return
        if isinstance(where, InParagraph):
            to = (where.at, where.end) if where.end > where.start else None
            self._transcript.place_caret(where.at, where.start, select_to=to)
        elif isinstance(where, OnPage):
            place = place_of(self._desk.document, where.page)
            self._transcript.place_caret(*((place[0], place[1].start) if place else (0, 0)))

    # -- spelling ---------------------------------------------------------------------------------

    def judge_for_me(self, word: str, verdict: Literal["good", "bad"]) -> None:
        """The word counts so for this person."""
        if self.words.speller is None:
            self.told.emit("The dictionary is still being read; try again in a moment.")
        else:
            self.words.judge(word, verdict)
            self.told.emit(f"“{word}” is on your list of {verdict} words.")

    def offer_suggestions(self, menu: QMenu) -> None:
        """Put what an unknown word at the caret may be at the top of the menu."""
        for action in self._suggested:
            menu.removeAction(action)
            action.deleteLater()
        self._suggested = []
        if self._review is None:
            return
        at, offset = self._transcript.caret()
        found = self._transcript.unknown_word(at, offset)
        first = next(iter(menu.actions()), None)
        if found is None or first is None:
            return
        word, suggestions = found
        for text in suggestions:
            action = QAction(literal(text), menu)
            action.triggered.connect(partial(self._correct, (at, word[0]), word[1], text))
            self._suggested.append(action)
        if not suggestions:
            none = QAction("No suggestions", menu, enabled=False)
            self._suggested.append(none)
        rule = QAction(menu)
        rule.setSeparator(True)
        self._suggested.append(rule)
        menu.insertActions(first, self._suggested)

    def _correct(self, place: Place, end: int, text: str, _checked: bool = False) -> None:
        self._desk.apply(CorrectText(place[0], place[1], end, text))
