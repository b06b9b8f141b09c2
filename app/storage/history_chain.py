"""Evidence that nobody changed a working file, or its history, but by the desk.

Each entry of the record of saves has a link: the SHA-256 of the file's content at that save, and
the head of the chain, which is the SHA-256 of the head before it, of the entry, and of that digest.
Whoever changes, adds, drops or moves an entry, or a byte of the file, breaks it at that place.

A chain alone can't tell a cut tail, or a rebuild from the start: everything in it can be computed
by anybody. So its head is shown and printed, and can be compared.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace

from app import tei
from app.model.document import Document, Revision

_UNKNOWN = f"{'0' * 64}:{'0' * 64}"
_LINK_IN_FILE = re.compile(rb'(<change\b[^<>]*) n="[0-9a-f]{64}:[0-9a-f]{64}"')


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the chain of a file says.

    ``entries`` is how many saves are recorded, ``before`` how many of them are older than the
    chain, ``head`` the chain's last head, "" where there is no chain. ``broken_at`` is the first
    entry (from 1) that does not fit, None where all do; ``reason`` says in words what does not fit,
    "" where the file is intact.
    """

    entries: int
    before: int
    head: str
    broken_at: int | None = None
    reason: str = ""

    @property
    def intact(self) -> bool:
        return not self.reason


def sealed(document: Document) -> tuple[Document, bytes]:
    """The document with a link on each new entry of its record, and the bytes of its file.

    Raises ``TeiError``.
    """
    revisions = list(document.revisions)
    first = len(revisions)
    while first and not revisions[first - 1].digest:
        first -= 1
    for at in range(first, len(revisions)):
        revisions[at] = replace(revisions[at], digest=_UNKNOWN)
    written = tei.write(replace(document, revisions=tuple(revisions)))
    content = _content_digest(written)
    head = head_of(document.revisions[:first])
    for at in range(first, len(revisions)):
        head = _head(head, revisions[at], content)
        revisions[at] = replace(revisions[at], digest=f"{content}:{head}")
        # They come in the file in this order.
        written = written.replace(_UNKNOWN.encode(), revisions[at].digest.encode(), 1)
    return replace(document, revisions=tuple(revisions)), written


def head_of(revisions: tuple[Revision, ...]) -> str:
    """The head of the chain, in hex, for showing and printing; "" where there is none."""
    return revisions[-1].digest.partition(":")[2] if revisions else ""


def verified(content: bytes, name: str = "") -> Verdict:
    """Whether the file is as the desk saved it. Raises ``TeiError`` where it can't be read."""
    revisions = tei.read(content, name).revisions
    before = next((at for at, one in enumerate(revisions) if one.digest), len(revisions))
    verdict = Verdict(len(revisions), before, head_of(revisions))
    if before == len(revisions):
        return replace(verdict, reason="it has no chained record of saves")
    broken = _first_broken(revisions, before)
    if broken is not None:
        reason = "it was changed, put in, moved, or stands after one that was taken out"
        return replace(verdict, broken_at=broken + 1, reason=f"entry {broken + 1}: {reason}")
    links = len(_LINK_IN_FILE.findall(content))
    saved, _, _ = revisions[-1].digest.partition(":")
    if links != len(revisions) - before or saved != _content_digest(content):
        reason = "the file was changed after its last recorded save"
        return replace(verdict, broken_at=len(revisions), reason=reason)
    return verdict


def heads(content: bytes, name: str = "") -> tuple[str, ...]:
    """The head after each save, oldest first: a printed one tells up to where the record goes on.

    Raises ``TeiError``.
    """
    return tuple(
        revision.digest.partition(":")[2] for revision in tei.read(content, name).revisions
    )


def _first_broken(revisions: tuple[Revision, ...], start: int) -> int | None:
    head = ""
    for at in range(start, len(revisions)):
        content, _, stated = revisions[at].digest.partition(":")
        head = _head(head, revisions[at], content)
        if head != stated:
            return at
    return None


def _head(previous: str, revision: Revision, content: str) -> str:
    # As JSON, so that no text can run over from one part into the next.
    parts = [previous, revision.when, revision.by, revision.note, content]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def _content_digest(written: bytes) -> str:
    """Of all but the links."""
    return hashlib.sha256(_LINK_IN_FILE.sub(rb"\1", written)).hexdigest()
