"""Parts of the conversation that a search is kept to."""

from __future__ import annotations

from app.model import scopes
from app.model.document import Document
from app.model.search import Match
from tests.builders import document

PAGES = document("A: one", "\fB: two \fthree", "A: four", "told\f")


def read(found: list[Match], made: Document = PAGES) -> list[str]:
    return [made.paragraphs[at].text[start:end] for at, start, end in found]


def test_the_whole() -> None:
    assert read(list(scopes.whole(PAGES))) == ["one", "two three", "four", "told"]


def test_a_speaker() -> None:
    assert read(list(scopes.of_speaker(PAGES, "person-1"))) == ["one", "four"]
    assert read(list(scopes.of_speaker(PAGES, None))) == ["told"]


def test_each_page_and_nothing_twice() -> None:
    pages = [read(list(scopes.of_page(PAGES, page.id))) for page in PAGES.pages]
    assert pages == [["one"], ["two "], ["three", "four", "told"], [""]]
    assert "".join(part for page in pages for part in page) == "onetwo threefourtold"
