"""What is withheld in a working file, and what it releases on purpose, worked out from the spans
and decisions themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.decisions import Decision, Exemption
from app.model.document import Document, Person
from app.model.exemptions import titled
from app.model.passage import Passage
from app.model.printed import Topic, entries_about
from app.model.spans import Correction, Redaction
from app.model.terms import Act, Disposition

_RELEASING = (Disposition.RELEASE, Disposition.IN_PART)


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that are withheld; ``place`` says where they stand without saying what they are."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Public:
    """Words that are released on purpose. ``own``: a fact the release states itself (a title, a
    name in the list, who decided), which may stand in it several times.
    """

    place: str
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    place: str
    decision: Decision | None
    passages: tuple[Passage, ...]


def _parts(document: Document) -> Iterator[_Part]:
    heading = document.heading
    yield _Part("title", heading.decision, (heading.title,))
    for number, entry in enumerate(heading.entries, start=1):
        yield _Part(f"head, entry {number}", entry.decision, (entry.label, entry.text))
    for number, paragraph in enumerate(document.paragraphs, start=1):
        label = () if paragraph.label is None else (paragraph.label,)
        yield _Part(f"paragraph {number}", paragraph.decision, (*label, paragraph.passage))


def secrets(document: Document) -> tuple[Secret, ...]:
    """All that is withheld, original readings with it."""
    found: list[Secret] = []
    for part in _parts(document):
        for passage in part.passages:
            if part.decision is None or part.decision.disposition not in _RELEASING:
                found += [Secret(part.place, text) for text in (passage.text, passage.witness)]
                found += [Secret(part.place, c.original) for c in passage.corrections]
            else:
                found += [Secret(part.place, text) for text in _hidden(passage)]
    for page in document.pages:
        for piece in page.furniture:
            place = f"page {page.number}"
            found += [Secret(place, text) for text in _hidden(piece.text)]
    if document.trailer is not None:
        found += [Secret("end mark", text) for text in _hidden(document.trailer)]
    found += _withheld_values(document)
    return tuple(secret for secret in dict.fromkeys(found) if secret.text.strip())


def _redactions(passage: Passage) -> list[Redaction]:
    return [span for span in passage.spans if isinstance(span, Redaction)]


def _covered(passage: Passage) -> list[bool]:
    """Which characters are under a redaction."""
    covered = [False] * len(passage.text)
    for span in _redactions(passage):
        covered[span.start : span.end] = [True] * (span.end - span.start)
    return covered


def _stretches(passage: Passage, *, hidden: bool) -> Iterator[str]:
    taken: list[str] = []
    for letter, covered in zip(passage.text, _covered(passage), strict=True):
        if covered is hidden:
            taken.append(letter)
        elif taken:
            yield "".join(taken)
            taken = []
    if taken:
        yield "".join(taken)


def _hidden(passage: Passage) -> Iterator[str]:
    """The words under redactions, and the original readings that belong to them."""
    yield from _stretches(passage, hidden=True)
    for span in _redactions(passage):
        yield from (c.original for c in passage.corrections if _touches(span, c))


def _touches(span: Redaction, correction: Correction) -> bool:
    if span.start == span.end or correction.start == correction.end:
        return span.start <= correction.end and correction.start <= span.end
    return span.start < correction.end and correction.start < span.end


def _withheld_values(document: Document) -> list[Secret]:
    found: list[Secret] = []
    for field in document.withheld:
        kind, _, name = field.field.partition("/")
        if kind == "person":
            person = document.person(name)
            values = _of_person(person) if person else ()
            labels = (
                p.label.text
                for p in document.paragraphs
                if p.speaker == name and p.label is not None
            )
            found += [Secret("participant", value) for value in (*values, *labels)]
        else:
            found.append(Secret(f"metadata, {name}", getattr(document.metadata, name, "")))
    return found


def _of_person(person: Person) -> tuple[str, ...]:
    return (person.name, *person.aliases, person.office, person.affiliation)


def public(document: Document) -> tuple[Public, ...]:
    """All that is released on purpose."""
    found = [
        Public(part.place, text)
        for part in _parts(document)
        if part.decision is not None and part.decision.disposition in _RELEASING
        for passage in part.passages
        for text in _stretches(passage, hidden=False)
    ]
    heading = document.heading
    if heading.decision is not None and heading.decision.disposition in _RELEASING:
        found += [Public("title", t, True) for t in _stretches(heading.title, hidden=False)]
    withheld = {field.field for field in document.withheld}
    if _released_in_full(document, "participants"):
        found += [
            Public("participant", value, True)
            for person in document.people
            if f"person/{person.id}" not in withheld
            for value in _of_person(person)
        ]
    if _released_in_full(document, "when_and_where") and "metadata/date" not in withheld:
        found.append(Public("metadata", document.metadata.date, True))
    if "metadata/repository" not in withheld:
        found.append(Public("metadata", document.metadata.repository, True))
    return (*found, *(Public("release", text, True) for text in _told(document)))


def _released_in_full(document: Document, topic: Topic) -> bool:
    entries = [document.heading.entries[at] for at in entries_about(document.heading, topic)]
    return bool(entries) and all(
        entry.decision is not None
        and entry.decision.disposition is Disposition.RELEASE
        and not _redactions(entry.text)
        and not _redactions(entry.label)
        for entry in entries
    )


def _told(document: Document) -> Iterator[str]:
    """What every release says of itself: stamp, codes with their wording, who decided and when."""
    stamp = document.metadata.stamp
    yield from (stamp.authority, stamp.case, stamp.initials, stamp.date)
    decisions = [part.decision for part in _parts(document) if part.decision is not None]
    exemptions: list[Exemption] = [e for one in decisions for e in one.exemptions]
    acts: list[Act] = [one.act for one in decisions]
    for part in _parts(document):
        for passage in part.passages:
            exemptions += [e for span in _redactions(passage) for e in span.exemptions]
            acts += [span.act for span in _redactions(passage)]
    for field in document.withheld:
        exemptions += field.exemptions
        acts.append(field.act)
    yield from (text for e in exemptions for text in (e.text, titled(e.code)))
    yield from (one.agency for one in decisions)
    review = document.second_review
    if review is not None:
        acts += [one.act for one in review.opinions]
        acts += [one.act for one in review.resolutions]
    yield from (act.when[:10] for act in acts)
    yield from (reviewer.name for reviewer in document.reviewers)
