from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from app import __version__
from app.model.document import Carried, Document, Page, Paragraph, Person, PlaceEntry
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import (
    Correction,
    Doubt,
    Inclusion,
    Markup,
    Message,
    Name,
    Note,
    PageBreak,
    Span,
    ordered,
)
from app.model.terms import CorrectionKind, Kind, NameKind, NoteKind
from app.tei import TeiError, check, read, write
from tests.invariants import assert_sound
from tests.strategies import documents
from tests.tei.jing import complaints, needs_jing
from tests.tei.specimen import ACT, HI, specimen

GOLDEN = Path(__file__).parent / "golden" / "specimen.xml"
LAW = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TEI = "{http://www.tei-c.org/ns/1.0}"


def one(*spans: Span, text: str = "abcdef") -> Document:
    """A document of one paragraph with these spans."""
    pages = [Page("page-1", 1)]
    pages += [Page(span.page, 2) for span in spans if isinstance(span, PageBreak)]
    paragraph = Paragraph("para-1", Kind.NARRATIVE, Passage(text, ordered(list(spans))))
    return Document(Paragraphs([paragraph]), tuple(pages), reviewers=specimen().reviewers)


def written(document: Document) -> str:
    """The paragraph's element."""
    return next(line for line in write(document).decode().splitlines() if line.startswith("<p "))


@LAW
@given(documents())
def test_reading_gives_back_what_was_written(document: Document) -> None:
    assert_sound(document)
    assert read(write(document)) == document


@LAW
@given(documents())
def test_what_is_written_is_valid_against_the_profile(document: Document) -> None:
    assert check(write(document)) == ()


@needs_jing
def test_what_is_written_is_valid_tei(tmp_path: Path) -> None:
    sources: list[bytes] = [write(specimen())]

    @settings(LAW, derandomize=True, database=None)
    @given(documents())
    def collect(document: Document) -> None:
        sources.append(write(document))

    collect()
    assert complaints(sources, tmp_path) == {}


@LAW
@given(documents())
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert write(document) == write(replace(document)) == write(read(write(document)))


def test_the_golden_file() -> None:
    expected = GOLDEN.read_bytes().replace(b'version="0"', f'version="{__version__}"'.encode())
    assert write(specimen()) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((Markup(0, 3, HI), Doubt(1, 2, 0.5)), '<hi>a<unclear cert="0.5">b</unclear>c</hi>def'),
        (
            (Markup(0, 3, HI), Doubt(2, 5, 0.5)),
            '<hi>ab<unclear cert="0.5" xml:id="fragment-1">c</unclear></hi>'
            '<unclear xml:id="fragment-1-part-2" prev="#fragment-1">de</unclear>f',
        ),
        (
            (Markup(0, 3, HI), Correction(2, 4, " x ", CorrectionKind.TYPO, ACT)),
            '<hi xml:id="fragment-1">ab</hi><choice><sic> x </sic>'
            '<corr type="typo" resp="#rev-ab" change="#act-1">'
            '<hi xml:id="fragment-1-part-2" prev="#fragment-1">c</hi>d</corr></choice>ef',
        ),
        (
            (Correction(1, 3, "x\n\fy", CorrectionKind.OCR, ACT), PageBreak(2, 2, "page-2", False)),
            'a<choice><sic>x<milestone unit="paragraph"/><milestone unit="page"/>y</sic>'
            '<corr type="ocr" resp="#rev-ab" change="#act-1">'
            'b<pb xml:id="page-2" n="2" type="moved"/>c</corr></choice>def',
        ),
        ((Markup(2, 2, HI), Inclusion(2, 2, "<!--x-->")), "ab<hi></hi><!--x-->cdef"),
        (
            (Name(0, 3, NameKind.PERSON, "p1"), Doubt(2, 5, 0.5)),
            '<persName ref="#p1">ab<unclear cert="0.5" xml:id="fragment-1">c</unclear></persName>'
            '<unclear xml:id="fragment-1-part-2" prev="#fragment-1">de</unclear>f',
        ),
        (
            (Name(1, 4, NameKind.PLACE), Correction(2, 6, "x", CorrectionKind.TYPO, ACT)),
            'a<placeName xml:id="fragment-1">b</placeName><choice><sic>x</sic>'
            '<corr type="typo" resp="#rev-ab" change="#act-1">'
            '<placeName xml:id="fragment-1-part-2" prev="#fragment-1">cd</placeName>ef</corr>'
            "</choice>",
        ),
        (
            (Note(1, 4, "n1", NoteKind.QUESTION, (Message("a\nb", ACT),), ACT), Markup(2, 6, HI)),
            'a<anchor type="note" xml:id="anchor-1"/>b<hi>cd'
            '<note xml:id="n1" type="question" target="#anchor-1">'
            '<note resp="#rev-ab" change="#act-1">a<lb/>b</note>'
            '<note type="resolved" resp="#rev-ab" change="#act-1"/></note>ef</hi>',
        ),
        (
            (Note(2, 2, "n1", NoteKind.SOURCE, (Message("a", ACT),)),),
            'ab<note xml:id="n1" type="source"><note resp="#rev-ab" change="#act-1">a</note></note>'
            "cdef",
        ),
    ],
    ids=[
        "nested",
        "crossing",
        "across a correction",
        "breaks in the original",
        "emptied",
        "name",
        "name across a correction",
        "note",
        "note on no words",
    ],
)
def test_spans_are_elements(spans: tuple[Span, ...], expected: str) -> None:
    document = one(*spans)
    assert written(document) == f'<p xml:id="para-1">{expected}</p>'
    assert read(write(document)) == document


def test_an_act_is_written_once_and_pointed_to() -> None:
    root = etree.fromstring(write(specimen()))
    acts = root.findall(f".//{TEI}change[@type='act']")
    assert [(act.get("when"), act.get("who")) for act in acts] == [
        ("2026-11-23T10:00:00Z", "#rev-ab"),
        ("2026-11-23T10:05:00Z", "#rev-ab"),
    ]
    assert len(root.findall(".//*[@change='#act-1']")) == 4


@pytest.mark.parametrize("text", ["  a  b ", "a\rb\r", "\ta\t", "]]>&amp;<b>", "a\u2028\x85b"])
def test_every_character_survives(text: str) -> None:
    document = one(Correction(0, 2, f" {text}", CorrectionKind.TYPO, ACT), text=text)
    assert read(write(document)) == document


def test_new_identifiers_are_none_that_are_taken_or_pointed_to() -> None:
    foreign = Markup(3, 4, HI, (("corresp", "#act-2"),))
    document = one(Correction(0, 2, "x", CorrectionKind.TYPO, ACT), foreign)
    first = replace(document.paragraphs[0], id="act-1")
    document = document.with_paragraphs(0, 1, (first,))
    assert b'change="#act-3"' in write(document)
    assert read(write(document)) == document


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (one(text="a" * 2_000_000 + "\x01"), "paragraph para-1 holds U+0001"),
        (one(text="a\x01"), "paragraph para-1 holds U+0001, which XML cannot: remove it"),
        (one(text="a\ufffe"), "paragraph para-1 holds U+FFFE, which XML cannot: remove it"),
        (one(text="a\ud800"), "paragraph para-1 holds U+D800, which XML cannot: remove it"),
        (one(text="a\nb"), "paragraph para-1: the text holds a line break: split the paragraph"),
        (replace(one(), people=(Person("para-1", "A"),)), '"para-1" occurs twice'),
        (replace(one(), people=(Person("1 a", "A"),)), '"1 a" is no XML name'),
        (replace(one(), places=(PlaceEntry("para-1", "A"),)), '"para-1" occurs twice'),
        (one(Note(0, 1, "page-1", NoteKind.SOURCE, (Message("a", ACT),))), '"page-1" occurs twice'),
        (one(Inclusion(0, 0, '<note xml:id="page-1"/>')), '"page-1" occurs twice'),
        (one(Inclusion(0, 0, "<note>")), "is not XML"),
        (one(Markup(0, 1, "hi")), "has no namespace"),
        (replace(one(), pages=(Page("page-1", 1), Page("page-2", 2))), "page-2 has no page break"),
        (replace(one(), trailer=Passage("", (PageBreak(0, 0, "page-2"),))), "outside the para"),
        (replace(one(), carried=(Carried("TEI", "<a>"),)), "is not XML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_written_is_refused(document: Document, message: str) -> None:
    with pytest.raises(TeiError) as raised:
        write(document)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
