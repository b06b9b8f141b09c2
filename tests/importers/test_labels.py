from __future__ import annotations

import pytest

from app.importers.labels import Label, column_label, recurring, speaker_label


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("The President: Hello", "The President:", "The President"),
        ("PM - Thank you", "PM -", "PM"),
        ("President -- Rajiv", "President --", "President"),
        ("Chancellor Kohl : Good-bye", "Chancellor Kohl :", "Chancellor Kohl"),
        ("King of Jordan: Yes", "King of Jordan:", "King of Jordan"),
        ("WJC: Hi", "WJC:", "WJC"),
        ("Y:", "Y:", "Y"),
        ("President-- Rajiv", "President--", "President"),
        ("President --Rajiv", "President --", "President"),
        ("King Fahd; Hello", "King Fahd;", "King Fahd"),
        ("The King (laughing): No", "The King (laughing):", "The King"),
    ],
)
def test_speaker_label(text: str, printed: str, name: str) -> None:
    label = speaker_label(text)
    assert label is not None
    assert (label.printed, label.name) == (printed, name)


@pytest.mark.parametrize(
    "text",
    [
        "", "I agree completely: stay", "President-elect Endara said", "The time is 10:30 now",
        "president: hello", "It was said - and done", "A" * 44 + ":x", "Hello.",
    ],
)  # fmt: skip
def test_no_speaker_label(text: str) -> None:
    assert speaker_label(text) is None


def test_a_label_recurs() -> None:
    def labels(*names: str, colon: bool = True) -> list[Label]:
        return [Label(name, name, colon) for name in names]

    assert recurring(labels("Kim", "Note", "KIM")) == labels("Kim")
    assert recurring(labels("The Queen", "Queen")) == labels("The Queen")
    assert recurring(labels("Well", "Well", colon=False)) == []
    assert recurring(labels("Well", "Well", "Well", colon=False)) == labels("Well", colon=False)


@pytest.mark.parametrize(
    ("text", "name"),
    [("PRESIDENT BUSH", "PRESIDENT BUSH"), ("King Fahd     Hello to you.", "King Fahd")],
)
def test_column_label(text: str, name: str) -> None:
    assert column_label(text) == Label(name, name, colon=False)


@pytest.mark.parametrize("text", ["King Fahd Hello", "He went   there", "President", ""])
def test_no_column_label(text: str) -> None:
    assert column_label(text) is None


@pytest.mark.parametrize(
    ("name", "titled"),
    [("The Vice President", True), ("Mr. Rodman", True), ("Action", False), ("Note", False)],
)
def test_a_label_with_a_title_is_a_speakers(name: str, titled: bool) -> None:
    assert Label(f"{name}:", name, colon=True).titled is titled
    assert not Label(f"{name} -", name, colon=False).titled
