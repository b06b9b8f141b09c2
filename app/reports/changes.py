"""All changes to a document, with who made them and when, to be read or printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape

from app.model.alterations import Alteration, alterations
from app.model.classification import overall
from app.model.document import Document
from app.model.queries import author, reviewer_name
from app.model.spans import PAGE_BREAK, PARAGRAPH_BREAK
from app.reports.page import facts, page, table

_COLUMNS = ("Page", "Paragraph", "What", "The source reads", "Reads now", "Who", "When (UTC)")


def changes(document: Document) -> str:
    """The report as a whole HTML file, the same for the same document.

    It quotes the text, so it bears the document's overall classification.
    """
    found = tuple(alterations(document))
    level = overall(document)
    banner = level.value if level is not None else "CLASSIFICATION NOT DETERMINED"
    subject = document.metadata.subject.replace("\n", " ")
    title = f"Changes: {subject}" if subject else "Changes"
    return page(title, banner, _body(document, found))


def _body(document: Document, found: tuple[Alteration, ...]) -> Iterable[str]:
    metadata, source = document.metadata, document.source
    yield facts(
        (
            ("Date of the conversation", metadata.date),
            ("Repository", metadata.repository),
            ("Imported from", source.name),
            ("Digest of the source (SHA-256)", source.digest),
            ("Reviewers", "; ".join(reviewer.name for reviewer in document.reviewers)),
            ("Changes", _counted(found)),
        )
    )
    if found:
        rows = (_row(document, one) for one in found)
        yield "<h2>Changes</h2>"
        yield table("In the order of the document", _COLUMNS, rows)
    else:
        yield "<p>Nothing was changed: the text reads as the source does.</p>"
    if document.revisions:
        yield "<h2>Saved work</h2>"
        revisions = (
            (escape(time(one.when)), escape(reviewer_name(document, one.by)), escape(one.note))
            for one in document.revisions
        )
        yield table("Oldest first", ("When (UTC)", "Who", "What"), revisions)


def _counted(found: tuple[Alteration, ...]) -> str:
    counts = Counter(one.what for one in found).most_common()
    return ", ".join(f"{what}: {count}" for what, count in counts) or "none"


def _row(document: Document, one: Alteration) -> tuple[str, ...]:
    return (
        str(one.page),
        str(one.at + 1) if one.at is not None else "",
        escape(one.what),
        f"<del>{escape(in_words(one.original))}</del>" if one.original else "—",
        f"<ins>{escape(one.now)}</ins>" if one.now else "nothing",
        escape(author(document, one.act, joined=one.joined)),
        escape(time(one.act.when)) or "—",
    )


def in_words(original: str) -> str:
    """An original reading with its breaks in words."""
    return original.replace(PAGE_BREAK, "[page break]").replace(
        PARAGRAPH_BREAK, "[paragraph break]"
    )


def time(when: str) -> str:
    """An ISO 8601 time as "2026-11-24 10:02", in UTC; as it stands if it is none."""
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        return when
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return f"{moment:%Y-%m-%d %H:%M}"
