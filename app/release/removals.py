"""The lines of the redaction log, chained."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

from app.model.decisions import Exemption
from app.model.document import Document
from app.model.terms import Act
from app.release.released import Removal

ONE_REVIEWER = "one reviewer, by policy"


def person(document: Document, act: Act) -> str:
    """Who and on which day: "Ann B., 2026-11-24"."""
    held = next((one.name for one in document.reviewers if one.id == act.by), act.by)
    return f"{held}, {act.when[:10]}"


def agreed(document: Document, portion: str, *, second_review: bool) -> str:
    """Who agreed to what was decided on the portion, or how a disagreement ended."""
    review = document.second_review
    if not second_review or review is None:
        return ONE_REVIEWER
    resolution = next((r for r in review.resolutions if r.portion == portion), None)
    if resolution is not None:
        return f"{person(document, resolution.act)}, for the {resolution.adopted} reviewer"
    opinion = next((o for o in review.opinions if o.portion == portion and o.agrees), None)
    return person(document, opinion.act) if opinion else ""


def printed(exemptions: Iterable[Exemption]) -> tuple[str, ...]:
    """The exemptions as printed, each once."""
    return tuple(dict.fromkeys(exemption.text for exemption in exemptions))


def chained(removals: Iterable[Removal]) -> tuple[Removal, ...]:
    """The lines numbered, each with the digest of itself and of all before it.

    The last digest is the head of the chain: printed apart, it shows a cut tail too.
    """
    lines: list[Removal] = []
    head = ""
    for number, removal in enumerate(removals, start=1):
        line = replace(removal, number=number, chain="")
        row = [head, line.number, line.place, line.pages, line.amount, line.words]
        row += [list(line.codes), line.action, line.decided, line.agreed]
        head = hashlib.sha256(json.dumps(row).encode()).hexdigest()
        lines.append(replace(line, chain=head))
    return tuple(lines)


def head_of(removals: tuple[Removal, ...]) -> str:
    """The head of the chain, "" where nothing was removed."""
    return removals[-1].chain if removals else ""
