"""Makes page images in a thread, those wanted last first of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.facsimile.scans import Scans, Size
from app.ui.facsimile.decoding import page_image
from app.ui.facsimile.tone import Tone, toned

THUMBNAIL_WIDTH = 200
"""Pixels; it stands in for a page while a sharp image is made."""


class Job(NamedTuple):
    """A page (``Page.image``), ``width`` pixels wide."""

    reference: str
    width: int
    tone: Tone = Tone()


class Made(NamedTuple):
    """The images of a job, and the size of the page in its own pixels."""

    image: QImage
    thumbnail: QImage
    size: Size


Outcome = Made | Exception
"""A FacsimileError is for the person; any other is a fault of the program."""


class Workshop:
    """A thread runs while there are jobs.

    ``made`` is called in it with the scans, the job and the outcome. It may raise RuntimeError once
    nobody is there to take it.
    """

    def __init__(self, made: Callable[[Scans, Job, Outcome], None]) -> None:
        self._made = made
        self._lock = Lock()
        self._jobs: list[Job] = []
        self._running = False
        self._left: list[Scans] = []
        self._busy: set[Job] = set()
        self.scans: Scans | None = None

    def open(self, folder: Path | None) -> None:
        """From now on the jobs are about this folder's images; older ones are forgotten."""
        with self._lock:
            self._jobs.clear()
            if self.scans is not None:
                self._left.append(self.scans)
            self.scans = Scans(folder) if folder is not None else None
            self._busy.clear()
            left = [] if self._running else self._take_left()
        _close(left)

    def order(self, jobs: Sequence[Job]) -> None:
        """Make these, in this order, in place of those ordered before."""
        with self._lock:
            self._jobs = [job for job in jobs if job not in self._busy] if self.scans else []
            start = bool(self._jobs) and not self._running
            self._running |= start
        if start:
            # No daemon: the interpreter waits for it, since PDFium can't be left half way.
            Thread(target=self._run, name="page images").start()

    def taken(self, job: Job) -> None:
        """Its outcome arrived: from now on it may be ordered again."""
        with self._lock:
            self._busy.discard(job)

    def _run(self) -> None:
        while (ordered := self._next()) is not None:
            scans, job = ordered
            outcome = _outcome(scans, job)
            try:
                self._made(scans, job, outcome)
            except RuntimeError:
                self.open(None)

    def _next(self) -> tuple[Scans, Job] | None:
        with self._lock:
            left = self._take_left()
            job = self._jobs.pop(0) if self._jobs else None
            if job is not None:
                self._busy.add(job)
            self._running, scans = job is not None, self.scans
        _close(left)
        return (scans, job) if scans is not None and job is not None else None

    def _take_left(self) -> list[Scans]:
        left, self._left = self._left, []
        return left


def _close(left: list[Scans]) -> None:
    for scans in left:
        scans.close()


def _outcome(scans: Scans, job: Job) -> Outcome:
    try:
        size, image = page_image(scans, job.reference, job.width)
        image = toned(image, job.tone)
    except Exception as error:
        return error
    return Made(image, _thumbnail(image), size)


def _thumbnail(image: QImage) -> QImage:
    if image.width() <= THUMBNAIL_WIDTH:
        return image
    # To twice the size in the quick way first: the good way goes through every pixel.
    small = image.scaledToWidth(min(image.width(), 2 * THUMBNAIL_WIDTH))
    return small.scaledToWidth(THUMBNAIL_WIDTH, Qt.TransformationMode.SmoothTransformation)
