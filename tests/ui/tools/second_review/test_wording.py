"""Judgements in words."""

from __future__ import annotations

import pytest

from app.model.decisions import Exemption, Judgement, WithheldRange
from app.model.redactions import portion
from app.model.second_review import FIELDS
from app.model.terms import Disposition
from app.ui.tools.second_review.wording import (
    in_short,
    of_field,
    of_judgement,
    of_place,
    of_words,
)
from tests.release.papers import paper

EVENT = (Exemption("25X1", "the death of the source"),)
WORDS = Judgement(Disposition.IN_PART, ranges=(WithheldRange("para-1", 0, 13, EVENT),))
PLACE = Judgement(Disposition.IN_PART, ranges=(WithheldRange("metadata/repository", 0, 0, EVENT),))


@pytest.mark.parametrize(
    ("key", "judged", "said"),
    [
        ("para-1", Judgement(Disposition.RELEASE), "Release in full"),
        (
            "para-1",
            WORDS,
            "Release in part\nWithhold “They met in t”: 25X1, the death of the source",
        ),
        ("para-1", Judgement(Disposition.DENY, EVENT), "Deny: 25X1, the death of the source"),
        ("para-1", Judgement(Disposition.REFER, agency="State"), "Refer to State"),
        (FIELDS, Judgement(Disposition.RELEASE), "Withhold no value"),
        (FIELDS, PLACE, "Withhold values\nRepository “Library”: 25X1, the death of the source"),
    ],
)
def test_a_judgement_is_told_in_full(key: str, judged: Judgement, said: str) -> None:
    assert of_judgement(paper(), key, judged) == said


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        (None, ""),
        (Judgement(Disposition.RELEASE), "In full"),
        (WORDS, "In part (1)"),
        (Judgement(Disposition.DENY, EVENT), "Deny"),
        (Judgement(Disposition.REFER, agency="State"), "Refer"),
    ],
)
def test_a_cell_has_room_for_it(judged: Judgement | None, said: str) -> None:
    assert in_short(judged) == said


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
