"""Findings that one fix settles alike: the same misreading wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable

from app.checks.finding import Finding, Fix
from app.model.edits import Compound, Edit


def alike(found: Iterable[Finding], finding: Finding, fix: Fix) -> tuple[Edit, ...]:
    """The edits that do the same as ``fix`` for every open finding of the same rule and the same
    words, ``finding`` included; the last place first, so that the places of the others hold.
    """
    edits = [
        same.edit
        for one in found
        if (one.rule.id, one.excerpt) == (finding.rule.id, finding.excerpt) and not one.dismissed
        for same in one.fixes
        if same.text == fix.text
    ]
    return tuple(reversed(edits))


def fixing(*edits: Edit) -> Edit:
    """The fixes as one step of undo, which does not go on what was typed just before."""
    return Compound("Fix Finding" if len(edits) == 1 else "Fix All Alike", edits)
