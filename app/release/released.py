"""What is released: the one value the writers see. Whatever is not here can't be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.model.terms import Level
from app.release.amounts import Amount


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are released."""

    text: str


@dataclass(frozen=True, slots=True)
class Omission:
    """Stands in place of words that are not. ``verb`` is "not declassified" or "not released";
    ``codes`` are the exemptions as printed.
    """

    amount: Amount
    verb: str
    codes: tuple[str, ...]

    @property
    def wording(self) -> str:
        """As FRUS prints it, without brackets: "2½ lines not declassified"."""
        return f"{self.amount.wording} {self.verb}"

    @property
    def text(self) -> str:
        """In plain text: "[2½ lines not declassified; 1.4(c)]"."""
        return f"[{'; '.join((self.wording, *self.codes))}]"


Piece = Words | Omission
Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the memorandum's head. ``mark`` is the portion mark as printed, "" for none."""

    label: Pieces
    text: Pieces
    mark: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """A paragraph, or several that are withheld whole.

    ``speaker`` is the place of its speaker in ``Released.participants``, None where not told.
    """

    kind: Literal["narrative", "turn", "continuation", "omitted"]
    label: Pieces
    text: Pieces
    mark: str = ""
    struck: bool = False
    speaker: int | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """``function`` is the token of ``terms.Function``."""

    name: str
    function: str
    office: str
    affiliation: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """The declassification stamp (32 CFR 2001.25(b))."""

    authority: str
    case: str
    initials: str
    date: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A line of the log: where, how much, why, who. Never what.

    ``place`` and ``pages`` are of the paper. ``chain`` is the digest of this line and all before.
    """

    number: int
    place: str
    pages: str
    amount: str
    words: str
    codes: tuple[str, ...]
    action: str
    decided: str
    agreed: str
    chain: str = ""


@dataclass(frozen=True, slots=True)
class Released:
    """A memorandum as it is given away.

    ``original`` is the classification the paper bore, ``marking`` that of this copy, computed from
    what survives. ``date`` is ISO 8601, "" where not told. ``review`` says by whom it was reviewed.
    ``wordings`` are the codes used with what they mean.
    """

    title: Pieces
    head: tuple[Entry, ...]
    portions: tuple[Portion, ...]
    participants: tuple[Participant, ...]
    repository: str
    date: str
    original: Level | None
    marking: Level
    stamp: Stamp | None
    removals: tuple[Removal, ...]
    wordings: tuple[tuple[str, str], ...]
    review: str

    @property
    def name(self) -> str:
        """The title in one line."""
        return in_line(self.title) or "Memorandum of conversation"


def in_line(pieces: Pieces) -> str:
    """The pieces as plain text in one line."""
    return " ".join("".join(piece.text for piece in pieces).split())
