from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importers import hocr
from app.importers.geometry import Printed, ScannedPage, Token, box_of, printed_line
from app.importers.lines import Box, Line
from app.importers.reading_order import lines_of
from tests.importers.files import Word, row
from tests.importers.files import hocr as written

LONG = "It is a line of running text that goes on and on and ends"


def lines(*rows: list[Word]) -> list[Line]:
    return lines_of(hocr.pages(written(rows), Path("p.hocr")))


def texts(*rows: list[Word]) -> list[str]:
    return [line.text for line in lines(*rows)]


def test_a_line_has_its_words_page_paper_and_box() -> None:
    (line,) = lines(row("a bc", 50))
    assert (line.text, line.page, line.paper) == ("a bc", 0, (1000, 1400))
    assert line.box == Box(100, 50, 140, 70)
    assert [word.text for word in line.words] == ["a", "bc"]
    assert line.down == pytest.approx(60 / 1400)


def test_columns_are_three_blanks_apart() -> None:
    assert texts(row("one", 50) + row("two", 50, left=300)) == ["one   two"]


def test_space_above_is_more_than_the_usual() -> None:
    rows = [row(LONG, 50 + 30 * at) for at in range(9)] + [row(LONG, 370), row(LONG, 400)]
    assert [line.spaced for line in lines(*rows)] == [True, *[False] * 8, True, False]


def test_indents_count_characters_of_usual_width() -> None:
    rows = [row(LONG, 50), row(LONG[6:], 80, left=160), row("It ends.", 110)]
    found = [(line.indent, line.short) for line in lines(*rows)]
    assert found == [(0, 0), (6, 0), (0, len(LONG) - len("It ends."))]


def test_what_is_above_comes_first() -> None:
    assert texts(row("below " + LONG, 900), row("above " + LONG, 50)) == [
        f"above {LONG}",
        f"below {LONG}",
    ]


def test_labels_in_a_column_of_their_own_go_with_their_text() -> None:
    labels = [row("SUBJECT:", 50), row("DATE, TIME", 110)]
    said = [row("Telcon with the Chancellor of Germany", 50, 400), row("(U)", 80, 400)]
    assert texts(*labels, *said, row("July 13, 1995", 110, 400)) == [
        "SUBJECT:   Telcon with the Chancellor of Germany",
        "(U)",
        "DATE, TIME   July 13, 1995",
    ]


def test_a_mark_beside_a_full_line_goes_with_it() -> None:
    assert texts(row(LONG, 50), row("(C)", 50, left=900)) == [f"{LONG}   (C)"]


def test_specks_are_joined_to_nothing() -> None:
    assert texts(row(LONG, 50), row(".'", 50, left=900)) == [LONG, ".'"]


def test_columns_of_text_stay_apart() -> None:
    left = [row("These are the words of the left", 50 + 30 * at) for at in range(5)]
    right = [row("Those are the words of the right", 50 + 30 * at, 600) for at in range(5)]
    found = texts(*left, row("ends here", 200), *right, row("And goes on here", 200, 600))
    assert found.index("ends here") == 5
    assert "And goes on here" in found


def test_a_stated_order_is_kept() -> None:
    below, above = printed(["b"], Box(0, 90, 9, 99)), printed(["a"], Box(0, 0, 9, 9))
    page = ScannedPage((below, above), 100, 100, ordered=True)
    assert [line.text for line in lines_of([page])] == ["b", "a"]


def test_boxes_end_at_the_edge_of_the_page() -> None:
    line = printed(["a", "b"], Box(-50, -9, 5000, 5000))
    (found,) = lines_of([ScannedPage((line,), 100, 200)])
    assert found.box == Box(0, 0, 100, 200)
    assert all(0 <= w.left <= w.right <= 100 for w in found.words)


def test_without_boxes_the_order_is_the_engines() -> None:
    page = ScannedPage((printed(["b", "c"], None), printed(["a"], Box(0, 0, 9, 9))))
    assert [(line.text, line.box is None) for line in lines_of([page])] == [
        ("b c", True),
        ("a", False),
    ]


def test_a_page_of_very_many_lines_is_taken_as_it_is() -> None:
    many = tuple(printed(["x"], Box(0, at, 9, at + 9)) for at in range(20_000, 0, -1))
    assert len(lines_of([ScannedPage(many, 100, 30_000)])) == 20_000


sides = st.one_of(
    st.sampled_from([0, 10, 20, 500, 1000]), st.integers(-50, 1500), st.floats(), st.just(10**9)
)
boxes = st.tuples(sides, sides, sides, sides)
tokens = st.lists(
    st.tuples(st.sampled_from(["a", "bc d", "(U)", ":", "SUBJECT:"]), boxes), min_size=1
)


@settings(deadline=None)
@given(st.lists(st.lists(tokens, max_size=12), max_size=3))
def test_no_word_is_lost_wherever_it_stands(
    pages: list[list[list[tuple[str, tuple[float, ...]]]]],
) -> None:
    scanned = [
        ScannedPage(
            tuple(
                line
                for held in page
                if (line := printed_line([Token(text, box_of(*box)) for text, box in held]))
            ),
            1000,
            1400,
        )
        for page in pages
    ]
    given_words = sorted(
        word for page in pages for line in page for text, _ in line for word in text.split()
    )
    found = lines_of(scanned)
    assert sorted(word for line in found for word in line.text.split()) == given_words
    for made in found:
        assert not made.words or [w.text for w in made.words] == made.text.split()
        for held in (made.box, *made.words):
            assert held is None or 0 <= held.left <= held.right <= 1000
            assert held is None or 0 <= held.top <= held.bottom <= 1400


def printed(words: list[str], box: Box | None) -> Printed:
    line = printed_line([Token(" ".join(words))], box)
    assert line
    return line
