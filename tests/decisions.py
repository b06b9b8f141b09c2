"""What can be decided about release, for the laws."""

from __future__ import annotations

from hypothesis import strategies as st

from app.model.decisions import (
    Decision,
    Exemption,
    Judgement,
    Opinion,
    Resolution,
    SecondReview,
    WithheldField,
    WithheldRange,
)
from app.model.document import Document
from app.model.redactions import portions, with_decision
from app.model.spans import Redaction, Span
from app.model.terms import Act, Disposition, ReviewState

Strategy = st.SearchStrategy

exemptions = st.sampled_from(
    [
        (Exemption("1.4(c)"),),
        (Exemption("25X1", "2040-12-31"), Exemption("(b)(3)", "50 U.S.C. 3024(i)(1); as amended")),
        (Exemption("AGENCY 1", "<&>"),),
    ]
)
_keys = st.sampled_from(["para-1", "heading/0", "fields"])
_words = st.sampled_from(["", "State", "<Théirs> & ours", "One\nand two"])
_ranges = st.builds(WithheldRange, _keys, st.integers(0, 9), st.integers(0, 99), exemptions)
_judgements = st.builds(
    Judgement,
    st.sampled_from(Disposition),
    st.just(()) | exemptions,
    _words,
    st.lists(_ranges, max_size=2).map(tuple),
)


def redaction(start: int, end: int, acts: Strategy[Act]) -> Strategy[Span]:
    """One over these characters; two of them may be of one decision."""
    identifiers = st.sampled_from(["redaction-1", "redaction-2"])
    return st.builds(Redaction, st.just(start), st.just(end), identifiers, exemptions, acts)


def second_reviews(acts: Strategy[Act]) -> Strategy[SecondReview]:
    """At any stage, with any opinions."""
    opinions = st.builds(Opinion, _keys, _judgements, _judgements, _words, acts)
    sides = st.sampled_from(["first", "second"])
    return st.builds(
        SecondReview,
        st.sampled_from(ReviewState),
        st.sampled_from([("rev-ab",), ("rev-ab", "rev-cd")]),
        st.booleans(),
        st.just("0a" * 32),
        acts,
        st.sampled_from(["", "rev-cd"]),
        st.lists(opinions, max_size=2).map(tuple),
        st.lists(st.builds(Resolution, _keys, sides, _words, acts), max_size=2).map(tuple),
    )


def withheld(acts: Strategy[Act]) -> Strategy[tuple[WithheldField, ...]]:
    """Values that are withheld."""
    names = st.sampled_from(["metadata/place", "person/person-2"])
    held = st.builds(WithheldField, names, st.just("redaction-9"), exemptions, acts)
    return st.lists(held, max_size=2).map(tuple)


@st.composite
def decided(draw: st.DrawFn, document: Document, acts: Strategy[Act]) -> Document:
    """The document with decisions on some of its portions."""
    chosen = st.none() | st.builds(
        Decision, st.sampled_from(Disposition), acts, st.just(()) | exemptions, _words, _words
    )
    for portion in tuple(portions(document)):
        document = with_decision(document, portion.key, draw(chosen))
    return document
