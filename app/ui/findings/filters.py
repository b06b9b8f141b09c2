"""Which findings are shown: by kind, page, severity and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.checks.finding import Finding, Rule, Severity
from app.checks.places import page_of
from app.model.document import Document
from app.ui.findings.severity import WORDS
from app.ui.flow import FlowLayout
from app.ui.labels import NamedLabel

TYPED_AFTER_MS = 120


@dataclass(frozen=True, slots=True)
class Filter:
    """``kind`` is a ``Rule.id`` and ``page`` a ``Page.id``; None and "" let everything through."""

    kind: str | None = None
    page: str | None = None
    severity: Severity | None = None
    words: str = ""
    dismissed: bool = False

    def accepted(self, document: Document, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings it lets through, in their order."""
        words = self.words.casefold().split()
        return tuple(
            one
            for one in found
            if (self.dismissed or not one.dismissed)
            and self.kind in (None, one.rule.id)
            and self.severity in (None, one.rule.severity)
            and (not words or _has(one, words))
            and (self.page is None or page_of(document, one.where) == self.page)
        )


def _has(finding: Finding, words: list[str]) -> bool:
    text = f"{finding.message} {finding.rule.title} {finding.excerpt}".casefold()
    return all(word in text for word in words)


class FilterBar(QWidget):
    """Says which ``Filter`` the person wants; ``changed`` when it is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText("Filter findings")
        self.words.setAccessibleName("Filter findings by words")
        self.words.setClearButtonEnabled(True)
        self.kind = _choice("Kind of finding", "All kinds")
        self.page = _choice("Page of finding", "All pages")
        self.severity = _choice("Severity of finding", "All severities")
        for severity, word in WORDS.items():
            self.severity.addItem(f"{word}s only", severity)
        self.dismissed = QCheckBox("Show dismissed")
        self.count = NamedLabel("Findings shown")
        self._typing = QTimer(self, singleShot=True, interval=TYPED_AFTER_MS)
        self._typing.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda: self._typing.start())
        for choice in (self.kind, self.page, self.severity):
            choice.currentIndexChanged.connect(self.changed)
        self.dismissed.toggled.connect(self.changed)
        row = FlowLayout(8, stretched=self.words)
        for widget in (
            self.words,
            self.kind,
            self.severity,
            self.page,
            self.dismissed,
            self.count,
        ):
            row.addWidget(widget)
        self.setLayout(row)

    @property
    def filter(self) -> Filter:
        """What is asked for now."""
        return Filter(
            self.kind.currentData(),
            self.page.currentData(),
            self.severity.currentData(),
            self.words.text(),
            self.dismissed.isChecked(),
        )

    def offer(self, document: Document, found: Iterable[Finding]) -> None:
        """Offer the kinds among the findings and the document's pages; what is chosen stays."""
        rules: dict[str, Rule] = {one.rule.id: one.rule for one in found}
        kinds = sorted(rules.values(), key=lambda rule: rule.title)
        _refill(self.kind, [(rule.title, rule.id) for rule in kinds])
        _refill(self.page, [(f"Page {page.number}", page.id) for page in document.pages])

    def show_count(self, shown: int, of: int) -> None:
        self.count.setText(f"{shown:,} of {of:,}")


def _choice(name: str, everything: str) -> QComboBox:
    box = QComboBox()
    # On Linux the name of a box is what it shows.
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)
    box.addItem(everything, None)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    return box


def _refill(box: QComboBox, rows: list[tuple[str, str]]) -> None:
    """These after the first; what is chosen stays on offer, even if nothing is left of it."""
    held = [(box.itemText(n), box.itemData(n)) for n in range(1, box.count())]
    chosen = box.currentData()
    wanted = rows
    if chosen is not None and chosen not in [value for _, value in rows]:
        wanted = [*rows, (box.currentText(), chosen)]
    if held == wanted:
        return
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    for text, value in wanted:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    box.blockSignals(False)
