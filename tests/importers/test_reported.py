from __future__ import annotations

import pytest

from app.importers.reported import reported
from app.importers.speakers import resolver
from app.model.document import Person
from app.model.terms import Certainty

PEOPLE = (Person("p1", "The President"), Person("p2", "Ann Lee", office="Ambassador"))


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The President said that he knew.", "p1"),
        ("The President then asked about it.", "p1"),
        ("Ambassador Lee warmly thanked him.", "p2"),
        ("Lee replied, not at once.", "p2"),
        ("The President knew it.", None),
        ("The President and Lee said so.", None),
        ("The Minister said so.", None),
        ("They said so.", None),
        ("", None),
    ],
)
def test_reported(text: str, voice: str | None) -> None:
    who = reported(text, resolver(PEOPLE))
    assert (who.person if who else None) == voice
    assert who is None or who.certainty is Certainty.MEDIUM
