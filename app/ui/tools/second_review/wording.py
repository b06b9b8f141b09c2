"""Judgements in words. For people who may see them: the working file is theirs."""

from __future__ import annotations

from app.model.decisions import Judgement, WithheldRange
from app.model.document import Document
from app.model.redactions import fields, passages_of, portion
from app.model.second_review import FIELDS
from app.model.terms import Disposition
from app.ui.portion_words import IN_SHORT, of_codes, of_field, shortened

_AT_LENGTH = IN_SHORT | {
    Disposition.RELEASE: "Release in full",
    Disposition.IN_PART: "Release in part",
}


def in_short(judged: Judgement | None) -> str:
    """For a cell of a table: "In part (2)", which is in two places."""
    if judged is None:
        return ""
    words = IN_SHORT[judged.disposition]
    in_part = judged.disposition is Disposition.IN_PART
    return f"{words} ({len(judged.ranges):,})" if in_part else words


def of_judgement(document: Document, key: str, judged: Judgement) -> str:
    """All of it, a line for each thing: what, for which codes, to whom, which words."""
    if key == FIELDS and not judged.ranges:
        return "Withhold no value"
    lines = ["Withhold values" if key == FIELDS else _AT_LENGTH[judged.disposition]]
    if judged.agency:
        lines[0] += f" to {judged.agency}"
    if judged.exemptions:
        lines[0] += f": {of_codes(judged.exemptions)}"
    words = dict(fields(document)) if key == FIELDS else _passages(document, key)
    lines += [_withheld(words, one) for one in judged.ranges]
    return "\n".join(lines)


def _passages(document: Document, key: str) -> dict[str, str]:
    held = portion(document, key)
    found = passages_of(document, held) if held is not None else ()
    return {where: passage.text for where, passage in found}


def _withheld(words: dict[str, str], one: WithheldRange) -> str:
    text = words.get(one.where, "")
    if one.start == one.end:  # A value, as a whole.
        return f"{of_field(one.where)} “{shortened(text)}”: {of_codes(one.exemptions)}"
    return f"Withhold “{shortened(text[one.start : one.end])}”: {of_codes(one.exemptions)}"
