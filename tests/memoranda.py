"""A memorandum for tests that need any one."""

from __future__ import annotations

from app.model.document import Document, Metadata, Page, Paragraph
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.terms import Kind


def short(subject: str = "A call") -> Document:
    """One narrative paragraph on one page."""
    told = Paragraph("para-1", Kind.NARRATIVE, Passage("The President telephoned."))
    return Document(
        paragraphs=Paragraphs((told,)),
        pages=(Page("page-1", 1),),
        metadata=Metadata(subject=subject),
        serial=2,
    )
