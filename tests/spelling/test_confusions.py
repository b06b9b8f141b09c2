from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.spelling.confusions import CONFUSIONS, variants


def test_each_confusion_stands_once_and_costs_something() -> None:
    assert len({(read, meant) for read, meant, _ in CONFUSIONS}) == len(CONFUSIONS)
    assert all(0 < cost < 1 and read != meant for read, meant, cost in CONFUSIONS)


def test_each_place_is_tried() -> None:
    assert {"the": 0.3}.items() <= dict(variants("tbe")).items()
    assert [word for word, _ in variants("bb")].count("hb") == 1
    assert {"hb", "bh"} <= {word for word, _ in variants("bb")}
    assert "m" in dict(variants("rn"))
    assert list(variants("")) == []


@given(st.text("abcdeimnrlI10", max_size=8))
def test_no_variant_is_the_word_itself(word: str) -> None:
    assert word not in dict(variants(word))
