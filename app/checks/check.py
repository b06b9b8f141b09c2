"""The two kinds of checks, by what they have to read.

A check is a function that yields findings. What else it reads is declared beside it, so that after
an edit only the checks are run again whose answer can have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.checks.finding import Finding
from app.model.document import Document, Paragraph


@dataclass(frozen=True, slots=True)
class ParagraphCheck:
    """Looks at one paragraph: ``look(document, at)``.

    It may read the paragraph, the one before and the one after it, and the parts of ``Document``
    named in ``reads`` ("people", "metadata.place"). Findings and fixes are of that paragraph.
    """

    look: Callable[[Document, int], Iterator[Finding]]
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """Looks at the whole: ``look(document, facts)``.

    ``fact`` takes from a paragraph all that the check reads of it; ``facts`` are these, one a
    paragraph, and are kept from one edit to the next. Without ``fact`` no paragraph is read and
    ``facts`` is empty. ``reads`` as in ``ParagraphCheck``. A look that takes long yields None where
    it may be interrupted.
    """

    look: Callable[[Document, Sequence[Any]], Iterator[Finding | None]]
    reads: tuple[str, ...] = ()
    fact: Callable[[Paragraph], object] | None = None


Check = ParagraphCheck | DocumentCheck
