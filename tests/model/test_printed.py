from __future__ import annotations

import pytest

from app.model.printed import bare_label, entries_about, topic_of
from tests.ui.metadata.kaifu import kaifu


@pytest.mark.parametrize(
    ("label", "topic"),
    [
        ("SUBJECT:", "subject"),
        ("SUBJBCT", "subject"),
        ("Participants:", "participants"),
        ("DATE, TIME\nAND PLACE:", "when_and_where"),
        ("LOCATION", "when_and_where"),
        ("FROM:", None),
        ("", None),
    ],
)
def test_what_a_label_is_about(label: str, topic: str | None) -> None:
    assert topic_of(label) == topic


def test_the_entries_of_a_head() -> None:
    heading = kaifu().heading
    assert entries_about(heading, "subject") == (0,)
    assert entries_about(heading, "when_and_where") == (2,)


@pytest.mark.parametrize(
    ("label", "bare"),
    [("PM -", "PM"), ("The President:", "The President"), ("P.M. --", "P.M"), (" - ", "")],
)
def test_a_label_without_its_end(label: str, bare: str) -> None:
    assert bare_label(label) == bare
