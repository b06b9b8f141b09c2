"""The same words withheld here and released there."""

from __future__ import annotations

from app.consistency.treatment import RULE, different
from app.model import edits
from app.model.terms import Disposition
from app.release.build import build
from app.release.comparison import compared
from app.release.writers.plain import written
from tests.model.records import narrative
from tests.release.papers import ANN, CODE, decided, done, reviewed

LONG = "The whole plan is called Sandpiper"


def test_a_long_phrase_released_elsewhere_is_found() -> None:
    document = done(
        narrative(f"{LONG}, he said.", f"He said: {LONG}."),
        ANN,
        edits.SetDisposition(("para-1",), Disposition.DENY, CODE),
        edits.SetDisposition(("para-2",), Disposition.RELEASE),
    )
    (one,) = different(document)
    assert (one.where, one.released) == ("para-1", "para-2")
    let = edits.DismissFinding(RULE, "para-1", one.excerpt, "A quotation.")
    assert different(done(document, ANN, let)) == ()


def test_words_of_an_earlier_release_are_found() -> None:
    assert different(decided()) == ()
    earlier = "They met; Manuel Torrijano joined them."
    assert [one.where for one in different(decided(), earlier)] == ["para-1"]
    assert different(decided(), "They met.") == ()


def test_two_releases_are_compared() -> None:
    before = written(build(reviewed())).decode()
    opened = done(
        decided(),
        ANN,
        edits.SetDisposition(("para-4",), Disposition.RELEASE),
        edits.SetDisposition(("para-3",), Disposition.DENY, CODE),
    )
    after = written(build(opened)).decode()
    changes = compared(before, after)
    assert any(one.kind == "opened" and "Sandpiper" in one.words for one in changes)
    assert any(one.kind == "closed" and "weather" in one.words for one in changes)
    back = {one.kind for one in compared(after, before)}
    assert back >= {"opened", "closed"}
    assert compared(before, before) == ()


def test_a_rewording_is_neither() -> None:
    (gone, come) = sorted(compared("a b c", "a x c"), key=lambda one: one.words)
    assert {gone.kind, come.kind} == {"reworded"}
