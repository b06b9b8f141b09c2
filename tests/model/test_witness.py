"""The witness law: no sequence of actions changes what the source says."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings

from app.model import edits
from app.model.document import Document
from app.model.spans import Inclusion, Markup
from app.model.terms import Act
from app.model.witness import body_witness
from tests.invariants import assert_sound
from tests.model.records import awkward
from tests.model.steps import Step, edit_of, steps

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def foreign(document: Document) -> set[str]:
    return {
        getattr(span, "tag", "") or getattr(span, "xml", "")
        for paragraph in document.paragraphs
        for passage in (paragraph.label, paragraph.passage)
        for span in (passage.spans if passage is not None else ())
        if isinstance(span, (Markup, Inclusion))
    }


@settings(max_examples=400, deadline=None)
@given(steps)
def test_no_sequence_of_edits_changes_the_witness(sequence: list[Step]) -> None:
    document = awkward()
    witness, carried = body_witness(document), foreign(document)
    for step in sequence:
        with suppress(edits.EditRefused):
            document = edit_of(step, document).apply(document, ACT)
        assert body_witness(document) == witness, step
        assert foreign(document) == carried, step
        assert_sound(document)


def test_the_witness_of_the_record_is_the_source() -> None:
    assert body_witness(awkward()) == (
        "The President called. He was ok.\n"
        "The President: Toshiki, good morning\n"
        "On tbe Asian  issues (\u00d8)\n"
        "\f(U) PM - Thank \fyou very much\n"
        "Kaifu: Did it rise? There was none. I told him. (\u00d8)\n"
        "\f"
    )
