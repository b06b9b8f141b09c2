"""Where a passage or a value is, in words."""

from __future__ import annotations

from app.model.document import Document
from app.model.queries import page_at
from app.model.redactions import TITLE, TRAILER, paragraph_of
from app.ui.portion_words import of_field


def place_in_words(document: Document, where: str, offset: int = 0) -> str:
    """Of a place as in ``app.model.redactions``: "Page 2, paragraph 16", "SUBJECT", "Place"."""
    head, _, part = where.rpartition("/")
    if where == TITLE:
        return "Title"
    if where == TRAILER:
        return "End mark"
    if head.startswith("heading/"):
        number = int(head.removeprefix("heading/"))
        label = " ".join(document.heading.entries[number].label.text.split()).rstrip(":")
        name = label or f"Head, entry {number + 1}"
        return f"{name} (label)" if part == "label" and label else name
    if head in ("metadata", "person"):
        return of_field(where)
    at = paragraph_of(document, where if part != "label" else head)
    if at is not None:
        page = page_at(document, at, offset if part != "label" else 0).number
        return f"Page {page}, paragraph {at + 1}{', label' if part == 'label' else ''}"
    number = document.page(head).number
    return f"Page {number}, line at the edge"
