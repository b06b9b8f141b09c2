"""What holds for every document, whatever was done to it."""

from __future__ import annotations

from app.model.document import Document
from app.model.spans import Correction, PageBreak, Span
from app.model.terms import Kind


def assert_sound(document: Document) -> None:
    """The invariants that ``Document`` and ``Passage`` name."""
    assert len(document.paragraphs) > 0
    assert document.pages
    ids = [paragraph.id for paragraph in document.paragraphs]
    assert len(set(ids)) == len(ids)
    people = {person.id for person in document.people}
    before = None
    for paragraph in document.paragraphs:
        assert "\n" not in paragraph.text
        assert paragraph.speaker is None or paragraph.speaker in people
        if paragraph.kind is Kind.NARRATIVE:
            assert paragraph.speaker is None
        if paragraph.kind is not Kind.TURN:
            assert paragraph.label is None
        if paragraph.kind is Kind.CONTINUATION:
            assert before is not None
            assert before.kind is not Kind.NARRATIVE
            assert before.speaker == paragraph.speaker
        assert_spans_fit(paragraph.text, paragraph.passage.spans)
        before = paragraph
    breaks = [b.page for p in document.paragraphs for b in p.passage.page_breaks]
    assert breaks == [page.id for page in document.pages[1:]]


def assert_spans_fit(text: str, spans: tuple[Span, ...]) -> None:
    """In order, inside the text, corrections apart from one another."""
    assert [(s.start, s.end) for s in spans] == sorted((s.start, s.end) for s in spans)
    reached = 0
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text)
        if isinstance(span, Correction):
            assert span.start >= reached
            assert span.original != text[span.start : span.end]
            reached = span.end
        if isinstance(span, PageBreak) and span.found:
            assert span.start >= reached
