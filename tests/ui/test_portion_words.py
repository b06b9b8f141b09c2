"""Portions and codes in words."""

from __future__ import annotations

import pytest

from app.model.decisions import Exemption
from app.model.redactions import portion
from app.ui.portion_words import of_codes, of_field, of_place, of_words
from tests.release.papers import paper


@pytest.mark.parametrize(
    ("key", "place"),
    [("heading/title", "Title"), ("heading/1", "PARTICIPANTS"), ("para-2", "Paragraph 2")],
)
def test_portions_have_names(key: str, place: str) -> None:
    assert of_place(paper(), portion(paper(), key)) == place
    assert of_place(paper(), None) == "Values"


def test_values_have_names() -> None:
    assert [of_field(name) for name in ("metadata/time_from", "person/person-1")] == [
        "Time from",
        "Participant",
    ]


def test_words_are_those_of_the_portion_with_its_label() -> None:
    held = portion(paper(), "heading/1")
    assert held is not None
    assert of_words(paper(), held) == "PARTICIPANTS: The President Mr. Gale, Envoy"


def test_a_code_is_said_once() -> None:
    code, event = Exemption("1.4(c)"), Exemption("25X1", "the death of the source")
    assert of_codes((code, event, code)) == "1.4(c); 25X1, the death of the source"
