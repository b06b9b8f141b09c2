"""Findings and spelling at the desk: what they add to a key, and how long they take beside it.

``python -m tests.benchmarks.bench_proofreading`` prints a table. Times are milliseconds. A key is
timed from when it is due to when it is painted, so that it waits for the slice of work that it
comes into. Keys come fast, as typed, and slowly, so that the rules are run between them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from random import Random
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.checks.registry import with_spelling
from app.model.document import Reviewer
from app.model.edits import CorrectText
from app.review import Review
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller
from app.ui.findings.pane import FindingsPane
from app.ui.findings.watch import QUIET_MS, Watch
from app.ui.theme import LIGHT, apply_theme
from app.ui.transcript.pane import TranscriptPane
from tests.benchmarks.bench_checks import misread
from tests.benchmarks.bench_typing import Paints, shown

SIZES = (100, 1_000)
FAST, SLOW = 200, 40
ANN = Reviewer("rev-ab", "Ann Baker", "AB")
TEXT = "the quick brown fox "
BARS = "bars: a key 4 (p95); all rules over 1,000 pages 2,000; after an edit 30; spelling 1 a key"


class Typist:
    """Types in the middle of the text and times each key."""

    def __init__(self, pane: TranscriptPane) -> None:
        self._pane = pane
        self._random = Random(3)
        self._paints = Paints(pane.editor.viewport())
        self._typed = 0

    def keys(self, count: int, pause: Callable[[], float]) -> list[float]:
        """Milliseconds that each key took; ``pause`` gives the seconds between two."""
        return [self._key(pause()) for _ in range(count)]

    def fast(self) -> float:
        return self._random.uniform(0.005, 0.02)

    def slow(self) -> float:
        """Long enough for the rules to begin, and any time after that."""
        return QUIET_MS / 1000 + self._random.uniform(0.005, 0.06)

    def _key(self, pause: float) -> float:
        """The key comes while events are run, and waits for the one that it comes into."""
        due = perf_counter() + pause
        while perf_counter() < due:
            QApplication.processEvents()
        before = self._paints.count
        QTest.keyClicks(self._pane.editor, TEXT[self._typed % len(TEXT)])
        self._typed += 1
        while self._paints.count == before:
            QApplication.processEvents()
        return (perf_counter() - due) * 1000


def summary(times: list[float]) -> str:
    return f"{median(times):6.2f} {quantiles(times, n=20)[-1]:6.2f}"


def settled(watch: Watch) -> float:
    """Milliseconds until the findings are true."""
    start = perf_counter()
    while not watch.is_true:
        QApplication.processEvents()
    return (perf_counter() - start) * 1000


def bench(pages: int) -> None:
    review = Review(misread(pages), ANN)
    middle = len(review.document.paragraphs) // 2
    transcript, watch = TranscriptPane(), Watch()
    findings = FindingsPane(watch)
    transcript.set_review(review)
    shown(findings)
    shown(transcript)
    transcript.place_caret(middle, 100)
    transcript.setFocus()
    typist = Typist(transcript)
    typist.keys(20, typist.fast)
    plain = typist.keys(FAST, typist.fast)
    rested = typist.keys(SLOW, typist.slow)

    speller = Speller(english(), diplomatic())
    transcript.set_speller(speller)
    spelt = typist.keys(FAST, typist.fast)

    findings.set_review(review)
    watch.set_review(review)
    watch.set_checks(with_spelling(Speller(english(), diplomatic())))
    beside = typist.keys(SLOW, typist.slow)
    watch.set_checks(with_spelling(Speller(english(), diplomatic())))
    alone = settled(watch) - QUIET_MS
    after = typist.keys(SLOW, typist.slow)
    settled(watch)
    edit = [edited(review, watch, middle, n) for n in range(20)]
    columns = " ".join(map(summary, (plain, spelt, rested, beside, after)))
    print(f"{pages:6} {len(watch.rows):6} {columns} {alone:7.0f} {summary(edit)}")
    for widget in (transcript, findings):
        widget.close()
        widget.deleteLater()
    QApplication.processEvents()


def edited(review: Review, watch: Watch, at: int, n: int) -> float:
    """From an edit to true findings in the table."""
    review.apply(CorrectText(at + 2 * n, 30, 30, "x"))
    start = perf_counter()
    watch.finish()
    return (perf_counter() - start) * 1000


def main() -> None:
    application = QApplication([])
    apply_theme(application, LIGHT)
    print(BARS)
    print("a key, median and p95: fast, with spelling; slow, while all rules run, rules after each")
    names = ("plain", "spelt", "rested", "beside", "after")
    columns = " ".join(f"{name:>6} {'p95':>6}" for name in names)
    print(f"{'pages':>6} {'found':>6} {columns} {'all':>7} {'edit':>6} {'p95':>6}")
    for pages in SIZES:
        bench(pages)


if __name__ == "__main__":
    main()
