"""Letters in a PDF: each is itself, whatever the alphabet, or is refused by name."""

from __future__ import annotations

import zlib
from pathlib import Path

import pypdfium2
import pytest

from app import tei
from app.model import edits
from app.model.document import Document
from app.model.terms import Disposition
from app.release import files
from app.release.build import build
from app.release.leaks import verify
from app.release.writers import typeface
from app.release.writers.pdf import PdfPage, UnprintableError, assembled, printable
from app.releasing import Policy, ReleaseRefused, release_file
from tests.release.papers import ANN, CODE, decided, done, reviewed, stretch

ABROAD = "Dąbrowski and Жуков said “fine” − Ωmega."


def shown(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text: str = document[0].get_textpage().get_text_bounded()
    document.close()
    return text


def foreign(words: str = ABROAD) -> Document:
    """The letters stand in a paragraph that is released."""
    return done(
        decided(),
        ANN,
        edits.CorrectText(2, 0, 0, f"{words} "),
        edits.SetDisposition(("para-3",), Disposition.RELEASE),
    )


@pytest.mark.parametrize("text", ["Plain (text)\\", "café “Ñ” €", ABROAD, "a\u0301b"])
@pytest.mark.parametrize("bold", [True, False])
def test_each_letter_is_itself(text: str, bold: bool) -> None:
    page = PdfPage()
    page.text(72, 700, text, 10, bold=bold)
    assert shown(assembled([page])) == printable(text)


def test_blanks_are_blanks_and_what_has_no_shape_is_left_out() -> None:
    assert printable("a\tb\u2003c\u200bd\u00ade") == "a b cde"


@pytest.mark.parametrize("letter", ["한", "\ue000", "\U0001f600"])
def test_a_letter_that_no_face_has_is_named(letter: str) -> None:
    with pytest.raises(UnprintableError, match=f"U\\+{ord(letter):04X}"):
        printable(f"He said {letter}.")


def test_the_face_is_in_the_file_only_where_it_is_needed() -> None:
    plain = files.written(build(reviewed()))["release.pdf"]
    assert b"FontFile2" not in plain
    assert b"FontFile2" in files.written(build(foreign()))["release.pdf"]


def test_such_a_release_is_clean_and_its_leaks_are_found() -> None:
    document = foreign()
    made = files.written(build(document))
    assert verify(made, document).clean
    hidden = done(
        document,
        ANN,
        edits.AddRedaction((stretch(document, "para-3", "Жуков"),), CODE),
    )
    assert any(leak.file == "release.pdf" for leak in verify(made, hidden).leaks)


def test_words_hidden_in_the_face_are_found() -> None:
    """The face is believed only where it is what it always is."""
    made = files.written(build(foreign()))["release.pdf"]
    packed = zlib.compress(typeface.content(), 9)
    changed = zlib.compress(typeface.content() + b" Torrijano ", 9)
    assert made.count(packed) == 1
    planted = {"release.pdf": made.replace(packed, changed)}
    assert any("withheld word" in leak.why for leak in verify(planted, foreign()).leaks)


def test_a_release_with_such_a_letter_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "working.xml"
    path.write_bytes(tei.write(reviewed(foreign("He is 한."))))
    with pytest.raises(ReleaseRefused, match="HANGUL SYLLABLE HAN"):
        release_file(path, tmp_path / "given", Policy())
    assert list(tmp_path.iterdir()) == [path]
