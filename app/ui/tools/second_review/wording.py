"""Portions and judgements in words. For people who may see them: the working file is theirs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from app.model.decisions import Exemption, Judgement, WithheldRange
from app.model.document import Document
from app.model.ledger import name_of
from app.model.redactions import Portion, fields, passages_of, portion
from app.model.second_review import FIELDS
from app.model.terms import Disposition

DISPOSITIONS = {
    Disposition.RELEASE: "Release in full",
    Disposition.IN_PART: "Release in part",
    Disposition.DENY: "Deny",
    Disposition.REFER: "Refer",
}
VALUES = "Values"
"""What is withheld as a whole: place, participants and the like."""
_SHORT = {
    Disposition.RELEASE: "In full",
    Disposition.IN_PART: "In part",
    Disposition.DENY: "Deny",
    Disposition.REFER: "Refer",
}
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


def in_short(judged: Judgement | None) -> str:
    """For a cell of a table: "In part (2)", which is in two places."""
    if judged is None:
        return ""
    words = _SHORT[judged.disposition]
    in_part = judged.disposition is Disposition.IN_PART
    return f"{words} ({len(judged.ranges):,})" if in_part else words


def of_judgement(document: Document, key: str, judged: Judgement) -> str:
    """All of it, a line for each thing: what, for which codes, to whom, which words."""
    if key == FIELDS and not judged.ranges:
        return "Withhold no value"
    lines = ["Withhold values" if key == FIELDS else DISPOSITIONS[judged.disposition]]
    if judged.agency:
        lines[0] += f" to {judged.agency}"
    if judged.exemptions:
        lines[0] += f": {of_codes(judged.exemptions)}"
    words = dict(fields(document)) if key == FIELDS else _passages(document, key)
    lines += [_withheld(words, one) for one in judged.ranges]
    return "\n".join(lines)


def of_codes(exemptions: Iterable[Exemption]) -> str:
    return "; ".join(exemption.text for exemption in exemptions)


def of_field(name: str) -> str:
    """A value that can be withheld as a whole: "Place", "Participant"."""
    kind, _, part = name.partition("/")
    return "Participant" if kind == "person" else _FIELDS.get(part, part)


def shortened(text: str) -> str:
    """How the text begins, on one line."""
    return textwrap.shorten(text, _EXCERPT, placeholder=" …")


def _passages(document: Document, key: str) -> dict[str, str]:
    held = portion(document, key)
    found = passages_of(document, held) if held is not None else ()
    return {where: passage.text for where, passage in found}


def _withheld(words: dict[str, str], one: WithheldRange) -> str:
    text = words.get(one.where, "")
    if one.start == one.end:  # A value, as a whole.
        return f"{of_field(one.where)} “{shortened(text)}”: {of_codes(one.exemptions)}"
    return f"Withhold “{shortened(text[one.start : one.end])}”: {of_codes(one.exemptions)}"
