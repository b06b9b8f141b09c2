"""Where a search looks: everywhere, in the selection, in one speaker's words, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from app.model.document import Document
from app.model.queries import Place, stretches
from app.model.scopes import of_page, of_speaker
from app.model.search import Match

_WHOLE, _SELECTION, _SPEAKER, _PAGE = "whole", "selection", "speaker", "page"


class ScopeBox(QComboBox):
    """Offers what the document has; what is chosen stays while it is there."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Look in")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self._held: dict[str, tuple[int, int]] = {}

    def offer(self, document: Document) -> None:
        """The participants and pages of this document."""
        rows = [("Whole document", (_WHOLE, "")), ("Selection", (_SELECTION, ""))]
        rows += [(f"Speaker: {one.name}", (_SPEAKER, one.id)) for one in document.people]
        rows += [("Narrative and unknown speakers", (_SPEAKER, ""))]
        rows += [(f"Page {page.number}", (_PAGE, page.id)) for page in document.pages]
        held = [(self.itemText(n), self.itemData(n)) for n in range(self.count())]
        if held == rows:
            return
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        for text, value in rows:
            self.addItem(text, value)
        places = [n for n, (_, value) in enumerate(rows) if value == chosen]
        self.setCurrentIndex(places[0] if places else 0)
        self.blockSignals(False)

    def choose_whole(self) -> None:
        self.setCurrentIndex(0)

    def choose_selection(self) -> None:
        self.setCurrentIndex(1)

    def hold_selection(self, document: Document, start: Place, end: Place) -> None:
        """What "Selection" means from now on, whatever is selected later.

        Its last paragraph is counted from the end, so that words replaced in it do not matter.
        """
        self._held = {}
        for at, low, high in stretches(document, start, end):
            paragraph = document.paragraphs[at]
            self._held[paragraph.id] = (low, len(paragraph.text) - high)

    def scope(self, document: Document) -> tuple[Match, ...] | None:
        """The stretches to look in; None: everywhere."""
        kind, value = self.currentData() or (_WHOLE, "")
        if kind == _SELECTION:
            return tuple(
                (at, self._held[one.id][0], len(one.text) - self._held[one.id][1])
                for at, one in enumerate(document.paragraphs)
                if one.id in self._held
            )
        if kind == _SPEAKER:
            return tuple(of_speaker(document, value or None))
        return tuple(of_page(document, value)) if kind == _PAGE else None
