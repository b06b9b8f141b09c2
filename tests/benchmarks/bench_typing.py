"""From a key press to painted, and from an edit to painted, beside a bare QPlainTextEdit.

``python -m tests.benchmarks.bench_typing`` prints tables. All is on: gutters, page rules, marks in
the text, model, history. Times are milliseconds; "painted" means that the text, and both gutters
where they have to, have drawn what the event made dirty.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.model.document import Reviewer
from app.model.edits import AssignSpeaker, Edit, SetMarking, SplitParagraph
from app.model.terms import Level
from app.review import Review
from app.ui.theme import LIGHT, apply_theme
from app.ui.transcript.pane import TranscriptPane
from tests.benchmarks.documents import transcript

SIZES = (10, 100, 1_000, 5_000)
KEYS = 320
WARM_UP = 20
"""Keys that are not counted: fonts are loaded with the first ones."""
EDITS = 60
ANN = Reviewer("rev-ab", "Ann Baker", "AB")


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def timed(act: Callable[[], object], paints: Paints) -> float:
    """Milliseconds until what the act made dirty is painted."""
    before = paints.count
    start = perf_counter()
    act()
    while paints.count == before:
        QApplication.processEvents()
    QApplication.processEvents()
    return _since(start)


def _since(start: float) -> float:
    return (perf_counter() - start) * 1000


def typed(widget: QPlainTextEdit) -> list[float]:
    """Keys in the middle of the text."""
    paints = Paints(widget.viewport())
    text = "the quick brown fox "
    times = [
        timed(partial(QTest.keyClick, widget, text[n % len(text)]), paints) for n in range(KEYS)
    ]
    widget.viewport().removeEventFilter(paints)
    return times[WARM_UP:]


def bare(texts: Sequence[str]) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setPlainText("\n".join(texts))
    return edit


def shown(widget: QWidget) -> None:
    widget.resize(1000, 800)
    widget.show()
    widget.activateWindow()
    for _ in range(5):
        QApplication.processEvents()


def settle(times: list[float]) -> str:
    return f"{median(times):7.2f} {quantiles(times, n=20)[-1]:7.2f}"


def bench_keys(pages: int) -> None:
    document = transcript(pages)
    middle = len(document.paragraphs) // 2
    edit = bare([paragraph.text for paragraph in document.paragraphs])
    shown(edit)
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(middle).position() + 100)
    edit.setTextCursor(cursor)
    reference = typed(edit)
    edit.close()

    review = Review(document, ANN)
    pane = TranscriptPane()
    start = perf_counter()
    pane.resize(1000, 800)
    pane.set_review(review)
    pane.show()
    paints = Paints(pane.editor.viewport())
    while not paints.count:
        QApplication.processEvents()
    first = _since(start)
    blocks = pane.editor.document().blockCount
    while blocks() < len(document.paragraphs):
        QApplication.processEvents()
    whole = _since(start)
    shown(pane)
    pane.place_caret(middle, 100)
    pane.setFocus()
    QApplication.processEvents()
    times = typed(pane.editor)
    edits = bench_edits(pane, review, middle)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{pages:6} {settle(reference)} {settle(times)} {first:8.0f} {whole:8.0f}"
        f" {' '.join(f'{median(one):6.1f}' for one in edits)} {memory:8.0f}"
    )
    pane.close()
    pane.deleteLater()
    edit.deleteLater()
    QApplication.processEvents()


def bench_edits(pane: TranscriptPane, review: Review, at: int) -> list[list[float]]:
    """Split, assign, mark: each to painted."""
    paints = Paints(pane.editor.viewport())
    kinds: tuple[Callable[[int], Edit], ...] = (
        lambda n: SplitParagraph(at + 2 * n % 4, 60),
        lambda n: AssignSpeaker((at,), f"person-{n % 2 + 1}"),
        lambda n: SetMarking((at,), (Level.C, Level.S)[n % 2]),
    )
    results = []
    for kind in kinds:
        times = []
        for n in range(EDITS):
            times.append(timed(partial(review.apply, kind(n)), paints))
            if kind is kinds[0]:
                review.undo()
                QApplication.processEvents()
        results.append(times)
    return results


def main() -> None:
    application = QApplication([])
    apply_theme(application, LIGHT)
    print("milliseconds: median and p95 of a key; load to first paint and whole; edits; peak MB")
    print(
        f"{'pages':>6} {'bare':>7} {'p95':>7} {'pane':>7} {'p95':>7} {'first':>8} {'whole':>8}"
        f" {'split':>6} {'assign':>6} {'mark':>6} {'peak MB':>8}"
    )
    for pages in SIZES:
        bench_keys(pages)


if __name__ == "__main__":
    main()
