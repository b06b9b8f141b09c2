"""Running one check on a document, in a line."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.finding import Finding
from app.checks.findings import findings
from app.checks.registry import CHECKS
from app.model.document import Document
from app.model.terms import Act

ACT = Act("rev-ab", "2026-03-01T09:30:00Z")


def found(
    document: Document, *rules: str, checks: tuple[Check, ...] = CHECKS
) -> tuple[Finding, ...]:
    """The findings of these rules."""
    return tuple(one for one in findings(document, checks) if one.rule.id in rules)


def excerpts(document: Document, rule: str, checks: tuple[Check, ...] = CHECKS) -> list[str]:
    """What the rule's findings speak of."""
    return [one.excerpt for one in found(document, rule, checks=checks)]


def fixed(document: Document, finding: Finding) -> Iterator[Document]:
    """The document after each of the finding's fixes."""
    for fix in finding.fixes:
        yield fix.edit.apply(document, ACT)
