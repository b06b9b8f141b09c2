"""Keeps the findings of the document under review true without making a key wait.

The rules are plain Python, and Python runs one thread at a time: a thread would hold up every key
for as long as the interpreter lets it run (5 ms, many times a key). So they run in slices in the
main thread, between events, and not at all while a person types.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from app.checks.check import Check
from app.checks.consistency import TELLING
from app.checks.finding import Finding
from app.checks.findings import Findings, Work, looking, refreshing
from app.model.document import Document
from app.model.standpoint import standpoint
from app.review import Change, Review

QUIET_MS = 300
"""Without a change for so long, the rules are run."""
SLICE = 0.001
"""Seconds a slice may take; a key that comes then waits for its end."""


class Watch(QObject):
    """``rows`` are the findings of ``document`` in order; None before all was looked at once.

    ``found`` says that they are others now.
    """

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._checks: Sequence[Check] = ()
        self._findings: Findings | None = None
        self._work: Work | None = None
        self._paused = False
        self.rows: tuple[Finding, ...] = ()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._start)
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self.found)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._run_slice)

    @property
    def document(self) -> Document | None:
        """What the findings are of; an edit may have made another document since."""
        return self._findings.document if self._findings is not None else None

    @property
    def is_true(self) -> bool:
        """Whether the findings are those of the document as it is now."""
        return self._review is not None and self.document is self._review.document

    def set_checks(self, checks: Sequence[Check]) -> None:
        """Look with these from now on; before they are given, nothing is looked at."""
        self._checks = checks
        self._look_anew()

    def set_review(self, review: Review | None) -> None:
        """Watch this document; None: no document is open."""
        self._review = review
        self.rows = ()
        self._look_anew()
        if review is not None:
            review.subscribe(lambda change: self._wait(review, change))

    def follow_person(self) -> None:
        """Another person is at the desk, who may see others of the findings."""
        if self._findings is not None:
            self.rows = self._for_person(self._findings)
            self.found.emit()

    def finish(self) -> bool:
        """Make the findings true now, which takes some 10 ms after an edit.

        False while everything is looked at for the first time: that goes on in slices.
        """
        if self._findings is None or self._review is None:
            return False
        while not self.is_true:
            self._work = self._work or refreshing(self._findings, self._review.document)
            self._run_for(None)
        self._tell()
        return True

    def pause(self) -> None:
        """Let something else have the time, such as a save, until ``resume``."""
        self._paused = True
        self._slices.stop()
        self._quiet.stop()

    def resume(self) -> None:
        self._paused = False
        self._quiet.start()

    def _look_anew(self) -> None:
        self._findings = self._work = None
        self._telling.stop()
        self._slices.stop()
        self._quiet.start()

    def _wait(self, review: Review, change: Change) -> None:
        if review is self._review and change.after is not change.before:
            self._slices.stop()
            self._quiet.start()

    def _start(self) -> None:
        if not self._paused and self._review is not None and self._checks and not self.is_true:
            self._slices.start()

    def _run_slice(self) -> None:
        if self._review is None:
            self._slices.stop()
            return
        if self._work is None:
            document = self._review.document
            self._work = (
                refreshing(self._findings, document)
                if self._findings is not None
                else looking(document, self._checks)
            )
        self._run_for(SLICE)

    def _run_for(self, seconds: float | None) -> None:
        """Go on with the work; None: to its end."""
        until = perf_counter() + seconds if seconds is not None else None
        assert self._work is not None
        while until is None or perf_counter() < until:
            try:
                next(self._work)
            except StopIteration as ended:
                self._take(ended.value)
                return

    def _take(self, findings: Findings) -> None:
        """The work is done. What was edited meanwhile is looked at next."""
        self._work = None
        self._findings = findings
        self.rows = self._for_person(findings)
        if self.is_true:
            self._slices.stop()
            # In an event of its own, so that a key need not wait for both.
            self._telling.start()

    def _for_person(self, findings: Findings) -> tuple[Finding, ...]:
        """Without those that tell a blind second reviewer what the first decided."""
        review = self._review
        blind = review is not None and standpoint(review.document, review.reviewer).blind
        return tuple(one for one in findings if not (blind and one.rule in TELLING))

    def _tell(self) -> None:
        if self._telling.isActive():
            self._telling.stop()
            self.found.emit()
