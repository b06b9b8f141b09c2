from __future__ import annotations

import pytest

from app.importers.lines import Line
from app.importers.titles import form_label, is_other_title, is_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("MEMORANDUM OF TELEPHONE CONVERSATION", True),
        ("MEMORANDUM OF CONVERSATION ‘ara nu", True),
        ("M E M O R A N D U M   O F   C O N V E R S A T I O N", True),
        ("MEMORANDVM OF CONVERSATI0N", True),
        ("Memorandum of conversation", False),
        ("Memorandum of Conversation", True),
        ("Tab A Memorandum of Conversation", False),
        ("MEMORANDUM FOR THE PRESIDENT", False),
        ("THE WHITE HOUSE", False),
    ],
)
def test_is_title(text: str, title: bool) -> None:
    assert is_title(Line(text)) is title


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("SUBJECT: Talk", "SUBJECT:", {"SUBJECT"}),
        ("SUBJECT Telephone Conversation", "SUBJECT", {"SUBJECT"}),
        ("DATE, TIME June 4, 1990", "DATE, TIME", {"DATE", "TIME"}),
        ("AND PLACE; Oval Office", "AND PLACE;", {"AND", "PLACE"}),
        ("PARTICIPAHTS: The President", "PARTICIPAHTS:", {"PARTICIPANT"}),
        ("PLACE US EMBASSY", "PLACE", {"PLACE"}),
        ("Date and Time: June 4", "Date and Time:", {"DATE", "AND", "TIME"}),
        ("PARTIClPANTS The President", "PARTIClPANTS", {"PARTICIPANT"}),
        ("SUBJEC7: Talk", "SUBJEC7:", {"SUBJECT"}),
    ],
)
def test_form_label(text: str, printed: str, words: set[str]) -> None:
    label = form_label(text)
    assert label is not None
    assert (label.printed, set(label.words)) == (printed, words)
    assert text[: label.end] == printed


@pytest.mark.parametrize(
    "text", ["", "Date of birth", "The President: Hello", "AND: so", "SUBJECTIVE", "Time flies"]
)
def test_no_form_label(text: str) -> None:
    assert form_label(text) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("TELCON", True),
        ("Summary of Conclusions", True),
        ("MEMORANDUM FOR THE REC0RD", True),
        ("SUBJECT: TELCON", False),
        ("They talked.", False),
    ],
)
def test_is_other_title(text: str, title: bool) -> None:
    assert is_other_title(Line(text)) is title
