"""What is painted, said in sentences: for tooltips, the status line and screen readers."""

from __future__ import annotations

from app.model.decisions import Exemption, Judgement, WithheldRange
from app.model.document import Document, Mark, Paragraph
from app.model.naming import described
from app.model.queries import author, unsure_speaker
from app.model.spans import (
    PAGE_BREAK,
    PARAGRAPH_BREAK,
    Correction,
    Doubt,
    Gap,
    Hint,
    Inclusion,
    Markup,
    Name,
    Note,
    PageBreak,
    Span,
)
from app.model.terms import Act, CorrectionKind, Disposition, Kind, Position
from app.ui.local_time import local_time
from app.ui.transcript.scene import Scene

_KINDS = {
    CorrectionKind.OCR: "OCR slip",
    CorrectionKind.TYPO: "silent typo",
    CorrectionKind.CORRECTION: "bracketed correction",
    CorrectionKind.ADDITION: "bracketed addition",
}


def of_span(scene: Scene, span: Span) -> str:
    """What a reader sees when the pointer rests on the thing."""
    match span:
        case Correction():
            return of_correction(scene.document, span)
        case Doubt():
            return f"Doubtful reading: certainty {span.certainty:.0%}"
        case Hint():
            return span.message
        case Gap():
            return of_gap(span)
        case PageBreak():
            return f"{page_name(scene, span.page)} begins here"
        case Markup():
            return f"Element {_local(span.tag)} of another program, kept as it is"
        case Inclusion():
            return "An element of another program, kept as it is"
        case Note():
            return of_note(scene.document, span)
        case Name():
            named = described(scene.document, span)
            return f"Names a {named}"
        case _:
            return ""


def of_note(document: Document, note: Note) -> str:
    """Its first message, how many follow, and whether it is settled."""
    first = note.messages[0]
    answers = len(note.messages) - 1
    parts = [f"Note: {first.text} ({of_act(document, first.act)})"]
    if answers:
        parts.append("1 answer" if answers == 1 else f"{answers} answers")
    if note.resolved is not None:
        parts.append("resolved")
    return "; ".join(parts)


def of_correction(document: Document, correction: Correction) -> str:
    """The reading it replaced, its kind, who and when."""
    original = reading(correction.original)
    source = f"Source reads “{original}”" if original else "Not in the source"
    by = of_act(document, correction.act, joined=correction.joined)
    return f"{source} ({_KINDS[correction.kind]}; {by})"


def of_gap(gap: Gap) -> str:
    """Why something is missing, and how much."""
    why = "Unreadable" if gap.reason == "illegible" else "Withheld"
    amount = f": {gap.quantity} {gap.unit}".rstrip() if gap.quantity else ""
    codes = f" ({', '.join(gap.codes)})" if gap.codes else ""
    return f"{why} on the paper{amount}{codes}"


def of_withheld(held: WithheldRange, text: str) -> str:
    """For which reasons, and how many words of the text."""
    words = len(text[held.start : held.end].split())
    amount = f"{words:,} word{'' if words == 1 else 's'}"
    return f"Withheld {codes_of(held.exemptions)}: {amount}"


def of_whole(held: Judgement) -> str:
    """What becomes of a portion of which nothing is released."""
    if held.disposition is Disposition.REFER:
        return f"Referred: {held.agency}"
    return f"Denied: {codes_of(held.exemptions)}"


def codes_of(exemptions: tuple[Exemption, ...]) -> str:
    """The codes alone, without dates and statutes."""
    return ", ".join(exemption.code for exemption in exemptions)


def reading(original: str) -> str:
    """An original reading with its breaks in words."""
    return original.replace(PAGE_BREAK, "[page break]").replace(
        PARAGRAPH_BREAK, "[paragraph break]"
    )


def of_act(document: Document, act: Act, *, joined: bool = False) -> str:
    """Who and, as far as it is known, when; ``joined`` as in ``Correction``."""
    return ", ".join(filter(None, (author(document, act, joined=joined), local_time(act.when))))


def of_mark(mark: Mark | None) -> str:
    """Everything the mark's picture shows."""
    if mark is None or mark.level is None:
        was = f"; the source reads {mark.reading}" if mark is not None and mark.reading else ""
        return f"No portion mark{was}"
    words = [f"Portion mark {mark.text}"]
    if mark.struck:
        words.append("struck through")
    words.append(
        "before the paragraph" if mark.position is Position.LEADING else "after the paragraph"
    )
    if mark.reading and mark.reading != mark.text:
        words.append(f"read as {mark.reading}")
    if not mark.confirmed:
        words.append("proposed, not confirmed")
    return ", ".join(words)


def of_speaker(scene: Scene, paragraph: Paragraph) -> str:
    """Who speaks, in full."""
    proposed = ", proposed, not confirmed" if unsure_speaker(paragraph) else ""
    if paragraph.kind is Kind.NARRATIVE:
        voice = scene.person(paragraph.voice)
        return f"Narrative that reports {voice.name}{proposed}" if voice else "Narrative"
    person = scene.person(paragraph.speaker)
    if person is None:
        words = "Speaker not known"
    else:
        words = ", ".join(part for part in (person.name, person.office) if part)
    if paragraph.kind is Kind.CONTINUATION:
        words += " (continues)"
    words += proposed
    label = scene.printed_label(paragraph)
    return f"{words}; printed “{label}”" if label else words


def of_reviewed(document: Document, paragraph: Paragraph) -> str:
    """By whom and when it was called done; "" where nobody did."""
    act = paragraph.reviewed
    return f"Reviewed by {of_act(document, act)}" if act is not None else ""


def of_paragraph(scene: Scene, at: int) -> str:
    """Where the caret is, for those who do not see the gutters."""
    paragraph = scene.document.paragraphs[at]
    count = len(scene.document.paragraphs)
    hints = [s.message for s in paragraph.passage.spans if isinstance(s, Hint)]
    whole = scene.wholly_withheld(at, paragraph)
    notes = [of_note(scene.document, s) for s in paragraph.passage.spans if isinstance(s, Note)]
    parts = [
        f"Paragraph {at + 1} of {count}",
        f"page {scene.page_at(at).number}",
        of_speaker(scene, paragraph),
        of_mark(paragraph.mark),
        of_reviewed(scene.document, paragraph),
        of_whole(whole) if whole is not None else "",
        *(of_withheld(one, paragraph.text) for one in scene.withheld(at, paragraph)),
        *hints,
        *notes,
    ]
    return ". ".join(filter(None, parts))


def page_name(scene: Scene, identifier: str) -> str:
    place = scene.page_place(identifier)
    return f"Page {scene.document.pages[place].number}" if place is not None else "A page"


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
