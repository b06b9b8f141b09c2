"""What follows from every edit for what was decided about release."""

from __future__ import annotations

from app.model.document import Document
from app.model.edits.base import Compound, EditRefused
from app.model.edits.dispositions import with_changed_undecided
from app.model.withholding import opens


def with_decisions_kept(before: Document, after: Document, edit: object) -> Document:
    """``after`` with the decisions that still hold.

    Raises EditRefused where the edit would bring withheld words out of their redaction, unless
    that is what it is for.
    """
    if not _may_open(edit) and opens(before, after):
        raise EditRefused(
            "This would bring withheld words out of their redaction: change the redaction first."
        )
    return with_changed_undecided(before, after)


def _may_open(edit: object) -> bool:
    if isinstance(edit, Compound):
        return any(map(_may_open, edit.edits))
    return bool(getattr(edit, "may_open", False))
