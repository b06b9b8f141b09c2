"""Text with its stand-off spans: the smallest thing a person can correct.

The one rule: the ``witness`` is the text with every original reading put back, and the witnesses of
the two sides of a ``cut``, or of two joined passages, add up to the whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.model.spans import (
    PAGE_BREAK,
    Correction,
    Markup,
    Note,
    PageBreak,
    Span,
    moved,
    ordered,
)
from app.model.terms import CorrectionKind


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` as it reads now; ``spans`` ordered by place. Corrections never overlap one
    another.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        return tuple(span for span in self.spans if isinstance(span, Correction))

    @property
    def page_breaks(self) -> tuple[PageBreak, ...]:
        return tuple(span for span in self.spans if isinstance(span, PageBreak))

    @property
    def witness(self) -> str:
        """What the source reads here, with PAGE_BREAK where it breaks the page."""
        pieces: list[str] = []
        at = 0
        for span in self.spans:
            if isinstance(span, Correction):
                pieces += self.text[at : span.start], span.original
                at = span.end
            elif isinstance(span, PageBreak) and span.found:
                pieces += self.text[at : span.start], PAGE_BREAK
                at = span.start
        pieces.append(self.text[at:])
        return "".join(pieces)

    def correction_at(self, place: int) -> Correction | None:
        """The correction that covers or touches the place between two characters."""
        return next((c for c in self.corrections if c.start <= place <= c.end), None)

    def corrections_in(self, start: int, end: int) -> tuple[Correction, ...]:
        """Corrections that share a character with the range or, where one of the two is empty,
        touch it.
        """
        return tuple(
            c
            for c in self.corrections
            if (c.start < end and start < c.end)
            or ((c.start == c.end or start == end) and c.start <= end and start <= c.end)
        )

    def cut(self, place: int) -> tuple[Passage, Passage]:
        """Both sides of the place; every span is on one of them, or on both where it is cut.

        A correction that is cut leaves its original on the left, a foreign element its identifier,
        a note stays there. Of the anchors exactly at the place those before the first page break
        stay on the left, the others begin the right.
        """
        left: list[Span] = []
        right: list[Span] = []
        broken = False
        for span in self.spans:
            if span.start == span.end == place:
                broken |= isinstance(span, PageBreak)
                (right if broken else left).append(span)
            elif span.end <= place:
                left.append(span)
            elif span.start >= place:
                right.append(span)
            elif isinstance(span, Note):
                left.append(replace(span, end=place))
            else:
                if not self._reads_as_source(span, place):
                    left.append(replace(span, end=place))
                if isinstance(span, Correction):
                    span = replace(span, original="", kind=fitting(span.kind, ""))
                elif isinstance(span, Markup):
                    span = span.continued
                right.append(replace(span, start=place))
        return (
            Passage(self.text[:place], ordered(left)),
            Passage(self.text[place:], ordered([moved(span, -place) for span in right])),
        )

    def _reads_as_source(self, span: Span, end: int) -> bool:
        return isinstance(span, Correction) and span.original == self.text[span.start : end]

    def joined(self, other: Passage) -> Passage:
        """The two, one after the other, with nothing between."""
        length = len(self.text)
        return Passage(
            self.text + other.text,
            ordered([*self.spans, *(moved(span, length) for span in other.spans)]),
        )

    def with_span(self, span: Span) -> Passage:
        return Passage(self.text, ordered([*self.spans, span]))

    def without(self, span: Span) -> Passage:
        return Passage(self.text, tuple(held for held in self.spans if held != span))


def fitting(kind: CorrectionKind, original: str) -> CorrectionKind:
    """An addition has nothing original; anything else that is called one is a correction."""
    if kind is CorrectionKind.ADDITION and original:
        return CorrectionKind.CORRECTION
    return kind
