"""Who speaks: labels, turns and participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from app.checks.finding import Finding, Fix, InParagraph, OfPerson, Rule, Severity
from app.model.document import Document, Paragraph, Person
from app.model.edits import AssignSpeaker, JoinParagraphs, RemovePerson
from app.model.printed import bare_label
from app.model.terms import Function, Kind

UNKNOWN = Rule(
    "speaker-unknown",
    "Speaker not among the participants",
    Severity.WARNING,
    "Every turn is a participant's",
)
TWICE = Rule(
    "speaker-twice",
    "Same speaker twice running",
    Severity.WARNING,
    "A label is printed where the speaker changes: the turn between may have lost its own",
)
SUPPORT = Rule(
    "speaker-support",
    "Interpreter or notetaker as speaker",
    Severity.WARNING,
    "Interpreters and notetakers are present, and do not take part",
)
SILENT = Rule(
    "participant-silent",
    "Participant who never speaks",
    Severity.HINT,
    "A principal usually speaks: turns may be given to somebody else",
)
_SUPPORT = {Function.INTERPRETER: "the interpreter", Function.NOTETAKER: "the notetaker"}
_MOST_FIXES = 3


def unknown_speaker(document: Document, at: int) -> Iterator[Finding]:
    """A turn whose label names no participant, or that has neither label nor speaker."""
    paragraph = document.paragraphs[at]
    if paragraph.kind is not Kind.TURN or paragraph.speaker is not None:
        return
    label = paragraph.label.text if paragraph.label else ""
    message = f"“{label}” names no participant." if label else "Nobody is named as the speaker."
    people = sorted(document.people, key=lambda person: -_likeness(label, person))[:_MOST_FIXES]
    yield Finding(
        UNKNOWN, InParagraph(at, paragraph.id, part="label"), message, label, _given(at, people)
    )


def _likeness(label: str, person: Person) -> float:
    names = (person.name, person.office, *person.aliases)
    return max(SequenceMatcher(None, bare_label(label), name).ratio() for name in names)


def _given(at: int, people: Sequence[Person]) -> tuple[Fix, ...]:
    return tuple(Fix(f"Give it to {one.name}", AssignSpeaker((at,), one.id)) for one in people)


def same_speaker(document: Document, at: int) -> Iterator[Finding]:
    """A turn of the one who has just spoken."""
    paragraph = document.paragraphs[at]
    if not at or paragraph.kind is not Kind.TURN or paragraph.speaker is None:
        return
    if document.paragraphs[at - 1].speaker != paragraph.speaker:
        return
    name, others = (
        _name(document, paragraph.speaker),
        _other_principals(document, paragraph.speaker),
    )
    yield Finding(
        TWICE,
        InParagraph(at, paragraph.id, part="label"),
        f"{name} spoke just before: is a turn or a label lost between?",
        f"{name} {paragraph.label.text if paragraph.label else ''}".rstrip(),
        (*_given(at, others), Fix("Join it to the paragraph before", JoinParagraphs(at))),
    )


def supporting_speaker(document: Document, at: int) -> Iterator[Finding]:
    """A turn of an interpreter or a notetaker."""
    paragraph = document.paragraphs[at]
    person = document.person(paragraph.speaker) if paragraph.kind is Kind.TURN else None
    if person is None or person.function not in _SUPPORT:
        return
    yield Finding(
        SUPPORT,
        InParagraph(at, paragraph.id, part="label"),
        f"{person.name} is {_SUPPORT[person.function]}, and speaks here.",
        f"{person.name} {paragraph.label.text if paragraph.label else ''}".rstrip(),
        _given(at, _other_principals(document, person.id)),
    )


def _name(document: Document, identifier: str) -> str:
    person = document.person(identifier)
    return person.name if person else identifier


def _other_principals(document: Document, identifier: str) -> list[Person]:
    return [
        person
        for person in document.people
        if person.function is Function.PRINCIPAL and person.id != identifier
    ]


def speaks(paragraph: Paragraph) -> tuple[str | None, str | None]:
    """Whose the paragraph is, and whose words it reports."""
    return paragraph.speaker, paragraph.voice


def silent(document: Document, facts: Sequence[tuple[str | None, str | None]]) -> Iterator[Finding]:
    """A principal without a turn, where others have some."""
    heard = {person for fact in facts for person in fact if person}
    for person in document.people if heard else ():
        if person.function is Function.PRINCIPAL and person.id not in heard:
            message = f"{person.name} is a principal and never speaks."
            fix = Fix("Remove the participant", RemovePerson(person.id))
            yield Finding(SILENT, OfPerson(person.id), message, person.name, (fix,))
