"""The laws of the three-way merge, and what two reviewers typically do."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.model import edits
from app.model.document import Document, Paragraph, Person, Reviewer, Revision
from app.model.merging import Merge, merged
from app.model.merging.values import without_acts
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.redactions import passages
from app.model.terms import Act, Kind, Level, NameKind, NoteKind
from app.model.witness import body_witness
from app.review import edited
from tests.builders import document as built
from tests.invariants import assert_sound
from tests.model.records import awkward
from tests.model.steps import Step, edit_of, steps

ANN, BOB = Reviewer("rev-ann", "Ann", "A"), Reviewer("rev-bob", "Bob", "B")
WHEN = {ANN.id: "2026-11-24T10:00:00Z", BOB.id: "2026-11-24T11:00:00Z"}


def by(who: Reviewer, document: Document, *done: edits.Edit) -> Document:
    for edit in done:
        document = edited(document, edit, Act(who.id, WHEN[who.id]), who)
    return document


def stepped(who: Reviewer, document: Document, sequence: list[Step]) -> Document:
    for step in sequence:
        with suppress(edits.EditRefused):
            document = by(who, document, edit_of(step, document))
    return document


MEMO = built(
    "Ann: Good mornin, Mr. Presidnt. (U)",
    "Bob: Thank you very mcuh. (C)",
    "+ It is god to be here.",
    "He left.",
)


def both(first: list[edits.Edit], second: list[edits.Edit], base: Document = MEMO) -> Merge:
    return merged(base, by(ANN, base, *first), by(BOB, base, *second))


@settings(max_examples=150, deadline=None)
@given(steps)
def test_a_copy_that_nobody_changed_gives_the_other(sequence: list[Step]) -> None:
    base = awkward()
    changed = stepped(ANN, base, sequence)
    for made in (merged(base, changed, base), merged(base, base, changed)):
        assert made == Merge(changed, ())
    assert merged(base, changed, changed) == Merge(changed, ())


@settings(max_examples=300, deadline=None)
@given(steps, steps)
def test_nothing_printed_is_lost_and_every_conflict_can_be_settled(
    one: list[Step], other: list[Step]
) -> None:
    base = awkward()
    first, second = stepped(ANN, base, one[:12]), stepped(BOB, base, other[:12])
    made = merged(base, first, second)
    assert_sound(made.document)
    assert body_witness(made.document) == body_witness(base)
    act = Act(ANN.id, WHEN[ANN.id])
    for conflict in made.conflicts:
        assert conflict.first != conflict.second
        assert conflict.take_first.apply(made.document, act) is made.document
        for edit in (conflict.take_second, conflict.take_first):
            with suppress(edits.EditRefused):
                settled = edit.apply(made.document, act)
                assert_sound(settled)
                assert body_witness(settled) == body_witness(base)


@settings(max_examples=300, deadline=None)
@given(steps, steps)
def test_without_conflict_the_sides_do_not_matter(one: list[Step], other: list[Step]) -> None:
    base = awkward()
    first, second = stepped(ANN, base, one[:5]), stepped(BOB, base, other[:5])
    made, turned = merged(base, first, second), merged(base, second, first)
    assert len(made.conflicts) == len(turned.conflicts)
    named = [named_in(document) for document in (base, first, second)]
    # What both named alike gets a new name on the side that is second.
    if not made.conflicts and named[1] & named[2] <= named[0]:
        assert bare(made.document) == bare(turned.document)


def named_in(document: Document) -> set[str]:
    spans = [getattr(span, "id", "") for _, held in passages(document) for span in held.spans]
    held = (*document.paragraphs, *document.people, *document.places)
    return {*spans, *(one.id for one in held)}


def bare(document: Document) -> Document:
    without: Document = without_acts(replace(document, serial=0))
    return replace(without, paragraphs=Paragraphs(map(_in_one_order, without.paragraphs)))


def _in_one_order(paragraph: Paragraph) -> Paragraph:
    """Notes of the two sides on one place stand in either order."""
    spans = sorted(paragraph.passage.spans, key=lambda span: (span.start, span.end, repr(span)))
    return replace(paragraph, passage=Passage(paragraph.text, tuple(spans)))


def test_two_people_mend_different_words_of_one_paragraph() -> None:
    made = both(
        [edits.CorrectText(0, 0, 11, "Good morning")],
        [edits.CorrectText(0, 17, 25, "President")],
    )
    assert made.conflicts == ()
    passage = made.document.paragraphs[0].passage
    assert passage.text == "Good morning, Mr. President."
    assert [c.act.by for c in passage.corrections] == [ANN.id, BOB.id]


def test_the_same_correction_by_both_is_there_once_and_no_conflict() -> None:
    same = edits.CorrectText(1, 15, 19, "much")
    made = both([same, edits.SetMarking((0,), Level.C)], [same])
    assert made.conflicts == ()
    (correction,) = made.document.paragraphs[1].passage.corrections
    assert correction.act.by == ANN.id
    assert made.document.reviewers == (ANN, BOB)


def test_different_corrections_of_one_word_are_a_conflict_with_an_edit_for_either() -> None:
    made = both(
        [edits.CorrectText(2, 6, 9, "good")],
        [edits.CorrectText(2, 6, 9, "God")],
    )
    (conflict,) = made.conflicts
    assert (conflict.where, conflict.part) == ("para-3", "text")
    assert made.document.paragraphs[2].text == "It is good to be here."
    act = Act(ANN.id, "")
    theirs = conflict.take_second.apply(made.document, act)
    assert theirs.paragraphs[2].text == "It is God to be here."
    assert conflict.take_first.apply(theirs, act) == made.document


def test_a_split_and_a_mark_of_the_same_paragraph_is_a_conflict_of_the_stretch() -> None:
    made = both([edits.SplitParagraph(0, 13)], [edits.SetMarking((0,), Level.S)])
    (conflict,) = made.conflicts
    assert (conflict.where, conflict.part) == ("para-1", "paragraphs")
    assert len(made.document.paragraphs) == 5
    theirs = conflict.take_second.apply(made.document, Act(ANN.id, ""))
    assert len(theirs.paragraphs) == 4
    assert theirs.paragraphs[0].mark is not None
    assert theirs.paragraphs[0].mark.level is Level.S
    assert conflict.take_first.apply(theirs, Act(ANN.id, "")) == made.document


def test_splits_in_different_places_do_not_disturb_each_other() -> None:
    made = both([edits.SplitParagraph(0, 13)], [edits.SplitParagraph(3, 3)])
    assert made.conflicts == ()
    assert [p.text for p in made.document.paragraphs] == [
        "Good mornin,",
        "Mr. Presidnt.",
        "Thank you very mcuh.",
        "It is god to be here.",
        "He",
        "left.",
    ]
    assert len({p.id for p in made.document.paragraphs}) == 6


def test_metadata_is_merged_field_by_field() -> None:
    made = both(
        [edits.ReviseMetadata("date", "1990-06-04"), edits.ReviseStamp("case", "F-1")],
        [edits.ReviseMetadata("place", "Bonn"), edits.ReviseStamp("initials", "BB")],
    )
    metadata = made.document.metadata
    assert made.conflicts == ()
    assert (metadata.date, metadata.place) == ("1990-06-04", "Bonn")
    assert (metadata.stamp.case, metadata.stamp.initials) == ("F-1", "BB")
    made = both(
        [edits.ReviseMetadata("date", "1990-06-04")], [edits.ReviseMetadata("date", "1990-06-05")]
    )
    (conflict,) = made.conflicts
    assert (conflict.where, conflict.part, conflict.base) == ("metadata", "date", "")
    theirs = conflict.take_second.apply(made.document, Act(ANN.id, ""))
    assert theirs.metadata.date == "1990-06-05"


def test_both_add_a_participant_of_the_same_identifier() -> None:
    one, other = Person("person-9", "Cid"), Person("person-9", "Dan")
    made = both(
        [edits.AddPerson(one), edits.AssignSpeaker((0,), "person-9")],
        [edits.AddPerson(other), edits.AssignSpeaker((3,), "person-9")],
    )
    assert made.conflicts == ()
    names = {person.id: person.name for person in made.document.people}
    assert names[made.document.paragraphs[0].speaker or ""] == "Cid"
    assert names[made.document.paragraphs[3].speaker or ""] == "Dan"


def test_two_reviewers_of_the_same_initials_are_kept_apart() -> None:
    al = Reviewer("rev-ann", "Al", "A")
    first = by(ANN, MEMO, edits.CorrectText(0, 0, 4, "Fine"))
    second = by(al, MEMO, edits.CorrectText(3, 0, 2, "She"))
    made = merged(MEMO, first, second).document
    (correction,) = made.paragraphs[3].passage.corrections
    named = {reviewer.id: reviewer.name for reviewer in made.reviewers}
    assert named[correction.act.by] == "Al"
    assert named["rev-ann"] == "Ann"


def test_notes_and_names_of_both_stay() -> None:
    made = both(
        [edits.AddNote(1, 0, 5, NoteKind.QUESTION, "Why?")],
        [
            edits.AddNote(1, 6, 9, NoteKind.EDITORIAL, "So."),
            edits.MarkName(1, 0, 5, NameKind.PLACE),
        ],
    )
    assert made.conflicts == ()
    assert len(made.document.paragraphs[1].passage.spans) == 3


def test_who_speaks_is_one_thing() -> None:
    made = both([edits.AssignSpeaker((0,), "person-2")], [edits.AssignSpeaker((0,), None)])
    (conflict,) = made.conflicts
    assert (conflict.where, conflict.part) == ("para-1", "speaker")


def test_a_speaker_whom_the_other_took_off_the_list_stays() -> None:
    base = by(ANN, MEMO, edits.AddPerson(Person("person-3", "Cid")))
    made = both([edits.RemovePerson("person-3")], [edits.AssignSpeaker((0,), "person-3")], base)
    assert made.document.paragraphs[0].speaker == "person-3"
    assert made.document.person("person-3") is not None


def test_reviewed_means_reviewed_as_it_is_now() -> None:
    made = both([edits.SetReviewed((0, 3))], [edits.CorrectText(0, 0, 4, "Fine")])
    assert made.document.paragraphs[0].reviewed is None
    assert made.document.paragraphs[3].reviewed is not None


@pytest.mark.parametrize("turned", [False, True])
def test_the_record_has_the_saves_of_both(turned: bool) -> None:
    old, mine, theirs = (Revision(f"2026-11-2{n}", "", f"{n}", "x") for n in range(3))
    base = replace(MEMO, revisions=(old,))
    sides = [replace(MEMO, revisions=(old, one)) for one in (mine, theirs)]
    made = merged(base, *(sides[::-1] if turned else sides)).document.revisions
    first, second = (theirs, mine) if turned else (mine, theirs)
    assert made == (old, first, replace(second, digest=""))
    assert merged(base, base, sides[0]).document.revisions == (old, mine)


def test_names_that_overlap_are_a_conflict() -> None:
    made = both(
        [edits.MarkName(1, 0, 9, NameKind.PERSON)], [edits.MarkName(1, 6, 14, NameKind.PERSON)]
    )
    (conflict,) = made.conflicts
    assert (conflict.where, conflict.part) == ("para-2", "text")


def test_a_label_by_one_and_narrative_by_the_other_is_a_conflict() -> None:
    (paragraph, *_) = MEMO.paragraphs
    bare = replace(paragraph, label=None)
    base = MEMO.with_paragraphs(0, 1, (bare,))
    made = both([edits.CorrectLabel(0, "Ann:")], [edits.SetKind((0,), Kind.NARRATIVE)], base)
    assert_sound(made.document)
    (conflict,) = made.conflicts
    assert (conflict.where, conflict.part) == ("para-1", "paragraphs")
    theirs = conflict.take_second.apply(made.document, Act(ANN.id, ""))
    assert theirs.paragraphs[0].kind is Kind.NARRATIVE


def test_a_continuation_that_the_merge_settled_is_settled_for_the_first() -> None:
    """The first confirmed the speaker of a continuation, the second took the turn's away."""
    assign = edits.AssignSpeaker
    made = both([assign((2,), MEMO.people[1].id)], [assign((1,), None)])
    act = Act(ANN.id, WHEN[ANN.id])
    for conflict in made.conflicts:
        assert conflict.take_first.apply(made.document, act) is made.document
