"""Decisions and levels in words."""

from __future__ import annotations

from app.model.decisions import Judgement
from app.model.document import Document
from app.model.ledger import Ledger, is_stamped
from app.model.redactions import Portion, passages_of
from app.model.standpoint import Standpoint
from app.model.terms import Disposition, Level
from app.ui.portion_words import DECIDED, of_codes

HIDDEN = "Hidden"
NOT_REVIEWED = "Not yet reviewed"
HIDDEN_UNTIL = "What remains is hidden until the second review is finished."
_EXCERPT = 120


def decision(document: Document, here: Standpoint, held: Portion) -> str:
    """What the person sees decided: "In part: 1.4(c)", "Referred to CIA"; while nothing is, for
    which codes words are withheld already.

    Of a second reviewer's own opinions nothing else is said; the first's decision says so.
    """
    judged = here.shown(document, held)
    if judged is None and here.blind and not here.second:
        return HIDDEN
    if judged is None:
        places = passages_of(document, held)
        codes = of_codes(one for p in places for r in here.ranges(held, *p) for one in r.exemptions)
        return f"{NOT_REVIEWED}; {codes}" if codes else NOT_REVIEWED
    words = _judgement(judged)
    return f"First: {words}" if here.second and held.key not in here.opinions else words


def _judgement(judged: Judgement) -> str:
    words = DECIDED[judged.disposition]
    if judged.disposition is Disposition.REFER:
        return f"{words} to {judged.agency}"
    exemptions = [*judged.exemptions, *(one for r in judged.ranges for one in r.exemptions)]
    codes = of_codes(exemptions)
    return f"{words}: {codes}" if codes else words


def first_words(document: Document, held: Portion) -> str:
    """How the portion begins, without its label, on one line."""
    *_, (_, passage) = passages_of(document, held)
    return " ".join(passage.text[:_EXCERPT].split())


def status(document: Document, held: Ledger) -> str:
    """Original classification and present status: "Written SECRET; now UNCLASSIFIED in part"."""
    original = document.metadata.original_level or held.before
    written = f"Written {original.value}" if original is not None else "Written without a mark"
    return f"{written}; {_now(document, held)}."


def _now(document: Document, held: Ledger) -> str:
    classified = [one for one in held.entries if one.after not in (None, Level.U)]
    opened = [one for one in held.entries if one.after is not one.before]
    if held.after is None:
        return "no portion is marked"
    if not classified:
        return f"now {Level.U.value}"
    if not is_stamped(document):
        return f"still {held.after.value}: not declassified yet"
    if not opened:
        return f"still {held.after.value}"
    return f"now {Level.U.value} in part, {held.after.value} remains"
