from __future__ import annotations

import pytest

from app.importers.conversation import Draft, Stretch, drafts, labels_in
from app.importers.lines import Line

WIDE = "He went on at length, as he had done before, and they said that"


def made(*pages: str) -> list[Draft]:
    stretches = [
        Stretch(
            at,
            [
                Line(text, spaced=not first or not lines[first - 1])
                for first, text in enumerate(lines)
                if text
            ],
        )
        for at, lines in enumerate(page.split("\n") for page in pages)
    ]
    return drafts(stretches, lambda label: label.name in ("Ann", "PM"), len(pages))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One\ntwo.", ["One two."]),
        ("The President-\nelect. The President.", ["The President-elect. The President."]),
        ("We dis-\ncussed it.", ["We discussed it."]),
        ("START -\nthe talks.", ["START - the talks."]),
        ("One.\nAnn: Two.\nPM - Three.", ["One.", "Ann: Two.", "PM - Three."]),
        ("One.\nBob: Two.", ["One. Bob: Two."]),
        (f"{WIDE}\n\nBaker knew.", [f"{WIDE} Baker knew."]),
        (f"{WIDE}\nshort\n\nBaker knew.", [f"{WIDE} short", "Baker knew."]),
        ("One word\n\nand more.", ["One word and more."]),
        ("One. (U)\nTwo.", ["One. (U)", "Two."]),
        ("One.\n\n(U)\nTwo.", ["One. (U)", "Two."]),
        ("One. (U)\n\n(U)", ["One. (U)", "(U)"]),
        ("(C) One.\n(U) Two.", ["(C) One.", "(U) Two."]),
        ("One\n-- End of Conversation --", ["One", "-- End of Conversation --"]),
        ("Ann:\n\nOne.\n\nTwo.", ["Ann: One.", "Two."]),
        ("So. {2^\n\nThen.", ["So. {2^", "Then."]),
        ("So.\n1. Then.", ["So.", "1. Then."]),
        ("So it is 1.4(c)\n\n1.4(c)\n\n1.4(c) Then.", ["So it is 1.4(c) 1.4(c) 1.4(c) Then."]),
        ("So.\n\n1.4(c)\n\nThen.", ["So.", "1.4(c)", "Then."]),
        ("x" * 130 + ".\n" + "y" * 130, ["x" * 130 + ".", "y" * 130]),
        ("", [""]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [draft.text for draft in made(text)] == paragraphs


def test_the_label_after_a_leading_mark() -> None:
    assert [draft.label and draft.label.name for draft in made("(U) Ann: Yes.\nNo.")] == ["Ann"]
    assert [label.name for label in labels_in([Stretch(0, [Line("(U) Ann: Yes.")])])] == ["Ann"]


@pytest.mark.parametrize(
    ("pages", "breaks"),
    [
        (["One.", "Two."], [[], [(0, 1)]]),
        (["One", "two."], [[(4, 1)]]),
        (["Dis-", "cussed."], [[(3, 1)]]),
        (["One.", "", "Two."], [[], [(0, 1), (0, 2)]]),
        (["One.", ""], [[(4, 1)]]),
        (["", "One."], [[(0, 1)]]),
        (["", ""], [[(0, 1)]]),
    ],
)
def test_page_breaks(pages: list[str], breaks: list[list[tuple[int, int]]]) -> None:
    assert [draft.breaks for draft in made(*pages)] == breaks


def test_what_a_broken_word_read_is_kept() -> None:
    (draft,) = made("We dis-\ncussed it.")
    assert [(c.start, c.end, c.original) for c in draft.joined] == [(3, 12, "dis-cussed")]
    (draft,) = made("We dis-", "cussed it.")
    assert [(c.start, c.end, c.original) for c in draft.joined] == [(3, 6, "dis-")]
    (draft,) = made("We dis-\ncus-\nsed it.")
    assert draft.text == "We discussed it."
    assert [(c.start, c.end, c.original) for c in draft.joined] == [(3, 12, "dis-cus-sed")]


def test_a_name_in_a_column_of_its_own() -> None:
    assert [draft.label and draft.label.name for draft in made("Ann     Yes.\nNo.")] == ["Ann"]
