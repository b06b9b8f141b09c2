"""Releases of random documents with random redactions and corrections never leak."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model import edits
from app.model.document import Document, Heading, HeadingEntry, Mark, Metadata, Page
from app.model.edits.base import EditRefused
from app.model.edits.keeping import with_decisions_kept
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.redactions import passage_at, portions, redactions
from app.model.spans import Message, Note
from app.model.terms import Disposition, Level, NoteKind
from app.release.build import build
from app.release.files import written
from app.release.leaks import verify
from app.release.leaks.secrets import public, secrets
from tests.builders import document as written_down
from tests.release.papers import ANN, CODE, STATUTE, act

_TEXT = (
    "the President said that Noriega would meet Quayle in Panama before Friday with seventeen "
    "helicopters and a plan called Sandpiper which nobody at Langley had seen he asked whether "
    "Ambassador Hinton knew of it Zürich Wałęsa O'Brien 1989 4,500 tons"
)
WORDS = _TEXT.split()
SPEAKERS = ("", "The President: ", "Mr. Gale: ", "+ ")

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)
steps = st.lists(
    st.tuples(
        st.sampled_from("wwwcdrf"), st.integers(0, 9), st.integers(0, 200), st.integers(0, 200)
    ),
    max_size=12,
)


@st.composite
def reviewed(draw: st.DrawFn) -> Document:
    """A document with something withheld and every portion decided."""
    lines = draw(st.lists(sentences, min_size=1, max_size=6))
    labels = [draw(st.sampled_from(SPEAKERS[: 3 if at == 0 else 4])) for at in range(len(lines))]
    labels = [
        "" if label == "+ " and not any(labels[:at]) else label for at, label in enumerate(labels)
    ]
    document = written_down(*(label + line for label, line in zip(labels, lines, strict=True)))
    entry = HeadingEntry(Passage("SUBJECT:"), Passage(draw(sentences)), Mark(Level.S))
    people = HeadingEntry(Passage("PARTICIPANTS:"), Passage(draw(sentences)))
    document = replace(
        document,
        heading=Heading(Passage(draw(sentences)), (entry, people)),
        metadata=Metadata(draw(sentences), "1990-06-04", repository="Library"),
        reviewers=(ANN,),
        trailer=Passage(draw(sentences)),
    )
    for step in draw(steps):
        try:
            edit = _edit(document, *step)
            document = with_decisions_kept(document, edit.apply(document, act(ANN)), edit)
        except EditRefused:
            continue
    return _all_decided(document)


def _edit(document: Document, kind: str, at: int, a: int, b: int) -> edits.Edit:
    held = list(portions(document))
    portion = held[at % len(held)]
    where = portion.where[a % len(portion.where)]
    text = (passage_at(document, where) or Passage()).text
    start, end = sorted((a % (len(text) + 1), b % (len(text) + 1)))
    codes = CODE if a % 2 else STATUTE
    if kind == "w":
        return edits.AddRedaction(((where, start, end),), codes)
    if kind == "c" and portion.at is not None:
        return edits.CorrectText(portion.at, start % (len(text) + 1), end, WORDS[b % len(WORDS)])
    if kind == "d":
        return edits.SetDisposition((portion.key,), Disposition.DENY, codes)
    if kind == "r":
        return edits.SetDisposition((portion.key,), Disposition.REFER, (), "State", "Theirs.")
    if document.people:
        return edits.WithholdField(f"person/{document.people[a % len(document.people)].id}", codes)
    return edits.WithholdField("metadata/date", codes)


def _all_decided(document: Document) -> Document:
    for portion in tuple(portions(document)):
        if portion.decision is None:
            for disposition in (Disposition.RELEASE, Disposition.IN_PART):
                try:
                    edit = edits.SetDisposition((portion.key,), disposition)
                    document = edit.apply(document, act(ANN))
                except EditRefused:
                    continue
    return edits.Declassify("E.O. 13526", "", "AB", "2026-11-24").apply(document, act(ANN))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviewed())
def test_nothing_withheld_is_in_a_release(document: Document) -> None:
    files = written(build(document, second_review=False))
    assert files == written(build(document, second_review=False)), "the same bytes again"
    released = " ".join(one.text for one in public(document)).casefold()
    for secret in secrets(document):
        for word in secret.text.split():
            if len(word) > 4 and word.casefold() not in released:
                for name, content in files.items():
                    assert word.encode() not in content, (word, name)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviewed())
def test_the_check_finds_nothing_in_a_release(document: Document) -> None:
    verdict = verify(written(build(document, second_review=False)), document)
    assert verdict.clean, [leak.message for leak in verdict.leaks]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviewed(), st.integers(0, 99))
def test_the_check_finds_what_is_put_back(document: Document, which: int) -> None:
    files = written(build(document, second_review=False))
    released = " ".join(one.text for one in public(document)).casefold()
    lost = sorted(
        {
            word
            for secret in secrets(document)
            for word in secret.text.split()
            if len(word) > 4 and word.casefold() not in released and word.isalpha()
        }
    )
    if lost:
        word = lost[which % len(lost)]
        name = sorted(files)[which % len(files)]
        planted = files | {name: files[name] + f"% {word}".encode()}
        assert not verify(planted, document).clean


def test_the_documents_are_not_all_alike() -> None:
    """The strategy really withholds: a test of nothing would pass always."""
    found = []

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(reviewed())
    def look(document: Document) -> None:
        found.append(len(list(redactions(document))) + len(document.withheld))

    look()
    assert sum(found) > 30


def test_what_is_not_text_stays_behind() -> None:
    """Notes, lines of the pages, comments of others, the end mark and the record of changes."""
    document = written_down("Told. (U)")
    note = Note(0, 4, "note-1", NoteKind.SOURCE, (Message("Zanzibar", act(ANN)),))
    paragraph = replace(document.paragraphs[0], passage=Passage("Told.", (note,)))
    page = Page("page-1", 1, document.pages[0].furniture, image="Zanzibar.png")
    document = replace(
        document,
        paragraphs=Paragraphs((replace(paragraph, before=("<x>Zanzibar</x>",)),)),
        pages=(page,),
        trailer=Passage("Zanzibar"),
        metadata=Metadata("Zanzibar", place="Zanzibar", declassify_on="Zanzibar"),
        reviewers=(ANN,),
    )
    document = edits.SetDisposition(("para-1",), Disposition.RELEASE).apply(document, act(ANN))
    for name, content in written(build(document)).items():
        assert b"Zanzibar" not in content, name
