from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.importers import read_source
from app.importers.lines import Box, Line, SourceWord
from app.importers.word_links import linked
from app.model.document import Document, Word
from app.model.links import page_witnesses, place_of_word, word_at
from app.model.spans import Doubt
from tests.builders import document
from tests.conftest import SHARED


def line(text: str, page: int = 0, *, sure: float | None = 0.96) -> Line:
    words = tuple(
        SourceWord(word, 10 * at, 0, 10 * at + 9, 20, sure) for at, word in enumerate(text.split())
    )
    return Line(text, page=page, box=Box(0, 0, 90, 20), words=words)


def words(made: Document) -> Iterator[tuple[str, Word]]:
    """Each linked word with what it is in the witness."""
    for page, witness in zip(made.pages, page_witnesses(made), strict=True):
        for held in page.lines:
            for word in held.words:
                yield witness[word.start : word.start + word.length], word


def texts(*lines: Line, of: Document) -> list[str]:
    return [text for text, _ in words(linked(of, lines))]


def test_lines_of_furniture_are_not_linked() -> None:
    made = document("He said that it was so. The White House agreed.")
    read = [line("THE WHITE HOUSE"), line("He said that it"), line("2"), line("was so. The White"),
            line("House agreed."), line("SECRET")]  # fmt: skip
    assert " ".join(texts(*read, of=made)) == "He said that it was so. The White House agreed."


def test_words_are_found_where_blanks_are_put_otherwise() -> None:
    made = document("The President-elect agreed. (U)")
    read = [line("The President-"), line("elect agreed.(U)")]
    assert texts(*read, of=made) == ["The", "President-", "elect", "agreed. (U)"]


def test_a_line_that_was_cut_is_linked_as_far_as_it_is_text() -> None:
    made = document("We spoke at length. He left in a hurry and we stayed.")
    read = [line("We spoke at length. DECLASSIFIED"), line("He left in a hurry and"),
            line("we stayed. PER E.O.")]  # fmt: skip
    found = texts(*read, of=made)
    assert " ".join(found) == "We spoke at length. He left in a hurry and we stayed."


def test_a_word_that_stands_twice_is_each_time_its_own() -> None:
    made = document("no no no")
    assert [word.start for _, word in words(linked(made, [line("no no"), line("no")]))] == [0, 3, 6]


def test_words_of_little_confidence_are_doubtful() -> None:
    made = document("It was so and so it was.")
    read = [line("It was"), line("so and", sure=0.4), line("so it was.")]
    (paragraph,) = linked(made, read).paragraphs
    spans = [span for span in paragraph.passage.spans if isinstance(span, Doubt)]
    assert spans == [Doubt(7, 9, 0.4), Doubt(10, 13, 0.4)]


@pytest.mark.parametrize(
    ("usual", "sure", "doubtful"),
    [(0.96, 0.8, True), (0.96, 0.83, False), (0.7, 0.62, False), (0.7, 0.55, True),
     (0.4, 0.45, True), (None, 0.1, True)],
)  # fmt: skip
def test_what_is_doubtful_depends_on_what_is_usual(
    usual: float | None, sure: float, doubtful: bool
) -> None:
    made = document("It was so and so it was.")
    read = [line("It was so and so it", sure=usual), line("was.", sure=sure)]
    (paragraph,) = linked(made, read).paragraphs
    assert (Doubt(20, 24, sure) in paragraph.passage.spans) is doubtful


def test_lines_without_words_link_nothing() -> None:
    made = document("It was so.")
    assert linked(made, [Line("It was so.", page=0)]) is made


def test_very_many_words_are_not_compared() -> None:
    made = document("a b " * 2000)
    assert texts(*[line("b a " * 50 + "c")] * 40, of=made) == []


@pytest.mark.parametrize("name", ["fahd-1989-04-11", "endara-gandhi-1989-06-07"])
@pytest.mark.parametrize("suffix", [".hocr", ".alto.xml"])
def test_the_words_of_the_samples_are_linked(name: str, suffix: str) -> None:
    path = SHARED / "samples" / f"{name}{suffix}"
    if not path.exists():
        pytest.skip(f"needs {path.name}, which is kept beside the checkout")
    for made in read_source(path):
        printed = sum(len(witness.split()) for witness in page_witnesses(made))
        assert len(list(words(made))) >= 0.99 * printed
        assert_both_ways(made)


def assert_both_ways(made: Document) -> None:
    for page, witness in zip(made.pages, page_witnesses(made), strict=True):
        for held in page.lines:
            for word in held.words:
                place = place_of_word(made, page.id, word.start)
                assert place is not None
                text = made.paragraphs[place[0]].text[place[1] :]
                read = witness[word.start : word.start + word.length]
                if text.startswith(read):  # else it is a label or a mark
                    assert word_at(made, *place) == (page, held, word)


def test_nothing_beside_the_file_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The President spoke.")
    assert read_source(path)[0].pages[0].lines == ()
