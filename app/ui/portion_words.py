"""Portions, dispositions and exemptions in words: for the ledger, the second review and dialogs.

For people who may see them: the working file is theirs.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.ledger import name_of
from app.model.redactions import Portion, passages_of
from app.model.terms import Disposition

VALUES = "Values"
"""What is withheld as a whole: place, participants and the like."""
IN_SHORT = {
    Disposition.RELEASE: "In full",
    Disposition.IN_PART: "In part",
    Disposition.DENY: "Deny",
    Disposition.REFER: "Refer",
}
"""What somebody would do with a portion."""
DECIDED = IN_SHORT | {Disposition.DENY: "Denied", Disposition.REFER: "Referred"}
"""What is decided on it."""
_FIELDS = {
    "subject": "Subject",
    "date": "Date",
    "time_from": "Time from",
    "time_to": "Time to",
    "zone": "Time zone",
    "place": "Place",
    "repository": "Repository",
}
_EXCERPT = 160


def of_place(document: Document, held: Portion | None) -> str:
    """What people call the portion; None: the values that are withheld as a whole."""
    return name_of(document, held) if held is not None else VALUES


def of_words(document: Document, held: Portion) -> str:
    """What the portion says, on one line."""
    return shortened(" ".join(passage.text for _, passage in passages_of(document, held)))


def of_codes(exemptions: Iterable[Exemption]) -> str:
    """With their dates and statutes, each once."""
    return "; ".join(dict.fromkeys(exemption.text for exemption in exemptions))


def of_field(name: str) -> str:
    """A value that can be withheld as a whole: "Place", "Participant"."""
    kind, _, part = name.partition("/")
    return "Participant" if kind == "person" else _FIELDS.get(part, part)


def shortened(text: str) -> str:
    """How the text begins, on one line."""
    return textwrap.shorten(text, _EXCERPT, placeholder=" …")
