"""Check a file without a screen: the findings that the desk shows, as lines or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.checks.finding import Finding, InParagraph, Severity
from app.checks.findings import findings
from app.checks.places import described
from app.checks.registry import with_spelling
from app.model.document import Document, WordList
from app.opening import open_file
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller


@dataclass(frozen=True, slots=True)
class Checked:
    """A memorandum and what was found in it, dismissed findings included."""

    document: Document
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether an error remains."""
        return any(
            one.rule.severity is Severity.ERROR and not one.dismissed for one in self.findings
        )


def check(path: Path, words: WordList) -> tuple[Checked, ...]:
    """The memoranda in the file; ``words`` are the person's own. Raises ``OpenError``."""
    checks = with_spelling(Speller(english(), diplomatic(), words))
    return tuple(
        Checked(document, tuple(findings(document, checks)))
        for document in open_file(path).documents
    )


def lines(checked: tuple[Checked, ...]) -> Iterator[str]:
    """A line for each finding that is not dismissed."""
    for number, one in enumerate(checked, start=1):
        memorandum = f"memorandum {number}, " if len(checked) > 1 else ""
        for finding in one.findings:
            if not finding.dismissed:
                place = memorandum + described(one.document, finding.where)
                rule = finding.rule
                yield f"{place}: {rule.severity.value}: {finding.message} [{rule.id}: {rule.why}]"


def as_json(checked: tuple[Checked, ...]) -> str:
    """A list with an object for each finding, dismissed ones included."""
    rows = [
        {"memorandum": number, **_fields(one.document, finding)}
        for number, one in enumerate(checked, start=1)
        for finding in one.findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _fields(document: Document, finding: Finding) -> dict[str, object]:
    rule, where = finding.rule, finding.where
    fields: dict[str, object] = {
        "rule": rule.id,
        "kind": rule.title,
        "severity": rule.severity.value,
        "why": rule.why,
        "place": described(document, where),
        "where": where.key,
        "message": finding.message,
        "excerpt": finding.excerpt,
        "fixes": [fix.text for fix in finding.fixes],
        "dismissed": finding.dismissed,
    }
    if isinstance(where, InParagraph):
        fields |= {"part": where.part, "start": where.start, "end": where.end}
    return fields
