from __future__ import annotations

import pytest

from app.importers.heading import Head, head_of, is_caption
from app.importers.lines import Line
from app.model.terms import Level

TITLE = "MEMORANDUM OF CONVERSATION"


def head(*texts: str) -> Head:
    """The head of these lines; "" stands for space above the next."""
    lines = [Line(text, spaced=not at or not texts[at - 1]) for at, text in enumerate(texts)]
    return head_of([line for line in lines if line.text])


def entries(found: Head) -> list[tuple[str, str]]:
    return [(entry.label.text, entry.text.text) for entry in found.heading().entries]


def test_label_and_text_are_kept_line_by_line() -> None:
    found = head(
        TITLE, "", "SUBJECT: A talk", "with him (U)", "", "PARTICIPANTS: The President",
        "Ann Lee, NSC", "", "DATE, TIME June 4, 1990", "AND PLACE: Here", "", "They talked.",
    )  # fmt: skip
    assert entries(found) == [
        ("SUBJECT:", "A talk\nwith him"),
        ("PARTICIPANTS:", "The President\nAnn Lee, NSC"),
        ("DATE, TIME\nAND PLACE:", "June 4, 1990\nHere"),
    ]
    mark = found.heading().entries[0].mark
    assert mark
    assert (mark.level, mark.reading) == (Level.U, "(U)")
    assert (found.title, found.length) == (TITLE, 7)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((TITLE, "They talked."), (TITLE, [], 1)),
        (("They talked.", "SUBJECT: x"), ("", [], 0)),
        (("SUBJECT: x", "", "They talked."), ("", [("SUBJECT:", "x")], 1)),
        ((TITLE, "WITH HIM", "SUBJECT: x"), (f"{TITLE}\nWITH HIM", [("SUBJECT:", "x")], 3)),
        (("PLACE Here", "Ann Lee: Hello."), ("", [("PLACE", "Here")], 1)),
        (("SUBJECT:", "", "A talk", "", "No."), ("", [("SUBJECT:", "\nA talk")], 2)),
        (
            ("PARTICIPANTS: A", "", "Notetaker: B", "", "Then they talked about it and agreed."),
            ("", [("PARTICIPANTS:", "A\nNotetaker: B")], 2),
        ),
        (
            ("PARTICIPANTS: A", "", "B", "", "DATE: June 4", "", "Text"),
            ("", [("PARTICIPANTS:", "A\nB"), ("DATE:", "June 4")], 3),
        ),
        ((), ("", [], 0)),
    ],
)
def test_where_the_head_ends(
    texts: tuple[str, ...], found: tuple[str, list[tuple[str, str]], int]
) -> None:
    made = head(*texts)
    assert (made.title, entries(made), made.length) == found


def test_a_list_of_participants_that_never_ends_is_not_the_head() -> None:
    assert head("PARTICIPANTS: A", *["B C"] * 300).length == 201


def test_a_caption_stands_for_the_head() -> None:
    text = "Presidential phone call to PM Gandhi, June 8, 1989"
    found = head(text, "", "President -- Rajiv how are you?")
    assert (entries(found), found.length) == ([("", text)], 1)


@pytest.mark.parametrize(
    ("text", "following", "caption"),
    [
        ("Telcon with King Fahd, April 11, 1989", "King Fahd: Hello", True),
        ("Our meeting of June 8, 1989 was a success and", "they said so", False),
        ("Our meeting was a success", "King Fahd: Hello", False),
        ("June 8, 1989", "King Fahd: Hello", False),
    ],
)
def test_is_caption(text: str, following: str, caption: bool) -> None:
    assert is_caption(Line(text), Line(following)) is caption


def test_a_list_of_people_ends_where_text_begins() -> None:
    found = head(
        "PARTICIPANTS: Ann Lee", "Bo Chen", "", "Summary of Conclusions", "",
        "1. They briefly reviewed the status of the draft and its parts",
    )  # fmt: skip
    assert (entries(found), found.length) == ([("PARTICIPANTS:", "Ann Lee\nBo Chen")], 2)


def test_a_misread_mark_of_the_subject_has_the_level_of_the_banner() -> None:
    (entry,) = head("SUBJECT: Meeting on Bosnia ($3").heading(Level.S).entries
    assert entry.text.text == "Meeting on Bosnia"
    assert entry.mark
    assert (entry.mark.level, entry.mark.reading) == (Level.S, "($3")


def test_another_kind_of_title() -> None:
    assert head("TELCON", "", "SUBJECT: x").title == "TELCON"
    assert head("TELCON", "They talked.").title == ""
