"""What is released is what was decided to be, and what stands in place of the rest."""

from __future__ import annotations

from dataclasses import replace

from app.model import edits
from app.model.document import Document
from app.model.terms import Disposition, Level
from app.release.build import build
from app.release.released import Omission, Words, in_line
from app.release.removals import ONE_REVIEWER, head_of
from tests.release.papers import ANN, CODE, CYD, decided, done, paper, reviewed, stretch


def texts(document: Document) -> list[str]:
    return [in_line(portion.text) for portion in build(document).portions]


def test_words_give_way_to_their_amount_and_codes() -> None:
    assert texts(reviewed()) == [
        "They met in the garden, where [less than 1 line not declassified; 1.4(c)] joined them on "
        "Tuesday.",
        "We need [less than 1 line not released; (b)(3), 50 U.S.C. 3024(i)(1)] from [less than 1 "
        "line not declassified; 1.4(c)] by March.",
        "The weather was fine and the lines were long.",
        "[1 paragraph (2 lines) not declassified; 1.4(c)]",
        "Thank you for the coffee.",
    ]


def test_the_length_of_what_is_withheld_does_not_show() -> None:
    def release(words: str) -> tuple[object, ...]:
        document = done(paper(), ANN, edits.CorrectText(0, 30, 46, words))
        redaction = edits.AddRedaction((("para-1", 30, 30 + len(words)),), CODE)
        made = build(
            done(document, ANN, redaction, edits.SetDisposition(("para-1",), Disposition.IN_PART))
        )
        return made.portions[0], replace(made.removals[0], chain="")

    assert release("X") == release("Maximilian Featherstonehaugh")


def test_undecided_portions_are_withheld() -> None:
    assert all(isinstance(piece, Omission) for one in build(paper()).portions for piece in one.text)


def test_denied_paragraphs_that_follow_one_another_are_one_omission() -> None:
    denied = edits.SetDisposition(("para-3", "para-4", "para-5"), Disposition.DENY, CODE)
    portions = build(done(decided(), ANN, denied)).portions
    assert [one.kind for one in portions] == ["narrative", "turn", "omitted"]
    assert in_line(portions[-1].text) == "[3 paragraphs (4 lines) not declassified; 1.4(c)]"
    assert build(done(decided(), ANN, denied)).removals[-1].pages == "1-2"


def test_a_referral_tells_the_log_only() -> None:
    referral = edits.SetDisposition(("para-4",), Disposition.REFER, (), "Ministry Q", "Secret note")
    release = build(done(decided(), ANN, referral))
    assert in_line(release.portions[3].text) == "[1 paragraph (2 lines) referred to another agency]"
    assert release.removals[-1].action == "referred to Ministry Q"
    assert "Secret note" not in repr(release)


def test_the_marking_is_computed_from_what_survives() -> None:
    release = build(reviewed())
    assert (release.original, release.marking) == (Level.S, Level.U)
    unstamped = replace(decided(), metadata=paper().metadata)
    assert build(unstamped).marking is Level.S


def test_facts_are_told_only_where_the_head_states_them_in_full() -> None:
    release = build(decided())
    assert release.date == "1990-06-04"
    assert [one.name for one in release.participants] == ["The President", "Mr. Gale"]
    where = stretch(paper(), "heading/1/text", "Envoy")
    document = done(decided(), ANN, edits.AddRedaction((where,), CODE))
    assert build(document).participants == ()
    document = done(decided(), ANN, edits.SetDisposition(("heading/2",), Disposition.DENY, CODE))
    assert build(document).date == ""
    assert build(replace(decided(), heading=replace(paper().heading, entries=()))).date == ""


def test_a_withheld_person_s_label_goes_everywhere() -> None:
    release = build(done(decided(), ANN, edits.WithholdField("person/person-2", CODE)))
    labels = [in_line(one.label) for one in release.portions]
    assert labels == [
        "",
        "The President:",
        "[name not declassified; 1.4(c)]",
        "",
        "[name not declassified; 1.4(c)]",
    ]
    assert release.participants == ()
    assert all(one.speaker is None for one in release.portions)


def test_the_log_says_who_and_never_what() -> None:
    removals = build(reviewed()).removals
    assert [one.number for one in removals] == [1, 2, 3, 4]
    assert {one.decided for one in removals} == {"Ann Birch, 2026-11-24"}
    assert {one.agreed for one in removals} == {"Bob Cedar, 2026-11-24"}
    alone = build(decided(), second_review=False)
    assert {one.agreed for one in alone.removals} == {ONE_REVIEWER}
    assert "one reviewer" in alone.review


def test_the_log_is_chained() -> None:
    removals = build(reviewed()).removals
    assert len({one.chain for one in removals}) == 4
    assert head_of(removals) == removals[-1].chain
    other = build(done(decided(), CYD, edits.SetCodes("redaction-6", (CODE[0],)))).removals
    assert other[0].chain != removals[0].chain
    assert head_of(()) == ""


def test_the_same_document_gives_the_same_release() -> None:
    assert build(reviewed()) == build(reviewed())
    assert Words("x") == Words("x")
