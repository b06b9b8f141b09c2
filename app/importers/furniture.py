"""Tells the lines around the text from the text: banners, page numbers, letterhead, stamp, dirt.

Nothing is said yet about the page a piece stands on; that is for ``pages``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from app.importers.banners import banner
from app.importers.edges import edges
from app.importers.library import is_library_stamp
from app.importers.lines import LONG, Line, cells
from app.importers.margins import hardly_read
from app.importers.marks import lone_marks
from app.importers.noise import is_noise, is_speck
from app.importers.parting import cut
from app.importers.stamp import stamp_length, starts_stamp
from app.importers.titles import form_label, is_other_title, is_title
from app.model.document import Furniture
from app.model.passage import Passage
from app.model.terms import Certainty, FurnitureKind, Place


@dataclass(frozen=True, slots=True)
class Loose:
    """Furniture that is not laid out yet: its place says nothing. ``page`` as in ``Line``."""

    furniture: Furniture
    page: int | None


Piece = Line | Loose
"""A line of the text, or something around it."""

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s(]*(\d{1,4})[-–—\s).]*", re.ASCII | re.IGNORECASE)
_LOG_NUMBER = re.compile(r"\d{3,7}(?:\s?[- ]\s?[A-Z][\w-]*){0,2}", re.ASCII)
_NUMBERED = re.compile(r"(\S*[A-Za-z]\S*)\s+(?=[-–—\s(]*\d{1,5}\b.{0,9}$)")
_ORIGIN = re.compile(r"([A-Za-z]{4,11}(?: [A-Za-z]{2,5})?) ?[:;]")
_ORIGINS = ("classified by", "derived from", "reason", "multiple sources")
_DECLASSIFY_ON = re.compile(r"([A-Za-z ]{4,16})\bon\s?[:;]", re.IGNORECASE)
_LONGEST_NUMBER = 14
_HEAD = 30
"""Lines within which a page's title stands when it has one."""
_FORM_HEAD = 25
"""Lines within which the form begins where there is no title."""
_NEAR = 3
"""Lines above the form among which a title of another kind stands."""


def sorted_out(lines: Sequence[Line], sheets: Collection[int] = ()) -> list[Piece]:
    """The lines, in order, with all that is not the text made into furniture.

    ``sheets`` are the pages that are no memorandum's: all on them is furniture. Where something is
    taken away from between two lines, the space above it is above the second.
    """
    head, length = _heads(lines), _stamps(lines)
    spaced: set[int] = set()
    marks = lone_marks([line.text for line in lines])
    edge = edges(lines, lambda at: at not in marks and (at in length or _stands_around(lines[at])))
    pieces: list[Piece] = []
    at = 0
    while at < len(lines):
        line = replace(lines[at], spaced=True) if at in spaced else lines[at]
        count = max(1, length.get(at, 1))
        if line.page in sheets:
            count = 1
            pieces.append(Loose(_made(FurnitureKind.OTHER, line), line.page))
        elif length.get(at):
            pieces.append(Loose(_stamp(lines[at : at + count]), line.page))
        elif at in head:
            pieces += [Loose(_of_the_head(part), line.page) for part in _cells(line)]
        else:
            parts = _cells(line) if at in edge else [line]
            pieces += [part if at in marks else _piece(part, at in edge) for part in parts]
        at += count
        if line.spaced and at < len(lines) and isinstance(pieces[-1], Loose):
            spaced.add(at)
    return pieces


def page_number(piece: Furniture) -> int | None:
    """The number a PAGE_NUMBER says, None for other furniture."""
    if piece.kind is not FurnitureKind.PAGE_NUMBER:
        return None
    found = _PAGE_NUMBER.fullmatch(piece.text.text)
    return int(found[1]) if found else None


def declassify_on(piece: Furniture) -> str:
    """What stands after "Declassify on:", as printed; only "OADR" where it begins with that."""
    after = _DECLASSIFY_ON.split(piece.text.text, maxsplit=1)[-1].strip()
    return "OADR" if after.startswith("OADR") else after


def says_in_part(piece: Furniture) -> bool:
    """Whether it is a stamp that says that the paper was released in part only."""
    return piece.kind is FurnitureKind.STAMP and "IN PART" in piece.text.text.upper()


def is_end_mark(text: str) -> bool:
    """Whether the line says that the conversation ends here ("-- End of Conversation --")."""
    return (
        len(text) <= 40
        and fuzz.ratio("".join(filter(str.isalpha, text)).lower(), "endofconversation") >= 80
    )


def _stamps(lines: Sequence[Line]) -> dict[int, int]:
    """Each line of a stamp; with its length in lines the first one, with 0 the others."""
    found: dict[int, int] = {}
    for at, line in enumerate(lines):
        if at not in found and len(line.text) <= LONG and starts_stamp(line):
            length = stamp_length(lines, at)
            found |= dict.fromkeys(range(at, at + length), 0)
            found[at] = length
    return found


def _stands_around(line: Line) -> bool:
    """Whether a line at the edge of the text surely is none of it."""
    if len(line.text) > LONG:
        return False
    return (
        is_noise(line.text)
        or hardly_read(line)
        or bool(_banner(line, edge=True) or _foot(line) or is_library_stamp(line.text))
    )


def _heads(lines: Sequence[Line]) -> frozenset[int]:
    """The lines above each title; above the form where the source has no title near its top."""
    titles = [at for at, line in enumerate(lines) if is_title(line)]
    if not any(at < _HEAD for at in titles):
        form = [at for at, line in enumerate(lines[:_FORM_HEAD]) if form_label(line.text)][:1]
        near = (at for label in form for at in range(max(0, label - _NEAR), label))
        titles += [at for at in near if is_other_title(lines[at])][:1] or form
    return frozenset(at for title in titles for at in range(_head_start(lines, title), title))


def _head_start(lines: Sequence[Line], title: int) -> int:
    """The first line of the head above a title: at the top of the page, or where text ends."""
    lowest = max(0, title - _HEAD)
    for at in range(title - 1, lowest - 1, -1):
        if lines[at].page != lines[title].page or lines[at].prose or is_end_mark(lines[at].text):
            return at + 1
    return lowest


def _cells(line: Line) -> list[Line]:
    """What stands side by side above the title."""
    parts = cells(line.text)
    if not line.struck and len(parts) > 1:
        return [Line(part, page=line.page) for part in parts]
    numbered = None if line.struck else _NUMBERED.match(line.text)
    if numbered and banner(Line(numbered[1]), edge=True):
        return cut(line, numbered.end(1))
    return [line]


def _piece(line: Line, edge: bool) -> Piece:
    """A piece of furniture if the line surely is one, else the line."""
    if len(line.text) > LONG:
        return line
    made = _banner(line, edge) or _foot(line)
    if made is None and is_library_stamp(line.text):
        made = _made(FurnitureKind.OTHER, line)
    if made is None and (edge or is_speck(line.text) or hardly_read(line)):
        made = _dirt(line)
    return Loose(made, line.page) if made else line


def _of_the_head(line: Line) -> Furniture:
    """A line above the title, where no text is expected."""
    made = _banner(line, edge=True)
    if made is None and not _LOG_NUMBER.fullmatch(line.text):
        made = _foot(line)
    if made:
        return made
    if _LOG_NUMBER.fullmatch(line.text):
        return _made(FurnitureKind.LOG_NUMBER, line)
    if is_noise(line.text):
        return _dirt(line)
    kind = FurnitureKind.LETTERHEAD if line.text.isupper() else FurnitureKind.OTHER
    return _made(kind, line)


def _banner(line: Line, edge: bool) -> Furniture | None:
    found = banner(line, edge)
    if found is None:
        return None
    made = _made(FurnitureKind.BANNER, line)
    return replace(made, level=found.level, struck=found.struck, certainty=found.certainty)


def _foot(line: Line) -> Furniture | None:
    """A page number, or a line of the classification block."""
    if len(line.text) <= _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(line.text):
        return _made(FurnitureKind.PAGE_NUMBER, line)
    if _says_declassify(line.text):
        return _made(FurnitureKind.DECLASSIFY_ON, line)
    return _made(FurnitureKind.OTHER, line) if _says_origin(line.text) else None


def _dirt(line: Line) -> Furniture:
    """What seems to be no print: it is kept, and may have been text after all."""
    certainty = Certainty.MEDIUM if line.struck else Certainty.LOW
    return replace(_made(FurnitureKind.OTHER, line), certainty=certainty)


def _made(kind: FurnitureKind, line: Line) -> Furniture:
    text = replace(line, struck=False).printed
    return Furniture(kind, Place.TOP, Passage(text), struck=line.struck)


def _says_declassify(text: str) -> bool:
    found = _DECLASSIFY_ON.match(text)
    return found is not None and fuzz.ratio(found[1].strip().lower(), "declassify") >= 70


def _says_origin(text: str) -> bool:
    """Whether the line says by whom or why the paper was classified (2001.21(a))."""
    found = _ORIGIN.match(text)
    return found is not None and bool(
        process.extractOne(found[1].lower(), _ORIGINS, scorer=fuzz.ratio, score_cutoff=85)
    )


def _stamp(lines: Sequence[Line]) -> Furniture:
    return Furniture(
        FurnitureKind.STAMP, Place.TOP, Passage("\n".join(line.printed for line in lines))
    )
