"""The page images that were made, within a bound of memory, and the way to have more made."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.facsimile.references import FacsimileError
from app.facsimile.scans import Scans, Size
from app.ui.facsimile.workshop import Job, Outcome, Workshop

PAGES_MB = 112
THUMBNAILS_MB = 16
_MEGABYTE = 1024 * 1024


class Shelf:
    """Images up to a number of bytes; those not used for longest go first."""

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._images: OrderedDict[object, QImage] = OrderedDict()
        self.bytes = 0

    def get(self, key: object) -> QImage | None:
        if key in self._images:
            self._images.move_to_end(key)
        return self._images.get(key)

    def put(self, key: object, image: QImage) -> None:
        """An image larger than the shelf is kept alone, or it would be made for ever."""
        old = self._images.pop(key, None)
        self.bytes += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
        self._images[key] = image
        while self.bytes > self._bound and len(self._images) > 1:
            _, gone = self._images.popitem(last=False)
            self.bytes -= gone.sizeInBytes()

    def clear(self) -> None:
        self._images.clear()
        self.bytes = 0


class Renderer(QObject):
    """Gives what is there at once, and says ``rendered`` (``Page.image``) when there is more."""

    rendered = Signal(str)
    _made = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = Shelf(PAGES_MB * _MEGABYTE)
        self._thumbnails = Shelf(THUMBNAILS_MB * _MEGABYTE)
        self._last: dict[str, Job] = {}
        self._sizes: dict[str, Size] = {}
        self._problems: dict[str, str] = {}
        self._wanted: dict[object, tuple[Job, ...]] = {}
        self._workshop = Workshop(self._made.emit)
        self._made.connect(self._keep)
        workshop = self._workshop
        self.destroyed.connect(lambda: workshop.open(None))

    def open(self, folder: Path | None) -> None:
        """Show images of this folder from now on; what is known of others is forgotten."""
        self._workshop.open(folder)
        self._wanted.clear()
        for held in (self._last, self._sizes, self._problems):
            held.clear()
        self._pages.clear()
        self._thumbnails.clear()

    def image(self, job: Job) -> QImage | None:
        """The sharp image, if it is there."""
        return self._pages.get(job)

    def stand_in(self, reference: str) -> QImage | None:
        """What there is of the page until the sharp image is there."""
        last = self._last.get(reference)
        image = self._pages.get(last) if last is not None else None
        return image or self._thumbnails.get(reference)

    def size(self, reference: str) -> Size | None:
        """The size of the page in its own pixels, once an image was made."""
        return self._sizes.get(reference)

    def problem(self, reference: str) -> str | None:
        """Why the page can't be shown."""
        return self._problems.get(reference)

    def want(self, owner: object, jobs: Sequence[Job]) -> None:
        """Have these made, the first first, in place of those that ``owner`` wanted before."""
        self._wanted[owner] = tuple(jobs)
        self._order()

    def _order(self) -> None:
        wanted = dict.fromkeys(chain.from_iterable(self._wanted.values()))
        self._workshop.order([
            job
            for job in wanted
            if self._pages.get(job) is None and job.reference not in self._problems
        ])  # fmt: skip

    def _keep(self, scans: Scans, job: Job, outcome: Outcome) -> None:
        if scans is not self._workshop.scans:
            return
        self._workshop.taken(job)
        if isinstance(outcome, FacsimileError):
            self._problems[job.reference] = str(outcome)
        elif isinstance(outcome, Exception):
            self._problems[job.reference] = "This page can't be shown."
            raise outcome
        else:
            self._pages.put(job, outcome.image)
            self._thumbnails.put(job.reference, outcome.thumbnail)
            self._last[job.reference] = job
            self._sizes[job.reference] = outcome.size
        self.rendered.emit(job.reference)
