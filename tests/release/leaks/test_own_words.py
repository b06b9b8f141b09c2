"""What every release has of itself, and no word more, is left out of the search."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import Document, Heading
from app.model.passage import Passage
from app.model.redactions import portions
from app.model.terms import Disposition, Level
from app.release.build import build
from app.release.files import written
from app.release.leaks import normal
from app.release.leaks.own_words import OWN
from app.release.leaks.pdf_strands import pdf_strands
from app.release.leaks.secrets import public
from app.release.leaks.strands import strands
from tests.builders import document as written_down
from tests.release.papers import ANN, CODE, decided, done, paper, reviewed


def bare() -> Document:
    return written_down("Zanzibar. (U)")


def denied() -> Document:
    document = paper()
    keys = tuple(one.key for one in portions(document))
    return done(document, ANN, edits.SetDisposition(keys, Disposition.DENY, CODE))


def referred() -> Document:
    document = paper()
    keys = tuple(one.key for one in portions(document))
    referral = edits.SetDisposition(keys, Disposition.REFER, (), "Quux", "Theirs.")
    return done(document, ANN, referral, edits.WithholdField("person/person-1", CODE))


def foreign() -> Document:
    """With letters that Courier has not."""
    letters = edits.CorrectText(2, 0, 0, "Dąbrowski, Жуков: ")
    release = edits.SetDisposition(("para-3",), Disposition.RELEASE)
    return done(decided(), ANN, letters, release)


@pytest.mark.parametrize("coarse", [True, False])
@pytest.mark.parametrize("make", [bare, paper, denied, referred, decided, reviewed, foreign])
def test_the_list_has_all_that_a_release_says_of_itself(make: object, coarse: bool) -> None:
    assert callable(make)
    document: Document = make()
    told = {word for one in public(document) for word in normal.words(normal.plain(one.text))}
    found: set[str] = set()
    for blind in (True, False):
        for name, content in written(build(document, coarse=coarse, second_review=blind)).items():
            take_apart = pdf_strands if name.endswith(".pdf") else strands
            for strand in take_apart(name, content):
                if strand.kind in ("text", "attribute", "style or script", "string", "name"):
                    words = set(normal.words(normal.plain(strand.text)))
                    known = OWN | told if strand.shown else OWN
                    new = {w for w in words - known if len(w) > 1 and not w[0].isdigit()}
                    found |= {word for word in new if len(word) != 64}
    assert not found, sorted(found)


def test_no_name_is_on_the_list() -> None:
    """A withheld word that is on it is looked for only together with others."""
    names = {"georgia", "china", "iran", "israel", "arms", "missile", "agent", "source", "bush"}
    assert not OWN & names
    assert {level.value.split()[-1].casefold() for level in Level} <= OWN


def test_a_heading_of_words_on_the_list_is_still_found() -> None:
    document = replace(bare(), heading=Heading(Passage("Policy Agency Decision Log")))
    from app.release.leaks import verify

    assert not verify({"a.txt": b"policy agency decision log"}, document).clean
