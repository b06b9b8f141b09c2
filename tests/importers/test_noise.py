from __future__ import annotations

import pytest

from app.importers.noise import is_noise, is_speck, legible


@pytest.mark.parametrize(
    "text",
    [
        "el Oh",
        "Ore | tT",
        "WLwwi vot",
        "4ruwi''ijjLWirArr",
        "COMF1 DDM[PI-jaj",
        ". Y",
        "os",
        "~",
        "",
    ],
)
def test_noise(text: str) -> None:
    assert is_noise(text)


@pytest.mark.parametrize(
    "text",
    ["State/DoD/CIA", "right.", "it. (U)", "4:25 pm", "The Präsident's", "U.S. forces", "$1,000"],
)
def test_no_noise(text: str) -> None:
    assert not is_noise(text)


def test_legible_is_a_share() -> None:
    assert legible("they xqzkt") == pytest.approx(4 / 9)


@pytest.mark.parametrize(
    ("text", "speck"), [("os", True), (". ,", True), ("it", False), ("xqzkt", False)]
)
def test_is_speck(text: str, speck: bool) -> None:
    assert is_speck(text) is speck
