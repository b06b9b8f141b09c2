"""Every mention of a term, however it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.consistency.mentions import Likeness, mentions, withhold_everywhere
from app.model import edits
from app.model.document import Document, Metadata
from app.model.passage import Passage
from app.model.terms import NoteKind
from tests.model.records import narrative
from tests.release.papers import ANN, CODE, done, paper, stretch


def found(text: str, term: str) -> list[tuple[str, Likeness]]:
    return [(one.text, one.likeness) for one in mentions(narrative(text), term, CODE)]


@pytest.mark.parametrize(
    ("text", "term", "mention", "likeness"),
    [
        ("He met Noriega there.", "Noriega", "Noriega", Likeness.SAME),
        ("He met NORIEGA there.", "Noriega", "NORIEGA", Likeness.SAME),
        ("It was Noriega's plan.", "Noriega", "Noriega's", Likeness.SAME),
        ("He met Nori- ega there.", "Noriega", "Nori- ega", Likeness.SAME),
        ("He met Nor-iega there.", "Noriega", "Nor-iega", Likeness.SAME),
        ("He met Noríega there.", "Noriega", "Noríega", Likeness.SAME),
        ("He met Nonega there.", "Noriega", "Nonega", Likeness.MISREAD),
        ("He met Norriega there.", "Noriega", "Norriega", Likeness.MISSPELT),
        ("He met Norie9a there.", "Noriega", "Norie9a", Likeness.MISSPELT),
        ("He met Ba1dwin there.", "Baldwin", "Ba1dwin", Likeness.MISREAD),
        ("He met Hamrnond there.", "Hammond", "Hamrnond", Likeness.MISREAD),
        ("He met Manuel Noriega.", "Manuel Noriega", "Manuel Noriega", Likeness.SAME),
        ("He met ManuelNoriega.", "Manuel Noriega", "ManuelNoriega", Likeness.SAME),
        ("He met M.N. there.", "Manuel Noriega", "M.N", Likeness.INITIALS),
        ("He met MN there.", "Manuel Noriega", "MN", Likeness.INITIALS),
        ("He met Noriega there.", "Manuel Noriega", "Noriega", Likeness.PART),
        ("It said CIA on it.", "CIA", "CIA", Likeness.SAME),
    ],
)
def test_spellings(text: str, term: str, mention: str, likeness: Likeness) -> None:
    assert found(text, term) == [(mention, likeness)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("He met nobody.", "Noriega"),
        ("It said COA on it.", "CIA"),
        ("an inn by the sea", "Manuel Noriega"),
        ("", "Noriega"),
        ("Noriega", " "),
    ],
)
def test_what_is_none(text: str, term: str) -> None:
    assert found(text, term) == []


def everywhere() -> Document:
    document = paper()
    document = replace(document, metadata=Metadata("Talk with Gale", place="Gale House"))
    note = edits.AddNote(0, 0, 4, NoteKind.QUESTION, "Is Gale meant?")
    return done(replace(document, trailer=Passage("Gale out")), ANN, note)


def test_every_place_is_looked_at() -> None:
    places = {one.where for one in mentions(everywhere(), "Gale", CODE)}
    assert places == {
        "heading/0/text",
        "heading/1/text",
        "para-3/label",
        "para-5/label",
        "para-1#note-6",
        "trailer",
        "metadata/subject",
        "metadata/place",
        "person/person-2",
    }


def test_all_are_withheld_in_one_step() -> None:
    document = everywhere()
    chosen = mentions(document, "Gale", CODE)
    document = done(document, ANN, withhold_everywhere(chosen))
    assert all(one.withheld for one in mentions(document, "Gale", CODE))
    assert {field.field for field in document.withheld} == {
        "metadata/subject",
        "metadata/place",
        "person/person-2",
    }


def test_what_needs_a_person_has_no_edit() -> None:
    (one,) = mentions(narrative("He met M.N. there."), "Manuel Noriega", CODE)
    assert one.edit is None
    assert withhold_everywhere((one,)).edits == ()


def test_a_mention_that_is_withheld_says_so() -> None:
    document = paper()
    document = done(
        document, ANN, edits.AddRedaction((stretch(document, "para-3", "weather"),), CODE)
    )
    (one,) = mentions(document, "weather", CODE)
    assert one.withheld
