"""The closed sets of the domain. Values are the tokens written to TEI."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """Classification level of a portion or banner, lowest first (32 CFR 2001.21(c))."""

    U = "UNCLASSIFIED"
    C = "CONFIDENTIAL"
    S = "SECRET"
    TS = "TOP SECRET"

    rank: int
    """Position in the order of sensitivity, 0 for unclassified."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)


class Kind(Enum):
    """What a paragraph is: told by the note-taker, the start of a turn, or more of the same
    turn.
    """

    NARRATIVE = "narrative"
    TURN = "turn"
    CONTINUATION = "continuation"


class Function(Enum):
    """What a participant does in the conversation (TEI ``person/@role``)."""

    PRINCIPAL = "principal"
    INTERPRETER = "interpreter"
    NOTETAKER = "notetaker"
    PARTICIPANT = "participant"


class Place(Enum):
    """Where on the page a piece of furniture stands (TEI ``fw/@place``)."""

    TOP = "top"
    BOTTOM = "bottom"


class Position(Enum):
    """Whether a portion mark stands before or after its paragraph."""

    LEADING = "leading"
    TRAILING = "trailing"


class Certainty(Enum):
    """How sure a reading is (TEI ``@cert``); anything under HIGH is proposed, not asserted."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class CorrectionKind(Enum):
    """What sort of slip a correction mends (TEI ``corr/@type``).

    The last three follow the FRUS practice: obvious typos are silent in print, other corrections
    stand in brackets in italic, additions in brackets in roman. An OCR slip never reaches print.
    """

    OCR = "ocr"
    TYPO = "typo"
    CORRECTION = "correction"
    ADDITION = "addition"


class NoteKind(Enum):
    """Whom a note is for (TEI ``note/@type``)."""

    EDITORIAL = "editorial"
    QUESTION = "question"
    SOURCE = "source"


class NameKind(Enum):
    """What a name in the text names."""

    PERSON = "person"
    PLACE = "place"


class FurnitureKind(Enum):
    """What a line outside the running text is (TEI ``fw/@type``; a stamp is ``ab`` or
    ``stamp``).
    """

    BANNER = "classification"
    PAGE_NUMBER = "pageNum"
    LETTERHEAD = "letterhead"
    LOG_NUMBER = "log-number"
    DECLASSIFY_ON = "declassify-on"
    STAMP = "stamp"
    OTHER = "other"


class Disposition(Enum):
    """What becomes of a portion at a release; a portion without one is not yet reviewed."""

    RELEASE = "release"
    IN_PART = "in-part"
    DENY = "deny"
    REFER = "refer"


class Custody(Enum):
    """Whose records the paper is among; it decides which laws can hold words back."""

    AGENCY = "agency"
    PRESIDENTIAL = "presidential"
    DONATED = "donated"


class ReviewState(Enum):
    """How far a second review has come. The one order is AWAITED, UNDER_WAY, then either DISPUTED
    or COMPLETE; DISPUTED becomes COMPLETE when each disagreement is resolved.
    """

    AWAITED = "awaited"
    UNDER_WAY = "under-way"
    DISPUTED = "disputed"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Act:
    """Who did something and when.

    ``by`` is the identifier of a ``Reviewer`` (``rev-ab``); ``when`` is UTC, ISO 8601, to the
    second.
    """

    by: str
    when: str
