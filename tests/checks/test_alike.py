"""One fix for all findings of the same words."""

from __future__ import annotations

from app.checks.alike import alike, fixing
from app.checks.findings import findings
from app.checks.registry import with_spelling
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller
from tests.builders import document
from tests.checks.finds import ACT

CHECKS = with_spelling(Speller(english(), diplomatic()))


def test_all_alike_are_fixed_in_one() -> None:
    before = document("They met tbe others and tbe rest. (U)", "So tbe end of thc day. (U)")
    held = tuple(findings(before, CHECKS))
    first = next(one for one in held if one.excerpt == "tbe")
    edits = alike(held, first, first.fixes[0])
    assert len(edits) == 3
    edit = fixing(*edits)
    assert edit.name == "Fix All Alike"
    texts = [paragraph.text for paragraph in edit.apply(before, ACT).paragraphs]
    assert texts == ["They met the others and the rest.", "So the end of thc day."]


def test_one_is_a_step_of_its_own() -> None:
    before = document("So thc end. (U)")
    held = tuple(findings(before, CHECKS))
    (one,) = (one for one in held if one.excerpt == "thc")
    edit = fixing(*alike(held, one, one.fixes[0]))
    assert edit.name == "Fix Finding"
    assert edit.apply(before, ACT).paragraphs[0].text == "So the end."
