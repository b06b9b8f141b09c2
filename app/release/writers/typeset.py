"""The release as a typeset PDF with selectable text.

The words were replaced before printing: under a box there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from app.release.released import Omission, Pieces, Released
from app.release.writers.pdf import HEIGHT, WIDTH, PdfPage, assembled, printable
from app.release.writers.plain import original_line, stamp_line

_SIZE, _LEADING, _MARGIN = 10.0, 15.0, 72.0
_ADVANCE = 0.6 * _SIZE
_COLUMNS = int((WIDTH - 2 * _MARGIN) / _ADVANCE)


class Look(Enum):
    """How a run of text is shown."""

    PLAIN = "plain"
    BOLD = "bold"
    BOXED = "boxed"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    look: Look = Look.PLAIN


Line = list[Run]


def written(release: Released) -> bytes:
    """The file."""
    sheet = Sheet(_banner(release))
    stamp = stamp_line(release)
    if stamp:
        sheet.paragraph([Run(stamp, Look.BOXED)])
    sheet.paragraph(_runs(release.title, Look.BOLD) or [Run(release.name, Look.BOLD)])
    if original := original_line(release):
        sheet.paragraph([Run(original)])
    for entry in release.head:
        sheet.paragraph(_labelled(entry.label, entry.text, entry.mark, struck=entry.struck))
    for portion in release.portions:
        sheet.paragraph(_labelled(portion.label, portion.text, portion.mark, struck=portion.struck))
    return sheet.finished()


def _banner(release: Released) -> Line:
    now = Run(release.marking.value, Look.BOLD)
    if release.original is None or release.original is release.marking:
        return [now]
    return [Run(release.original.value, Look.STRUCK), Run(" "), now]


def _labelled(label: Pieces, text: Pieces, mark: str, *, struck: bool) -> Line:
    runs = _runs(label, Look.BOLD)
    runs += [Run(" ")] if runs else []
    runs += _runs(text, Look.PLAIN)
    return [*runs, Run(" "), Run(mark, Look.STRUCK if struck else Look.PLAIN)] if mark else runs


def _runs(pieces: Pieces, look: Look) -> Line:
    return [
        Run(piece.text, Look.BOXED if isinstance(piece, Omission) else look) for piece in pieces
    ]


class Sheet:
    """Pages filled from the top, each with its banner and number."""

    def __init__(self, banner: Line) -> None:
        self._banner = banner
        self._pages: list[PdfPage] = []
        self._y = 0.0

    def paragraph(self, runs: Line, *, gap: bool = True) -> None:
        """A paragraph, broken into lines between words; a line break of the text breaks it too."""
        for line in _broken(runs):
            if not self._pages or self._y < _MARGIN + _LEADING:
                self._turn()
            self._show(line, _MARGIN, self._y)
            self._y -= _LEADING
        if gap:
            self._y -= _LEADING / 2

    def finished(self) -> bytes:
        """The file."""
        if not self._pages:
            self._turn()
        for number, page in enumerate(self._pages, start=1):
            told = f"- {number} -"
            page.text((WIDTH - len(told) * _ADVANCE) / 2, _MARGIN / 2 - 12, told, _SIZE)
        return assembled(self._pages)

    def _turn(self) -> None:
        self._pages.append(PdfPage())
        width = sum(len(run.text) for run in self._banner) * _ADVANCE
        for y in (HEIGHT - _MARGIN / 2, _MARGIN / 2):
            self._show(self._banner, (WIDTH - width) / 2, y)
        self._y = HEIGHT - _MARGIN - _SIZE

    def _show(self, line: Line, x: float, y: float) -> None:
        page = self._pages[-1]
        for look, runs in groupby(line, key=lambda run: run.look):
            text = printable("".join(run.text for run in runs))
            width = len(text) * _ADVANCE
            if text.strip():
                page.text(x, y, text, _SIZE, bold=look is Look.BOLD)
            if look is Look.BOXED and text:
                page.box(x - 1, y - 3, width + 2, _SIZE + 2)
            if look is Look.STRUCK and text:
                page.line(x, y + 3, x + width)
            x += width


def _broken(runs: Line) -> Iterator[Line]:
    """The lines of a paragraph."""
    line: Line = []
    left = _COLUMNS
    for word in _words(runs):
        if word.text == "\n":
            yield line
            line, left = [], _COLUMNS
            continue
        if len(word.text) > left and word.text.strip() and line:
            yield line
            line, left = [], _COLUMNS
        if line or word.text.strip():
            line.append(word)
            left -= len(word.text)
    if line:
        yield line


def _words(runs: Line) -> Iterator[Run]:
    """Words, blanks and line breaks, each with its look; a word longer than a line is cut."""
    for run in runs:
        for number, row in enumerate(run.text.split("\n")):
            if number:
                yield Run("\n", run.look)
            blank = ""
            for word in printable(row).split(" "):
                if blank:
                    yield Run(blank, run.look if run.look is Look.BOXED else Look.PLAIN)
                for at in range(0, len(word), _COLUMNS):
                    yield Run(word[at : at + _COLUMNS], run.look)
                blank = " "
