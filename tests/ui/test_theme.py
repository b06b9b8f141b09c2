"""Every colour of text can be read on every ground it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from app.ui.theme import DARK, LIGHT, Theme

NEEDED = 4.5
"""WCAG 2.1 AA for text, which Section 508 (36 CFR 1194, E205.4) takes over."""
ON_GROUNDS = ("ink", "quiet", "accent", "correction", "doubt", "hint", "error")
PAIRS = [
    *((ink, ground) for ink in ON_GROUNDS for ground in ("window", "base", "gutter")),
    ("on_accent", "accent"),
    ("ink", "correction_ground"),
    ("correction", "correction_ground"),
    ("ink", "doubt_ground"),
    ("doubt", "doubt_ground"),
    ("ink", "found_ground"),
    ("ink", "rule"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= NEEDED


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, "contrast ratio"."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.1, "relative luminance"."""
    parsed = QColor(colour)
    red, green, blue = map(_linear, (parsed.redF(), parsed.greenF(), parsed.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    curved: float = ((part + 0.055) / 1.055) ** 2.4
    return part / 12.92 if part <= 0.04045 else curved
