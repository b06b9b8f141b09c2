"""Putting a document's text into the widget: what is seen first at once, the rest in slices."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

FIRST = 64
"""Paragraphs put in at once: more than a tall screen shows."""
PIECE = 128
"""Paragraphs put in between two looks at the clock."""
SLICE = 0.010
"""Seconds a slice may take; keys are answered between slices."""


class Filling(QObject):
    """Calls ``add(start, stop)`` for stretches of paragraphs until ``count()`` are there.

    Both the number there and the number wanted are asked for each time: people edit meanwhile.
    """

    def __init__(
        self,
        there: Callable[[], int],
        count: Callable[[], int],
        add: Callable[[int, int], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._there = there
        self._count = count
        self._add = add
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fill_slice)

    def start(self) -> None:
        """Go on in slices."""
        self._timer.start()

    def fill_to(self, count: int) -> None:
        """Have at least ``count`` paragraphs, now."""
        stop = min(count, self._count())
        if self._there() < stop:
            self._add(self._there(), stop)

    def fill(self) -> None:
        """Have all of them, now."""
        self.fill_to(self._count())
        self._timer.stop()

    def _fill_slice(self) -> None:
        until = perf_counter() + SLICE
        while self._there() < self._count():
            self.fill_to(self._there() + PIECE)
            if perf_counter() > until:
                return
        self._timer.stop()
