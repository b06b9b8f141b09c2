"""The transcript the project started from: its true findings, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from app.checks.finding import Finding, InField, InParagraph
from app.checks.findings import findings
from app.checks.registry import with_spelling
from app.importers import read_source
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "kaifu-1990-06-04.txt"


def sample() -> list[Finding]:
    (document,) = read_source(SAMPLE)
    return list(findings(document, with_spelling(Speller(english(), diplomatic()))))


def test_what_is_found() -> None:
    assert Counter(one.rule.id for one in sample()) == {
        "daylight-time": 1,
        "doubled-word": 1,
        "lost-label": 1,
        "mark-misread": 16,
        "speaker-twice": 3,
    }


def test_where_and_what() -> None:
    held = {
        (one.rule.id, one.where.paragraph if isinstance(one.where, InParagraph) else one.where)
        for one in sample()
        if one.rule.id != "mark-misread"
    }
    assert held == {
        ("daylight-time", InField("zone")),
        ("lost-label", "para-16"),
        ("speaker-twice", "para-17"),
        ("speaker-twice", "para-19"),
        ("speaker-twice", "para-27"),
        ("doubled-word", "para-28"),
    }
