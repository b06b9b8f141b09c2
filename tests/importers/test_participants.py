from __future__ import annotations

import pytest

from app.importers.heading import Row
from app.importers.labels import Label
from app.importers.participants import from_labels, function_of, participants
from app.model.document import Person
from app.model.terms import Function

PRINCIPAL, PARTICIPANT = Function.PRINCIPAL, Function.PARTICIPANT
INTERPRETER, NOTETAKER = Function.INTERPRETER, Function.NOTETAKER


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("The President", Person("p1", "The President", PRINCIPAL)),
        ("Toshiki Kaifu, Prime Minister of Japan",
         Person("p1", "Toshiki Kaifu", PRINCIPAL, "Prime Minister of Japan")),
        ("Interpreter: Frances Seeds", Person("p1", "Frances Seeds", INTERPRETER)),
        ("Notetaker: Karl D. Jackson, NSC",
         Person("p1", "Karl D. Jackson", NOTETAKER, "", "NSC")),
        ("Note taker: Karl Jackson", Person("p1", "Karl Jackson", NOTETAKER)),
        ("Sandra Charles (notetaker)", Person("p1", "Sandra Charles", NOTETAKER)),
        ("Zaki Aslan (State Dept interpreter)",
         Person("p1", "Zaki Aslan", INTERPRETER, "", "State Dept")),
        ("Jo Po, Director, NSC Staff", Person("p1", "Jo Po", PRINCIPAL, "Director", "NSC Staff")),
    ],
)  # fmt: skip
def test_a_line_of_the_list(line: str, person: Person) -> None:
    assert participants([Row("", line, line)], "") == (person,)


def names(*lines: str, subject: str = "") -> list[tuple[str, Function]]:
    rows = [
        Row("", text, line, spaced=line.startswith(" "))
        for line in lines
        if (text := " ".join(line.split()))
    ]
    return [(person.name, person.function) for person in participants(rows, subject)]


def test_several_after_a_function_in_the_plural_and_a_wrapped_line() -> None:
    assert names("Notetakers: Alexander Vershbow and Anthony", "Gardner") == [
        ("Alexander Vershbow", NOTETAKER),
        ("Anthony Gardner", NOTETAKER),
    ]
    assert names("Guillermo Endara, President-elect of", "Panama") == [
        ("Guillermo Endara", PRINCIPAL)
    ]


def test_of_more_than_two_the_subject_names_the_principals() -> None:
    assert names("The President", "Ann Lee", "Bo Chen", subject="Talk with Chen") == [
        ("The President", PRINCIPAL),
        ("Ann Lee", PARTICIPANT),
        ("Bo Chen", PRINCIPAL),
    ]


@pytest.mark.parametrize(
    ("words", "function"),
    [
        ("Notetakers", NOTETAKER),
        ("Interpretor", INTERPRETER),
        ("State Dept interpreter", INTERPRETER),
        ("Ambassador", None),
        ("", None),
    ],
)
def test_function_of(words: str, function: Function | None) -> None:
    assert function_of(words) is function


def test_people_known_only_from_labels() -> None:
    labels = [Label(f"{name} --", name, False) for name in ("President", "PM", "PM Gandhi")]
    assert from_labels(labels) == (
        Person("p1", "PM Gandhi", PRINCIPAL),
        Person("p2", "President", PRINCIPAL),
    )


def test_a_hundred_labels_are_people_and_more_are_entries_of_a_list() -> None:
    labels = [Label(f"Name{at}:", f"Name{at}", True) for at in range(200)]
    assert len(from_labels(labels)) == 100


def test_names_with_and_between_them_and_a_function_after_a_name() -> None:
    assert names("The President and Mikhail Gorbachev, Chairman", "of the USSR") == [
        ("The President", PRINCIPAL),
        ("Mikhail Gorbachev", PRINCIPAL),
    ]
    assert names("Victoria Nuland, Note taker") == [("Victoria Nuland", NOTETAKER)]


def test_a_run_of_names() -> None:
    assert names("The President, James Baker, Brent Scowcroft,", "Robert Zoellick (notetaker)") == [
        ("The President", PRINCIPAL),
        ("James Baker", PARTICIPANT),
        ("Brent Scowcroft", PARTICIPANT),
        ("Robert Zoellick", NOTETAKER),
    ]
    assert names("Helmut Kohl, Horst Teltschik, Interpreter") == [
        ("Helmut Kohl", PRINCIPAL),
        ("Horst Teltschik", INTERPRETER),
    ]
    assert names("Ann Lee, Foreign Minister, NSC") == [("Ann Lee", PRINCIPAL)]
    assert names("Ann Lee, Deputy Director, Latin Affairs of State") == [("Ann Lee", PRINCIPAL)]


def sides(*lines: str) -> list[tuple[str, str, Function]]:
    rows = [Row("", " ".join(line.split()), line, line.startswith(" ")) for line in lines]
    return [(p.name, p.affiliation, p.function) for p in participants(rows, "")]


def test_sides_and_their_heads() -> None:
    assert sides("U.S.", "The President", "Ann Lee", " Russia", "Boris Yeltsin", "Ivan Petrov") == [
        ("The President", "U.S.", PRINCIPAL),
        ("Ann Lee", "U.S.", PARTICIPANT),
        ("Boris Yeltsin", "Russia", PRINCIPAL),
        ("Ivan Petrov", "Russia", PARTICIPANT),
    ]
    assert sides("US: The Secretary; Mr. Hyland") == [
        ("The Secretary", "US", PRINCIPAL),
        ("Mr. Hyland", "US", PRINCIPAL),
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert sides(
        "U.S.          USSR", "Ann Lee       Ivan Petrov", "Bo Chen, INR   Interpreter: X Y"
    ) == [
        ("Ann Lee", "U.S.", PRINCIPAL),
        ("Bo Chen", "INR", PARTICIPANT),
        ("Ivan Petrov", "USSR", PRINCIPAL),
        ("X Y", "USSR", INTERPRETER),
    ]
