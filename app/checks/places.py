"""Where a finding is, in words and by page."""

from __future__ import annotations

from app.checks.finding import AtEnd, InField, InHeading, InParagraph, InTitle, OnPage, Where
from app.model.document import Document
from app.model.queries import page_at


def described(document: Document, where: Where) -> str:
    """The place in words: "page 2, paragraph 16"."""
    if isinstance(where, InParagraph):
        page = page_at(document, where.at, where.start).number
        return f"page {page}, paragraph {where.at + 1}"
    if isinstance(where, OnPage):
        return f"page {document.page(where.page).number}"
    if isinstance(where, InHeading):
        label = document.heading.entries[where.entry].label.text
        return f"heading, {' '.join(label.split()).rstrip(':') or where.entry + 1}"
    if isinstance(where, InTitle):
        return "heading, title"
    if isinstance(where, InField):
        return f"metadata, {where.field.replace('_', ' ').replace('.', ' ')}"
    if isinstance(where, AtEnd):
        return "end mark"
    person = document.person(where.person)
    return f"participant {person.name if person else where.person}"


def page_of(document: Document, where: Where) -> str | None:
    """The page (``Page.id``) it is on; None for what is of no page."""
    if isinstance(where, InParagraph):
        return page_at(document, where.at, where.start).id
    return where.page if isinstance(where, OnPage) else None
