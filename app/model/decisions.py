"""What was decided about release: by the first reviewer, by a second person, and between the two.

These are values only. The rules that make them are in ``edits``; what they add up to is in
``redactions``, ``ledger`` and ``second_review``.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.model.terms import Act, Disposition, ReviewState


@dataclass(frozen=True, slots=True, order=True)
class Exemption:
    """A code that allows words to be withheld, with the one thing that it needs beside it.

    ``detail`` is the date (ISO 8601) or event of 25X1 to 25X9, the statute of (b)(3), the section
    1.4 letter of (b)(1) ("1.4(c)"); "" for codes that need nothing.
    """

    code: str
    detail: str = ""

    @property
    def text(self) -> str:
        """As it is printed in place of the words: "25X1, 2040-12-31"."""
        return f"{self.code}, {self.detail}" if self.detail else self.code


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a portion, and who decided it when.

    ``exemptions`` are the reasons of a denial. ``agency`` is whom the portion is referred to and
    ``note`` says what its equity is (32 CFR 2001.34(b)); a note is never released.
    """

    disposition: Disposition
    act: Act
    exemptions: tuple[Exemption, ...] = ()
    agency: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class WithheldRange:
    """Characters ``start:end`` of the passage ``where`` with the exemptions: one person's view."""

    where: str
    start: int
    end: int
    exemptions: tuple[Exemption, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that one person would do with a portion; two people agree when theirs are equal.

    ``ranges`` and ``exemptions`` are sorted.
    """

    disposition: Disposition
    exemptions: tuple[Exemption, ...] = ()
    agency: str = ""
    ranges: tuple[WithheldRange, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """The second reviewer's judgement of the portion, beside the first's as it stood then."""

    portion: str
    first: Judgement
    second: Judgement
    note: str
    act: Act

    @property
    def agrees(self) -> bool:
        return self.first == self.second


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a disagreement ended: ``adopted`` is "first" or "second"."""

    portion: str
    adopted: str
    note: str
    act: Act


@dataclass(frozen=True, slots=True)
class SecondReview:
    """A second person's review of the decisions that the ``first`` people (``Reviewer.id``) made.

    ``blind``: the second does not see them before giving an opinion. ``fingerprint`` is that of
    what was decided (``second_review.fingerprint``): when it no longer fits, the review is void.
    ``second`` is "" until somebody has taken it on. ``state`` says how far it has come.
    """

    state: ReviewState
    first: tuple[str, ...]
    blind: bool
    fingerprint: str
    submitted: Act
    second: str = ""
    opinions: tuple[Opinion, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


@dataclass(frozen=True, slots=True)
class WithheldField:
    """A value that is no running text is withheld as a whole.

    ``field`` names it: ``metadata/place``, ``person/person-2``. ``id`` is the redaction's.
    """

    field: str
    id: str
    exemptions: tuple[Exemption, ...]
    act: Act
