from __future__ import annotations

from app.importers.letter_spacing import closed_up
from app.importers.lines import Line, SourceWord


def closed(*texts: str) -> list[str]:
    return [line.text for line in closed_up([Line(text) for text in texts])]


def test_letters_are_put_together_and_words_that_are_known_told_apart() -> None:
    assert closed("The P r e s i d e n t : H e l l o", "of t h e arms m e e t i n g") == [
        "The President : Hello",
        "of the arms meeting",
    ]
    assert closed("t h e m e e t i n g s", "meetings now")[0] == "the meetings"


def test_a_source_that_is_not_spaced_is_left_alone() -> None:
    texts = ["I a m", "Plan B c", *["They met in the morning."] * 60, "a b c d e"]
    assert closed(*texts) == texts


def test_lines_whose_words_have_their_places_are_left_alone() -> None:
    line = Line("H e l l o", words=(SourceWord("H", 0, 0, 1, 1),))
    assert closed_up([line, Line("H e l l o")])[0] is line
