"""A memorandum reviewed by two people, with invented decisions."""

from __future__ import annotations

from dataclasses import replace

from app.model import edits
from app.model.decisions import Exemption
from app.model.document import (
    Document,
    Heading,
    HeadingEntry,
    Mark,
    Metadata,
    Person,
    Reviewer,
)
from app.model.edits.keeping import with_decisions_kept
from app.model.passage import Passage
from app.model.redactions import passage_at, portions
from app.model.second_review import subjects
from app.model.terms import Act, Disposition, Level
from tests.builders import document as written_down

ANN, BOB, CYD = (
    Reviewer("rev-ab", "Ann Birch", "AB"),
    Reviewer("rev-cd", "Bob Cedar", "BC"),
    Reviewer("rev-ef", "Cyd Elm", "CE"),
)
CODE = (Exemption("1.4(c)"),)
STATUTE = (Exemption("(b)(3)", "50 U.S.C. 3024(i)(1)"),)


def paper() -> Document:
    """A meeting, all of it still to be decided."""
    held = written_down(
        "They met in the garden, where Manuel Torrijano joined them on Tuesday. (C)",
        "The President: We need seventeen helicopters from Ambassador Quillfeather by March. (S)",
        "Mr. Gale: The weather was fine and the lines were long. (U)",
        "The President: The whole plan is called Sandpiper and nobody must hear about it. (S)",
        "\fMr. Gale: Thank you for the coffee. (U)",
    )
    entries = (
        HeadingEntry(Passage("SUBJECT:"), Passage("Meeting with Mr. Gale"), Mark(Level.U)),
        HeadingEntry(Passage("PARTICIPANTS:"), Passage("The President\nMr. Gale, Envoy")),
        HeadingEntry(Passage("DATE AND TIME:"), Passage("June 4, 1990")),
    )
    return replace(
        held,
        heading=Heading(Passage("MEMORANDUM OF CONVERSATION"), entries),
        people=tuple(replace(p, office="Envoy" if "Gale" in p.name else "") for p in held.people),
        metadata=Metadata("Meeting with Mr. Gale", "1990-06-04", repository="Library"),
        reviewers=(ANN,),
    )


def act(reviewer: Reviewer) -> Act:
    return Act(reviewer.id, "2026-11-24T10:00:00Z")


def done(document: Document, reviewer: Reviewer, *steps: edits.Edit) -> Document:
    """The document after the edits of this person."""
    for edit in steps:
        after = edit.apply(document, act(reviewer))
        document = with_decisions_kept(document, after, edit)
        if all(held.id != reviewer.id for held in document.reviewers):
            document = replace(document, reviewers=(*document.reviewers, reviewer))
    return document


def stretch(document: Document, where: str, words: str) -> tuple[str, int, int]:
    """Where the words stand in the passage."""
    passage = passage_at(document, where)
    assert passage is not None
    start = passage.text.index(words)
    return where, start, start + len(words)


def decided() -> Document:
    """Names and a number withheld, a portion denied, all else released, and the stamp applied."""
    document = paper()
    document = done(
        document,
        ANN,
        edits.AddRedaction((stretch(document, "para-1", "Manuel Torrijano"),), CODE),
        edits.AddRedaction((stretch(document, "para-2", "seventeen helicopters"),), STATUTE),
        edits.AddRedaction((stretch(document, "para-2", "Ambassador Quillfeather"),), CODE),
        edits.SetDisposition(("para-4",), Disposition.DENY, CODE),
        edits.SetDisposition(("para-1", "para-2"), Disposition.IN_PART),
    )
    rest = tuple(one.key for one in portions(document) if one.decision is None)
    return done(
        document,
        ANN,
        edits.SetDisposition(rest, Disposition.RELEASE),
        edits.Declassify("E.O. 13526", "MR-2026-17", "AB", "2026-11-24"),
    )


def reviewed(document: Document | None = None, *, blind: bool = False) -> Document:
    """The decisions, agreed to by a second person."""
    document = decided() if document is None else document
    document = done(document, ANN, edits.SubmitForSecondReview(blind))
    document = done(document, BOB, edits.TakeSecondReview(BOB))
    opinions = [
        edits.GiveOpinion(key, judged if blind else None) for key, judged in subjects(document)
    ]
    return done(document, BOB, *opinions, edits.FinishSecondReview())


def named(document: Document, name: str) -> Person:
    """The participant of this name."""
    return next(person for person in document.people if person.name == name)
