"""What becomes of each portion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.decisions import Exemption
from app.model.document import Document, Mark
from app.model.ledger import ledger
from app.model.terms import Disposition, Level
from tests.release.papers import ANN, CODE, act, decided, done, paper


def test_a_denial_and_a_referral_say_why() -> None:
    document = done(
        paper(),
        ANN,
        edits.SetDisposition(("para-1",), Disposition.DENY, CODE, "State", "x"),
        edits.SetDisposition(("para-2",), Disposition.REFER, CODE, " State ", "Their cable."),
        edits.SetDisposition(("heading/0", "heading/title"), Disposition.RELEASE),
    )
    denied, referred = document.paragraphs[0].decision, document.paragraphs[1].decision
    assert denied is not None
    assert (denied.exemptions, denied.agency, denied.note) == (CODE, "", "")
    assert referred is not None
    assert (referred.exemptions, referred.agency, referred.note) == ((), "State", "Their cable.")
    assert document.heading.decision is not None
    assert document.heading.entries[0].decision is not None
    taken_back = done(document, ANN, edits.SetDisposition(("para-1",), None))
    assert taken_back.paragraphs[0].decision is None


@pytest.mark.parametrize(
    "edit",
    [
        edits.SetDisposition(("para-1",), Disposition.DENY),
        edits.SetDisposition(("para-1",), Disposition.REFER, (), "State", " "),
        edits.SetDisposition(("para-1",), Disposition.REFER, (), "", "Theirs."),
        edits.SetDisposition(("para-1",), Disposition.IN_PART),
        edits.SetDisposition(("para-99",), Disposition.RELEASE),
    ],
)
def test_what_lacks_something_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(paper(), act(ANN))


def test_a_portion_with_withheld_words_is_not_released_in_full() -> None:
    with pytest.raises(edits.EditRefused, match="in part"):
        edits.SetDisposition(("para-1",), Disposition.RELEASE).apply(decided(), act(ANN))


@pytest.mark.parametrize("caveat", ["RD", "FRD"])
def test_restricted_data_goes_to_energy(caveat: str) -> None:
    document = paper()
    restricted = replace(document.paragraphs[0], mark=Mark(Level.S, (caveat,)))
    document = document.with_paragraphs(0, 1, (restricted,))
    for refused in (
        edits.SetDisposition(("para-1",), Disposition.RELEASE),
        edits.SetDisposition(("para-1",), Disposition.DENY, CODE),
        edits.SetDisposition(("para-1",), Disposition.REFER, (), "State", "Theirs."),
    ):
        with pytest.raises(edits.EditRefused, match="Energy"):
            refused.apply(document, act(ANN))
    to_energy = edits.SetDisposition(
        ("para-1",), Disposition.REFER, (), "Department of Energy", "Theirs."
    )
    assert done(document, ANN, to_energy).paragraphs[0].decision is not None


def levels(document: Document) -> tuple[Level | None, str, Level | None, str]:
    held = ledger(document)
    return held.before, held.responsible_before, held.after, held.responsible_after


def test_the_ledger_tells_what_is_left_and_where() -> None:
    assert levels(paper()) == (Level.S, "para-2", Level.S, "para-2")
    document = decided()
    assert levels(document) == (Level.S, "para-2", Level.S, "para-2")
    pages = [entry.page for entry in ledger(document).entries]
    assert pages == [1, 1, 1, 1, 1, 1, 1, 1, 2]


def test_words_withheld_for_privacy_are_not_classified() -> None:
    private = (Exemption("(b)(6)"),)
    document = done(decided(), ANN, edits.SetCodes("redaction-8", private))
    assert levels(document)[2:] == (Level.S, "para-4")
    document = done(document, ANN, edits.SetDisposition(("para-4",), Disposition.DENY, private))
    assert levels(document)[2:] == (Level.C, "para-1")
    document = done(document, ANN, edits.SetCodes("redaction-6", private))
    assert levels(document)[2] is Level.U
