from __future__ import annotations

import pytest

from app.model.document import WordList
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller

SPELLER = Speller(english(), diplomatic())


def unknown(text: str, speller: Speller = SPELLER) -> list[str]:
    return [text[start:end] for start, end in speller.unknown_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We told tbe people.", ["tbe"]),
        ("Tbe people were told.", ["Tbe"]),
        ("He said: “Tbe people!”", ["Tbe"]),
        ("The Presiclent came in l990.", ["Presiclent", "l990"]),
        ("The Pres1dent wi11 come.", ["Pres1dent", "wi11"]),
        ("An infor-mation for the govemment's men.", ["infor-mation", "govemment's"]),
        ("a well-knovvn man", ["well-knovvn"]),
    ],
)
def test_words_worth_a_look(text: str, words: list[str]) -> None:
    assert unknown(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Khieu Samphan met Prince Sihanouk and Murata's aide, Roh Tae Woo.",
        "Hi Georgie! The IAEA, CFE and SII talks on START.",
        "It wasn’t, it isn't; the Koreans' talks.",
        "The U.S.-Soviet Summit of the 1990s, 7:08 - 7:36pm, G7, M16, B52, SS20, 4th.",
        "A well-known, up-to-date démarche, per se.",
        "McNamara and deMaiziere in TOKYO.",
        "",
    ],
)
def test_words_that_are_right(text: str) -> None:
    assert unknown(text) == []


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("tbe", "the"),
        ("wbich", "which"),
        ("govemment", "government"),
        ("rneeting", "meeting"),
        ("inforrnation", "information"),
        ("Presiclent", "President"),
        ("l990", "1990"),
        ("wi11", "will"),
        ("aecordanee", "accordance"),
        ("thistime", "this time"),
        ("meetingwith", "meeting with"),
        ("inour", "in our"),
        ("ina", "in a"),
        ("earlyin", "early in"),
        ("additionalcallsto", "additional calls to"),
        ("infor-mation", "information"),
        ("govemment's", "government's"),
    ],
)
def test_the_likeliest_comes_first(misread: str, meant: str) -> None:
    assert SPELLER.corrections(misread)[0] == meant
    assert SPELLER.suggestions(misread)[0] == meant


def test_what_ocr_does_not_misread_so_is_suggested_too() -> None:
    assert SPELLER.corrections("birtday") == ()
    assert "birthday" in SPELLER.suggestions("birtday")


def test_a_known_word_is_not_suggested_for_itself() -> None:
    assert "modem" not in SPELLER.corrections("modem")


def test_bad_words_are_worth_a_look_and_never_suggested() -> None:
    speller = SPELLER.with_words(WordList(bad=("Modem", "the")))
    assert unknown("A modem came.", speller) == ["modem"]
    assert speller.corrections("modem")[0] == "modern"
    assert "the" not in speller.suggestions("tbe")


def test_good_words_are_known_in_any_case_and_suggested() -> None:
    speller = SPELLER.with_words(WordList(good=("Kaifu",)))
    assert unknown("kaifu KAIFU Kaifu's", speller) == []
    assert unknown("of Kaifn there") == []
    assert unknown("of Kaifn there", speller) == ["Kaifn"]
    assert speller.suggestions("Kaifn")[0] == "Kaifu"


def test_a_bad_word_of_one_list_outweighs_a_good_one_of_another() -> None:
    speller = Speller(english(), WordList(good=("xyzzy",)), WordList(bad=("xyzzy",)))
    assert not speller.knows("xyzzy")


def test_the_dictionary_is_asked_once_a_word() -> None:
    asked: list[str] = []

    class Counting:
        def spell(self, word: str) -> bool:
            asked.append(word)
            return True

        def suggest(self, word: str) -> tuple[str, ...]:
            return ()

    speller = Speller(Counting())
    for _ in range(3):
        speller.unknown_words("one two one")
    speller.with_words(WordList(good=("three",))).unknown_words("one two")
    assert asked == ["one", "two"]


def test_a_word_without_end_is_worth_a_look_and_that_is_all() -> None:
    word = "rnore" * 2_000
    assert unknown(word) == [word]
    assert SPELLER.suggestions(word) == ()
