"""Reported speech: whose words a paragraph tells ("The President said that ...")."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.importers.speakers import Who
from app.model.terms import Certainty

_VERBS = frozenset(
    [
        "acknowledged", "added", "admitted", "advised", "affirmed", "agreed", "announced",
        "answered", "apologized", "appealed", "argued", "asked", "asserted", "assured",
        "believed", "briefed", "challenged", "characterized", "cited", "claimed", "commented",
        "complained", "conceded", "concluded", "concurred", "confirmed", "congratulated",
        "considered", "continued", "countered", "criticized", "declared", "declined", "demanded",
        "denied", "described", "disagreed", "discussed", "doubted", "elaborated", "emphasized",
        "enumerated", "explained", "expressed", "felt", "gave", "hoped", "indicated", "informed",
        "initiated", "inquired", "insisted", "interjected", "interrupted", "invited", "joked",
        "laughed", "made", "maintained", "mentioned", "mused", "noted", "objected", "observed",
        "offered", "opened", "outlined", "pledged", "pointed", "praised", "predicted", "pressed",
        "proposed", "questioned", "raised", "read", "reaffirmed", "recalled", "recognized",
        "recommended", "reflected", "regretted", "reiterated", "related", "remarked", "reminded",
        "repeated", "replied", "reported", "requested", "responded", "restated", "returned",
        "reviewed", "said", "saw", "sought", "speculated", "spoke", "stated", "stressed",
        "suggested", "summarized", "talked", "thanked", "thought", "told", "took", "turned",
        "underlined", "underscored", "urged", "volunteered", "wanted", "warned", "welcomed",
        "wished", "wondered",
    ]
)  # fmt: skip
_BEGINNING = re.compile(r"(?:[A-Z][\w.'’-]*\s+(?:(?:of|the|de|al|el|von|van|bin)\s+)*){1,5}")
_BETWEEN = frozenset(["again", "also", "first", "further", "later", "next", "then", "who"])


def reported(text: str, resolve: Callable[[str], Who | None]) -> Who | None:
    """Whose words the paragraph reports: a participant it begins with and a verb of speaking."""
    found = _BEGINNING.match(text)
    if found is None:
        return None
    for word in text[found.end() :].split(maxsplit=3)[:3]:
        bare = word.strip(",.;:").lower()
        if bare in _VERBS:
            who = resolve(" ".join(found[0].split()))
            return Who(who.person, min(who.certainty, Certainty.MEDIUM, key=_sure)) if who else None
        if bare not in _BETWEEN and not bare.endswith("ly"):
            return None
    return None


def _sure(certainty: Certainty) -> int:
    return [Certainty.LOW, Certainty.MEDIUM, Certainty.HIGH].index(certainty)
