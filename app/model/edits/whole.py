"""Taking another document as a whole: recovered work, a version, a merge."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.model.document import Document
from app.model.terms import Act


@dataclass(frozen=True)
class TakeDocument:
    """The document reads as ``document`` does; ``name`` says why ("Recover Work").

    The record of the saves stays the file's own, and whoever changed something stays named.
    """

    name: str
    document: Document

    def apply(self, document: Document, act: Act) -> Document:
        known = {reviewer.id for reviewer in self.document.reviewers}
        others = (one for one in document.reviewers if one.id not in known)
        taken = replace(
            self.document,
            reviewers=(*self.document.reviewers, *others),
            revisions=document.revisions,
            serial=max(document.serial, self.document.serial),
        )
        return document if taken == document else taken
