from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.finding import InParagraph, OfPerson
from app.model.document import Document, Person
from app.model.edits import AssignSpeaker
from app.model.terms import Function
from tests.builders import document
from tests.checks.finds import ACT, fixed, found


def principals(made: Document) -> Document:
    people = tuple(replace(one, function=Function.PRINCIPAL) for one in made.people)
    return replace(made, people=people)


def talk(*lines: str) -> Document:
    """A conversation of principals."""
    return principals(document(*lines))


def test_a_label_that_names_no_participant() -> None:
    made = talk("The President: Hello.", "The Presldent: Yes.", "Kaifu: No.")
    unknown = AssignSpeaker((1,), None).apply(made, ACT)
    (finding,) = found(replace(unknown, people=(made.people[0], made.people[2])), "speaker-unknown")
    assert finding.excerpt == "The Presldent:"
    assert finding.fixes[0].text == "Give it to The President"


def test_a_turn_of_nobody() -> None:
    made = talk("The President: Hello.")
    bare = replace(made.paragraphs[0], label=None, speaker=None)
    (finding,) = found(made.with_paragraphs(0, 1, (bare,)), "speaker-unknown")
    assert "Nobody" in finding.message


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (["A: One.", "A: Two."], [1]),
        (["A: One.", "+ More.", "A: Two."], [2]),
        (["A: One.", "B: Two.", "A: Three."], []),
        (["A: One.", "+ More."], []),
        (["A: One.", "They paused.", "A: Two."], []),
        (["B: One."], []),
    ],
)
def test_the_same_speaker_twice(lines: list[str], places: list[int]) -> None:
    made = talk(*lines, "They paused.", "B: End.")
    twice = found(made, "speaker-twice")
    assert [one.where.at for one in twice if isinstance(one.where, InParagraph)] == places
    for finding in twice:
        assert len(finding.fixes) == 2
        for after in fixed(made, finding):
            assert found(after, "speaker-twice") == ()


def test_a_turn_of_somebody_unknown_twice_is_another_matter() -> None:
    made = AssignSpeaker((0, 1), None).apply(talk("A: One.", "B: Two."), ACT)
    assert found(made, "speaker-twice") == ()
    assert len(found(made, "speaker-unknown")) == 2


@pytest.mark.parametrize("function", [Function.INTERPRETER, Function.NOTETAKER])
def test_an_interpreter_as_speaker(function: Function) -> None:
    made = talk("A: One.", "B: Two.")
    people = (made.people[0], replace(made.people[1], function=function))
    made = replace(made, people=people)
    (finding,) = found(made, "speaker-support")
    assert finding.where == InParagraph(1, "para-2", part="label")
    assert [found(after, "speaker-support") for after in fixed(made, finding)] == [()]


def test_a_principal_who_never_speaks() -> None:
    made = talk("A: One.", "B: Two.")
    others = (
        Person("p-8", "C", Function.PRINCIPAL),
        Person("p-9", "D", Function.NOTETAKER),
        Person("p-10", "E", Function.PARTICIPANT),
    )
    made = replace(made, people=(*made.people, *others))
    (finding,) = found(made, "participant-silent")
    assert finding.where == OfPerson("p-8")


def test_reported_words_are_heard() -> None:
    made = talk("A: One.", "B said two.")
    people = (*made.people, Person("p-9", "B", Function.PRINCIPAL))
    told = replace(made.paragraphs[1], voice="p-9")
    made = replace(made, people=people).with_paragraphs(1, 2, (told,))
    assert found(made, "participant-silent") == ()


def test_where_nobody_speaks_nobody_is_silent() -> None:
    made = replace(document("They met."), people=(Person("p-1", "A", Function.PRINCIPAL),))
    assert found(made, "participant-silent") == ()
