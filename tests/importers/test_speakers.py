from __future__ import annotations

import pytest

from app.importers.labels import Label
from app.importers.speakers import Who, resolver, spelled, spoken, with_speakers
from app.model.document import Person
from app.model.terms import Certainty, Function

PEOPLE = (
    Person("p1", "The President"),
    Person("p2", "Toshiki Kaifu", office="Prime Minister of Japan"),
    Person("p3", "King Fahd"),
    Person("p4", "Ann Lee", office="Ambassador"),
    Person("p5", "Bo Lee", office="Ambassador"),
    Person("p6", "Malcolm X"),
)


@pytest.mark.parametrize(
    ("label", "person"),
    [
        ("The President", "p1"),
        ("President", "p1"),
        ("PRESIDENT", "p1"),
        ("PResident", "p1"),
        ("Prime Minister Kaifu", "p2"),
        ("Prime Minister", "p2"),
        ("PM", "p2"),
        ("Kaifu", "p2"),
        ("Mr. Kaifu", "p2"),
        ("TK", "p2"),
        ("King F", "p3"),
        ("Ann Lee", "p4"),
        ("Lee", None),
        ("Ambassador", None),
        ("Secretary Baker", None),
        ("The", None),
        ("Bo X", None),
        ("", None),
        ("X", "p6"),
        ("President Bush", "p1"),
        ("The Vice President", None),
        ("PM Toshiki", "p2"),
        ("K1ng Fahd", "p3"),
    ],
)
def test_resolver(label: str, person: str | None) -> None:
    found = resolver(PEOPLE)(label)
    assert (found.person if found else None) == person


def labels(*names: str) -> list[Label]:
    return [Label(f"{name}:", name, colon=True) for name in names]


PRINCIPALS = (
    Person("p1", "The President", Function.PRINCIPAL),
    Person("p2", "Boris Yeltsin", Function.PRINCIPAL),
    Person("p3", "Ann Lee"),
)


def test_how_sure_a_label_is() -> None:
    resolve = resolver(PRINCIPALS, labels("WJC", "Y"))
    assert resolve("Y") == Who("p2", Certainty.HIGH)
    assert resolve("Boris Ye1tsin") == Who("p2", Certainty.MEDIUM)
    assert resolve("WJC") == Who("p1", Certainty.LOW)


def test_a_damaged_form_of_a_recurring_label() -> None:
    resolve = resolver(PRINCIPALS, labels("President Yeltsin", "The President"))
    assert resolve("Presidcnt Veltsin") == Who("p2", Certainty.MEDIUM)


def test_two_labels_that_mean_nobody_are_not_left_over() -> None:
    assert resolver(PRINCIPALS, labels("WJC", "Y", "Mr. Talbott"))("WJC") is None


def test_those_only_labels_name_follow_the_listed() -> None:
    people = with_speakers(PRINCIPALS, labels("The President", "Yeltsin", "Rodman", "Ross"))
    assert [(p.id, p.name) for p in people[3:]] == [("p4", "Rodman"), ("p5", "Ross")]
    assert [p.name for p in with_speakers((), labels("Ross"))] == ["Ross"]


def test_a_lone_label_that_means_nobody_is_no_speaker() -> None:
    assert spoken(PRINCIPALS, labels("Action")) == []
    assert spoken(PRINCIPALS, labels("Yeltsin")) == labels("Yeltsin")
    assert spoken((), labels("Ross")) == labels("Ross")


def test_names_are_spelled_as_the_labels_spell_them() -> None:
    damaged = (Person("p1", "Boris Ye1tsin"), Person("p2", "Ann Lee"))
    assert [p.name for p in spelled(damaged, labels("President Yeltsin"))] == [
        "Boris Yeltsin", "Ann Lee",
    ]  # fmt: skip
