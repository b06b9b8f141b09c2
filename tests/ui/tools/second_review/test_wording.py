"""Judgements in words."""

from __future__ import annotations

import pytest

from app.model.decisions import Exemption, Judgement, WithheldRange
from app.model.second_review import FIELDS
from app.model.terms import Disposition
from app.ui.tools.second_review.wording import in_short, of_judgement
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
