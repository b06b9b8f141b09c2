"""Who speaks: assigning turns, and what a paragraph is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Document
from app.model.edits.base import EditRefused, continuing, paragraph_at, settled, with_paragraph
from app.model.edits.labels import label_in_text
from app.model.edits.structure import SplitParagraph
from app.model.terms import Act, Certainty, Kind


@dataclass(frozen=True)
class AssignSpeaker:
    """The paragraphs ``at`` are spoken by ``speaker`` (a ``Person.id``), with what continues them;
    None: not known.

    The label stays as printed. Narrative becomes a turn; a continuation that is given away from its
    turn, too.
    """

    name: ClassVar[str] = "Assign Speaker"
    at: tuple[int, ...]
    speaker: str | None

    def apply(self, document: Document, act: Act) -> Document:
        if self.speaker is not None and document.person(self.speaker) is None:
            raise EditRefused("This person is not among the participants.")
        for place in sorted(self.at):
            document = _assigned(document, place, self.speaker, act)
        return document


def _assigned(document: Document, at: int, speaker: str | None, act: Act) -> Document:
    paragraph = paragraph_at(document, at)
    kind = paragraph.kind
    if kind is Kind.CONTINUATION and document.paragraphs[at - 1].speaker != speaker:
        kind = Kind.TURN
    if kind is Kind.NARRATIVE:
        kind = Kind.TURN
    followers = tuple(continuing(document, at))
    changed = replace(
        paragraph,
        kind=kind,
        speaker=speaker,
        voice=None,
        certainty=Certainty.HIGH,
        assigned=act,
    )
    document = with_paragraph(document, at, changed)
    for place in followers:
        follower = document.paragraphs[place]
        follower = replace(follower, speaker=speaker, certainty=Certainty.HIGH, assigned=act)
        document = with_paragraph(document, place, follower)
    return document


@dataclass(frozen=True)
class ConfirmSpeaker:
    """Speaker or voice of the paragraphs ``at``, with what continues them, is as was proposed.

    Nothing changes where a person has chosen it, and where nobody is proposed.
    """

    name: ClassVar[str] = "Confirm Speaker"
    at: tuple[int, ...]

    def apply(self, document: Document, act: Act) -> Document:
        for place in self.at:
            paragraph_at(document, place)
            for one in (place, *continuing(document, place)):
                paragraph = document.paragraphs[one]
                proposed = paragraph.speaker is not None or paragraph.voice is not None
                if proposed and paragraph.certainty is not Certainty.HIGH:
                    confirmed = replace(paragraph, certainty=Certainty.HIGH, assigned=act)
                    document = with_paragraph(document, one, confirmed)
        return document


@dataclass(frozen=True)
class SetKind:
    """The paragraphs ``at`` are narrative, turns, or continue the turn before them.

    A label goes back into the text where the new kind has none: nothing printed is hidden.
    """

    name: ClassVar[str] = "Set Kind of Paragraph"
    at: tuple[int, ...]
    kind: Kind

    def apply(self, document: Document, act: Act) -> Document:
        for place in sorted(self.at):
            document = settled(_of_kind(document, place, self.kind, act), place + 1)
        return document


def _of_kind(document: Document, at: int, kind: Kind, act: Act) -> Document:
    paragraph = paragraph_at(document, at)
    if paragraph.kind is kind:
        return document
    if kind is Kind.TURN:
        return with_paragraph(document, at, replace(paragraph, kind=kind, assigned=act))
    bare = label_in_text(paragraph)
    if kind is Kind.NARRATIVE:
        changed = replace(bare, kind=kind, speaker=None, assigned=act)
        return with_paragraph(document, at, changed)
    previous = document.paragraphs[at - 1] if at else None
    if previous is None or previous.kind is Kind.NARRATIVE:
        raise EditRefused("There is no turn before this paragraph for it to continue.")
    speaker = previous.speaker
    followers = tuple(continuing(document, at))
    document = with_paragraph(document, at, replace(bare, kind=kind, speaker=speaker, assigned=act))
    for place in followers:
        follower = replace(document.paragraphs[place], speaker=speaker, assigned=act)
        document = with_paragraph(document, place, follower)
    return document


@dataclass(frozen=True)
class SwapSpeakers:
    """From the paragraph ``start`` on, what ``one`` said is the other's, and the other way
    round.
    """

    name: ClassVar[str] = "Swap Speakers"
    start: int
    one: str
    other: str

    def apply(self, document: Document, act: Act) -> Document:
        swapped = {self.one: self.other, self.other: self.one}
        if any(document.person(person) is None for person in swapped) or self.one == self.other:
            raise EditRefused("Two different participants can be swapped.")
        paragraph_at(document, self.start)
        rest = tuple(
            replace(p, speaker=swapped[p.speaker], certainty=Certainty.HIGH, assigned=act)
            if p.speaker in swapped
            else p
            for p in document.paragraphs[self.start :]
        )
        document = document.with_paragraphs(self.start, len(document.paragraphs), rest)
        return settled(document, self.start)


@dataclass(frozen=True)
class SplitToSpeaker:
    """The text from ``offset`` on is a turn of ``speaker``: a label was lost here.

    What continued the paragraph continues the new turn.
    """

    name: ClassVar[str] = "Split to Other Speaker"
    at: int
    offset: int
    speaker: str

    def apply(self, document: Document, act: Act) -> Document:
        document = SplitParagraph(self.at, self.offset).apply(document, act)
        document = AssignSpeaker((self.at + 1,), self.speaker).apply(document, act)
        rest = document.paragraphs[self.at + 1]
        return with_paragraph(document, self.at + 1, replace(rest, kind=Kind.TURN))
