from __future__ import annotations

from dataclasses import replace

from app.model.document import Metadata, Person, WordList
from app.spelling.names import named_words
from tests.memoranda import short


def test_people_offices_and_place_are_good_words() -> None:
    person = Person("p1", "Karl D. Jackson", office="Staff", affiliation="NSC", aliases=("KDJ",))
    document = replace(
        short(),
        people=(person,),
        metadata=Metadata(place="Camp David"),
        words=WordList(("xyzzy",), ("modem",)),
    )
    words = named_words(document)
    assert set(words.good) == {
        *("xyzzy", "Karl", "D", "Jackson", "Staff", "NSC", "KDJ", "Camp", "David"),
    }
    assert words.bad == ("modem",)
